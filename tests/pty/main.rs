//! The real program in a real terminal: what only shows when both are there.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop where its assumption fails"
)]

#[path = "../cli_support/mod.rs"]
mod cli_support;
mod terminal;
mod workbench;

#[path = "../common/hostile.rs"]
mod hostile_text;
#[path = "../common/stream.rs"]
mod stream;

mod endings;
mod hostile;
mod idle;
mod input;
mod looks;
mod mouse;
mod refused;
mod session;
mod suspend;
mod together;
