//! Every trap of replacing a file.

use super::{folder, text};
use crate::{
    isms::{File, Found},
    store::{Folder, SaveError, interrupted, read_file, replace},
};
use std::{
    fs::{self, Permissions},
    os::unix::fs::{MetadataExt, PermissionsExt, symlink},
    path::Path,
    process::Command,
};

const OLD: &str = "Risks(schema: 1)\n";
const NEW: &str = "Risks(schema: 1, risks: [])\n";

fn save(folder: &Folder) -> Result<(), SaveError> {
    replace(folder, File::Risks, Some(OLD), NEW)
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().mode() & 0o7777
}

/// Names in the folder besides the register.
fn others(folder: &Folder) -> Vec<String> {
    let names = fs::read_dir(&folder.path).unwrap();
    let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name != "risks.ron").collect()
}

#[test]
fn mode_owner_and_attributes_are_kept_and_nothing_is_left_behind() {
    let (_dir, folder) = folder(OLD);
    let path = folder.place(File::Risks);
    fs::set_permissions(&path, Permissions::from_mode(0o640)).unwrap();
    let root = std::os::unix::fs::chown(&path, Some(1234), Some(5678)).is_ok();
    let attributes = xattr::set(&path, "user.note", b"keep").is_ok();
    save(&folder).unwrap();
    assert_eq!(text(&folder, File::Risks), NEW);
    assert_eq!(mode(&path), 0o640);
    if root {
        let meta = fs::metadata(&path).unwrap();
        assert_eq!((meta.uid(), meta.gid()), (1234, 5678));
    }
    if attributes {
        assert_eq!(xattr::get(&path, "user.note").unwrap().unwrap(), b"keep");
    } else {
        eprintln!("skipped: no extended attributes on this file system");
    }
    assert!(others(&folder).is_empty(), "{:?}", others(&folder));
}

#[test]
fn a_symlink_stays_one_and_its_target_is_replaced() {
    let (_dir, folder) = folder(OLD);
    let elsewhere = tempfile::tempdir().unwrap();
    let real = elsewhere.path().join("shared.ron");
    let path = folder.place(File::Risks);
    fs::rename(&path, &real).unwrap();
    symlink(&real, &path).unwrap();
    save(&folder).unwrap();
    assert!(path.is_symlink());
    assert_eq!(fs::read_to_string(&real).unwrap(), NEW);
}

#[test]
fn a_hard_link_stays_one_and_the_old_text_is_put_aside_only_meanwhile() {
    let (_dir, folder) = folder(OLD);
    let path = folder.place(File::Risks);
    let twin = folder.path.join("twin");
    fs::hard_link(&path, &twin).unwrap();
    save(&folder).unwrap();
    assert_eq!(fs::read_to_string(&twin).unwrap(), NEW);
    assert_eq!(fs::metadata(&path).unwrap().ino(), fs::metadata(&twin).unwrap().ino());
    assert!(interrupted(&folder).is_empty());
}

#[test]
fn an_in_place_write_that_shrinks_leaves_no_tail() {
    let (_dir, folder) = folder(NEW);
    fs::hard_link(folder.place(File::Risks), folder.path.join("twin")).unwrap();
    replace(&folder, File::Risks, Some(NEW), OLD).unwrap();
    assert_eq!(text(&folder, File::Risks), OLD);
}

#[test]
fn a_text_put_aside_by_a_save_that_was_cut_short_is_found() {
    let (_dir, folder) = folder(OLD);
    let aside = folder.path.join(".annexa/aside");
    fs::create_dir_all(&aside).unwrap();
    fs::write(aside.join("risks.ron"), OLD).unwrap();
    let found = interrupted(&folder);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].file, &found[0].kept), (File::Risks, &aside.join("risks.ron")));
}

#[test]
fn a_write_protected_file_is_not_replaced() {
    let (_dir, folder) = folder(OLD);
    fs::set_permissions(folder.place(File::Risks), Permissions::from_mode(0o440)).unwrap();
    let error = save(&folder).unwrap_err();
    assert!(matches!(error, SaveError::ReadOnlyFile(_)), "{error:?}");
    assert!(error.to_string().contains("chmod u+w"), "{error}");
    assert_eq!(text(&folder, File::Risks), OLD);
}

#[test]
fn another_text_on_the_disk_is_not_overwritten() {
    let (_dir, folder) = folder("Risks(schema: 2)\n");
    assert!(matches!(save(&folder), Err(SaveError::Changed(_))));
    assert!(matches!(replace(&folder, File::Risks, None, NEW), Err(SaveError::Changed(_))));
    assert_eq!(text(&folder, File::Risks), "Risks(schema: 2)\n");
    assert!(others(&folder).is_empty());
}

#[test]
fn a_missing_file_is_made_with_the_mode_of_new_files() {
    let (_dir, folder) = folder(OLD);
    let usual = folder.path.join("usual");
    fs::write(&usual, "").unwrap();
    replace(&folder, File::Actions, None, "Actions(schema: 1)").unwrap();
    assert_eq!(text(&folder, File::Actions), "Actions(schema: 1)");
    assert_eq!(mode(&folder.place(File::Actions)), mode(&usual));
}

#[test]
fn a_folder_or_a_pipe_in_the_place_of_a_file_is_told_and_left() {
    let (_dir, folder) = folder(OLD);
    fs::create_dir(folder.place(File::Audit)).unwrap();
    let pipe = folder.place(File::Clauses);
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    symlink("nowhere.ron", folder.place(File::Evidence)).unwrap();
    fs::write(folder.place(File::Documents), b"Documents(\xff)").unwrap();
    let why = |file| match read_file(&folder, file) {
        Found::Unreadable(why) => why,
        other => panic!("{other:?}"),
    };
    assert!(why(File::Audit).contains("folder"));
    assert!(why(File::Clauses).contains("regular"));
    assert!(why(File::Evidence).contains("link"));
    assert!(why(File::Documents).contains("byte 10"));
    assert!(matches!(read_file(&folder, File::Actions), Found::Missing));
    let error = replace(&folder, File::Audit, Some(OLD), NEW).unwrap_err();
    assert!(matches!(error, SaveError::NotAFile(..)), "{error:?}");
}

#[test]
fn line_ends_and_a_missing_last_newline_go_through_unchanged() {
    let crlf = "Risks(\r\n    schema: 1,\r\n)";
    let (_dir, folder) = folder(crlf);
    let Found::Text(read) = read_file(&folder, File::Risks) else { panic!() };
    assert_eq!(&*read, crlf);
    let new = crlf.replace('1', "2");
    replace(&folder, File::Risks, Some(crlf), &new).unwrap();
    assert_eq!(fs::read(folder.place(File::Risks)).unwrap(), new.as_bytes());
}

/// A file system of 64 KiB, as long as the value lives; none where mounting is not allowed.
struct Tiny(tempfile::TempDir);

impl Tiny {
    fn mount() -> Option<Self> {
        let dir = tempfile::tempdir().unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"]).arg(dir.path());
        match mount.output() {
            Ok(output) if output.status.success() => Some(Self(dir)),
            _ => {
                eprintln!("skipped: no tmpfs can be mounted here");
                None
            }
        }
    }
}

impl Drop for Tiny {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

#[test]
fn a_full_disk_leaves_the_old_file_and_no_rubbish() {
    let Some(tiny) = Tiny::mount() else { return };
    let folder = Folder::new(tiny.0.path().canonicalize().unwrap());
    fs::write(folder.place(File::Risks), OLD).unwrap();
    let error = replace(&folder, File::Risks, Some(OLD), &"x".repeat(100_000)).unwrap_err();
    assert!(error.to_string().contains("the disk is full"), "{error}");
    assert!(error.to_string().contains("free some space"), "{error}");
    assert_eq!(text(&folder, File::Risks), OLD);
    assert!(others(&folder).is_empty(), "{:?}", others(&folder));
    // overwritten in place: the same
    fs::hard_link(folder.place(File::Risks), folder.path.join("twin")).unwrap();
    let error = replace(&folder, File::Risks, Some(OLD), &"x".repeat(100_000)).unwrap_err();
    assert!(error.to_string().contains("the disk is full"), "{error}");
    assert_eq!(text(&folder, File::Risks), OLD);
}
