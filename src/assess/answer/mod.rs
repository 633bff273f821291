//! The questions of the checklists, answered by the records: one file for each field of work.

mod context;
mod cycle;
mod improve;
mod review;
mod risk;
mod soa;

use super::{
    Assessment, Count,
    cx::Cx,
    item::{Computed, Target},
};
use crate::{isms::Stage, standard::Answer};

pub(super) use context::objectives;
pub(super) use improve::people;

/// What an answer is made from.
#[derive(Clone, Copy)]
struct Ask<'a> {
    cx: Cx<'a>,
    assessment: &'a Assessment,
    stage: Stage,
    /// Row of the item that asks.
    row: usize,
}

/// The answer of the records to a question, as it is asked for a stage.
pub(super) fn answer(
    cx: Cx<'_>,
    assessment: &Assessment,
    question: Answer,
    stage: Stage,
    row: usize,
) -> Computed {
    let ask = Ask { cx, assessment, stage, row };
    match question {
        Answer::ScopeDefined => context::scope(ask),
        Answer::PolicyApproved => context::policy(ask),
        Answer::ClimateDecided => context::climate(ask),
        Answer::InterestedParties => context::interested_parties(ask),
        Answer::ObjectivesSet => context::objectives_set(ask),
        Answer::MandatoryDocuments => context::documents(ask),
        Answer::ClausesAssessed => context::clauses(ask),
        Answer::MethodApproved => risk::method(ask),
        Answer::CriteriaDefined => risk::criteria(ask),
        Answer::RisksAssessed => risk::assessed(ask),
        Answer::TreatmentPlanApproved => risk::plan(ask),
        Answer::ResidualAccepted => risk::accepted(ask),
        Answer::SoaComplete => soa::complete(ask),
        Answer::SoaApproved => soa::approved(ask),
        Answer::ControlsImplemented => soa::implemented(ask),
        Answer::EvidenceCurrent => soa::evidence(ask),
        Answer::InternalAuditPlanned => review::audit_planned(ask),
        Answer::InternalAuditDone => review::audit_done(ask),
        Answer::ManagementReviewPlanned => review::review_planned(ask),
        Answer::ManagementReviewDone => review::review_done(ask),
        Answer::CompetenceEvidence => improve::competence(ask),
        Answer::NonconformitiesHandled => improve::handled(ask),
        Answer::CorrectiveActionsReviewed => improve::reviewed(ask),
        Answer::OverdueActions => improve::overdue(ask),
        Answer::Stage1ConcernsClosed => improve::stage1(ask),
        Answer::SurveillanceOnTime => cycle::on_time(ask),
        Answer::ChangesReported => cycle::reported(ask),
    }
}

fn met(why: impl Into<String>, leads_to: Target) -> Computed {
    Computed { met: true, why: why.into(), leads_to }
}

fn unmet(why: impl Into<String>, leads_to: Target) -> Computed {
    Computed { met: false, why: why.into(), leads_to }
}

/// Met if no row counts; else the sentence for one row or for several.
fn none_of(
    ask: Ask<'_>,
    count: Count,
    all_well: impl Into<String>,
    (one, several): (&str, &str),
) -> Computed {
    match ask.assessment.count(count) {
        0 => met(all_well, Target::Rows(count)),
        1 => unmet(format!("1 {one}."), Target::Rows(count)),
        many => unmet(format!("{many} {several}."), Target::Rows(count)),
    }
}
