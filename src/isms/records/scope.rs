//! The scope of the ISMS: the statement and its elements (4.3).

use super::super::{
    Approval, ElementKind, InOut, Part, Parts, Sensitivity, Shape, Text, Words, part, record,
};
use chrono::NaiveDate;

part! {
    /// An element as it stood when the baseline was set.
    Stood {
        id: Text = "Element", Shape::Line, "Its id.";
        title: Text = "Title", Shape::Line, "What it was called.";
        inside: InOut = "In scope", Shape::Choice(InOut::WORDS), "Whether it was inside.";
        data: Sensitivity = "Data", Shape::Choice(Sensitivity::WORDS), "The most sensitive data it held.";
        admin_access: bool = "Admin access", Shape::YesNo, "Whether people there could administer systems in scope.";
    }
}

record! {
    /// The scope statement (4.3).
    Scope: Scope {
        statement: Text = "Statement", Shape::Text, "Boundaries and applicability of the ISMS, as an auditor reads them.";
        certificate_wording: Text = "Certificate wording", Shape::Text, "The short public text.";
        interfaces: Text = "Interfaces", Shape::Text, "Interfaces and dependencies with others (4.3 c).";
        exclusions: Text = "Left out", Shape::Text, "What is left out, and why.";
        version: Text = "Version", Shape::Line, "Version of the statement.";
        date: Option<NaiveDate> = "Date", Shape::Date, "Date of that version.";
        owner: Text = "Owner", Shape::Person, "Who keeps it.";
        baseline: Option<NaiveDate> = "Baseline", Shape::Date, "What came in, grew or went out after this day is shown as creep.";
        baseline_version: Text = "Baseline version", Shape::Line, "Version of the statement at that day.";
        baseline_elements: Parts<Stood> = "Baseline elements", Shape::Parts(Stood::FIELDS), "What stood inside and outside then; g b takes it down.";
        approvals: Parts<Approval> = "Approvals", Shape::Parts(Approval::FIELDS), "Who approved which version, when.";
        notes: Text = "Notes", Shape::Text, "For colleagues.";
    }
}

record! {
    /// One element of the scope: in or out, since when, why (4.3).
    Element: Element {
        title: Text = "Element", Shape::Line, "What it is called.";
        kind: ElementKind = "Kind", Shape::Choice(ElementKind::WORDS), "What it is.";
        inside: InOut = "In scope", Shape::Choice(InOut::WORDS), "Whether it is inside the ISMS.";
        since: Option<NaiveDate> = "Since", Shape::Date, "Since when that holds.";
        reason: Text = "Reason", Shape::Text, "Why it is in or out.";
        decided_by: Text = "Decided by", Shape::Person, "Who decided.";
        owner: Text = "Owner", Shape::Person, "Who answers for it.";
        data: Sensitivity = "Data", Shape::Choice(Sensitivity::WORDS), "The most sensitive data it holds or handles.";
        critical: bool = "Critical", Shape::YesNo, "Whether the organisation can't do without it.";
        customer: bool = "Serves customers", Shape::YesNo, "Whether customers depend on it.";
        admin_access: bool = "Admin access", Shape::YesNo, "Whether people there can administer systems that are in scope.";
        notes: Text = "Notes", Shape::Text, "For colleagues.";
    }
}
