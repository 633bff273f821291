//! Timers of the app: at most one of each kind, and no wake-up without one.

use crate::app::Timer;
use std::time::{Duration, Instant};

/// Timers that run.
#[derive(Debug, Default)]
pub struct Timers(Vec<(Timer, Instant)>);

impl Timers {
    /// Starts a timer anew; 0 milliseconds stops it.
    pub fn start(&mut self, timer: Timer, millis: u64) {
        self.0.retain(|(known, _)| *known != timer);
        if millis > 0 {
            self.0.push((timer, Instant::now() + Duration::from_millis(millis)));
        }
    }

    /// How long until the next one is due; none if none runs.
    pub fn wait(&self) -> Option<Duration> {
        let next = self.0.iter().map(|(_, at)| *at).min()?;
        Some(next.saturating_duration_since(Instant::now()))
    }

    /// Takes those that are due.
    pub fn due(&mut self) -> Vec<Timer> {
        let now = Instant::now();
        let due = self.0.iter().filter(|(_, at)| *at <= now).map(|(timer, _)| *timer).collect();
        self.0.retain(|(_, at)| *at > now);
        due
    }
}
