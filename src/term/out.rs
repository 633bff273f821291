//! The way out: standard output without std's line buffer, which would cut a frame at 1 KiB.

use std::io::{self, Write};

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;

/// Writes straight to standard output.
///
/// `write_all` on it takes up what a signal or a full pipe cut off.
#[derive(Debug, Default)]
pub struct Out;

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let stdout = rustix::stdio::stdout();
        loop {
            match rustix::io::write(stdout, bytes) {
                Ok(written) => return Ok(written),
                Err(Errno::INTR) => {}
                // another program sharing the terminal made it non-blocking: wait for room
                Err(Errno::AGAIN) => {
                    match poll(&mut [PollFd::new(&stdout, PollFlags::OUT)], None) {
                        Ok(_) | Err(Errno::INTR) => {}
                        Err(e) => return Err(e.into()),
                    }
                }
                Err(e) => return Err(e.into()),
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
