//! What the editor tells: texts that open, change and close, files, folders and settings.

use lsp_server::Notification;
use lsp_types::notification::{self as note, Notification as _};
use lsp_types::{
    DidChangeConfigurationParams, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    DidSaveTextDocumentParams, MessageType,
};
use serde::de::DeserializeOwned;

use crate::server::Server;

impl Server<'_> {
    /// Takes what is told. What is unknown or makes no sense is noted in the editor's log.
    pub(crate) fn notification(&mut self, notification: Notification) {
        let method = notification.method.clone();
        match method.as_str() {
            note::Initialized::METHOD => self.initialized(),
            note::DidOpenTextDocument::METHOD => self.with(notification, Self::opened),
            note::DidChangeTextDocument::METHOD => self.with(notification, Self::changed),
            note::DidCloseTextDocument::METHOD => self.with(notification, Self::closed),
            note::DidSaveTextDocument::METHOD => self.with(notification, Self::saved),
            note::DidChangeWatchedFiles::METHOD => self.with(notification, Self::files_changed),
            note::DidChangeWorkspaceFolders::METHOD => self.with(notification, Self::folders_changed),
            note::DidChangeConfiguration::METHOD => self.with(notification, Self::settings_changed),
            // `$/…` may be left alone.
            _ if method.starts_with("$/") => {}
            _ => self.tell(MessageType::LOG, format!("{method} is unknown")),
        }
    }

    fn with<P: DeserializeOwned>(&mut self, notification: Notification, take: fn(&mut Self, P)) {
        match serde_json::from_value(notification.params) {
            Ok(params) => take(self, params),
            Err(fault) => self.tell(MessageType::ERROR, format!("{}: {fault}", notification.method)),
        }
    }

    fn initialized(&mut self) {
        self.watch();
        self.take_settings();
        self.ask_for_settings();
        let folders = std::mem::take(&mut self.folders);
        self.open_folders(&folders);
    }

    fn opened(&mut self, params: DidOpenTextDocumentParams) {
        let document = params.text_document;
        self.session.open(&document.uri, document.version, &document.text);
        self.edited(document.uri.as_str());
    }

    fn changed(&mut self, params: DidChangeTextDocumentParams) {
        let document = params.text_document;
        let encoding = self.client.encoding;
        if self.session.change(&document.uri, document.version, &params.content_changes, encoding) {
            self.edited(document.uri.as_str());
        } else {
            self.tell(MessageType::WARNING, format!("{} has changed and is not open", document.uri.as_str()));
        }
    }

    fn closed(&mut self, params: DidCloseTextDocumentParams) {
        let uri = params.text_document.uri;
        if self.session.close(&uri) {
            self.is_stale = true;
            self.needs_refresh = true;
        } else {
            self.tell(MessageType::WARNING, format!("{} was closed and is not open", uri.as_str()));
        }
    }

    fn saved(&mut self, params: DidSaveTextDocumentParams) {
        self.session.saved(&params.text_document.uri);
        self.is_stale = true;
    }

    fn files_changed(&mut self, params: DidChangeWatchedFilesParams) {
        let paths: Vec<_> = params.changes.iter().map(|change| self.session.path_of(&change.uri)).collect();
        self.session.changed_on_disk(paths);
        self.is_stale = true;
        self.needs_refresh = true;
    }

    fn folders_changed(&mut self, params: DidChangeWorkspaceFoldersParams) {
        for folder in &params.event.removed {
            self.session.remove_folder(&folder.uri);
        }
        self.open_folders(&params.event.added);
        self.is_stale = true;
        self.needs_refresh = true;
    }

    fn settings_changed(&mut self, params: DidChangeConfigurationParams) {
        // Editors that can be asked often send nothing here.
        if params.settings.is_object() {
            self.configure(&params.settings);
        }
        self.ask_for_settings();
    }

    fn edited(&mut self, uri: &str) {
        self.edited.insert(uri.to_owned());
        self.is_stale = true;
    }
}
