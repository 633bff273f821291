//! An edit as data: what to cut and what to put there.
//!
//! Splices are sorted and don't overlap; all offsets are those of the text before any of them.

/// Replaces the bytes `start..end` by `text`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splice {
    /// First byte that goes.
    pub start: usize,
    /// First byte that stays.
    pub end: usize,
    /// What stands there instead.
    pub text: String,
}

impl Splice {
    pub(super) fn put(at: usize, text: String) -> Splice {
        Splice { start: at, end: at, text }
    }

    pub(super) fn cut(start: usize, end: usize) -> Splice {
        Splice { start, end, text: String::new() }
    }
}

/// The text after the splices.
pub fn apply(src: &str, splices: &[Splice]) -> String {
    let grown: usize = splices.iter().map(|splice| splice.text.len()).sum();
    let mut out = String::with_capacity(src.len() + grown);
    let mut at = 0;
    for splice in splices {
        out.push_str(src.get(at..splice.start).unwrap_or_default());
        out.push_str(&splice.text);
        at = splice.end;
    }
    out.push_str(src.get(at..).unwrap_or_default());
    out
}

/// The splices that lead back: applied to `apply(src, splices)` they give `src`.
pub fn invert(src: &str, splices: &[Splice]) -> Vec<Splice> {
    let (mut added, mut gone) = (0, 0);
    let back = splices.iter().map(|splice| {
        let start = splice.start + added - gone;
        added += splice.text.len();
        gone += splice.end - splice.start;
        let text = src.get(splice.start..splice.end).unwrap_or_default().to_owned();
        Splice { start, end: start + splice.text.len(), text }
    });
    back.collect()
}

/// The one splice that makes `old` into `new`, without what both begin and end with; none if they are equal.
pub fn narrowed(old: &str, new: &str) -> Vec<Splice> {
    if old == new {
        return Vec::new();
    }
    let head: usize = alike(old.chars(), new.chars());
    let (old_rest, new_rest) =
        (old.get(head..).unwrap_or_default(), new.get(head..).unwrap_or_default());
    let tail: usize = alike(old_rest.chars().rev(), new_rest.chars().rev());
    let text = new_rest.get(..new_rest.len() - tail).unwrap_or_default().to_owned();
    vec![Splice { start: head, end: old.len() - tail, text }]
}

/// How many bytes the characters take that are the same.
fn alike(old: impl Iterator<Item = char>, new: impl Iterator<Item = char>) -> usize {
    old.zip(new).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
}

/// Sorts, and joins cuts that overlap or touch.
pub(super) fn tidy(mut splices: Vec<Splice>) -> Vec<Splice> {
    splices.sort_by_key(|splice| (splice.start, splice.end));
    let mut out: Vec<Splice> = Vec::with_capacity(splices.len());
    for splice in splices {
        match out.last_mut() {
            Some(last)
                if last.end > splice.start || (last.end == splice.start && last.is_cut()) =>
            {
                last.end = last.end.max(splice.end);
                last.text.push_str(&splice.text);
            }
            _ => out.push(splice),
        }
    }
    out
}

impl Splice {
    fn is_cut(&self) -> bool {
        self.text.is_empty()
    }
}

/// One after the other as one: `second` is meant for the text after `first`.
pub(super) fn compose(src: &str, first: &[Splice], second: &[Splice]) -> Vec<Splice> {
    if first.is_empty() || second.is_empty() {
        return if first.is_empty() { second.to_vec() } else { first.to_vec() };
    }
    let middle = apply(src, first);
    let back = invert(src, first);
    let mut touched: Vec<(usize, usize)> =
        back.iter().chain(second).map(|splice| (splice.start, splice.end)).collect();
    touched.sort_unstable();
    let mut islands: Vec<(usize, usize)> = Vec::new();
    for (start, end) in touched {
        match islands.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => islands.push((start, end)),
        }
    }
    let island = |(start, end): (usize, usize)| {
        let inside = |splice: &&Splice| start <= splice.start && splice.end <= end;
        let local = |splice: &Splice| Splice {
            start: splice.start - start,
            end: splice.end - start,
            text: splice.text.clone(),
        };
        let within = |all: &[Splice]| all.iter().filter(inside).map(local).collect::<Vec<_>>();
        let part = middle.get(start..end).unwrap_or_default();
        let before = apply(part, &within(&back));
        (before.len(), apply(part, &within(second)))
    };
    // `at` walks the middle text, `origin` the first one.
    let (mut at, mut origin, mut out) = (0, 0, Vec::new());
    for (start, end) in islands {
        origin += start - at;
        let (len, text) = island((start, end));
        out.push(Splice { start: origin, end: origin + len, text });
        (at, origin) = (end, origin + len);
    }
    out
}
