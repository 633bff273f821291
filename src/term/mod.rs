//! The terminal.
pub mod caps;
pub mod decode;
pub mod key;
pub mod mouse;
pub mod sequence;
