//! Hands a file to the user's own editor, at a line.
//!
//! The caller has parked the input reader and left the session; afterwards it enters again,
//! clears, and reads the file anew.

use std::ffi::OsString;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};

use rustix::process::{
    Pid, Signal, WaitOptions, kill_current_process_group, kill_process, waitpid,
};

use super::safe::one_line;
use super::suspend::shell_waits;

/// How an editor is told the line.
enum LineStyle {
    /// `+12 file`
    Plus,
    /// `file:12`
    Colon,
    /// `--wait --goto file:12`
    Goto,
    /// Not at all.
    Unknown,
}

/// Why the editor did not do its work.
#[derive(Debug)]
pub enum EditorError {
    /// `$VISUAL` or `$EDITOR` can't be read as a command.
    BadCommand(String),
    /// It could not be started.
    Start(String, io::Error),
    /// We lost sight of it.
    Wait(String, io::Error),
    /// It ended with a failure: its exit code, if it had one.
    Failed(String, Option<i32>),
}

impl fmt::Display for EditorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadCommand(command) => write!(
                f,
                "The editor `{}` can't be read as a command: a quote is not closed, or it is \
                 empty; set $VISUAL or $EDITOR to a program.",
                one_line(command)
            ),
            Self::Start(name, e) => write!(
                f,
                "The editor `{}` could not be started: {e}; set $VISUAL or $EDITOR to another.",
                one_line(name)
            ),
            Self::Wait(name, e) => {
                write!(f, "Lost sight of the editor `{}`: {e}.", one_line(name))
            }
            Self::Failed(name, Some(code)) => write!(
                f,
                "The editor `{}` ended with code {code}; what it saved was read.",
                one_line(name)
            ),
            Self::Failed(name, None) => write!(
                f,
                "The editor `{}` was ended by a signal; what it saved was read.",
                one_line(name)
            ),
        }
    }
}

impl std::error::Error for EditorError {}

/// Runs the user's editor on a file, at a line counted from 1, and waits for it.
///
/// # Errors
/// Says what went wrong with which editor.
pub fn edit(
    path: &Path,
    line: usize,
    env: &impl Fn(&str) -> Option<String>,
) -> Result<(), EditorError> {
    let words = command(path, line, env)?;
    let (program, arguments) = words.split_first().ok_or(EditorError::BadCommand(String::new()))?;
    let name = program.to_string_lossy().into_owned();
    let mut child = Command::new(program)
        .args(arguments)
        .spawn()
        .map_err(|e| EditorError::Start(name.clone(), e))?;
    match wait(&mut child) {
        Ok(Some(0)) => Ok(()),
        Ok(code) => Err(EditorError::Failed(name, code)),
        Err(e) => Err(EditorError::Wait(name, e)),
    }
}

/// The program and its arguments.
fn command(
    path: &Path,
    line: usize,
    env: &impl Fn(&str) -> Option<String>,
) -> Result<Vec<OsString>, EditorError> {
    let set = |name| env(name).filter(|v| !v.trim().is_empty());
    let wish = set("VISUAL").or_else(|| set("EDITOR")).unwrap_or_else(|| "vi".to_owned());
    let words = split(&wish).filter(|w| !w.is_empty());
    let words = words.ok_or_else(|| EditorError::BadCommand(wish.clone()))?;
    let mut command: Vec<OsString> = words.iter().map(OsString::from).collect();
    let program = words.first().map(|w| Path::new(w).file_name().unwrap_or_default());
    // a name with a leading dash would be taken for an option
    let path = if path.is_absolute() { path.to_owned() } else { PathBuf::from(".").join(path) };
    let at_line = || {
        let mut word = path.clone().into_os_string();
        word.push(format!(":{line}"));
        word
    };
    match line_style(&program.unwrap_or_default().to_string_lossy()) {
        LineStyle::Plus => command.extend([format!("+{line}").into(), path.into_os_string()]),
        LineStyle::Colon => command.push(at_line()),
        LineStyle::Goto => {
            if !words.iter().any(|w| w == "--wait" || w == "-w") {
                command.push("--wait".into());
            }
            command.extend(["--goto".into(), at_line()]);
        }
        LineStyle::Unknown => command.push(path.into_os_string()),
    }
    Ok(command)
}

fn line_style(program: &str) -> LineStyle {
    match program {
        "vi" | "vim" | "nvim" | "view" | "nano" | "pico" | "emacs" | "emacsclient" | "micro"
        | "less" | "kak" | "vis" | "joe" | "jed" | "mg" | "ne" | "mcedit" => LineStyle::Plus,
        "hx" | "helix" | "zed" | "subl" => LineStyle::Colon,
        "code" | "codium" | "code-insiders" | "cursor" => LineStyle::Goto,
        _ => LineStyle::Unknown,
    }
}

/// Splits a command into words as a shell would: blanks, quotes, backslashes, nothing else.
fn split(command: &str) -> Option<Vec<String>> {
    let mut words: Vec<String> = Vec::new();
    let mut word: Option<String> = None;
    let mut quote: Option<char> = None;
    let mut chars = command.chars();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (Some(q), c) if c == q => quote = None,
            (Some('\''), c) => word.get_or_insert_default().push(c),
            (_, '\\') => word.get_or_insert_default().push(chars.next()?),
            (Some(_), c) => word.get_or_insert_default().push(c),
            (None, '\'' | '"') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (None, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    quote.is_none().then_some(words)
}

/// Waits for the editor's exit code; stops with it when ctrl-z stops it.
///
/// We catch TSTP, so the editor's ctrl-z would stop it and not us, and the shell would wait for
/// ever. So we stop too; the shell's `fg` then continues the whole group.
fn wait(child: &mut Child) -> io::Result<Option<i32>> {
    let pid = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
    let pid = pid.ok_or(io::ErrorKind::InvalidData)?;
    loop {
        let status = match waitpid(Some(pid), WaitOptions::UNTRACED) {
            Ok(Some((_, status))) => status,
            Ok(None) | Err(rustix::io::Errno::INTR) => continue,
            Err(e) => return Err(e.into()),
        };
        if !status.stopped() {
            return Ok(status.exit_status());
        }
        if shell_waits() {
            kill_current_process_group(Signal::STOP)?;
        } else {
            kill_process(pid, Signal::CONT)?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(vars: &[(&str, &str)]) -> Vec<String> {
        let env = |name: &str| vars.iter().find(|v| v.0 == name).map(|v| v.1.to_owned());
        let words = command(Path::new("/isms/risks.ron"), 12, &env).unwrap();
        words.into_iter().map(|w| w.into_string().unwrap()).collect()
    }

    #[test]
    fn each_editor_is_told_the_line_its_way() {
        let file = "/isms/risks.ron";
        assert_eq!(words(&[]), ["vi", "+12", file]);
        assert_eq!(words(&[("EDITOR", "nano")]), ["nano", "+12", file]);
        assert_eq!(words(&[("EDITOR", "nano"), ("VISUAL", "hx")]), ["hx", "/isms/risks.ron:12"]);
        assert_eq!(words(&[("EDITOR", "ed"), ("VISUAL", " ")]), ["ed", file]);
        let code = ["code", "--wait", "--goto", "/isms/risks.ron:12"];
        assert_eq!(words(&[("VISUAL", "code")]), code);
        assert_eq!(words(&[("VISUAL", "code --wait")]), code);
        let spaced = ["/opt/my editors/nvim", "-u", "NONE", "+12", file];
        assert_eq!(words(&[("EDITOR", "'/opt/my editors/nvim' -u NONE")]), spaced);
    }

    #[test]
    fn words_are_split_like_a_shell_does() {
        assert_eq!(split(r#"a "b c" d\ e 'f\g' """#).unwrap(), ["a", "b c", "d e", r"f\g", ""]);
        assert_eq!(split("a 'b"), None);
        assert_eq!(split("a \\"), None);
    }

    #[test]
    fn a_command_that_cannot_be_read_is_refused() {
        let env = |_: &str| Some("'vim".to_owned());
        let said = command(Path::new("x"), 1, &env).unwrap_err().to_string();
        assert!(said.starts_with("The editor `'vim` can't be read"), "{said}");
    }

    #[test]
    fn a_failure_is_told_with_its_reason() {
        let run = |editor: &str| edit(Path::new("x"), 1, &|_| Some(editor.to_owned()));
        assert!(run("true").is_ok());
        assert!(matches!(run("sh -c 'exit 3'"), Err(EditorError::Failed(_, Some(3)))));
        assert!(matches!(run("sh -c 'kill -9 $$'"), Err(EditorError::Failed(_, None))));
        assert!(matches!(run("/no/such/editor"), Err(EditorError::Start(..))));
    }
}
