//! Nothing to do costs nothing.

use crate::{cli_support::Place, workbench::on};
use std::{thread, time::Duration};

/// What a process has used up so far.
#[derive(Debug, PartialEq, Eq)]
struct Used {
    /// Times it gave up the processor of its own accord, over all threads.
    switches: u64,
    /// Nanoseconds on a processor, over all threads.
    nanos: u64,
}

fn used(pid: i32) -> Used {
    let tasks = std::fs::read_dir(format!("/proc/{pid}/task")).unwrap();
    let mut used = Used { switches: 0, nanos: 0 };
    for task in tasks.flatten() {
        let read = |name: &str| std::fs::read_to_string(task.path().join(name)).unwrap_or_default();
        let number = |text: &str| text.trim().parse::<u64>().unwrap_or_default();
        let status = read("status");
        let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
        used.switches += line.map_or(0, number);
        used.nanos += read("schedstat").split_whitespace().next().map_or(0, number);
    }
    used
}

#[test]
fn idle_is_idle() {
    let place = Place::demo();
    let terminal = on(&place).controls();
    let pid = terminal.pid().as_raw_nonzero().get();
    // at rest: the detail has followed, the watcher watches, what was read is judged
    let mut before = (used(pid), terminal.stream().len());
    loop {
        thread::sleep(Duration::from_millis(300));
        let now = (used(pid), terminal.stream().len());
        if now == before {
            break;
        }
        before = now;
    }
    let said = std::env::var("ANNEXA_IDLE").ok().and_then(|text| text.parse().ok());
    thread::sleep(Duration::from_secs(said.unwrap_or(2)));
    let after = (used(pid), terminal.stream().len());
    assert_eq!(after, before);
    // and it did not sleep for good: another program's change is seen
    let text = place.text("controls.ron").replacen("status: Implemented", "status: Planned", 1);
    place.write("controls.ron", &text);
    terminal.wait("changed by another program");
}
