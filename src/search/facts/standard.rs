//! What the standard says: theme and attributes of a control (ISO/IEC 27002:2022), stage of a checklist item.

use super::RowFacts;
use crate::isms::{Kind, Words};
use crate::search::{name::Computed, want::Want};
use crate::standard::{
    Capability, Concept, Control, ControlType, Domain, Property, Stage, StageId, Theme,
};

impl<'a> RowFacts<'a> {
    fn control(&self) -> Option<&'a Control> {
        self.standard.control(self.key())
    }

    /// Whether the control has the attribute; controls from elsewhere have none.
    pub(super) fn has_attribute(&self, attribute: Computed) -> bool {
        if attribute == Computed::Set {
            return self.kind == Kind::Control && self.control().is_none();
        }
        self.control().is_some_and(|control| match attribute {
            Computed::New => control.new_in_2022,
            _ => true,
        })
    }

    /// Whether the attribute has the wanted value.
    pub(super) fn takes_attribute(&self, attribute: Computed, want: &Want) -> bool {
        if attribute == Computed::Set {
            return want.takes_name(self.set());
        }
        let Some(control) = self.control() else { return false };
        macro_rules! any {
            ($values:expr, $vocabulary:ty) => {
                $values.iter().any(|value| {
                    want.takes_word(value.label(), <$vocabulary>::ALL.iter().map(|v| v.label()))
                })
            };
        }
        match attribute {
            Computed::New => want.takes_flag(control.new_in_2022),
            Computed::Theme => any!([control.theme], Theme),
            Computed::Type => any!(control.control_type, ControlType),
            Computed::Concept => any!(control.cybersecurity_concepts, Concept),
            Computed::Capability => any!(control.operational_capabilities, Capability),
            Computed::Domain => any!(control.security_domains, Domain),
            Computed::Property => any!(control.information_security_properties, Property),
            _ => false,
        }
    }

    /// The set that a control is from.
    fn set(&self) -> &'a str {
        let own = self.isms.controls.row(self.row).filter(|_| self.kind == Kind::Control);
        match (self.control(), own.map(|control| &*control.set)) {
            (Some(_), _) => "Annex A",
            (None, Some("")) => "own",
            (None, set) => set.unwrap_or_default(),
        }
    }

    /// Whether a checklist item belongs to the wanted audit, or a gap would be raised at it.
    pub(super) fn takes_stage(&self, want: &Want) -> bool {
        if matches!(self.kind, Kind::Control | Kind::Clause) {
            let labels = StageId::ALL.iter().map(|stage| stage.label());
            let gap = self.assessment.gap(self.kind, self.row);
            return gap.is_some_and(|gap| want.takes_word(gap.stage.label(), labels));
        }
        let holds = |stage: &&Stage| stage.checklist.iter().any(|item| item.id == self.key());
        match self.standard.stages().iter().find(holds) {
            Some(stage) => {
                let labels = StageId::ALL.iter().map(|stage| stage.label());
                want.takes_word(stage.id.label(), labels)
            }
            None => self.place("stage").is_some_and(|place| self.takes_field(place, want)),
        }
    }
}
