//! Failing on purpose, so that the tests of the terminal see what becomes of it. Not in release builds.
//!
//! `ANNEXA_FAIL=here` fails on the thread that draws, `ANNEXA_FAIL=elsewhere` on another one, each
//! when USR1 arrives.

use crate::term::signal::Signal;
use std::thread;

/// Fails if the environment asks for it and this is the signal.
#[expect(clippy::panic, reason = "that is what it is for")]
pub fn on_purpose(signal: Signal) {
    if signal != Signal::Reload {
        return;
    }
    match std::env::var("ANNEXA_FAIL").as_deref() {
        Ok("here") => panic!("failed on purpose"),
        Ok("elsewhere") => {
            // joined nowhere, as a worker's failure is seen by nobody
            let _ =
                thread::Builder::new().name("worker".into()).spawn(|| panic!("failed on purpose"));
        }
        _ => {}
    }
}
