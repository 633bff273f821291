//! Cutting a text to a width, always with a sign that something is missing.

use super::measure::{Kind, cells, kind, width};
use super::safe::safe;
use std::borrow::Cow;

/// The beginning of a text that is enough for some cells.
pub(super) struct Part<'a> {
    /// The beginning.
    pub text: &'a str,
    /// Whether anything follows.
    pub more: bool,
}

/// So much of a long text as some cells can need; a page of text in a narrow column costs no more
/// than the column.
pub(super) fn head(text: &str, room: usize) -> Part<'_> {
    let enough = room.saturating_mul(32).saturating_add(256);
    let end = (0..=enough.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    match end.and_then(|end| text.get(..end)) {
        Some(start) if text.len() > enough => Part { text: start, more: true },
        _ => Part { text, more: false },
    }
}

/// The text made safe and cut to a width, with an ellipsis if something is missing.
pub fn fit(text: &str, max: usize) -> Cow<'_, str> {
    if kind(text) == Kind::Ascii && text.len() <= max {
        return Cow::Borrowed(text);
    }
    let Part { text, more } = head(text, max);
    let safe = safe(text);
    if !more && width(&safe) <= max {
        return safe;
    }
    match max.checked_sub(1) {
        Some(room) => Cow::Owned(format!("{}…", start(&safe, room))),
        None => Cow::Borrowed(""),
    }
}

/// The text made safe and cut to a width in its middle: both ends stay.
pub fn middle(text: &str, max: usize) -> Cow<'_, str> {
    let safe = safe(text);
    if width(&safe) <= max {
        return safe;
    }
    match max.checked_sub(1) {
        Some(room) => {
            let last = end(&safe, room / 2);
            Cow::Owned(format!("{}…{last}", start(&safe, room - width(last))))
        }
        None => Cow::Borrowed(""),
    }
}

/// What fits from the beginning.
fn start(safe: &str, room: usize) -> &str {
    let mut used = 0;
    let over = cells(safe).find(|(.., wide)| {
        used += wide;
        used > room
    });
    over.and_then(|(at, ..)| safe.get(..at)).unwrap_or(safe)
}

/// What fits before the end.
fn end(safe: &str, room: usize) -> &str {
    let all: Vec<_> = cells(safe).collect();
    let (mut used, mut from) = (0, safe.len());
    for (at, _, wide) in all.into_iter().rev() {
        used += wide;
        if used > room {
            break;
        }
        from = at;
    }
    safe.get(from..).unwrap_or_default()
}
