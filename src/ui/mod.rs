//! Drawing: looks at the app, never changes it.

pub mod glyph;
pub mod role;
pub mod text;
pub mod theme;

pub use glyph::Glyphs;
pub use role::Role;
pub use theme::Theme;
