//! Folding for search: what a person takes for the same letter becomes the same letter.
//!
//! Compatibility decomposition, marks stripped, lower case, `ß` as `ss`, full width as half width,
//! typographic quotes and dashes as the typed ones. Each character folds by itself, whatever stands
//! around it: that makes folding idempotent, lets a text be searched without folding it first, and
//! leads every folded character back to the one it came from.

use unicode_normalization::char::decompose_compatible;

/// A folded text that remembers where each of its characters came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// Place of the original character for each folded one; empty if they are the same.
    places: Vec<u32>,
}

impl Folded {
    /// Folds a text.
    pub fn new(original: &str) -> Self {
        let mut text = String::with_capacity(original.len());
        if original.is_ascii() {
            fold_into(original, &mut text);
            return Self { text, places: Vec::new() };
        }
        let mut places = Vec::with_capacity(original.len());
        for (place, one) in (0..).zip(original.chars()) {
            fold_char(one, &mut |folded| {
                text.push(folded);
                places.push(place);
            });
        }
        Self { text, places }
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The place of the original character that a folded one came from; both count characters.
    pub fn original(&self, folded: usize) -> usize {
        if self.places.is_empty() {
            return folded;
        }
        self.places.get(folded).map_or(folded, |place| *place as usize)
    }
}

/// The text, folded.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Appends the text, folded.
pub fn fold_into(text: &str, folded: &mut String) {
    if text.bytes().all(|byte| byte.is_ascii() && !matches!(byte, b'\t'..=b'\r')) {
        let start = folded.len();
        folded.push_str(text);
        if let Some(added) = folded.get_mut(start..) {
            added.make_ascii_lowercase();
        }
        return;
    }
    for one in text.chars() {
        fold_char(one, &mut |c| folded.push(c));
    }
}

/// Whether the text, folded, is `wanted`, which is folded already.
pub fn same(text: &str, wanted: &str) -> bool {
    let mut rest = wanted.chars();
    text.chars().all(|c| {
        let mut fits = true;
        fold_char(c, &mut |folded| fits &= rest.next() == Some(folded));
        fits
    }) && rest.next().is_none()
}

pub(super) const fn fold_ascii(byte: u8) -> u8 {
    match byte {
        b'\t'..=b'\r' => b' ',
        _ => byte.to_ascii_lowercase(),
    }
}

pub(super) fn fold_char(one: char, push: &mut impl FnMut(char)) {
    if let Ok(byte) = u8::try_from(one)
        && byte.is_ascii()
    {
        return push(char::from(fold_ascii(byte)));
    }
    if let Some(plain) = latin(one) {
        return plain.chars().for_each(push);
    }
    decompose_compatible(one, |part| {
        for lower in part.to_lowercase() {
            match plain(lower) {
                Some(text) => text.chars().for_each(&mut *push),
                None => push(lower),
            }
        }
    });
}

/// The letters of western Europe, which decomposing would find too, but ten times slower.
fn latin(one: char) -> Option<&'static str> {
    Some(match one {
        'à'..='å' | 'À'..='Å' => "a",
        'ç' | 'Ç' => "c",
        'è'..='ë' | 'È'..='Ë' => "e",
        'ì'..='ï' | 'Ì'..='Ï' => "i",
        'ñ' | 'Ñ' => "n",
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' => "o",
        'ù'..='ü' | 'Ù'..='Ü' => "u",
        'ß' => "ss",
        _ => return None,
    })
}

/// What a lower-case character that decomposing leaves alone stands for; nothing for a mark.
fn plain(lower: char) -> Option<&'static str> {
    Some(match lower {
        // marks of Latin, Greek, Cyrillic, Hebrew, Arabic; those of other scripts are letters
        '\u{300}'..='\u{36f}'
        | '\u{483}'..='\u{489}'
        | '\u{591}'..='\u{5bd}'
        | '\u{5bf}'
        | '\u{5c1}'..='\u{5c2}'
        | '\u{5c4}'..='\u{5c5}'
        | '\u{5c7}'
        | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}' => "",
        // what is not seen: soft hyphen, zero width, variation selectors
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => {
            ""
        }
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ł' => "l",
        'ŧ' => "t",
        'þ' => "th",
        'ς' => "σ",
        '\u{2bc}' | '‘' | '’' | '‚' | '‛' => "'",
        '“' | '”' | '„' | '‟' | '«' | '»' => "\"",
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "-",
        blank if blank.is_whitespace() => " ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Folded, fold, fold_char, same};
    use proptest::prelude::*;

    #[test]
    fn one_letter_in_all_its_forms() {
        for (one, other) in [
            ("Überwachung", "uberwachung"),
            ("STRASSE", "straße"),
            ("cafe\u{301}", "CAFÉ"),
            ("ﬁle", "File"),
            ("Ｒ－０１４", "r-014"),
            ("İstanbul", "istanbul"),
            ("ΑΣ", "ας"),
            ("Łódź", "lodz"),
            ("Ёлка", "елка"),
            ("l’accès", "L'acces"),
            ("2026–2027", "2026-2027"),
            ("soft\u{ad}ware", "software"),
            ("a\u{a0}b\nc", "A B C"),
            ("한글", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} and {other}");
        }
    }

    #[test]
    fn signs_that_are_letters_stay() {
        assert_ne!(fold("कि"), fold("का"));
        assert_ne!(fold("漏洞"), fold("管理"));
    }

    #[test]
    fn folding_any_character_again_changes_nothing() {
        for one in '\0'..=char::MAX {
            let mut once = String::new();
            fold_char(one, &mut |c| once.push(c));
            assert_eq!(fold(&once), once, "{one:?}");
        }
    }

    #[test]
    fn the_short_way_for_latin_is_the_long_way() {
        for one in ('À'..='ÿ').filter(|c| *c != '×' && *c != '÷') {
            let Some(short) = super::latin(one) else { continue };
            let decomposed: String = one.to_string().chars().collect::<String>();
            let long: String = {
                use unicode_normalization::UnicodeNormalization;
                let lower: String = decomposed.nfkd().flat_map(char::to_lowercase).collect();
                lower
                    .chars()
                    .map(|c| super::plain(c).map_or(c.to_string(), str::to_string))
                    .collect()
            };
            assert_eq!(short, long, "{one:?}");
        }
    }

    #[test]
    fn folded_places_lead_back_to_the_original() {
        let folded = Folded::new("Größe ﬁx");
        assert_eq!(folded.text(), "grosse fix");
        let places: Vec<usize> = (0..10).map(|at| folded.original(at)).collect();
        assert_eq!(places, [0, 1, 2, 3, 3, 4, 5, 6, 6, 7]);
    }

    #[test]
    fn texts_are_compared_unfolded() {
        assert!(same("Straße", "strasse") && same("", ""));
        assert!(!same("Straß", "strasse") && !same("Straßen", "strasse") && !same("", "s"));
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in ".{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once.clone());
            let folded = Folded::new(&text);
            prop_assert_eq!(folded.text(), once.as_str());
            let chars = text.chars().count();
            prop_assert!((0..once.chars().count()).all(|at| folded.original(at) < chars));
        }
    }
}
