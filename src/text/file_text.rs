//! The text of a file, held by several at once: the register, the saver, what the disk is known to hold.

use std::{fmt, ops::Deref, sync::Arc};

/// A text that is never copied: neither when another one holds it too, nor when it is made.
///
/// A register of thirty megabytes is put together anew at every change; to copy it once more, as
/// `Arc<str>` does, would take as long again.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct FileText(Arc<String>);

impl FileText {
    /// Whether it is the other text itself, not only one that says the same.
    pub fn is(&self, other: &FileText) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for FileText {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<String> for FileText {
    fn from(text: String) -> Self {
        Self(Arc::new(text))
    }
}

impl From<&str> for FileText {
    fn from(text: &str) -> Self {
        text.to_string().into()
    }
}

impl fmt::Debug for FileText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl fmt::Display for FileText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}
