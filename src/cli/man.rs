//! `annexa man`: the manual page, made from the same table as the command line itself.

use super::{Answer, Args, Failure};
use clap::CommandFactory;
use clap_mangen::Man;

const ENVIRONMENT: &str = r#".SH "EXIT STATUS"
0 done; 1 refused, or something is wrong with the data; 2 wrong use, or it can't run here.
.SH ENVIRONMENT
.TP
ANNEXA_DIR
The ISMS folder, where none is named.
.TP
ANNEXA_CONFIG_DIR, XDG_CONFIG_HOME
Where settings, keys and themes are looked for.
.TP
NO_COLOR
No colours, unless \-\-color asks for them.
.TP
VISUAL, EDITOR
What opens texts and files outside of annexa.
"#;

/// The manual page: the program first, then each command.
///
/// # Errors
/// Never: it is written to memory.
pub fn man() -> Result<Answer, Failure> {
    let mut page = Vec::new();
    render(&mut page).map_err(|error| Failure::cannot(format!("No manual page: {error}.")))?;
    Ok(Answer::plain(page))
}

fn render(page: &mut Vec<u8>) -> std::io::Result<()> {
    let mut command = Args::command();
    command.build();
    Man::new(command.clone()).render(page)?;
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        let name = sub.get_name();
        page.extend(format!(".SH \"ANNEXA {}\"\n", name.to_uppercase()).bytes());
        let man = Man::new(sub.clone());
        let mut part = Vec::new();
        man.render_description_section(&mut part)?;
        man.render_synopsis_section(&mut part)?;
        man.render_options_section(&mut part)?;
        // sections of a command stand one step below those of the page
        let part = String::from_utf8_lossy(&part).replace("\n.SH ", "\n.SS ");
        page.extend(part.replacen(".SH ", ".SS ", usize::from(part.starts_with(".SH "))).bytes());
    }
    page.extend(ENVIRONMENT.bytes());
    Ok(())
}
