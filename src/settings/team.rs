//! Views for the team: `views.ron` in the ISMS folder, so that they are shared and reviewed like records.
//!
//! It is a file of its own, since who reads the records of an older version must not trip over it, and
//! since a view is nobody's statement about the ISMS: no register, no history, no audit trail.

use super::{NAMES_OF_TEAM, Settings, Trouble, View, read, save};

/// Name of the file in the ISMS folder.
pub const TEAM_FILE: &str = "views.ron";

/// Reads views.ron; a view that can't be understood is left out and told.
pub fn read_team(text: &str) -> (Vec<View>, Vec<Trouble>) {
    let (settings, troubles) = read::some(text, &NAMES_OF_TEAM);
    (settings.views, troubles)
}

/// The text of views.ron with these views; comments and order stay.
///
/// # Errors
/// The text is no RON; it is left alone then, and the sentence says where it breaks.
pub fn write_team(views: &[View], text: &str) -> Result<String, String> {
    let settings = Settings { views: views.to_vec(), ..Settings::default() };
    save::views(&settings, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_of_the_team_is_one_entry_more() {
        let view = View { name: "late".into(), list: "Actions".into(), ..View::default() };
        let text = write_team(std::slice::from_ref(&view), "").unwrap();
        assert_eq!(read_team(&text), (vec![view.clone()], Vec::new()));
        let mine = "// ours\n(\n    views: [\n        (name: \"a\", list: \"Risks\"), // Mondays\n    ],\n)\n";
        let (mut views, _) = read_team(mine);
        views.push(view);
        let more = write_team(&views, mine).unwrap();
        assert!(more.starts_with("// ours\n") && more.contains("// Mondays"), "{more}");
        assert_eq!(read_team(&more).0, views);
    }

    #[test]
    fn what_belongs_to_a_person_is_not_for_the_team() {
        let (views, troubles) = read_team("(theme: \"dark\", views: [])");
        assert!(views.is_empty());
        assert!(troubles[0].to_string().starts_with("1:2: annexa knows no setting `theme`"));
    }
}
