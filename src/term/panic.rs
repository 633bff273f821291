//! What happens to the screen when a thread fails.

use std::panic::{self, PanicHookInfo};
use std::thread;

use super::safe::one_line;
use super::session::Restorer;

/// Sets the hook that keeps a panic from wrecking the screen.
///
/// On this thread, the one that draws, the terminal is given back first and then the hook that
/// was there before (color-eyre's: install it before) prints. On any other thread the screen is
/// alive and drawn upon, so nothing is printed: `on_worker_panic` gets a sentence and lets the
/// run loop end in good order.
pub fn install_panic_hook(
    restorer: Restorer,
    on_worker_panic: impl Fn(String) + Send + Sync + 'static,
) {
    let drawing = thread::current().id();
    let print = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() == drawing {
            restorer.leave();
            print(info);
        } else if restorer.is_live() {
            on_worker_panic(describe(info));
        } else {
            print(info);
        }
    }));
}

/// Which thread failed, why and where, in one line.
fn describe(info: &PanicHookInfo<'_>) -> String {
    let current = thread::current();
    let name = current.name().unwrap_or("a nameless");
    let payload = info.payload();
    let why = payload
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no reason given");
    let place = info.location().map(|l| format!(" at {l}")).unwrap_or_default();
    one_line(&format!("The {name} thread failed{place}: {why}."))
}
