//! Carrying out what the app wants done outside.

use super::{desk::Desk, external, folder};
use crate::{
    app::{Effect, Msg},
    term::{clip, title},
};

impl Desk {
    /// Carries out all effects; a number is the exit code.
    ///
    /// # Errors
    /// If the terminal can't be used any more.
    pub fn carry_out(&mut self) -> Result<Option<i32>, String> {
        while !self.app.effects.is_empty() {
            for effect in std::mem::take(&mut self.app.effects) {
                if let Some(code) = self.carry_out_one(effect)? {
                    return Ok(Some(code));
                }
            }
        }
        Ok(None)
    }

    fn carry_out_one(&mut self, effect: Effect) -> Result<Option<i32>, String> {
        match effect {
            Effect::Save { file, base, text, changes, sequence } => {
                self.log.line(&format!("save {} job {sequence}", file.name()));
                folder::save(self, file, base, text, changes, sequence);
            }
            Effect::Drafts(drafts) => folder::keep_drafts(self, &drafts),
            Effect::ForgetDrafts => folder::forget_drafts(self),
            Effect::Reload => self.open_folder(),
            Effect::Copy(text) => self.copy(&text),
            Effect::Export { name, content } => self.export(&name, &content),
            Effect::EditFile { file, line } => external::edit_file(self, file, line)?,
            Effect::EditText(text) => external::edit_text(self, &text)?,
            Effect::Settings { base, now } => {
                self.log.line("settings changed");
                self.write_own(move |home| home.save_settings(&base, &now));
            }
            Effect::TeamViews { base, now } => {
                self.log.line("views changed");
                self.write_own(move |home| home.save_team(&base, &now));
            }
            Effect::After(timer, millis) => self.timers.start(timer, millis),
            Effect::Mouse(on) => {
                // a terminal that is gone ends the loop at the next frame
                let _ = self.session.report_mouse(on);
            }
            Effect::Redraw => self.clear()?,
            Effect::Suspend => self.suspend()?,
            Effect::Title(text) => self.send(&title::set(&text)),
            Effect::Create(_) => folder::create(self),
            Effect::Demo => folder::demo(self),
            Effect::OpenFolder(path) => folder::named(self, &path),
            Effect::Quit(code) => return Ok(Some(code)),
        }
        Ok(None)
    }

    fn copy(&mut self, text: &str) {
        let env = |name: &str| std::env::var(name).ok();
        match clip::copy(text, &env) {
            Ok(bytes) => self.send(&bytes),
            Err(error) => self.app.warn(error.to_string()),
        }
    }

    /// Writes an export into the working directory, under a name that is free there.
    fn export(&mut self, name: &str, content: &str) {
        let here = std::env::current_dir().unwrap_or_default();
        let (stem, end) = name.rsplit_once('.').unwrap_or((name, "txt"));
        let free = (1..1000).find_map(|nth| {
            let name = if nth == 1 { name.to_string() } else { format!("{stem}-{nth}.{end}") };
            let path = here.join(name);
            let made = std::fs::File::options().write(true).create_new(true).open(&path);
            match made {
                Ok(file) => Some(Ok((path, file))),
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => None,
                Err(error) => Some(Err((path, error))),
            }
        });
        let text = match free {
            Some(Ok((path, mut file))) => {
                match std::io::Write::write_all(&mut file, content.as_bytes()) {
                    Ok(()) => (format!("Written: {}", path.display()), false),
                    Err(error) => {
                        (format!("{} could not be written: {error}.", path.display()), true)
                    }
                }
            }
            Some(Err((path, error))) => {
                (format!("{} could not be written: {error}.", path.display()), true)
            }
            None => (format!("No free name like {name} in {}.", here.display()), true),
        };
        self.app.update(Msg::Told { text: text.0, bad: text.1 });
    }
}
