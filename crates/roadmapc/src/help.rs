//! The command line with its help in the reader's language: texts by command and argument from `help.ftl`, and clap's
//! own headings in other words than its English ones.

use clap::{Arg, ArgAction, Command, CommandFactory};
use roadmap_diag::{Locale, Message, render, text};

use crate::arguments::Arguments;

/// The command line without a word of help: to read what is meant, which is all that most runs ask of it.
pub(crate) fn silent() -> Command {
    let flag = |name: &'static str, short: char, action: ArgAction| {
        Arg::new(name).short(short).long(name).global(true).action(action)
    };
    Arguments::command()
        .arg(flag("help", 'h', ArgAction::Help))
        .arg(flag("version", 'V', ArgAction::Version))
        .propagate_version(true)
}

/// The command line, speaking `locale`.
pub(crate) fn command(locale: Locale) -> Command {
    let root = silent();
    let globals: Vec<String> = root.get_arguments().map(|arg| arg.get_id().to_string()).collect();
    let mut command = localise(root, None, &globals, locale);
    // What clap adds of its own (the command `help`) is there from now on.
    command.build();
    finish(command, locale)
}

/// Texts of a command and of those below it.
fn localise(command: Command, name: Option<&str>, globals: &[String], locale: Locale) -> Command {
    let about = say(&format!("help-{}", name.unwrap_or("roadmapc")), locale);
    let command = command
        .about(about)
        .long_about(None)
        .subcommand_value_name(say("help-word-command", locale).to_uppercase())
        .subcommand_help_heading(say("help-heading-commands", locale))
        .mut_args(|arg| {
            let is_global = globals.iter().any(|global| global == arg.get_id().as_str());
            let of = name.filter(|_| !is_global).unwrap_or("global");
            argument(arg, of, locale)
        });
    command.mut_subcommands(|sub| {
        let name = sub.get_name().to_owned();
        localise(sub, Some(&name), globals, locale)
    })
}

/// Texts of an argument of the command `of`.
fn argument(arg: Arg, of: &str, locale: Locale) -> Arg {
    let heading = match arg.is_positional() {
        true => "help-heading-arguments",
        false => "help-heading-options",
    };
    let id = arg.get_id().as_str().to_owned();
    let help = say(&format!("help-{of}.{id}"), locale);
    let values: Vec<String> = match arg.get_action().takes_values() {
        true => arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect(),
        false => Vec::new(),
    };
    let default: Vec<String> = match arg.get_action().takes_values() {
        true => arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect(),
        false => Vec::new(),
    };
    let mut notes = Vec::new();
    if !values.is_empty() {
        notes.push(filled("help-values", &values, locale));
    }
    if !default.is_empty() {
        notes.push(filled("help-default", &default, locale));
    }
    let short = if notes.is_empty() { help.clone() } else { format!("{help} [{}]", notes.join("; ")) };
    // Behind `--help`, what each value means, where it is said.
    let meaning =
        |value: &String| Some(format!("- {value}: {}", text(&format!("help-{of}-{id}.{value}"), locale)?));
    let meanings: Vec<String> = values.iter().filter_map(meaning).collect();
    let arg = arg.help_heading(say(heading, locale));
    let arg = match arg.get_action().takes_values() {
        true => arg.hide_possible_values(true).hide_default_value(true),
        false => arg,
    };
    if meanings.is_empty() {
        return arg.help(short);
    }
    let default = default.is_empty().then(String::new);
    let default = default.unwrap_or_else(|| format!(" [{}]", notes.last().map_or("", String::as_str)));
    arg.help(short).long_help(format!("{help}{default}\n\n{}", meanings.join("\n")))
}

/// Headings, usage and clap's own command.
fn finish(command: Command, locale: Locale) -> Command {
    let usage = usage(&command, locale);
    let template =
        format!("{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}", say("help-heading-usage", locale));
    let is_help = command.get_name() == "help";
    let command = if is_help { command.about(say("help-help", locale)) } else { command };
    let command = command.help_template(template).override_usage(usage);
    match is_help {
        true => command,
        false => command.mut_subcommands(|sub| finish(sub, locale)),
    }
}

/// How a command is written, without the word for it.
fn usage(command: &Command, locale: Locale) -> String {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.strip_prefix("Usage:").unwrap_or(&usage).trim();
    let options = format!("[{}]", say("help-word-options", locale).to_uppercase());
    usage.replace("[OPTIONS]", &options)
}

/// The text called `id`; the id itself where the files lack it, which a test forbids.
pub(crate) fn say(id: &str, locale: Locale) -> String {
    text(id, locale).unwrap_or_else(|| id.to_owned())
}

fn filled(id: &'static str, values: &[String], locale: Locale) -> String {
    render(&Message::new(id).with("values", values.join(", ")), locale)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use roadmap_diag::message_ids;

    use super::*;

    /// Every command, argument and value that a reader sees, by the message that speaks of it.
    fn wanted(command: &Command, name: Option<&str>, globals: &BTreeSet<String>, ids: &mut BTreeSet<String>) {
        ids.insert(format!("help-{}", name.unwrap_or("roadmapc")));
        for arg in command.get_arguments() {
            let id = arg.get_id().to_string();
            let of = name.filter(|_| !globals.contains(&id)).unwrap_or("global");
            ids.insert(format!("help-{of}.{id}"));
            let has_meanings = arg.get_action().takes_values() && id != "shell";
            for value in arg.get_possible_values().iter().filter(|_| has_meanings) {
                ids.insert(format!("help-{of}-{id}.{}", value.get_name()));
            }
        }
        for sub in command.get_subcommands() {
            wanted(sub, Some(sub.get_name()), globals, ids);
        }
    }

    #[test]
    fn everything_on_the_command_line_has_its_words_and_none_are_left_over() {
        let mut ids = BTreeSet::from(["help-help".to_owned(), "help-global.help".to_owned()]);
        ids.insert("help-global.version".to_owned());
        let root = Arguments::command();
        let globals = root.get_arguments().map(|arg| arg.get_id().to_string()).collect();
        wanted(&root, None, &globals, &mut ids);
        for locale in Locale::ALL {
            let missing: Vec<_> = ids.iter().filter(|id| text(id, locale).is_none()).collect();
            assert!(missing.is_empty(), "{locale:?}: {missing:?}");
        }
        let shared = ["help-heading-", "help-word-", "help-values", "help-default", "help-path", "usage-"];
        let left: Vec<_> = message_ids(Locale::En)
            .into_keys()
            .filter(|id| id.starts_with("help-") && !ids.contains(id) && text(id, Locale::En).is_some())
            .filter(|id| !shared.iter().any(|prefix| id.starts_with(prefix)))
            .collect();
        assert!(left.is_empty(), "{left:?}");
    }

    #[test]
    fn the_command_line_is_sound_in_both_languages() {
        for locale in Locale::ALL {
            command(locale).debug_assert();
        }
    }
}
