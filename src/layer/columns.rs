//! The columns of a list: which, in which order, how wide; the list behind follows each key.

use super::{Answer, Outcome};
use crate::{
    pane::{Column, Spec},
    term::key::{Code, Key},
};

/// No column is made wider than this.
const WIDEST: u16 = 80;

/// A column, shown or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The column with its width; 0: what is left.
    pub spec: Spec,
    /// Its heading.
    pub heading: String,
    /// Whether it is shown.
    pub shown: bool,
}

/// The columns being chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    /// All columns, the shown ones first, in their order.
    pub entries: Vec<Entry>,
    /// Cursor.
    pub cursor: usize,
    /// The columns that stood there.
    pub before: Vec<Spec>,
}

impl Columns {
    /// The columns shown now, then the others.
    pub fn new(shown: &[Spec], others: Vec<Spec>, heading: impl Fn(Column) -> String) -> Self {
        let entry = |spec: Spec, shown| Entry { spec, heading: heading(spec.column), shown };
        let mut entries: Vec<Entry> = shown.iter().map(|spec| entry(*spec, true)).collect();
        entries.extend(others.into_iter().map(|spec| entry(spec, false)));
        Self { entries, cursor: 0, before: shown.to_vec() }
    }

    /// The columns as they are to be shown.
    pub fn specs(&self) -> Vec<Spec> {
        self.entries.iter().filter(|entry| entry.shown).map(|entry| entry.spec).collect()
    }

    /// Handles a key.
    pub fn on_key(&mut self, key: Key) -> Outcome {
        let last = self.entries.len().saturating_sub(1);
        match (key.mods.ctrl, key.code) {
            (false, Code::Esc) | (true, Code::Char('c')) => return Outcome::Closed,
            (false, Code::Enter) => return Outcome::Answered(Answer::Columns(self.specs())),
            (false, Code::Down | Code::Char('j')) => self.cursor = (self.cursor + 1).min(last),
            (false, Code::Up | Code::Char('k')) => self.cursor = self.cursor.saturating_sub(1),
            (false, Code::Char('G') | Code::End) => self.cursor = last,
            (false, Code::Char('g') | Code::Home) => self.cursor = 0,
            (false, Code::Char(' ' | 'x') | Code::Tab) => self.toggle(),
            (false, Code::Char('J')) => self.carry(self.cursor + 1),
            (false, Code::Char('K')) => self.carry(self.cursor.wrapping_sub(1)),
            (false, Code::Char('l' | '+' | '>') | Code::Right) => self.widen(1),
            (false, Code::Char('h' | '-' | '<') | Code::Left) => self.widen(-1),
            (false, Code::Char('0')) => self.set_width(0),
            _ => return Outcome::Ignored,
        }
        Outcome::Meanwhile(Answer::Columns(self.specs()))
    }

    fn toggle(&mut self) {
        let only = self.entries.iter().filter(|entry| entry.shown).count() == 1;
        if let Some(entry) = self.entries.get_mut(self.cursor)
            && !(only && entry.shown)
        {
            entry.shown = !entry.shown;
        }
    }

    fn carry(&mut self, to: usize) {
        if to < self.entries.len() && self.cursor < self.entries.len() {
            self.entries.swap(self.cursor, to);
            self.cursor = to;
        }
    }

    fn widen(&mut self, by: i16) {
        if let Some(entry) = self.entries.get(self.cursor) {
            // from "what is left" one starts at a width that shows something
            let width = if entry.spec.width == 0 { 30 } else { entry.spec.width };
            self.set_width(width.saturating_add_signed(by).clamp(3, WIDEST));
        }
    }

    fn set_width(&mut self, width: u16) {
        if let Some(entry) = self.entries.get_mut(self.cursor) {
            entry.spec.width = width;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::term::sequence::keys;

    #[test]
    fn columns_come_go_move_and_widen() {
        let spec = |column, width| Spec { column, width, rank: 0 };
        let shown = [spec(Column::Id, 6), spec(Column::Title, 0)];
        let mut columns = Columns::new(&shown, vec![spec(Column::Gap, 4)], |column| column.name());
        for key in keys("llGx KK") {
            columns.on_key(key);
        }
        let specs = columns.specs();
        assert_eq!(specs, [spec(Column::Id, 8), spec(Column::Title, 0)], "twice x: gone again");
        for key in keys("x") {
            columns.on_key(key);
        }
        assert_eq!(columns.specs().first(), Some(&spec(Column::Gap, 4)));
    }

    #[test]
    fn one_column_always_stays() {
        let spec = Spec { column: Column::Id, width: 6, rank: 0 };
        let mut columns = Columns::new(&[spec], Vec::new(), |column| column.name());
        columns.on_key(Key::char('x'));
        assert_eq!(columns.specs(), [spec]);
    }
}
