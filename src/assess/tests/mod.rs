//! Fixtures for the tests of judgement: registers from snippets of RON.

mod answers;
mod approvals;
mod clauses;
mod controls;
mod counts;
mod criteria;
mod currency;
mod decisions;
mod demo;
mod gaps;
mod improvement;
mod oracle;
mod parties;
mod risks;
mod scope;
mod smoke;
mod soa;
mod staleness;
mod tampering;

use crate::{
    assess::{
        Assessment, ControlIssue, ControlState, RiskIssue, RiskState, assess,
        decide::{Act, decision},
    },
    isms::{DecisionKind, File, Found, Isms, Kind},
    standard::Standard,
    text::{Value, write},
};
use chrono::NaiveDate;
use std::sync::OnceLock;

/// The day on which all tests take place.
pub const TODAY: &str = "2026-11-24";

/// People, criteria with four levels on a 5 x 5 grid, and one element.
pub const FRAME: &str = r#"
    organisation: (name: "Test", facts: [Cloud, RemoteWork]),
    elements: [(id: "SC-1", title: "Service", inside: In), (id: "SC-2", title: "Canteen", inside: Out)],
    obligations: [(id: "OB-1", title: "Law", controls: ["5.31"])],
    people: [
        (id: "anna", name: "Anna", role: "CTO", authority: [RiskOwner]),
        (id: "carl", name: "Carl", role: "CEO", authority: [TopManagement]),
        (id: "dora", name: "Dora", authority: [RiskOwner], left: "2026-06-30"),
        (id: "emil", name: "Emil"),
    ],
    criteria: (
        version: "1.0",
        method: "By scenarios.",
        likelihood: [(name: "1", meaning: "m"), (name: "2", meaning: "m"), (name: "3", meaning: "m"), (name: "4", meaning: "m"), (name: "5", meaning: "m")],
        consequence: [(name: "1", meaning: "m"), (name: "2", meaning: "m"), (name: "3", meaning: "m"), (name: "4", meaning: "m"), (name: "5", meaning: "m")],
        rule: Grid,
        grid: ["l l l m m", "l l m m h", "l m m h h", "m m h h c", "m h h c c"],
        levels: [
            (id: "l", name: "low", accept: ByDefault),
            (id: "m", name: "medium", accept: RiskOwner, months: 12),
            (id: "h", name: "high", accept: TopManagement, months: 6),
            (id: "c", name: "critical", accept: Never),
        ],
    ),
"#;

/// A risk that nothing is wrong with, but for the decisions that it still needs.
pub const RISK: &str = r#"id: "R-1", title: "Leak", cause: "Bug", event: "Disclosure", consequences: "Fine",
    owner: "anna", properties: [Confidentiality], elements: ["SC-1"], assessed: "2026-09-01",
    likelihood: 3, consequence: 4, knowledge: Strong, assets: ["Database"], threat: "Query", vulnerability: "Filter",
    existing: ["8.15"], treatment: Modify, controls: ["8.8"],
    residual_likelihood: 2, residual_consequence: 3,"#;

/// The control that the risk's treatment selects.
pub const CONTROL: &str = r#"id: "8.8", applicable: Yes, reasons: [Risk],
    justification: "Third-party code is built in; see R-1.", status: Partial, owner: "emil","#;

/// The action that brings the control about.
pub const ACTION: &str = r#"id: "A-1", title: "Patch", kind: Treatment, status: Open, risks: ["R-1"],
    controls: ["8.8"], owner: "emil", due: "2027-01-31", cost: "2 days","#;

pub fn today() -> NaiveDate {
    day(TODAY)
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn standard() -> &'static Standard {
    static STANDARD: OnceLock<Standard> = OnceLock::new();
    STANDARD.get_or_init(|| Standard::load().unwrap())
}

/// Registers of which only the named files exist; each snippet is what stands inside the root struct.
pub fn isms(files: &[(File, &str)]) -> Isms {
    let standard = standard();
    let isms = Isms::read(standard, |file| {
        let snippets = files.iter().filter(|(named, _)| *named == file).map(|(_, inside)| *inside);
        let inside: String = snippets.collect();
        if inside.is_empty() {
            return Found::Missing;
        }
        Found::Text(
            format!("#![enable(implicit_some)] {}(schema: 1, {inside})", file.root()).into(),
        )
    });
    for file in File::ALL {
        let state = &isms.register(file).state;
        assert!(isms.is_whole(), "{}: {state:?}", file.name());
        for kind in file.kinds() {
            for row in 0..isms.len(kind) {
                assert_eq!(isms.wrong(kind, row), [], "{kind:?} {row}");
            }
        }
    }
    isms
}

pub fn judged(isms: &Isms) -> Assessment {
    assess(isms, standard(), today())
}

/// The frame, the risk with further fields, the control and the action.
pub fn with_risk(risk: &str) -> Isms {
    world(risk, CONTROL, ACTION)
}

pub fn world(risk: &str, control: &str, action: &str) -> Isms {
    isms(&[
        (File::Isms, FRAME),
        (File::Risks, &format!("risks: [({risk})],")),
        (File::Controls, &format!("controls: [({control}), (id: \"8.15\", applicable: Yes)],")),
        (File::Actions, &format!("actions: [({action})],")),
    ])
}

/// A snippet in which the value of one field is another one.
pub fn with(snippet: &str, field: &str, value: &str) -> String {
    let found = snippet.split_once(&format!("{field}: "));
    let (before, rest) = found.unwrap_or_else(|| panic!("no {field}"));
    let (_, after) = rest.split_at(end_of_value(rest));
    format!("{before}{field}: {value}{after}")
}

/// Where a value ends: at the first comma outside brackets and quotes.
fn end_of_value(text: &str) -> usize {
    let (mut depth, mut quoted) = (0, false);
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '[' | '(' if !quoted => depth += 1,
            ']' | ')' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => return at,
            _ => {}
        }
    }
    text.len()
}

pub fn the_risk(isms: &Isms) -> RiskState {
    judged(isms).risks.remove(0)
}

pub fn risk_has(isms: &Isms, issue: fn(&RiskIssue) -> bool) -> bool {
    the_risk(isms).issues.iter().any(issue)
}

pub fn control(isms: &Isms, id: &str) -> ControlState {
    let row = isms.row(Kind::Control, id).unwrap();
    judged(isms).controls.remove(row)
}

pub fn control_has(isms: &Isms, id: &str, issue: fn(&ControlIssue) -> bool) -> bool {
    control(isms, id).issues.iter().any(issue)
}

pub fn act(kind: DecisionKind, by: &str) -> Act<'_> {
    Act {
        kind,
        by,
        recorded_by: "tester",
        made: day("2026-11-01"),
        until: None,
        note: "",
        conditions: "",
        revokes: "",
    }
}

/// A decision as it would stand in the file.
pub fn made(isms: &Isms, act: &Act<'_>) -> String {
    let value: Value = decision(isms, 0, act, day("2026-11-02")).unwrap();
    write(&value, "", "\n")
}

/// The risk with decisions appended.
pub fn deciding(risk: &str, decisions: &[String]) -> String {
    format!("{risk} decisions: [{}],", decisions.join(", "))
}
