//! Reads the command line; what is wrong with it is said in the reader's language.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{Command, FromArgMatches};
use roadmap_diag::{Arg, Locale, Message, render};

use crate::arguments::Arguments;
use crate::help;
use crate::output::visible;

/// What the command line says; else what is to be printed.
pub(crate) fn parse(locale: Locale) -> Result<Arguments, Stop> {
    let read = |command: Command| {
        let matches = command.try_get_matches_from(std::env::args_os());
        matches.and_then(|matches| Arguments::from_arg_matches(&matches))
    };
    // To find every word of help takes longer than to check a small plan: it is done where one of them is to be shown.
    read(help::silent()).or_else(|_| read(help::command(locale))).map_err(|error| Stop { error, locale })
}

/// Why no command is run: help was asked for, or the command line is wrong.
#[derive(Debug)]
pub(crate) struct Stop {
    error: Error,
    locale: Locale,
}

impl Stop {
    /// Says it, and gives whether that is all that was asked for.
    pub(crate) fn print(&self) -> bool {
        let is_help = matches!(
            self.error.kind(),
            ErrorKind::DisplayHelp
                | ErrorKind::DisplayVersion
                | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
        );
        if is_help {
            // A reader that has gone away is no error of ours.
            let _ = self.error.print();
        } else {
            crate::environment::put_error(&self.text());
        }
        matches!(self.error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion)
    }

    /// The error in words: what is wrong, how the command is written, and where help is.
    fn text(&self) -> String {
        let say = |message: &Message| render(message, self.locale);
        let lead = say(&Message::new("severity-error"));
        let mut out = format!("{lead}: {}\n", visible(&say(&self.message())));
        if let Some(ContextValue::StyledStr(usage)) = self.error.get(ContextKind::Usage) {
            let usage = usage.to_string();
            let usage = usage.strip_prefix("Usage:").unwrap_or(&usage).trim();
            out.push_str(&format!("\n{} {usage}\n", help::say("help-heading-usage", self.locale)));
        }
        out.push_str(&format!("\n{}\n", say(&Message::new("usage-more"))));
        out
    }

    fn message(&self) -> Message {
        let with = |id: &'static str| Message::new(id).with("argument", self.argument());
        let value = self.string(ContextKind::InvalidValue).unwrap_or_default();
        match self.error.kind() {
            ErrorKind::UnknownArgument if !self.raw().starts_with('-') => with("usage-unknown.extra"),
            ErrorKind::UnknownArgument => {
                self.near(ContextKind::SuggestedArg, "usage-unknown", "usage-unknown.near", with)
            }
            ErrorKind::InvalidSubcommand => {
                let name = self.string(ContextKind::InvalidSubcommand).unwrap_or_default();
                let with = |id| Message::new(id).with("name", name.as_str());
                self.near(ContextKind::SuggestedSubcommand, "usage-command", "usage-command.near", with)
            }
            ErrorKind::MissingSubcommand => Message::new("usage-command.missing"),
            ErrorKind::InvalidValue if value.is_empty() => with("usage-value.missing"),
            ErrorKind::InvalidValue => {
                let known = self.strings(ContextKind::ValidValue).into_iter().map(Arg::from);
                with("usage-value").with("value", value).with("known", known.collect::<Vec<_>>())
            }
            // The one argument whose value is looked at beyond its words.
            ErrorKind::ValueValidation => with("usage-date").with("value", value),
            ErrorKind::ArgumentConflict => {
                let others = self.strings(ContextKind::PriorArg).into_iter().map(code);
                let others: Vec<Arg> = others.collect();
                match others.is_empty() || self.string(ContextKind::PriorArg).as_deref() == Some(&self.raw())
                {
                    true => with("usage-conflict.twice"),
                    false => with("usage-conflict").with("others", others),
                }
            }
            ErrorKind::MissingRequiredArgument => with("usage-missing"),
            ErrorKind::InvalidUtf8 => Message::new("usage-not-utf8"),
            ErrorKind::TooManyValues => with("usage-value.many").with("value", value),
            ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues | ErrorKind::NoEquals => {
                with("usage-value.missing")
            }
            _ => Message::verbatim(self.error.to_string()),
        }
    }

    /// The message, with what may have been meant where clap knows it.
    fn near(
        &self,
        suggested: ContextKind,
        plain: &'static str,
        near: &'static str,
        with: impl Fn(&'static str) -> Message,
    ) -> Message {
        match self.strings(suggested).into_iter().next() {
            Some(found) => with(near).with("near", found),
            None => with(plain),
        }
    }

    /// The argument that the error is about, as it is typed.
    fn argument(&self) -> Arg {
        Arg::List(self.strings(ContextKind::InvalidArg).into_iter().map(code).collect())
    }

    fn raw(&self) -> String {
        self.string(ContextKind::InvalidArg).unwrap_or_default()
    }

    fn string(&self, kind: ContextKind) -> Option<String> {
        self.strings(kind).into_iter().next()
    }

    fn strings(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(value)) => vec![value.clone()],
            Some(ContextValue::Strings(values)) => values.clone(),
            _ => Vec::new(),
        }
    }
}

fn code(word: String) -> Arg {
    Arg::from(format!("`{word}`"))
}
