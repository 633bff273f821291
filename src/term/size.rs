//! How large the terminal is.

use ratatui::layout::Size;

/// The size to draw for: what the kernel says, else `$COLUMNS` and `$LINES`, else 80x24.
///
/// Serial lines and some containers report 0x0; drawing for that would show nothing.
#[must_use]
pub fn terminal() -> Size {
    let told = rustix::termios::tcgetwinsize(rustix::stdio::stdout()).ok();
    of(told.map(|w| (w.ws_col, w.ws_row)), &|name| std::env::var(name).ok())
}

fn of(told: Option<(u16, u16)>, env: &impl Fn(&str) -> Option<String>) -> Size {
    if let Some((width @ 1.., height @ 1..)) = told {
        return Size { width, height };
    }
    let number = |name| env(name).and_then(|v| v.trim().parse().ok()).filter(|n| *n > 0);
    Size { width: number("COLUMNS").unwrap_or(80), height: number("LINES").unwrap_or(24) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kernel_comes_before_the_environment() {
        let env = |name: &str| Some(if name == "LINES" { "50" } else { "132" }.to_owned());
        assert_eq!(of(Some((100, 30)), &env), Size::new(100, 30));
        assert_eq!(of(Some((0, 0)), &env), Size::new(132, 50));
        assert_eq!(of(None, &|_| Some("0".into())), Size::new(80, 24));
        assert_eq!(of(None, &|_| None), Size::new(80, 24));
    }
}
