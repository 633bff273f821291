//! `annexa check [FOLDER]`: what is wrong with the data, with file, line and column.

use super::{Answer, Failure, folder::Folder};
use crate::isms::{File, Isms, Problem, Severity, State, problems};
use std::path::{Path, PathBuf};

/// Arguments of `annexa check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The ISMS folder.
    #[arg(value_name = "FOLDER")]
    pub checked: Option<PathBuf>,
    /// As JSON: a list of problems.
    #[arg(long)]
    pub json: bool,
}

/// What is wrong with the data.
///
/// # Errors
/// There is no ISMS.
pub fn check(args: &Args, place: Option<&Path>) -> Result<Answer, Failure> {
    let folder = Folder::read(args.checked.as_deref().or(place))?;
    let mut found = problems(&folder.isms, &folder.standard);
    found.extend(crate::assess::problems(&folder.isms, &folder.assessment));
    found.extend(judged(&folder.isms));
    // file by file, each in the order of the text
    let file = |problem: &Problem| File::ALL.iter().position(|file| file.name() == problem.file);
    found.sort_by_key(|problem| (file(problem), problem.line, problem.column));
    let code = i32::from(!found.is_empty());
    let answer = match args.json {
        true => Answer::json(serde_json::to_value(&found).unwrap_or_default()),
        false => Answer::text(text(&found, &folder)),
    };
    Ok(answer.exit(code))
}

fn text(found: &[Problem], folder: &Folder) -> String {
    let mut text = String::new();
    for problem in found {
        let word = match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        text += &format!("{word}: {}\n", problem.to_string().replace('\n', " "));
    }
    let errors = found.iter().filter(|p| p.severity == Severity::Error).count();
    let warnings = found.len() - errors;
    let shown = folder.path.display();
    let records = crate::isms::Kind::ALL
        .into_iter()
        .map(|kind| {
            (0..folder.isms.len(kind)).filter(|row| folder.isms.is_written(kind, *row)).count()
        })
        .sum::<usize>();
    text + &match (errors, warnings) {
        (0, 0) => format!("Nothing is wrong with the {records} records of {shown}.\n"),
        _ => format!(
            "{errors} error(s), {warnings} warning(s) in the {records} records of {shown}.\n"
        ),
    }
}

/// What the `ron` crate refuses although our own reader took it: ron is the judge of what is valid.
fn judged(isms: &Isms) -> Vec<Problem> {
    File::ALL
        .into_iter()
        .filter(|file| isms.register(*file).state == State::Read)
        .filter_map(|file| {
            let error = ron::from_str::<serde::de::IgnoredAny>(&isms.register(file).text).err()?;
            Some(Problem {
                severity: Severity::Error,
                file: file.name(),
                line: error.span.start.line,
                column: error.span.start.col,
                id: String::new(),
                field: String::new(),
                message: format!("Not valid RON, says the ron crate: {}.", error.code),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{isms::Found, standard::Standard};

    #[test]
    fn ron_takes_what_we_ship() {
        let standard = Standard::load().unwrap();
        for name in ["demo", "template"] {
            let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name);
            let text = |file: File| std::fs::read_to_string(data.join(file.name())).unwrap();
            let isms = Isms::read(&standard, |file| Found::Text(text(file).into()));
            assert!(isms.is_whole());
            assert_eq!(judged(&isms), []);
        }
    }

    #[test]
    fn the_judge_does_look_at_the_whole_file() {
        for wrong in ["Risks(schema: 1, risks: [(id: \"R-1\" x: 1)])", "Risks(risks: [(a: 'ab')])"]
        {
            assert!(ron::from_str::<serde::de::IgnoredAny>(wrong).is_err(), "{wrong}");
        }
    }
}
