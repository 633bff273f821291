//! What the rows of the tree of clauses show: cells of headings and lettered items, and their details.

use super::{
    Cx, Part, Row,
    column::{Cell, Column},
    detail::{Line, Target},
    state_cell::word_role,
    tree,
};
use crate::{
    assess::{Lettered, lettered},
    isms::{Conformity, Words},
    ui::Role,
};

fn text(text: impl Into<String>, role: Role) -> Cell {
    Cell { text: text.into(), role }
}

/// The lettered item of a row.
pub fn item(cx: Cx<'_>, row: Row) -> Option<Lettered<'_>> {
    match row.part {
        Part::Item(nth) => lettered(cx.isms, cx.standard, row.row).get(nth).copied(),
        _ => None,
    }
}

/// The cell of a heading or a lettered item.
pub fn cell(cx: Cx<'_>, row: Row, column: Column) -> Cell {
    match (row.part, column) {
        (Part::Heading(nth), _) => heading_cell(cx, row, nth, column),
        (_, Column::Id) => text(item(cx, row).map_or("", |item| item.label), Role::Dim),
        (_, Column::Title) => text(title(cx, row), Role::Text),
        (_, Column::Field("conformity")) => {
            let conformity = item(cx, row).map(|item| item.conformity).unwrap_or_default();
            text(conformity.label(), word_role(conformity.label()))
        }
        (_, Column::Gap) => {
            let whole = cx.assessment.clauses.get(row.row).map(|state| state.conformity);
            let mine = item(cx, row).map(|item| (item.written, item.conformity));
            match (whole, mine) {
                (Some(Conformity::Conforming), Some((true, mine)))
                    if mine != Conformity::Conforming =>
                {
                    text("≠", Role::Bad)
                }
                _ => text("", Role::Text),
            }
        }
        _ => text("", Role::Text),
    }
}

fn heading_cell(cx: Cx<'_>, row: Row, nth: usize, column: Column) -> Cell {
    let clause = cx.standard.clauses().get(nth);
    match column {
        Column::Id => text(clause.map_or("", |clause| clause.id), Role::Title),
        Column::Title => text(clause.map_or("", |clause| clause.title), Role::Title),
        Column::Field("conformity") => {
            let (conforming, all) = tree::conforming(cx, row);
            let role = if conforming == all { Role::Ok } else { Role::Dim };
            text(format!("{conforming} of {all}"), role)
        }
        _ => text("", Role::Text),
    }
}

/// The title of a heading, or the text of an item with its note.
pub fn title(cx: Cx<'_>, row: Row) -> String {
    if let Part::Heading(nth) = row.part {
        return cx.standard.clauses().get(nth).map_or("", |clause| clause.title).to_string();
    }
    let Some(item) = item(cx, row) else { return String::new() };
    match (item.text, item.note) {
        ("", note) => note.to_string(),
        (text, _) => text.to_string(),
    }
}

/// The detail of a heading or a lettered item.
pub fn lines(cx: Cx<'_>, row: Row) -> Vec<Line> {
    match row.part {
        Part::Heading(nth) => heading_lines(cx, row, nth),
        _ => item_lines(cx, row),
    }
}

fn item_lines(cx: Cx<'_>, row: Row) -> Vec<Line> {
    let Some(item) = item(cx, row) else { return Vec::new() };
    let mut lines = vec![Line::new("Asks for", item.text, Role::Text)];
    let word = item.conformity.label();
    let line = Line::new("Conformity", word, word_role(word));
    lines.push(line.to(Target::Field("conformity")));
    let note = if item.note.is_empty() { "–" } else { item.note };
    let role = if item.note.is_empty() { Role::Dim } else { Role::Text };
    lines.push(Line::new("Note", note, role).to(Target::Field("note")));
    lines.push(Line::new("", "", Role::Text));
    let Some(state) = cx.assessment.clauses.get(row.row) else { return lines };
    if let Some(at) = row.whole().at(cx) {
        let title = cx.standard.clause(&at.key).map_or("", |clause| clause.title);
        let words = format!("{} {title} · {}", at.key, state.conformity.label());
        lines.push(Line::new("Subclause", words, Role::Link).to(Target::Record(at)));
    }
    lines.push(Line::new("Its items", state.items.in_words(), Role::Text));
    let contradictions = state.issues.iter().filter(|issue| issue.is_contradiction());
    lines.extend(contradictions.map(|issue| Line::new("", issue.sentence(cx.isms), Role::Bad)));
    lines
}

fn heading_lines(cx: Cx<'_>, row: Row, nth: usize) -> Vec<Line> {
    let Some(clause) = cx.standard.clauses().get(nth) else { return Vec::new() };
    let (conforming, all) = tree::conforming(cx, row);
    let mut lines = vec![
        Line::new("About", clause.summary, Role::Text),
        Line::new("Conforming", format!("{conforming} of {all} subclauses"), Role::Text),
        Line::new("", "", Role::Text),
    ];
    for (below, state) in tree::below(cx, row) {
        let Some(at) = below.at(cx) else { continue };
        let title = cx.standard.clause(&at.key).map_or("", |clause| clause.title);
        let words = format!("{} {title} · {}", at.key, state.conformity.label());
        lines.push(Line::new("", words, Role::Link).to(Target::Record(at)));
    }
    lines.push(Line::new("", "", Role::Text));
    lines.push(Line::new("", EXCLUDED, Role::Dim));
    lines
}

/// Why no clause can be left out.
pub const EXCLUDED: &str = "Clauses 4 to 10 can't be excluded: whoever claims conformity meets all of them. Only controls of Annex A can be.";
