//! What the editor can do and wishes, from its `initialize`.

use lsp_types::{ClientCapabilities, InitializeParams};
use roadmap_diag::{Locale, Message};
use roadmap_sema::settings::{Level, Levels};
use serde_json::Value;

use crate::sync::Encoding;

/// The editor.
#[derive(Clone, Debug, Default)]
pub(crate) struct Client {
    /// What its columns count.
    pub(crate) encoding: Encoding,
    /// The language that the server was started with, else the one that the editor speaks.
    locale: Option<Locale>,
    /// The language that its user has set for us.
    setting: Option<Locale>,
    /// The levels that its user has set, over those of projects.
    pub(crate) levels: Levels,
    /// What is wrong with the settings, for the editor's log.
    pub(crate) problems: Vec<Message>,
    /// Whether its user trusts what lies in the workspace: where not, nothing of it is run.
    pub(crate) trusts: bool,
    /// Another number whenever messages may be worded otherwise than before.
    pub(crate) words: u32,
    /// Whether it asks for diagnostics: then none are pushed.
    pub(crate) pulls: bool,
    /// Whether it can be told to ask again.
    pub(crate) refreshes: bool,
    /// Whether edits may name the version of the text that they are for.
    pub(crate) versions: bool,
    /// Whether symbols may have children.
    pub(crate) nests_symbols: bool,
    /// Whether it tells of files that change on the disk, once it is asked to.
    pub(crate) watches: bool,
    /// Whether it can be told which folder to look at.
    pub(crate) watches_folders: bool,
    /// Whether it shows progress.
    pub(crate) progress: bool,
    /// Whether it can be asked for its settings.
    pub(crate) configures: bool,
    /// Whether what it inserts may have places to fill in.
    pub(crate) snippets: bool,
    /// Whether it has VS Code's command that asks for completion again.
    pub(crate) suggests: bool,
    /// Whether it knows what is the server's own.
    pub(crate) knows_us: bool,
}

impl Client {
    /// `started` is the language that the server was started with.
    pub(crate) fn new(params: &InitializeParams, raw: &Value, started: Option<Locale>) -> Self {
        let has = |path: &str| {
            raw.pointer(&format!("/capabilities/{path}")).is_some_and(|value| *value == Value::Bool(true))
        };
        let ClientCapabilities { general, text_document, .. } = &params.capabilities;
        let offered = general.as_ref().and_then(|general| general.position_encodings.as_deref());
        let mut client = Self {
            encoding: Encoding::choose(offered.unwrap_or_default()),
            locale: started.or_else(|| params.locale.as_deref().and_then(locale_of)),
            setting: None,
            levels: Levels::default(),
            problems: Vec::new(),
            trusts: raw.pointer("/initializationOptions/trusted") != Some(&Value::Bool(false)),
            words: 0,
            pulls: text_document.as_ref().is_some_and(|document| document.diagnostic.is_some()),
            refreshes: has("workspace/diagnostics/refreshSupport"),
            versions: has("workspace/workspaceEdit/documentChanges"),
            nests_symbols: has("textDocument/documentSymbol/hierarchicalDocumentSymbolSupport"),
            watches_folders: has("workspace/didChangeWatchedFiles/relativePatternSupport"),
            watches: has("workspace/didChangeWatchedFiles/dynamicRegistration"),
            progress: has("window/workDoneProgress"),
            configures: has("workspace/configuration"),
            snippets: has("textDocument/completion/completionItem/snippetSupport"),
            suggests: raw.pointer("/clientInfo/name").and_then(Value::as_str).is_some_and(is_code),
            knows_us: has("experimental/roadmap"),
        };
        if let Some(options) = &params.initialization_options {
            client.configure(options);
        }
        client
    }

    /// Takes settings: `{ "locale": "vi", "lints": { "kpi": "hint" } }`, by themselves or under `roadmap`. What is left out
    /// stays as it was; what cannot be used is noted, and counts as left empty.
    pub(crate) fn configure(&mut self, settings: &Value) {
        let settings = settings.get("roadmap").unwrap_or(settings);
        if let Some(locale) = settings.get("locale") {
            self.set_locale(locale);
        }
        if let Some(lints) = settings.get("lints") {
            self.set_levels(lints);
        }
    }

    fn set_locale(&mut self, value: &Value) {
        let word = value.as_str().unwrap_or_default();
        self.setting = locale_of(word);
        self.words += 1;
        let is_none = value.is_null() || value.is_string() && matches!(word, "" | "auto");
        if self.setting.is_none() && !is_none {
            self.problems.push(Message::new("ide-setting-locale").with("value", shown(value)));
        }
    }

    fn set_levels(&mut self, value: &Value) {
        self.levels = Levels::default();
        let Some(entries) = value.as_object() else {
            if !value.is_null() {
                self.problems.push(Message::new("ide-setting-lints"));
            }
            return;
        };
        for (name, value) in entries {
            let Some(level) = value.as_str().and_then(Level::from_word) else {
                let problem = Message::new("ide-setting-level").with("name", name.as_str());
                self.problems.push(problem.with("value", shown(value)));
                continue;
            };
            // A group may be named by itself.
            let name = if name.contains('/') { name.clone() } else { format!("{name}/*") };
            self.levels.by_name.insert(name, level);
        }
    }

    /// The language of messages: the one set, else the editor's, else the project's.
    pub(crate) fn locale(&self, project: Option<Locale>) -> Locale {
        self.setting.or(self.locale).or(project).unwrap_or_default()
    }
}

/// A value of a setting as its user wrote it.
fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Whether an editor is VS Code or made of it.
fn is_code(name: &str) -> bool {
    ["Visual Studio Code", "VSCodium", "Code - OSS", "code-server"].iter().any(|code| name.starts_with(code))
}

/// `C` and `POSIX` ask for no language in particular.
fn locale_of(tag: &str) -> Option<Locale> {
    let plain =
        ["c", "posix"].iter().any(|plain| tag.split('.').next().unwrap_or(tag).eq_ignore_ascii_case(plain));
    Locale::from_tag(tag).filter(|_| !plain)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn client(raw: Value) -> Client {
        Client::new(&serde_json::from_value(raw.clone()).unwrap(), &raw, None)
    }

    #[test]
    fn a_setting_wins_over_the_editor_and_the_editor_over_the_project() {
        let mut client = client(json!({ "capabilities": {}, "locale": "vi-VN" }));
        assert_eq!(client.locale(Some(Locale::En)), Locale::Vi);
        client.configure(&json!({ "roadmap": { "locale": "en" } }));
        assert_eq!(client.locale(Some(Locale::Vi)), Locale::En);
        client.configure(&json!({ "locale": "auto" }));
        assert_eq!(client.locale(None), Locale::Vi);
    }

    #[test]
    fn an_editor_without_a_language_takes_the_projects() {
        let client = client(json!({ "capabilities": {}, "locale": "C.UTF-8" }));
        assert_eq!(client.locale(Some(Locale::Vi)), Locale::Vi);
        assert_eq!(client.locale(None), Locale::En);
    }

    #[test]
    fn settings_that_cannot_be_used_are_noted_and_left_out() {
        let mut client = client(json!({ "capabilities": {}, "locale": "vi" }));
        client.configure(&json!({ "locale": 7, "lints": { "kpi": "off", "a/b": "loud", "c/d": null } }));
        let ids: Vec<_> = client.problems.iter().map(|problem| problem.id).collect();
        assert_eq!(ids, ["ide-setting-locale", "ide-setting-level", "ide-setting-level"]);
        assert_eq!(client.levels.by_name.keys().collect::<Vec<_>>(), ["kpi/*"]);
        assert_eq!(client.locale(None), Locale::Vi);
        for nonsense in [json!([]), json!("x"), json!({ "roadmap": null }), json!({ "lints": [1] })] {
            client.configure(&nonsense);
        }
        assert!(client.levels.by_name.is_empty());
        assert_eq!(client.problems.len(), 4);
    }

    #[test]
    fn an_editor_gets_the_encoding_that_it_likes_best() {
        let with = |encodings: Value| {
            client(json!({ "capabilities": { "general": { "positionEncodings": encodings } } }))
        };
        assert_eq!(with(json!(["utf-8", "utf-16"])).encoding, Encoding::Utf8);
        assert_eq!(with(json!(["latin-1", "utf-32"])).encoding, Encoding::Utf32);
        assert_eq!(with(json!([])).encoding, Encoding::Utf16);
        assert_eq!(client(json!({ "capabilities": {} })).encoding, Encoding::Utf16);
    }
}
