//! The loop: wait, take all that is waiting, draw once, carry out what the app wants done.
//!
//! Everything outside meets here: the terminal, the folder, timers. Nothing ticks: with no key, no
//! signal and no change on the disk the process sleeps.

mod desk;
mod effect;
mod external;
#[cfg(debug_assertions)]
mod fault;
mod folder;
mod hear;
pub mod home;
mod log;
mod own;
mod timer;

use crate::{
    app::{App, Msg, Own, Said, Timer, geometry, own as taking},
    draw,
    standard::Standard,
    store::Folder,
    term::{
        caps,
        decode::Input,
        input, panic,
        screen::{self, Screen},
        session::{Modes, Session},
        signal::{self, Signal},
        size,
    },
    ui::Theme,
};
use desk::{Desk, News};
use ratatui::Terminal;
use std::{
    path::PathBuf,
    sync::{Arc, mpsc},
    time::Duration,
};

/// How the workbench is to be opened.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The folder; none: there is no ISMS here, offer to make one.
    pub folder: Option<Folder>,
    /// Where "create here" creates.
    pub here: PathBuf,
    /// Nothing is to be changed.
    pub read_only: bool,
    /// Where the person's files are.
    pub home: home::Home,
    /// Theme and mouse, if the command line said which.
    pub said: Said,
    /// Colours, if the command line said which.
    pub color: Option<caps::ColorChoice>,
    /// Drawing characters, if the command line said which.
    pub glyphs: Option<caps::GlyphSet>,
    /// A log file that holds no record's text.
    pub log: Option<PathBuf>,
    /// Whether to begin with the tour.
    pub tour: bool,
}

/// How the workbench ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// The exit code.
    pub code: i32,
    /// What went wrong, if it did, as sentences; the terminal has been given back.
    pub why: Option<String>,
}

/// Exit code after a panic, the same as for one that nobody caught.
const PANICKED: i32 = 101;

/// Runs the workbench until it is left.
///
/// # Errors
/// The sentence says why the terminal can't be used; it has been given back then.
pub fn run(options: Options) -> Result<Ended, String> {
    let env = |name: &str| std::env::var(name).ok();
    let own = options.home.read(options.asked(), &env, None);
    let patience = Duration::from_millis(own.settings.escape_ms);
    let mouse = options.said.mouse.unwrap_or(own.settings.mouse);
    let session = Session::new(Modes { mouse, title: own.settings.title });
    let (tell, news) = mpsc::channel();
    let panicked = tell.clone();
    panic::install_panic_hook(session.restorer(), move |report| {
        let _ = panicked.send(News::Panic(report));
    });
    let signals = tell.clone();
    let _watch = signal::spawn(move |signal| signals.send(News::Signal(signal)).is_ok())
        .map_err(|error| format!("Signals can't be handled: {error}."))?;
    session.enter().map_err(|refusal| refusal.to_string())?;
    let keys = tell.clone();
    let gate = input::spawn(patience, move |input| keys.send(News::Input(input)).is_ok())
        .map_err(|error| format!("Keys can't be read: {error}."))?;
    let app = app(&options, own)?;
    let out = crate::term::out::Out;
    let screen = Screen::new(out).erasing_with_background(caps::erases_with_background(&env));
    let terminal = Terminal::new(screen).map_err(|e| format!("The screen can't be used: {e}."))?;
    let mut desk = Desk::new(app, terminal, session, gate, tell, options);
    desk.open_folder();
    let code = work(&mut desk, &news);
    desk.close(&news);
    let why = desk.failed.take();
    // the process ends now: taking ten thousand records apart first would only keep a person waiting
    std::mem::forget(desk);
    Ok(Ended { code: code?, why })
}

fn app(options: &Options, own: Own) -> Result<App, String> {
    let standard = Standard::load().map_err(|error| error.to_string())?;
    let today = chrono::Local::now().date_naive();
    let mut app = App::new(Arc::new(standard), today, own.settings.clone());
    app.said = options.said.clone();
    app.theme = Theme::built_in("terminal", own.level).unwrap_or_default();
    taking::taken(&mut app, own, taking::Occasion::Start);
    let size = size::terminal();
    app.size = (size.width, size.height);
    app.place = options
        .folder
        .as_ref()
        .map_or_else(|| options.here.display().to_string(), |f| f.path.display().to_string());
    app.read_only = match (&options.folder, options.read_only) {
        (_, true) => Some("opened with --read-only".to_string()),
        (Some(folder), false) => folder.read_only.clone(),
        (None, false) => None,
    };
    Ok(app)
}

impl Options {
    /// What the command line said about looks.
    fn asked(&self) -> home::Asked {
        home::Asked { color: self.color, glyphs: self.glyphs }
    }
}

/// How long the first frame waits for the data of a small folder, so that it is drawn once.
const FIRST: Duration = Duration::from_millis(12);

fn work(desk: &mut Desk, news: &mpsc::Receiver<News>) -> Result<i32, String> {
    let mut first = true;
    loop {
        let wait = if first && desk.is_small() {
            Some(FIRST)
        } else if first {
            Some(Duration::ZERO)
        } else {
            desk.timers.wait()
        };
        first = false;
        let mut next = match wait {
            Some(wait) => match news.recv_timeout(wait) {
                Ok(news) => Some(news),
                Err(mpsc::RecvTimeoutError::Timeout) => None,
                Err(mpsc::RecvTimeoutError::Disconnected) => return Ok(1),
            },
            None => match news.recv() {
                Ok(news) => Some(news),
                Err(mpsc::RecvError) => return Ok(1),
            },
        };
        for timer in desk.timers.due() {
            if timer == Timer::Own {
                desk.read_own();
            }
            desk.app.update(Msg::Timer(timer));
        }
        let mut keys = 0;
        while let Some(one) = next {
            keys += usize::from(matches!(one, News::Input(Input::Key(_))));
            if let Some(end) = take(desk, one)? {
                return Ok(end);
            }
            if let Some(end) = desk.carry_out()? {
                return Ok(end);
            }
            next = news.try_recv().ok();
        }
        // many keys that came at once are answered in one frame, the detail with them
        if keys >= FLOOD {
            desk.app.follow_selection();
        }
        if let Some(end) = desk.carry_out()? {
            return Ok(end);
        }
        draw_frame(desk)?;
    }
}

/// So many keys in one batch were not pressed one by one: typed ahead, pasted, or held up on the way.
const FLOOD: usize = 16;

/// Takes note of one piece of news; a number is the exit code.
fn take(desk: &mut Desk, news: News) -> Result<Option<i32>, String> {
    match news {
        News::Input(Input::Key(key)) => desk.app.update(Msg::Key(key)),
        News::Input(Input::Paste(text)) => desk.app.update(Msg::Paste(text)),
        News::Input(Input::Mouse(mouse)) => desk.app.update(Msg::Mouse(mouse)),
        News::Input(Input::Focus(on)) => {
            desk.app.update(Msg::Focus(on));
            if on {
                desk.look_for_touched();
            }
        }
        News::Input(Input::Hangup) => {
            desk.app.update(Msg::End(1));
        }
        News::Signal(signal) => return on_signal(desk, signal),
        News::Msg(msg) => desk.app.update(*msg),
        News::Opened(opened) => desk.opened(*opened),
        News::Touched(files) => desk.look_at_disk(&files),
        News::OwnTouched => desk.timers.start(Timer::Own, own::QUIET),
        News::Panic(report) => {
            desk.app.keep_drafts();
            desk.carry_out()?;
            desk.failed = Some(format!(
                "Stopped because of an error of its own; what was typed is kept. {report}"
            ));
            return Ok(Some(PANICKED));
        }
    }
    Ok(None)
}

fn on_signal(desk: &mut Desk, signal: Signal) -> Result<Option<i32>, String> {
    #[cfg(debug_assertions)]
    fault::on_purpose(signal);
    match signal {
        Signal::Resize => {
            let size = size::terminal();
            desk.app.update(Msg::Resize(size.width, size.height));
            desk.clear()?;
        }
        Signal::Continue => {
            desk.session.renew().map_err(|refusal| refusal.to_string())?;
            desk.resume()?;
        }
        Signal::Stop => desk.suspend()?,
        Signal::Reload => {
            desk.read_own();
            desk.clear()?;
        }
        ending => {
            if let Some(code) = ending.exit_code() {
                desk.app.update(Msg::End(i32::from(code) - 128));
            }
        }
    }
    Ok(None)
}

fn draw_frame(desk: &mut Desk) -> Result<(), String> {
    if !desk.app.dirty {
        return Ok(());
    }
    desk.app.dirty = false;
    geometry::settle(&mut desk.app);
    let app = &desk.app;
    let drawn = desk.terminal.draw(|frame| {
        let buffer = frame.buffer_mut();
        let cursor = draw::draw(app, buffer);
        screen::settle(buffer);
        if let Some(cursor) = cursor {
            frame.set_cursor_position(cursor);
        }
    });
    drawn.map(|_| ()).map_err(|error| format!("The terminal can't be written to: {error}."))
}
