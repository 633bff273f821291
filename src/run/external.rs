//! $EDITOR: on a file of the folder, or on a text that is being written.

use super::desk::Desk;
use crate::{app::Msg, isms::File, term::editor};
use std::{io::Write, path::Path};

/// Runs the editor on a path with the terminal in its hands.
fn with_editor(desk: &mut Desk, path: &Path, line: usize) -> Result<Result<(), String>, String> {
    let env = |name: &str| std::env::var(name).ok();
    let parked = desk.gate.park();
    desk.session.leave();
    let edited = editor::edit(path, line, &env).map_err(|error| error.to_string());
    desk.session.enter().map_err(|refusal| refusal.to_string())?;
    drop(parked);
    desk.resume()?;
    Ok(edited)
}

/// Opens a file of the folder at a line.
///
/// # Errors
/// If the terminal can't be taken again.
pub fn edit_file(desk: &mut Desk, file: File, line: usize) -> Result<(), String> {
    let Some(path) = desk.folder.as_ref().map(|folder| folder.path.join(file.name())) else {
        return Ok(());
    };
    if let Err(why) = with_editor(desk, &path, line)? {
        desk.app.warn(why);
    }
    desk.look_for_touched();
    Ok(())
}

/// Goes on with a text in the editor.
///
/// # Errors
/// If the terminal can't be taken again.
pub fn edit_text(desk: &mut Desk, text: &str) -> Result<(), String> {
    let made = tempfile::Builder::new().prefix("annexa-").suffix(".md").tempfile();
    let edited = match made {
        Err(error) => Err(format!("No file for the editor could be made: {error}.")),
        Ok(mut file) => match file.write_all(text.as_bytes()) {
            Err(error) => Err(format!("The text could not be handed over: {error}.")),
            Ok(()) => {
                let path = file.path().to_path_buf();
                with_editor(desk, &path, 1)?.and_then(|()| {
                    std::fs::read_to_string(&path)
                        .map_err(|error| format!("The edited text could not be read: {error}."))
                })
            }
        },
    };
    desk.app.update(Msg::Edited(edited));
    Ok(())
}
