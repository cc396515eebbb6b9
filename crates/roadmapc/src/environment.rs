//! What the command line, the environment and the terminal say about how to speak.

use std::io::{ErrorKind, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use jiff::civil::Date;
use roadmap_diag::Locale;
use roadmap_report::Terminal;

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
    /// Standard output: its columns, and whether it takes colours.
    pub(crate) page: Terminal,
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

/// Whether a stream takes colours.
fn color(asked: Color, stream: &impl anstream::stream::RawStream) -> bool {
    match asked {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => anstream::AutoStream::choice(stream) != anstream::ColorChoice::Never,
    }
}

/// What `COLUMNS` says, which users set where no terminal can be asked.
fn columns() -> Option<usize> {
    std::env::var("COLUMNS").ok()?.parse().ok().filter(|columns| *columns > 0)
}

fn size(asked: Option<(terminal_size::Width, terminal_size::Height)>) -> Option<usize> {
    asked.map(|(width, _)| usize::from(width.0))
}

impl Environment {
    pub(crate) fn new(global: &Global) -> Self {
        let chosen = global.locale.map(Locale::from).or_else(locale_of_environment);
        let stderr = std::io::stderr();
        let stdout = std::io::stdout();
        let color = color(global.color, &stderr);
        let width = columns().or_else(|| {
            stderr.is_terminal().then(|| size(terminal_size::terminal_size_of(&stderr))).flatten()
        });
        let page_width = columns().or_else(|| {
            stdout.is_terminal().then(|| size(terminal_size::terminal_size_of(&stdout))).flatten()
        });
        let page = Terminal {
            width: page_width.map_or(WIDTH, |width| width.clamp(24, WIDTH)),
            color: self::color(global.color, &stdout),
        };
        Self {
            locale: chosen.unwrap_or_default(),
            locale_is_chosen: chosen.is_some(),
            color,
            page,
            width: width.map_or(WIDTH, |width| width.clamp(40, 140)),
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
        put_error(text);
    }
}

/// The language of what is said before the command line is understood: the one it asks for, else the environment's.
pub(crate) fn first_locale() -> Locale {
    locale_of_arguments(std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()))
        .or_else(locale_of_environment)
        .unwrap_or_default()
}

/// What `--locale` says, wherever it stands.
fn locale_of_arguments(arguments: impl Iterator<Item = String>) -> Option<Locale> {
    let mut arguments = arguments.take_while(|argument| argument != "--");
    while let Some(argument) = arguments.next() {
        let word = match argument.strip_prefix("--locale") {
            Some("") => arguments.next(),
            Some(word) => word.strip_prefix('=').map(str::to_owned),
            None => None,
        };
        if let Some(locale) = word.and_then(|word| Locale::from_tag(&word)) {
            return Some(locale);
        }
    }
    None
}

/// Writes to standard error.
pub(crate) fn put_error(text: &str) {
    // There is nobody left to tell.
    let _ = put(&mut std::io::stderr().lock(), text);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_known_before_the_command_line_is() {
        let of = |line: &str| locale_of_arguments(line.split(' ').map(str::to_owned));
        assert_eq!(of("check --locale vi --nonsense"), Some(Locale::Vi));
        assert_eq!(of("--locale=en check"), Some(Locale::En));
        assert_eq!(of("check -- --locale vi"), None);
        assert_eq!(of("check --locale fr"), None);
        assert_eq!(of("check --locales vi"), None);
    }
}
