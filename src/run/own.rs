//! The person's files behind the app: read again when they change, written when the app changed them.

use super::{
    desk::{Desk, News},
    hear::Hearing,
    home::Home,
};
use crate::app::Msg;
use std::thread;

/// How long whoever writes a file may take from its first byte to the last, in milliseconds.
pub const QUIET: u64 = 60;

impl Desk {
    /// Reads settings, keys, themes and the team's views again; what is the same changes nothing.
    pub fn read_own(&mut self) {
        let env = |name: &str| std::env::var(name).ok();
        let own = self.home.read(self.options.asked(), &env, Some(&self.app.own));
        if own != self.app.own {
            self.log.line("settings read");
            self.app.update(Msg::Own(Box::new(own)));
        }
        self.hear_own();
    }

    /// Listens to changes of the person's files.
    pub fn hear_own(&mut self) {
        if self.hearing.as_ref().is_some_and(|hearing| !hearing.is_old(&self.home)) {
            return;
        }
        let tell = self.tell.clone();
        self.hearing = Hearing::start(&self.home, move || {
            let _ = tell.send(News::OwnTouched);
        });
    }

    /// Writes to the person's files on a thread of its own, one after the other.
    pub fn write_own(&mut self, write: impl FnOnce(&Home) -> Result<(), String> + Send + 'static) {
        let before = self.writing.take();
        let (home, tell) = (self.home.clone(), self.tell.clone());
        let thread = thread::Builder::new().name("settings".into()).spawn(move || {
            if let Some(before) = before {
                // what went wrong there was told there
                let _ = before.join();
            }
            if let Err(text) = write(&home) {
                let told = Msg::Told { text, bad: true };
                let _ = tell.send(News::Msg(Box::new(told)));
            }
            // the folder may be there only now, and may be watched from now on
            let _ = tell.send(News::OwnTouched);
        });
        match thread {
            Ok(thread) => self.writing = Some(thread),
            Err(error) => self.app.warn(format!("The settings were not saved: {error}.")),
        }
    }

    /// Waits for what is being written.
    pub fn finish_writing(&mut self) {
        if let Some(thread) = self.writing.take() {
            let _ = thread.join();
        }
    }
}
