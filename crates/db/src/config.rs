//! `roadmap.toml`: settings of a project, each with its place, so that what is wrong there is shown there.

use std::ops::Range;

use globset::GlobBuilder;
use roadmap_diag::{Arg, Code, Diagnostic, FileId, Locale, Message, Severity, Span, TextRange};
use roadmap_sema::names;
use roadmap_sema::settings::{FileLevels, Level, Levels, Limits, Settings, WordList};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::text::FileText;

type Key<'t> = Spanned<std::borrow::Cow<'t, str>>;
type Value<'t> = Spanned<DeValue<'t>>;

/// A project's `roadmap.toml`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Config {
    /// `[project] entry`: the file with the `roadmap` statement, relative to the project, and where it is named.
    pub entry: Option<(String, TextRange)>,
    /// `[project] out`: where `build` writes, relative to the project.
    pub out: Option<String>,
    /// `[project] locale`: the language of messages.
    pub locale: Option<Locale>,
    /// Whether the file could not be read as TOML at all.
    pub broken: bool,
    lints: Levels,
    file_lints: Vec<(String, Levels)>,
    limits: Limits,
    /// Rules and groups that levels are set for, with their places: whether they exist, the plan decides too.
    pub(crate) named_rules: Vec<(String, TextRange)>,
    problems: Vec<Problem>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Problem {
    code: &'static str,
    severity: Severity,
    range: TextRange,
    message: Message,
    help: Option<Message>,
}

/// Reads `roadmap.toml`. What is wrong is kept, and the rest counts.
pub(crate) fn parse(text: &FileText) -> Config {
    let mut config = Config::default();
    if let Some(byte) = text.bad_byte {
        config.broken = true;
        let message = Message::new("file-not-utf8").with("offset", i64::from(byte));
        config.error(
            "config/syntax",
            TextRange::new(byte, byte + 1),
            message,
            Some(Message::new("file-not-utf8.help")),
        );
        return config;
    }
    let source = text.text.strip_prefix('\u{feff}').unwrap_or(&text.text);
    let shift = u32::try_from(text.text.len() - source.len()).unwrap_or(0);
    match DeTable::parse(source) {
        Ok(table) => config.top(table.get_ref()),
        Err(error) => {
            config.broken = true;
            let end = source.len();
            let range = range_of(error.span().unwrap_or(end..end));
            let message = Message::new("config-syntax").with("reason", error.message());
            config.error("config/syntax", range, message, Some(Message::new("config-syntax.help")));
        }
    }
    for problem in &mut config.problems {
        problem.range = problem.range.shift(shift);
    }
    config.problems.sort_by_key(|problem| problem.range);
    config
}

impl Config {
    /// The settings, with patterns matched against the paths of the project's files.
    pub(crate) fn settings(&self, paths: &[&str]) -> Settings {
        let file_lints = self.file_lints.iter().rev().map(|(pattern, levels)| {
            let glob = GlobBuilder::new(pattern).literal_separator(true).build().ok();
            let matcher = glob.map(|glob| glob.compile_matcher());
            let matches = |path: &&&str| matcher.as_ref().is_some_and(|matcher| matcher.is_match(path));
            FileLevels {
                paths: paths.iter().filter(matches).map(|path| (*path).to_owned()).collect(),
                levels: levels.clone(),
            }
        });
        Settings {
            lints: self.lints.clone(),
            file_lints: file_lints.collect(),
            limits: self.limits.clone(),
            ..Settings::default()
        }
    }

    /// What is wrong with the file, which is number `file`.
    pub(crate) fn diagnostics(&self, file: FileId) -> impl Iterator<Item = Diagnostic> + '_ {
        self.problems.iter().map(move |problem| {
            let span = Span::in_file(file, problem.range);
            let message = problem.message.clone();
            let mut diagnostic = Diagnostic::new(Code::new(problem.code), problem.severity, span, message);
            diagnostic.help.clone_from(&problem.help);
            diagnostic
        })
    }

    fn top(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            match &**key.get_ref() {
                "project" => self.each(key, value, Self::project),
                "lints" => self.lints(key, value),
                "limits" => self.each(key, value, Self::limit),
                _ => self.unknown(key, "roadmap.toml", &["project", "lints", "limits"]),
            }
        }
    }

    /// Reads each entry of a table.
    fn each(&mut self, key: &Key<'_>, value: &Value<'_>, entry: fn(&mut Self, &Key<'_>, &Value<'_>)) {
        match value.get_ref() {
            DeValue::Table(table) => table.iter().for_each(|(key, value)| entry(self, key, value)),
            _ => self.wrong(key, value, Message::new("config-value.table").with("key", text(key))),
        }
    }

    fn project(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let string = value.get_ref().as_str().map(str::to_owned);
        match (&**key.get_ref(), string) {
            ("entry", Some(path)) => self.entry = Some((path, range_of(value.span()))),
            ("out", Some(path)) => self.out = Some(path),
            ("locale", Some(word)) => match word.as_str() {
                "vi" => self.locale = Some(Locale::Vi),
                "en" => self.locale = Some(Locale::En),
                _ => self.wrong(key, value, Message::new("config-value.locale")),
            },
            ("locale", None) => self.wrong(key, value, Message::new("config-value.locale")),
            ("entry" | "out", None) => self.wrong(key, value, Message::new("config-value.path")),
            _ => self.unknown(key, "[project]", &["entry", "out", "locale"]),
        }
    }

    fn lints(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let DeValue::Table(table) = value.get_ref() else {
            return self.wrong(key, value, Message::new("config-value.table").with("key", "lints"));
        };
        let mut levels = Levels::default();
        for (key, value) in table {
            if key.get_ref() == "files" {
                self.lints_of_files(key, value);
            } else {
                self.level(key, value, &mut levels);
            }
        }
        self.lints = levels;
    }

    fn lints_of_files(&mut self, key: &Key<'_>, value: &Value<'_>) {
        let Some(entries) = value.get_ref().as_array() else {
            return self.wrong(key, value, Message::new("config-value.files"));
        };
        for entry in entries {
            let Some(table) = entry.get_ref().as_table() else {
                self.wrong(key, entry, Message::new("config-value.files"));
                continue;
            };
            let mut pattern = None;
            let mut levels = Levels::default();
            for (key, value) in table {
                if key.get_ref() != "glob" {
                    self.level(key, value, &mut levels);
                } else if let Some(glob) =
                    value.get_ref().as_str().filter(|glob| GlobBuilder::new(glob).build().is_ok())
                {
                    pattern = Some(glob.to_owned());
                } else {
                    self.wrong(key, value, Message::new("config-value.glob"));
                    pattern = Some(String::new());
                }
            }
            match pattern {
                Some(pattern) => self.file_lints.push((pattern, levels)),
                None => self.wrong(key, entry, Message::new("config-value.files")),
            }
        }
    }

    fn level(&mut self, key: &Key<'_>, value: &Value<'_>, levels: &mut Levels) {
        let name = text(key);
        let Some(level) = value.get_ref().as_str().and_then(Level::from_word) else {
            return self.wrong(key, value, Message::new("config-value.level"));
        };
        if !takes_level(&name) {
            let message = Message::new("config-language-rule").with("rule", name);
            return self.error("config/value", range_of(key.span()), message, None);
        }
        self.named_rules.push((name.clone(), range_of(key.span())));
        levels.by_name.insert(name, level);
    }

    fn limit(&mut self, key: &Key<'_>, value: &Value<'_>) {
        if let Some(list) = Limits::LISTS.iter().find(|list| list.name == &**key.get_ref()) {
            return self.word_list(list, key, value);
        }
        let number = match value.get_ref() {
            DeValue::Integer(number) => {
                u32::from_str_radix(&number.as_str().replace('_', ""), number.radix()).ok()
            }
            _ => None,
        };
        let known = self.limits.get_mut(key.get_ref());
        match (known, number) {
            (Some(limit), Some(number)) => *limit = number,
            (Some(_), None) => self.wrong(key, value, Message::new("config-value.number")),
            (None, _) => {
                let numbers = Limits::ALL.iter().map(|limit| limit.0);
                let names: Vec<&str> = numbers.chain(Limits::LISTS.iter().map(|list| list.name)).collect();
                self.unknown(key, "[limits]", &names);
            }
        }
    }

    /// Reads a list of words, none of them twice; an empty one asks for nothing.
    fn word_list(&mut self, list: &WordList, key: &Key<'_>, value: &Value<'_>) {
        let known = list.known();
        let word = |value: &Value<'_>| {
            let written = value.get_ref().as_str()?;
            known.iter().copied().find(|word| *word == written)
        };
        let mut words = Vec::new();
        for entry in value.get_ref().as_array().into_iter().flatten() {
            match word(entry) {
                Some(word) if words.contains(&word) => {}
                Some(word) => words.push(word),
                None => return self.wrong_words(key, entry, known),
            }
        }
        if value.get_ref().as_array().is_none() {
            return self.wrong_words(key, value, known);
        }
        if let Some(set) = self.limits.list_mut(list.name) {
            *set = words;
        }
    }

    fn wrong_words(&mut self, key: &Key<'_>, value: &Value<'_>, known: &[&str]) {
        let known = known.iter().map(|word| Arg::from(format!("`\"{word}\"`"))).collect::<Vec<_>>();
        self.wrong(key, value, Message::new("config-value.words").with("words", known));
    }

    fn wrong(&mut self, key: &Key<'_>, value: &Value<'_>, wanted: Message) {
        let message = Message::new("config-value").with("key", text(key)).with("wanted", wanted);
        self.error("config/value", range_of(value.span()), message, None);
    }

    fn error(&mut self, code: &'static str, range: TextRange, message: Message, help: Option<Message>) {
        self.problems.push(Problem { code, severity: Severity::Error, range, message, help });
    }

    fn unknown(&mut self, key: &Key<'_>, table: &'static str, known: &[&str]) {
        let name = text(key);
        let near = names::suggest(&name, known.iter().map(|known| (*known, *known)));
        let help = match near {
            Some(near) => Message::new("config-unknown-key.near").with("near", near),
            None => {
                let known = known.iter().map(|known| Arg::from(format!("`{known}`"))).collect::<Vec<_>>();
                Message::new("config-unknown-key.help").with("known", known)
            }
        };
        let message = Message::new("config-unknown-key").with("key", name).with("table", table);
        let range = range_of(key.span());
        let (code, severity) = ("config/unknown-key", Severity::Warning);
        self.problems.push(Problem { code, severity, range, message, help: Some(help) });
    }
}

/// Whether a rule or group can be given a level: errors of the language cannot.
pub(crate) fn takes_level(name: &str) -> bool {
    Code::custom(name).suppressible() || name.starts_with("allow/")
}

fn text(key: &Key<'_>) -> String {
    key.get_ref().clone().into_owned()
}

fn range_of(span: Range<usize>) -> TextRange {
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    TextRange::new(offset(span.start), offset(span.end))
}
