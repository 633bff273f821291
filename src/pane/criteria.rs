//! Risk criteria in the making: changed step by step, judged all along, and taken as one transaction.

use super::Cx;
use crate::{
    assess::{Scale, criteria},
    change::Change,
    isms::{
        At, Criteria, Field, Isms, Kind, Level, Part as _, Record as _, Rule, Shape, Step, Words,
        from_words, in_words,
    },
    text::Value,
};
use chrono::NaiveDate;

/// The fields of the record that are changed here.
const KEYS: [&str; 10] = [
    "version",
    "date",
    "method",
    "appetite",
    "consequence_word",
    "likelihood",
    "consequence",
    "rule",
    "grid",
    "levels",
];

/// What of the criteria is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// The grid of levels.
    #[default]
    Grid,
    /// The steps of likelihood.
    Likelihood,
    /// The steps of consequence.
    Consequence,
    /// The levels.
    Levels,
    /// Version, method, appetite.
    Method,
}

impl View {
    /// All views, in the order of the tabs.
    pub const ALL: [View; 5] =
        [View::Grid, View::Likelihood, View::Consequence, View::Levels, View::Method];

    /// Its name on screen.
    pub fn title(self) -> &'static str {
        match self {
            View::Grid => "Grid",
            View::Likelihood => "Likelihood",
            View::Consequence => "Consequence",
            View::Levels => "Levels",
            View::Method => "Method",
        }
    }

    /// The field of the record that holds its parts; none: the record itself.
    pub fn list(self) -> Option<&'static str> {
        match self {
            View::Likelihood => Some("likelihood"),
            View::Consequence => Some("consequence"),
            View::Levels => Some("levels"),
            View::Grid | View::Method => None,
        }
    }

    /// The fields that are changed in it.
    pub fn fields(self) -> Vec<&'static Field> {
        match self {
            View::Grid => Vec::new(),
            // consequence has a meaning for each kind of it; likelihood is one frequency
            View::Likelihood => Step::FIELDS.iter().take(2).collect(),
            View::Consequence => Step::FIELDS.iter().collect(),
            View::Levels => Level::FIELDS.iter().collect(),
            View::Method => {
                let here = |field: &&Field| KEYS.iter().take(5).any(|key| *key == field.key);
                Criteria::FIELDS.iter().filter(here).collect()
            }
        }
    }
}

/// Criteria in the making.
#[derive(Debug, Clone, PartialEq)]
pub struct CriteriaDraft {
    fields: Vec<(String, Value)>,
    /// The same, as a record.
    pub criteria: Criteria,
}

impl CriteriaDraft {
    /// What stands in the file.
    pub fn of(isms: &Isms) -> Self {
        let stored = |key: &&str| isms.stored(Kind::Criteria, 0, key);
        let fields = KEYS.iter().map(|key| ((*key).to_string(), stored(key))).collect();
        Self::from(fields)
    }

    fn from(fields: Vec<(String, Value)>) -> Self {
        let written = fields.iter().filter(|(_, value)| *value != Value::Nothing).cloned();
        let criteria = criteria::of_value(&Value::Record(written.collect()));
        Self { fields, criteria }
    }

    /// The draft with ready-made fields; version, method and appetite stay.
    #[must_use]
    pub fn with(&self, ready: &[(String, Value)]) -> Self {
        let mut fields = self.fields.clone();
        for (key, value) in ready {
            if let Some((_, old)) = fields.iter_mut().find(|(known, _)| known == key) {
                *old = value.clone();
            }
        }
        Self::from(fields)
    }

    fn get(&self, key: &str) -> Value {
        let found = self.fields.iter().find(|(known, _)| known == key);
        found.map_or(Value::Nothing, |(_, value)| value.clone())
    }

    fn put(&mut self, key: &str, value: Value) {
        *self = self.with(&[(key.to_string(), value)]);
    }

    fn parts(&self, list: &str) -> Vec<Value> {
        match self.get(list) {
            Value::List(parts) => parts,
            _ => Vec::new(),
        }
    }

    /// How many rows a view has.
    pub fn rows(&self, view: View) -> usize {
        match view {
            View::Grid => self.criteria.likelihood.len(),
            View::Method => 1,
            _ => view.list().map_or(0, |list| self.parts(list).len()),
        }
    }

    /// A field of a row, in words.
    pub fn text(&self, view: View, row: usize, field: &Field) -> String {
        let value = match view.list() {
            None => self.get(field.key),
            Some(list) => {
                let parts = self.parts(list);
                parts
                    .get(row)
                    .and_then(|part| part.field(field.key))
                    .cloned()
                    .unwrap_or(Value::Nothing)
            }
        };
        in_words(field, &value)
    }

    /// Sets a field of a row from words.
    ///
    /// # Errors
    /// The words don't fit the field.
    pub fn set(
        &mut self,
        view: View,
        row: usize,
        field: &'static Field,
        text: &str,
        today: NaiveDate,
    ) -> Result<(), String> {
        let value = match field.shape {
            Shape::Line | Shape::Text if text.trim().is_empty() => Value::Nothing,
            _ => from_words(field, text, today)?,
        };
        let Some(list) = view.list() else {
            self.put(field.key, value);
            return Ok(());
        };
        let table = if view == View::Levels { Level::FIELDS } else { Step::FIELDS };
        let mut parts = self.parts(list);
        let old = parts.get(row).and_then(|part| part.field("id")).cloned();
        if let Some(Value::Record(fields)) = parts.get_mut(row) {
            fields.retain(|(known, _)| known != field.key);
            if value != Value::Nothing {
                fields.push((field.key.to_string(), value.clone()));
            }
            let place = |key: &str| table.iter().position(|known| known.key == key);
            fields.sort_by_key(|(key, _)| place(key));
        }
        self.put(list, Value::List(parts));
        // a level that gets another id keeps its cells
        if let (View::Levels, "id", Some(Value::Text(old)), Value::Text(new)) =
            (view, field.key, old, value)
        {
            let words = self.words();
            let renamed = words.into_iter().map(|line| {
                line.into_iter().map(|word| if word == old { new.clone() } else { word }).collect()
            });
            self.write_grid(renamed.collect());
        }
        Ok(())
    }

    /// The next word of a choice.
    pub fn next_choice(&mut self, view: View, row: usize, field: &'static Field, today: NaiveDate) {
        let choices = field.choices();
        let now = self.text(view, row, field);
        let at = choices.iter().position(|choice| choice.label == now);
        let next = at.map_or(0, |at| (at + 1) % choices.len().max(1));
        if let Some(choice) = choices.get(next) {
            // a word of the closed list always fits
            let _ = self.set(view, row, field, choice.label, today);
        }
    }

    /// One more step, or level, after a row; a new step starts as its neighbour is.
    pub fn add(&mut self, view: View, row: usize) {
        let Some(list) = view.list() else { return };
        let mut parts = self.parts(list);
        let at = (row + 1).min(parts.len());
        let words = self.words();
        parts.insert(at, Value::Record(new_part(view, &parts)));
        self.put(list, Value::List(parts));
        self.write_grid(match view {
            View::Likelihood => doubled(words, row),
            View::Consequence => words.into_iter().map(|line| doubled(line, row)).collect(),
            _ => return,
        });
    }

    /// One step, or level, less.
    pub fn remove(&mut self, view: View, row: usize) {
        let Some(list) = view.list() else { return };
        let mut parts = self.parts(list);
        if row >= parts.len() {
            return;
        }
        parts.remove(row);
        let words = self.words();
        self.put(list, if parts.is_empty() { Value::Nothing } else { Value::List(parts) });
        self.write_grid(match view {
            View::Likelihood => without(words, row),
            View::Consequence => words.into_iter().map(|line| without(line, row)).collect(),
            _ => return,
        });
    }

    /// The level of a cell, by its place among the levels; likelihood and consequence from 1.
    pub fn level(&self, likelihood: usize, consequence: usize) -> Option<usize> {
        let step = |n: usize| i64::try_from(n).ok();
        Scale::of(&self.criteria).rate(step(likelihood), step(consequence)).rated.level()
    }

    /// Gives a cell another level.
    ///
    /// # Errors
    /// The level of a cell follows from a product or a sum, or there is no such level.
    pub fn set_level(
        &mut self,
        likelihood: usize,
        consequence: usize,
        level: usize,
    ) -> Result<(), String> {
        if self.criteria.rule != Rule::Grid {
            let rule = self.criteria.rule.label();
            return Err(format!(
                "The level follows from the {rule}: r makes a free grid of it, or change \"From\" of the levels."
            ));
        }
        let Some(id) = self.criteria.levels.get(level).map(|level| level.id.to_string()) else {
            return Err("There is no such level.".to_string());
        };
        let mut words = self.whole_grid();
        let cell = likelihood
            .checked_sub(1)
            .and_then(|row| words.get_mut(row))
            .zip(consequence.checked_sub(1))
            .and_then(|(line, column)| line.get_mut(column));
        if let Some(cell) = cell {
            *cell = id;
        }
        self.write_grid(words);
        Ok(())
    }

    /// Free grid, product, sum: what follows today is kept as far as the next rule can say it.
    pub fn next_rule(&mut self) {
        let next = match self.criteria.rule {
            Rule::Grid => Rule::Product,
            Rule::Product => Rule::Sum,
            Rule::Sum => Rule::Grid,
        };
        if next == Rule::Grid {
            let words = self.whole_grid();
            self.put("rule", Value::Word(next.choice().word.to_string()));
            return self.write_grid(words);
        }
        self.put("rule", Value::Word(next.choice().word.to_string()));
        let levels = i64::try_from(self.criteria.levels.len()).unwrap_or(1).max(1);
        let (l, c) = (self.criteria.likelihood.len(), self.criteria.consequence.len());
        let steps = |n: usize| i64::try_from(n).unwrap_or(1);
        let (least, most) = match next {
            Rule::Sum => (2, steps(l) + steps(c)),
            _ => (1, steps(l) * steps(c)),
        };
        // the levels share the range evenly; a start, to be changed
        let mut parts = self.parts("levels");
        for (nth, part) in (0i64..).zip(&mut parts) {
            if let Value::Record(fields) = part {
                fields.retain(|(key, _)| key != "from");
                let from = least + (most - least + 1) * nth / levels;
                fields.push(("from".to_string(), Value::Int(from)));
                let place = |key: &str| Level::FIELDS.iter().position(|known| known.key == key);
                fields.sort_by_key(|(key, _)| place(key));
            }
        }
        self.put("levels", Value::List(parts));
    }

    /// The words of the grid as written, line by line.
    fn words(&self) -> Vec<Vec<String>> {
        let line = |line: &str| line.split_whitespace().map(str::to_string).collect();
        self.criteria.grid.iter().map(|text| line(text)).collect()
    }

    /// The level ids of all cells, by whatever rule; cells without a level are "?".
    fn whole_grid(&self) -> Vec<Vec<String>> {
        let (rows, columns) = (self.criteria.likelihood.len(), self.criteria.consequence.len());
        let cell = |l: usize, c: usize| {
            let level = self.level(l, c).and_then(|at| self.criteria.levels.get(at));
            level.map_or_else(|| "?".to_string(), |level| level.id.to_string())
        };
        (1..=rows).map(|l| (1..=columns).map(|c| cell(l, c)).collect()).collect()
    }

    /// Writes the grid; a line whose words stay the same keeps its blanks.
    fn write_grid(&mut self, words: Vec<Vec<String>>) {
        let wide = words.iter().flatten().map(|word| word.chars().count()).max().unwrap_or(1);
        let padded = |line: &Vec<String>| {
            let cells: Vec<String> = line.iter().map(|word| format!("{word:<wide$}")).collect();
            cells.join(" ").trim_end().to_string()
        };
        let before = self.words();
        let lines: Vec<Value> = words
            .iter()
            .enumerate()
            .map(|(nth, line)| match (before.get(nth), self.criteria.grid.get(nth)) {
                (Some(old), Some(text)) if old == line => Value::Text(text.to_string()),
                _ => Value::Text(padded(line)),
            })
            .collect();
        self.put("grid", if lines.is_empty() { Value::Nothing } else { Value::List(lines) });
    }

    /// What keeps these criteria from being used.
    pub fn broken(&self) -> Vec<String> {
        criteria::broken(&self.criteria)
    }

    /// What differs from the file, as changes.
    pub fn changes(&self, cx: Cx<'_>) -> Vec<Change> {
        let at = At::new(Kind::Criteria, Kind::Criteria.key());
        let changes = self.fields.iter();
        changes.filter_map(|(key, value)| Change::set(cx.isms, &at, key, value.clone())).collect()
    }
}

fn new_part(view: View, others: &[Value]) -> Vec<(String, Value)> {
    if view != View::Levels {
        return Vec::new();
    }
    let taken =
        |id: &str| others.iter().any(|o| o.field("id") == Some(&Value::Text(id.to_string())));
    let id = (1..).map(|n| format!("l{n}")).find(|id| !taken(id)).unwrap_or_default();
    vec![("id".to_string(), Value::Text(id))]
}

fn doubled<T: Clone>(mut items: Vec<T>, at: usize) -> Vec<T> {
    if let Some(item) = items.get(at).cloned() {
        items.insert(at, item);
    }
    items
}

fn without<T>(mut items: Vec<T>, at: usize) -> Vec<T> {
    if at < items.len() {
        items.remove(at);
    }
    items
}
