//! Audit programme, audits and surveillance visits (9.2).

use super::super::{AuditKind, EventStatus, Kind, Shape, Stage, Text, Words, record};
use chrono::NaiveDate;

record! {
    /// The internal audit programme (9.2.2).
    Programme: Programme {
        period: Text = "Period", Shape::Line, "The period it covers.";
        frequency: Text = "Frequency", Shape::Line, "How often what is audited.";
        methods: Text = "Methods", Shape::Text, "How audits are done.";
        responsibilities: Text = "Responsibilities", Shape::Text, "Who plans, audits, reports.";
        reporting: Text = "Reporting", Shape::Text, "To whom results are reported.";
        owner: Text = "Owner", Shape::Person, "Who keeps it.";
        notes: Text = "Notes", Shape::Text, "For colleagues.";
    }
}

record! {
    /// One audit (9.2).
    Audit: Audit {
        title: Text = "Audit", Shape::Line, "Short name.";
        kind: AuditKind = "Kind", Shape::Choice(AuditKind::WORDS), "Who audits whom.";
        status: EventStatus = "Status", Shape::Choice(EventStatus::WORDS), "Where it stands.";
        planned: Option<NaiveDate> = "Planned", Shape::Date, "Planned day.";
        start: Option<NaiveDate> = "Start", Shape::Date, "First day.";
        end: Option<NaiveDate> = "End", Shape::Date, "Last day.";
        criteria: Text = "Criteria", Shape::Text, "Against what (9.2.2 a).";
        scope: Text = "Scope", Shape::Text, "What (9.2.2 a).";
        clauses: Vec<Text> = "Clauses", Shape::Links(&[Kind::Clause]), "Clauses covered.";
        controls: Vec<Text> = "Controls", Shape::Links(&[Kind::Control]), "Controls covered.";
        elements: Vec<Text> = "Scope elements", Shape::Links(&[Kind::Element]), "Sites, services, suppliers covered.";
        auditors: Vec<Text> = "Auditors", Shape::Lines, "Persons of isms.ron by id, or outsiders by name (9.2.2 b).";
        recipients: Vec<Text> = "Report to", Shape::People, "Who got the report (9.2.2 c).";
        report: Text = "Report", Shape::Link(&[Kind::Document, Kind::Evidence]), "The report.";
        findings: Vec<Text> = "Findings", Shape::Links(&[Kind::Nonconformity]), "What was found.";
        conclusion: Text = "Conclusion", Shape::Text, "In a few sentences.";
        notes: Text = "Notes", Shape::Text, "For colleagues.";
    }
}

record! {
    /// One surveillance visit or recertification.
    Visit: Visit {
        title: Text = "Visit", Shape::Line, "Short name.";
        stage: Stage = "Stage", Shape::Choice(Stage::WORDS), "Which visit of the cycle.";
        from: Option<NaiveDate> = "Window from", Shape::Date, "First possible day.";
        to: Option<NaiveDate> = "Window to", Shape::Date, "Last possible day.";
        date: Option<NaiveDate> = "Date", Shape::Date, "Agreed or actual day.";
        status: EventStatus = "Status", Shape::Choice(EventStatus::WORDS), "Where it stands.";
        clauses: Vec<Text> = "Clauses", Shape::Links(&[Kind::Clause]), "Clauses in focus.";
        controls: Vec<Text> = "Controls", Shape::Links(&[Kind::Control]), "Controls in focus.";
        findings: Vec<Text> = "Findings", Shape::Links(&[Kind::Nonconformity]), "What was found.";
        outcome: Text = "Outcome", Shape::Text, "Result.";
        notes: Text = "Notes", Shape::Text, "For colleagues.";
    }
}
