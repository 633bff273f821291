//! annexa: a terminal workbench for ISO/IEC 27001:2022 certification.
//!
//! # The map
//!
//! Three ideas carry the program. The text is the truth: a register is its RON file, and a typed
//! record is a view of one piece of it. A change is a value: saving, undo, merge, diff and history
//! are one mechanism. A field is described once: forms, columns, filters and exports read one table.
//!
//! Each room knows only those above it; tests/house.rs holds the arrows.
//!
//! | room | what it is for |
//! |---|---|
//! | [`text`] | lossless RON: index, values, splices; knows RON and nothing else |
//! | [`standard`] | what ISO says, compiled in: controls, clauses, documents, stages |
//! | [`isms`] | what the organisation says: record types with their field tables, the registers |
//! | [`change`] | changes, transactions, undo and redo, three-way merge, diff |
//! | [`store`] | the folder: open, save, lock, watch, drafts |
//! | [`assess`] | pure judgement: levels, decisions, gaps, readiness, currency, coverage |
//! | [`search`] | folding, the filter language, ranking, the index of find |
//! | [`exchange`] | exports, one file a format |
//! | [`term`] | the terminal: session, keys, signals, the screen that writes few bytes |
//! | [`settings`] | what a person set for all folders: looks, keys, views |
//! | [`ui`] | roles, themes, glyphs, and the one sanitiser that all text passes |
//! | [`pane`] | what each pane lists and shows |
//! | [`layer`] | what lies over a pane: pickers, inputs, the editor, find, sheets, questions |
//! | [`app`] | the state, the table of actions, and what they do |
//! | [`draw`] | drawing; looks at the app, never changes it |
//! | [`run`] | the loop: wait, update, draw, carry out effects |
//! | [`cli`] | the command line, one file a subcommand |
pub mod app;
pub mod assess;
pub mod change;
pub mod cli;
pub mod draw;
pub mod exchange;
pub mod isms;
pub mod layer;
pub mod pane;
pub mod run;
pub mod search;
pub mod settings;
pub mod standard;
pub mod store;
pub mod term;
pub mod text;
pub mod ui;
