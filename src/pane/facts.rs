//! What the filter language may ask about a row of a list.

use super::{Cx, Row};
use crate::search::RowFacts;

/// The facts about one row.
pub fn of(cx: Cx<'_>, row: Row) -> RowFacts<'_> {
    RowFacts {
        isms: cx.isms,
        standard: cx.standard,
        assessment: cx.assessment,
        today: cx.today,
        kind: row.kind,
        row: row.row,
    }
}
