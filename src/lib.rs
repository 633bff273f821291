//! annexa: a terminal workbench for ISO/IEC 27001:2022 certification.
pub mod app;
pub mod assess;
pub mod change;
pub mod cli;
pub mod isms;
pub mod search;
pub mod settings;
pub mod standard;
pub mod store;
pub mod term;
pub mod text;
pub mod ui;
