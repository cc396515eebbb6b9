//! What the command line, the environment and the terminal say about how to speak.

use std::io::{ErrorKind, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use jiff::civil::Date;
use roadmap_diag::Locale;

use crate::arguments::{Color, Global};

/// How to speak to the user.
#[derive(Debug)]
pub(crate) struct Environment {
    /// The language of messages.
    pub(crate) locale: Locale,
    /// Whether the flag or the environment chose the language, so that `roadmap.toml` does not.
    locale_is_chosen: bool,
    /// Whether standard error takes colours.
    pub(crate) color: bool,
    /// Columns of the terminal.
    pub(crate) width: usize,
    /// Say less.
    pub(crate) quiet: bool,
    /// Say more.
    pub(crate) verbose: bool,
    /// The plan's today.
    pub(crate) today: Date,
    /// Whether standard output could not be written.
    output_failed: AtomicBool,
}

/// Columns where there is no terminal to ask, so that logs are the same everywhere.
const WIDTH: usize = 100;

impl Environment {
    pub(crate) fn new(global: &Global) -> Self {
        let chosen = global.locale.map(Locale::from).or_else(locale_of_environment);
        let stderr = std::io::stderr();
        let color = match global.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => anstream::AutoStream::choice(&stderr) != anstream::ColorChoice::Never,
        };
        let width = stderr.is_terminal().then(|| terminal_size::terminal_size_of(&stderr)).flatten();
        Self {
            locale: chosen.unwrap_or_default(),
            locale_is_chosen: chosen.is_some(),
            color,
            width: width.map_or(WIDTH, |(width, _)| usize::from(width.0).clamp(40, 140)),
            quiet: global.quiet,
            verbose: global.verbose,
            today: global.as_of.unwrap_or_else(|| jiff::Zoned::now().date()),
            output_failed: AtomicBool::new(false),
        }
    }

    /// The language that a project asks for counts where the user has not chosen one.
    pub(crate) fn prefer(&mut self, locale: Option<Locale>) {
        if let Some(locale) = locale.filter(|_| !self.locale_is_chosen) {
            self.locale = locale;
        }
    }

    /// Writes to standard output.
    pub(crate) fn out(&self, text: &str) {
        if let Err(error) = put(&mut std::io::stdout().lock(), text) {
            self.err(&format!("{error}\n"));
            self.output_failed.store(true, Ordering::Relaxed);
        }
    }

    /// Whether something that had to be said could not be written.
    pub(crate) fn output_failed(&self) -> bool {
        self.output_failed.load(Ordering::Relaxed)
    }

    /// Writes to standard error.
    pub(crate) fn err(&self, text: &str) {
        // There is nobody left to tell.
        let _ = put(&mut std::io::stderr().lock(), text);
    }
}

/// A reader that has gone away (`| head`) is no error of ours.
fn put(stream: &mut dyn Write, text: &str) -> std::io::Result<()> {
    match stream.write_all(text.as_bytes()).and_then(|()| stream.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// `LC_ALL`, `LC_MESSAGES` and `LANG`, the first that is set; `C` asks for no language in particular.
fn locale_of_environment() -> Option<Locale> {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let tag = set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG"))?;
    let is_plain = matches!(tag.split('.').next(), Some("C" | "POSIX"));
    if is_plain { None } else { Locale::from_tag(&tag) }
}
