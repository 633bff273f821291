//! Arguments in, exit code out.

use std::{env, io::IsTerminal, process::ExitCode};

fn main() -> ExitCode {
    // for reports only; the environment may hold secrets, and a report is made to be passed on
    let hooks = color_eyre::config::HookBuilder::default().display_env_section(false);
    let plain = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
        || !std::io::stderr().is_terminal();
    let hooks = if plain { hooks.theme(color_eyre::config::Theme::new()) } else { hooks };
    if let Err(error) = hooks.install() {
        eprintln!("annexa: Reports of crashes will be plain: {error}.");
    }
    let code = annexa::cli::run(env::args_os());
    ExitCode::from(u8::try_from(code).unwrap_or(2))
}
