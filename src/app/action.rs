//! The one table of actions: hints, help, palette, README and `annexa keys` are all made from it.

/// Where an action's keys work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// Everywhere, unless something above takes the key.
    Global,
    /// In every list and in the detail beside it.
    Records,
    /// In lists only.
    List,
    /// In the detail only.
    Detail,
    /// On the dashboard.
    Dashboard,
    /// Where controls are listed.
    Controls,
    /// Where clauses are listed.
    Clauses,
    /// Where risks are listed.
    Risks,
    /// Where the scope, its elements, parties and obligations are listed.
    Scope,
    /// On the heat map.
    HeatMap,
}

impl Context {
    /// All contexts.
    pub const ALL: [Context; 10] = [
        Context::Global,
        Context::Records,
        Context::List,
        Context::Detail,
        Context::Dashboard,
        Context::Controls,
        Context::Clauses,
        Context::Risks,
        Context::Scope,
        Context::HeatMap,
    ];

    /// The context's name, as keys.ron and help write it.
    pub fn name(self) -> &'static str {
        match self {
            Context::Global => "global",
            Context::Records => "records",
            Context::List => "list",
            Context::Detail => "detail",
            Context::Dashboard => "dashboard",
            Context::Controls => "controls",
            Context::Clauses => "clauses",
            Context::Risks => "risks",
            Context::Scope => "scope",
            Context::HeatMap => "heat-map",
        }
    }
}

/// What is known about an action.
#[derive(Debug, PartialEq, Eq)]
pub struct About {
    /// Name, as the palette and keys.ron write it.
    pub name: &'static str,
    /// A few words on what it does.
    pub words: &'static str,
    /// One or two words for the hint bar; empty: not shown there.
    pub hint: &'static str,
    /// Keys that run it by default.
    pub keys: &'static [&'static str],
    /// Where they work.
    pub context: Context,
    /// Whether it changes records, and so is refused when read-only.
    pub changes: bool,
}

macro_rules! actions {
    ($($variant:ident $name:literal $words:literal $hint:literal [$($key:literal)*] $context:ident $changes:ident;)+) => {
        /// Something that a person can do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action { $(#[doc = $words] $variant,)+ }

        impl Action {
            /// All actions, in the order in which help lists them.
            pub const ALL: &'static [Action] = &[$(Action::$variant),+];

            /// What is known about the action.
            pub fn about(self) -> &'static About {
                match self {
                    $(Action::$variant => &About {
                        name: $name, words: $words, hint: $hint, keys: &[$($key),*],
                        context: Context::$context, changes: actions!(@ $changes),
                    },)+
                }
            }
        }
    };
    (@ looks) => { false };
    (@ edits) => { true };
}

actions! {
    Down "down" "Next row" "" ["j" "down"] Global looks;
    Up "up" "Previous row" "" ["k" "up"] Global looks;
    Count "count" "How often: 05j moves five rows, 03. repeats on three" "" ["0"] Global looks;
    Top "top" "First row" "" ["g g" "home"] Global looks;
    Bottom "bottom" "Last row" "" ["G" "end"] Global looks;
    HalfDown "half-page-down" "Half a page down" "" ["ctrl-d"] Global looks;
    HalfUp "half-page-up" "Half a page up" "" ["ctrl-u"] Global looks;
    PageDown "page-down" "A page down" "" ["pagedown"] Global looks;
    PageUp "page-up" "A page up" "" ["pageup"] Global looks;
    Left "left" "To the left" "" ["h" "left"] Global looks;
    Right "right" "To the right" "" ["l" "right"] Global looks;
    Open "open" "Open: a row's detail, a field to edit, a figure's rows" "open" ["enter"] Global looks;
    Back "back" "Back: leave the detail, clear marks and filter" "" ["esc"] Global looks;
    SwitchFocus "switch-focus" "To the detail and back" "" ["tab" "shift-tab"] Records looks;
    EditRecord "edit-record" "Go through the record's fields" "edit" ["e"] Records looks;
    EditFile "edit-file" "Open the record's line of its file in $EDITOR" "" ["E"] Records edits;
    New "new" "New record" "new" ["n"] Records edits;
    Delete "delete" "Remove the record (asks; undo brings it back)" "" ["D"] Records edits;
    Undo "undo" "Undo" "undo" ["u"] Global edits;
    Redo "redo" "Redo" "" ["ctrl-r"] Global edits;
    Repeat "repeat" "Repeat the last change on this row, or on all marked rows" "repeat" ["."] Records edits;
    Mark "mark" "Mark the row" "mark" ["space"] List looks;
    MarkRange "mark-range" "Mark from the last mark to here" "" ["V"] List looks;
    MarkAll "mark-all" "Mark all that the filter shows, or none" "" ["*"] List looks;
    Filter "filter" "Filter as you type" "filter" ["/"] Records looks;
    Sort "sort" "Sort by another column" "" ["z s"] List looks;
    SortTurn "sort-turn" "Turn the order round" "" ["z r"] List looks;
    Group "group" "Group by another column" "" ["z g"] List looks;
    Columns "columns" "Columns: which, in which order, how wide" "" ["z c"] List looks;
    SaveView "save-view" "Save filter, order, groups and columns under a name" "" ["z w"] List looks;
    OpenView "open-view" "Open a saved view" "" ["z v"] Global looks;
    ForgetView "forget-view" "Forget a saved view" "" ["z d"] Global looks;
    NextTab "next-tab" "Next list of this pane" "list" ["t"] Global looks;
    PreviousTab "previous-tab" "Previous list of this pane" "" ["T"] Global looks;
    NextGap "next-gap" "Next row with a gap" "" ["] g"] List looks;
    PreviousGap "previous-gap" "Previous row with a gap" "" ["[ g"] List looks;
    NextUnjustified "next-unjustified" "Next control that needs a decision, a reason or a second look" "" ["] j"] Records looks;
    PreviousUnjustified "previous-unjustified" "Previous control that needs a decision, a reason or a second look" "" ["[ j"] Records looks;
    NextAwaiting "next-awaiting" "Session for management: the risks that await a decision, one by one" "" ["] a"] Global looks;
    PreviousAwaiting "previous-awaiting" "The same session, from the previous such risk" "" ["[ a"] Global looks;
    Find "find" "Find everywhere" "find" ["f" "ctrl-p"] Global looks;
    Palette "palette" "Run a command by name" "" [":"] Global looks;
    Help "help" "Keys that work here" "help" ["?"] Global looks;
    JumpBack "jump-back" "Back along the jumps" "" ["ctrl-o"] Global looks;
    JumpForward "jump-forward" "Forward along the jumps" "" ["g o"] Global looks;
    Dashboard "dashboard" "Dashboard" "" ["1"] Global looks;
    Controls "controls" "Controls: the Statement of Applicability" "" ["2"] Global looks;
    Clauses "clauses" "Clauses 4 to 10" "" ["3"] Global looks;
    Risks "risks" "Risks" "" ["4"] Global looks;
    Audit "audit" "Audit: checklists, audits, reviews" "" ["5"] Global looks;
    Documents "documents" "Documents" "" ["6"] Global looks;
    Evidence "evidence" "Evidence" "" ["7"] Global looks;
    Actions "actions" "Actions and nonconformities" "" ["8"] Global looks;
    Scope "scope" "Scope and context" "" ["9"] Global looks;
    Gaps "gaps" "All gaps, worst first" "" ["g G"] Global looks;
    Vitals "vitals" "Open what a vital sign counts, from anywhere" "" ["g v"] Global looks;
    GoRisks "go-risks" "Risks linked with this record" "" ["g r"] Records looks;
    GoControls "go-controls" "Controls linked with this record" "" ["g c"] Records looks;
    GoEvidence "go-evidence" "Evidence linked with this record" "" ["g e"] Records looks;
    GoDocuments "go-documents" "Documents linked with this record" "" ["g d"] Records looks;
    GoActions "go-actions" "Actions linked with this record" "" ["g a"] Records looks;
    GoFindings "go-findings" "Findings linked with this record" "" ["g f"] Records looks;
    GoClauses "go-clauses" "Clauses linked with this record" "" ["g l"] Records looks;
    Links "links" "All links of this record, in both directions" "" ["g k"] Records looks;
    Trail "trail" "The trail: risk, treatment, controls, evidence, decisions, audit" "" ["g t"] Records looks;
    Link "link" "Link with other records" "link" ["L"] Records edits;
    SetApplicable "set-applicable" "Applicable: yes, no, undecided" "applicable" ["a"] Controls edits;
    SetStatus "set-status" "Status" "status" ["s"] Records edits;
    SetOwner "set-owner" "Owner" "" ["o"] Records edits;
    SetDue "set-due" "Due date" "" ["d"] Records edits;
    SetReasons "set-reasons" "Reasons for inclusion" "" ["r"] Controls edits;
    Justify "justify" "Write the justification" "justify" ["J"] Controls edits;
    Walk "walk" "Decide and justify one control after the other" "walk" ["w"] Controls edits;
    TakeOver "take-over" "Take over a justification from a similar control" "" ["S"] Controls edits;
    Confirm "confirm-carried" "Confirm a carried entry with a sentence" "" ["c"] Controls edits;
    SetConformity "set-conformity" "Conformity" "conformity" ["a"] Clauses edits;
    Demands "demands" "The documents that this clause demands: go there, or make what is missing" "" ["g d"] Clauses looks;
    FoldAll "fold-all" "Open all subclauses to their lettered items, or shut them" "items" ["z a"] Clauses looks;
    Missing "missing" "Write what is missing" "missing" ["J"] Clauses edits;
    MakeAction "make-action" "Make an action of this gap or risk; of a scope element, a risk" "action" ["A" "+"] Records edits;
    Treat "treat" "Treatment: modify, avoid, share, retain" "treat" ["a"] Risks edits;
    Include "include-selected" "Include the excluded controls that the treatment selects" "" ["i"] Risks edits;
    Rate "rate" "Rate the risk today on the grid" "rate" ["R"] Risks edits;
    RateResidual "rate-residual" "Rate what remains after treatment on the grid" "" ["ctrl-t"] Risks edits;
    Decide "decide" "Decide: approve the plan, accept the residual risk, send back, revoke" "decide" ["A"] Risks edits;
    SetInside "set-inside" "Inside or outside; of a party, whether its needs are taken on" "in/out" ["a"] Scope edits;
    WhyInside "why-inside" "Write why; of a party, how its needs are taken on" "why" ["J"] Scope edits;
    Baseline "baseline" "Set the baseline of the scope, against which creep shows" "baseline" ["g b"] Scope edits;
    NextInCell "next-in-cell" "Next risk in this cell, for rating and deciding" "next" ["space"] HeatMap looks;
    HeatMode "heat-mode" "Heat map: today, residual, both" "mode" ["m"] HeatMap looks;
    RollForward "roll-forward" "Begin the next version of the SoA: entries count as carried, not reassessed" "" ["g N"] Global edits;
    Approve "approve" "Approve the SoA, the criteria or the scope" "" ["g A"] Global edits;
    WhoAmI "who-am-i" "Choose who is at the keyboard" "" ["g w"] Global looks;
    Criteria "criteria" "Risk criteria: change, or take ready-made ones" "" ["g C"] Global looks;
    Facts "facts" "What exists here, and so which controls are hard to exclude" "" ["g F"] Global edits;
    Problems "problems" "What is wrong with the data" "" ["g p"] Global looks;
    Drafts "drafts" "Drafts and changes that were not saved" "" ["g D"] Global looks;
    Conflicts "conflicts" "Fields that were changed on both sides" "" ["g x"] Global looks;
    Copy "copy" "Copy the id" "" ["y y"] Records looks;
    CopyField "copy-field" "Copy the field, or the title" "" ["y f"] Records looks;
    CopyRow "copy-row" "Copy the row as text" "" ["y r"] Records looks;
    Export "export" "Export what the pane shows (CSV, Markdown, JSON)" "" ["x"] Records looks;
    Save "save" "Save again what could not be saved" "" ["g s"] Global edits;
    Reload "reload" "Read the folder again" "" ["g R"] Global looks;
    Theme "theme" "Choose a theme" "" ["g T"] Global looks;
    Glyphs "glyphs" "Switch between unicode and ASCII" "" ["g u"] Global looks;
    Mouse "mouse" "Switch the mouse on or off" "" ["g m"] Global looks;
    Layout "layout" "Detail beside or below the list" "" ["g L"] Global looks;
    Messages "messages" "Earlier messages" "" ["g M"] Global looks;
    Tour "tour" "A tour in six steps" "" ["g ?"] Global looks;
    Redraw "redraw" "Draw the screen again" "" ["ctrl-l"] Global looks;
    Suspend "suspend" "Suspend to the shell" "" ["ctrl-z"] Global looks;
    Quit "quit" "Leave" "quit" ["q"] Global looks;
}

impl Action {
    /// The action with this name.
    pub fn named(name: &str) -> Option<Action> {
        Action::ALL.iter().copied().find(|action| action.about().name == name)
    }
}
