//! Risk criteria: scales, grid, levels, who may accept what (6.1.2 a).

use super::super::{
    Acceptance, Approval, ConsequenceWord, LevelColour, Part, Parts, Rule, Shape, Text, Words,
    part, record,
};
use chrono::NaiveDate;

part! {
    /// One step of a scale, with its meaning in writing.
    Step {
        name: Text = "Name", Shape::Line, "The step's word.";
        meaning: Text = "Meaning", Shape::Text, "What the step means: a frequency, or a consequence in general.";
        money: Text = "Money", Shape::Line, "Financial loss at this step.";
        operation: Text = "Operation", Shape::Line, "Effect on operation.";
        legal: Text = "Legal", Shape::Line, "Legal effect.";
        people: Text = "People", Shape::Line, "Effect on people.";
        reputation: Text = "Reputation", Shape::Line, "Effect on reputation.";
    }
}

part! {
    /// One level of risk, lowest first.
    Level {
        id: Text = "ID", Shape::Line, "Short id, used in the grid.";
        name: Text = "Name", Shape::Line, "The level's word.";
        letter: Text = "Letter", Shape::Line, "One letter for the heat map without colours.";
        colour: LevelColour = "Colour", Shape::Choice(LevelColour::WORDS), "Colour on screen.";
        from: Option<i64> = "From", Shape::Number(0, 1_000_000), "With product or sum: the lowest result of this level.";
        accept: Acceptance = "Accepted by", Shape::Choice(Acceptance::WORDS), "Who may accept a residual risk of this level.";
        months: Option<i64> = "For months", Shape::Number(1, 120), "How long an acceptance holds at most.";
    }
}

record! {
    /// The risk criteria and the method (6.1.2 a and b).
    Criteria: Criteria {
        version: Text = "Version", Shape::Line, "Version of the criteria; decisions record it.";
        date: Option<NaiveDate> = "Date", Shape::Date, "Date of that version.";
        method: Text = "Method", Shape::Text, "How risks are identified, analysed and evaluated, in a few sentences.";
        appetite: Text = "Appetite", Shape::Text, "What the organisation is ready to carry.";
        consequence_word: ConsequenceWord = "Consequence is called", Shape::Choice(ConsequenceWord::WORDS), "Word on screen.";
        likelihood: Parts<Step> = "Likelihood scale", Shape::Parts(Step::FIELDS), "Steps, lowest first.";
        consequence: Parts<Step> = "Consequence scale", Shape::Parts(Step::FIELDS), "Steps, lowest first.";
        rule: Rule = "Level from", Shape::Choice(Rule::WORDS), "Grid, product or sum.";
        grid: Vec<Text> = "Grid", Shape::Lines, "One line a likelihood, lowest first; level ids for each consequence, separated by blanks.";
        levels: Parts<Level> = "Levels", Shape::Parts(Level::FIELDS), "Levels of risk, lowest first, with who may accept them.";
        approvals: Parts<Approval> = "Approvals", Shape::Parts(Approval::FIELDS), "Who approved which version of the method, when.";
        notes: Text = "Notes", Shape::Text, "For colleagues.";
    }
}
