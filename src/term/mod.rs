//! The terminal: taking it and giving it back, reading keys, painting frames.
//!
//! Nothing outside this module and the run loop touches the terminal. What can be a plain
//! function is one ([`decode`], [`caps`], [`clip`], [`title`], the painting in [`screen`]); what
//! must wait does so on threads that hand values to one channel ([`input`], [`signal`]).
//!
//! # How the run loop uses it
//!
//! **Order at the start.** color-eyre's hooks; [`session::Session::new`];
//! [`panic::install_panic_hook`] with its restorer; [`signal::spawn`]; `session.enter()`;
//! [`input::spawn`]; `Terminal::new(Screen::new(Out))`. The first frame clears the screen, so
//! nothing needs to be cleared before. Errors are printed after the session is dropped.
//!
//! **Drain, then draw once.** Wait for one message, then take all that wait, then draw one
//! frame. A frame that changes nothing costs no byte, but building it costs time; 200 keys at
//! once must cost one frame. Call [`screen::settle`] on the frame's buffer last.
//!
//! **Stop draining at an effect that gives the terminal away** (an editor, a suspension): carry
//! it out before the next message is taken, else keys meant for afterwards act before.
//!
//! **The editor**, in this order: draw nothing more; `let parked = gate.park()`;
//! `session.leave()`; [`editor::edit`]; `session.enter()`; `terminal.clear()`; drop `parked`.
//! Then throw away [`signal::Signal::Interrupt`], `Quit` and `Stop` that arrived meanwhile:
//! they were keys typed into the editor. Then read the file again and draw.
//!
//! **Suspension** (ctrl-z, or [`signal::Signal::Stop`]): `let parked = gate.park()`;
//! [`suspend::suspend`], on the main thread; `terminal.clear()`; drop `parked`; draw.
//!
//! **[`signal::Signal::Continue`]** also comes after a stop nobody announced (`kill -STOP`):
//! `session.renew()`, `terminal.clear()`, draw. After a suspension of our own it comes too, and
//! costs one frame more.
//!
//! **[`signal::Signal::Resize`]**: `terminal.clear()`, draw. Even if the size is the old one
//! again, the terminal may have reflowed what it showed.
//!
//! **[`input::Input::Hangup`]**, and `Terminate`, `Hangup`, `Interrupt`, `Quit`: keep the
//! drafts, leave, exit with [`signal::Signal::exit_code`] (129 for a hang-up). Write nothing to
//! the terminal any more after a hang-up; failing writes end the loop the same way.
//!
//! **Titles and copies** go through [`screen::Screen::send`], never between two halves of a
//! frame: `terminal.backend_mut().send(&clip::copy(text, &env)?)`.

pub mod caps;
pub mod clip;
pub mod decode;
pub mod editor;
pub mod input;
pub mod key;
pub mod mouse;
pub mod out;
pub mod panic;
mod safe;
pub mod screen;
pub mod sequence;
pub mod session;
pub mod signal;
pub mod size;
pub mod suspend;
pub mod title;
