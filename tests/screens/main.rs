//! What is on the screen: in any size, for any text, wherever one is.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop where its assumption fails"
)]

#[path = "../common/mod.rs"]
mod common;
mod hostile;
mod mouse;
mod situations;
mod size;
mod snapshots;
