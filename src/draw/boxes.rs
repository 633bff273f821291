//! Small pictures in text: bars.

use crate::ui::Glyphs;

/// A bar of `width` cells, filled in proportion.
pub fn bar(glyphs: &Glyphs, part: usize, whole: usize, width: usize) -> String {
    parts(glyphs, part, 0, whole, width)
}

/// A bar with a full part, a half-full part and an empty rest.
pub fn parts(glyphs: &Glyphs, full: usize, half: usize, whole: usize, width: usize) -> String {
    let share = |n: usize| (n * width + whole / 2).checked_div(whole).unwrap_or_default();
    let first = share(full).min(width);
    let second = share(full + half).min(width).saturating_sub(first);
    let rest = width - first - second;
    [glyphs.full.repeat(first), glyphs.half.repeat(second), glyphs.empty.repeat(rest)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_as_wide_as_asked() {
        let glyphs = Glyphs::ascii();
        assert_eq!(parts(&glyphs, 1, 1, 4, 8), "##==....");
        assert_eq!(bar(&glyphs, 0, 0, 4), "....");
        assert_eq!(bar(&glyphs, 9, 3, 4), "####");
    }
}
