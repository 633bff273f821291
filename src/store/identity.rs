//! Who is at the keyboard: the login name and what git knows, matched to a person of the ISMS.
//!
//! A hint, not a proof; it is shown, and one can choose somebody else. Two people who match equally
//! well are not decided between.

use crate::isms::{Isms, Person};
use std::{
    env,
    io::Read,
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc::channel,
    thread,
    time::Duration,
};

/// git answers in milliseconds, or hangs on a dead network drive.
const PATIENCE: Duration = Duration::from_millis(500);

/// What is known of who is at the keyboard.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identity {
    /// Login name.
    pub login: Option<String>,
    /// git's `user.email`.
    pub email: Option<String>,
    /// git's `user.name`.
    pub name: Option<String>,
}

impl Identity {
    /// All that is known, in the order in which it counts.
    pub fn words(&self) -> Vec<String> {
        [&self.email, &self.login, &self.name].into_iter().flatten().cloned().collect()
    }
}

/// Finds out who is at the keyboard, as git in that folder sees it.
pub fn identify(folder: &Path) -> Identity {
    let mut identity = Identity { login: login(), ..Identity::default() };
    for entry in git_config(folder).unwrap_or_default().split('\0') {
        // what stands last counts: the folder's own setting comes after the user's
        match entry.split_once('\n') {
            Some(("user.email", email)) => identity.email = filled(email),
            Some(("user.name", name)) => identity.name = filled(name),
            _ => {}
        }
    }
    identity
}

fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_string())
}

fn login() -> Option<String> {
    let said = ["LOGNAME", "USER"].into_iter().find_map(|key| filled(&env::var(key).ok()?));
    said.or_else(|| {
        let uid = rustix::process::getuid().as_raw().to_string();
        let users = std::fs::read_to_string("/etc/passwd").ok()?;
        users.lines().find_map(|line| {
            let mut fields = line.split(':');
            let name = fields.next()?;
            (fields.nth(1)? == uid).then(|| name.to_string())
        })
    })
}

fn git_config(folder: &Path) -> Option<String> {
    let mut git = Command::new("git")
        .args(["config", "--null", "--get-regexp", r"^user\.(email|name)$"])
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let answer = listen(&mut git);
    // it has answered, or it hangs; either way it is not waited for
    let _ = git.kill();
    let _ = git.wait();
    answer
}

fn listen(git: &mut Child) -> Option<String> {
    let mut out = git.stdout.take()?;
    let (tell, answer) = channel();
    thread::Builder::new()
        .name("git".into())
        .spawn(move || {
            let mut text = String::new();
            let read = out.read_to_string(&mut text);
            // nobody waits any more: git was too slow
            let _ = tell.send(read.ok().map(|_| text));
        })
        .ok()?;
    answer.recv_timeout(PATIENCE).ok()?
}

/// The key of the person who is at the keyboard, if exactly one matches best.
pub fn match_person(isms: &Isms, identity: &Identity) -> Option<String> {
    let same = |a: &str, b: &Option<String>| {
        let a = a.trim();
        !a.is_empty() && b.as_ref().is_some_and(|b| a.eq_ignore_ascii_case(b.trim()))
    };
    let by_email = |person: &Person| {
        same(&person.email, &identity.email)
            || person.logins.iter().any(|login| same(login, &identity.email))
    };
    let by_login = |person: &Person| person.logins.iter().any(|login| same(login, &identity.login));
    for way in 0..4 {
        let people = (0..isms.people.len())
            .filter_map(|row| Some((isms.people.key(row)?, isms.people.row(row)?)));
        let mut found = people.filter(|(key, p)| {
            p.left.is_none()
                && match way {
                    0 => by_email(p),
                    1 => by_login(p),
                    2 => same(key, &identity.login),
                    _ => same(&p.name, &identity.name),
                }
        });
        match (found.next(), found.next()) {
            (Some((key, _)), None) => return Some(key.to_string()),
            (Some(_), Some(_)) => return None,
            (None, _) => {}
        }
    }
    None
}
