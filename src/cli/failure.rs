//! Why a command did not do what it was asked; a whole sentence and an exit code.

use super::answer;

/// What is said on standard error when a command ends without having done its work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Exit code: 1 refused, 2 wrong use or can't run.
    pub code: i32,
    /// The sentence.
    pub sentence: String,
}

impl Failure {
    /// The command is right, but what it asks for can't be done with this data.
    pub fn refused(sentence: impl Into<String>) -> Self {
        Self { code: 1, sentence: sentence.into() }
    }

    /// The command is wrong, or can't run here.
    pub fn cannot(sentence: impl Into<String>) -> Self {
        Self { code: 2, sentence: sentence.into() }
    }

    /// The same, with what else there is to say about it.
    #[must_use]
    pub fn with(mut self, more: Option<String>) -> Self {
        self.sentence.extend(more.map(|more| format!(" {more}")));
        self
    }

    /// Says why, and gives the exit code.
    pub fn tell(&self) -> i32 {
        answer::note(&format!("annexa: {}", self.sentence));
        self.code
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.sentence)
    }
}

impl std::error::Error for Failure {}
