//! Messages in, messages out. Whatever comes, the server answers and goes on; only `exit`, or the end of its input, ends it.

use std::any::Any;
use std::collections::{BTreeSet, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Weak};

use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response, ResponseError};
use lsp_types::notification::{self as note, Notification as _};
use lsp_types::request::{self as method, Request as _};
use lsp_types::{
    CancelParams, InitializeParams, LogMessageParams, MessageType, NumberOrString, ProgressParams,
    ProgressParamsValue, ProgressToken, Uri, WorkDoneProgress, WorkDoneProgressBegin,
    WorkDoneProgressCreateParams, WorkDoneProgressEnd, WorkspaceFolder,
};
use roadmap_db::takes_level;
use roadmap_diag::{Message as Words, render};
use roadmap_sema::names::suggest;
use roadmap_sema::rules;
use serde_json::Value;

use crate::capabilities;
use crate::client::Client;
use crate::diagnostics::Published;
use crate::protocol::{Changed, ChangedParams};
use crate::requests::{self, OnEdit, Row, error};
use crate::session::Session;
use crate::snapshot::{Snapshot, View};
use crate::watch::Watched;
use crate::world::World;

/// How a conversation ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ended {
    /// With `shutdown`, then `exit`.
    Cleanly,
    /// With `exit` alone, or the end of the input.
    Abruptly,
}

/// A project's address, and its state at that time.
type Told = (Option<Uri>, Weak<Snapshot>);

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    New,
    Running,
    ShutDown,
}

/// A conversation with an editor.
pub(crate) struct Server<'w> {
    connection: Connection,
    log: fn(&str),
    state: State,
    pub(crate) client: Client,
    pub(crate) session: Session<'w>,
    table: Vec<Row>,
    /// What has come and waits.
    inbox: VecDeque<Message>,
    published: Published,
    /// Addresses of texts that have changed since findings were last pushed.
    pub(crate) edited: BTreeSet<String>,
    /// Whether findings may differ from those that the editor shows.
    pub(crate) is_stale: bool,
    /// Whether they may differ for another reason than an edit, of which the editor knows.
    pub(crate) needs_refresh: bool,
    /// Folders to open once the editor is ready.
    pub(crate) folders: Vec<WorkspaceFolder>,
    next_request: i32,
    asked_for_settings: Option<RequestId>,
    /// Whether the editor knows what is the server's own.
    knows_us: bool,
    /// What the editor was last told of, to tell it of what differs.
    told: Vec<Told>,
    /// What is wrong with the settings and has been said.
    warned: BTreeSet<String>,
    /// Whether names in the settings have not been looked up.
    has_new_levels: bool,
    /// What the editor watches besides what it always does.
    pub(crate) watched: Watched,
}

impl<'w> Server<'w> {
    pub(crate) fn new(connection: Connection, log: fn(&str), world: &'w dyn World) -> Self {
        Self {
            connection,
            log,
            state: State::New,
            client: Client::default(),
            session: Session::new(world),
            table: requests::table(),
            inbox: VecDeque::new(),
            published: Published::default(),
            edited: BTreeSet::new(),
            is_stale: false,
            needs_refresh: false,
            folders: Vec::new(),
            next_request: 0,
            asked_for_settings: None,
            knows_us: false,
            told: Vec::new(),
            warned: BTreeSet::new(),
            has_new_levels: false,
            watched: Watched::new(),
        }
    }

    /// Serves until the end.
    pub(crate) fn run(mut self) -> Ended {
        loop {
            self.take_what_waits();
            match self.inbox.pop_front() {
                Some(message) => {
                    if let Some(ended) = self.handle(message) {
                        return ended;
                    }
                }
                None => {
                    self.publish();
                    let Ok(message) = self.connection.receiver.recv() else { return Ended::Abruptly };
                    self.receive(message);
                }
            }
        }
    }

    fn take_what_waits(&mut self) {
        while let Ok(message) = self.connection.receiver.try_recv() {
            self.receive(message);
        }
    }

    /// Puts a message behind those that wait, after answering those that it makes pointless.
    fn receive(&mut self, message: Message) {
        if let Message::Request(request) = &message {
            self.knows_us |= request.method.starts_with("roadmap/");
        }
        if let Message::Notification(notification) = &message {
            if notification.method == note::Cancel::METHOD {
                return self.cancel(notification);
            }
            if notification.method == note::DidChangeTextDocument::METHOD {
                let table = &self.table;
                let is_dropped = |request: &Request| {
                    table.iter().any(|row| row.method == request.method && row.on_edit == OnEdit::Drop)
                };
                for request in drain(&mut self.inbox, is_dropped) {
                    self.refuse(
                        request.id,
                        ErrorCode::ContentModified,
                        "the text has changed since".to_owned(),
                    );
                }
            }
        }
        self.inbox.push_back(message);
    }

    fn cancel(&mut self, notification: &Notification) {
        let Ok(CancelParams { id }) = serde_json::from_value(notification.params.clone()) else { return };
        let id = match id {
            NumberOrString::Number(id) => RequestId::from(id),
            NumberOrString::String(id) => RequestId::from(id),
        };
        for request in drain(&mut self.inbox, |request| request.id == id) {
            self.refuse(request.id, ErrorCode::RequestCanceled, "cancelled".to_owned());
        }
    }

    fn handle(&mut self, message: Message) -> Option<Ended> {
        match message {
            Message::Request(request) => self.request(request),
            Message::Notification(notification) if notification.method == note::Exit::METHOD => {
                return Some(if self.state == State::ShutDown { Ended::Cleanly } else { Ended::Abruptly });
            }
            Message::Notification(notification) if self.state == State::Running => {
                let method = notification.method.clone();
                let outcome = catch_unwind(AssertUnwindSafe(|| self.notification(notification)));
                if let Err(panic) = outcome {
                    self.report(&method, &*panic);
                    // What was being changed may be half changed.
                    self.session.reopen();
                }
            }
            // Before the start and after the end, what is told is of no use to anybody.
            Message::Notification(_) => {}
            Message::Response(response) => self.response(response),
        }
        None
    }

    fn request(&mut self, request: Request) {
        let Request { id, method, params } = request;
        match (self.state, method.as_str()) {
            (State::New, method::Initialize::METHOD) => self.initialize(id, params),
            (State::New, _) => {
                self.refuse(id, ErrorCode::ServerNotInitialized, format!("{method} before initialize"));
            }
            (State::ShutDown, _) => {
                self.refuse(id, ErrorCode::InvalidRequest, format!("{method} after shutdown"));
            }
            (State::Running, method::Initialize::METHOD) => {
                self.refuse(id, ErrorCode::InvalidRequest, "initialize a second time".to_owned());
            }
            (State::Running, method::Shutdown::METHOD) => {
                self.state = State::ShutDown;
                self.send(Message::Response(Response { id, response_result: Ok(Value::Null) }));
            }
            (State::Running, _) => {
                let response_result = self.answer(&method, params);
                self.send(Message::Response(Response { id, response_result }));
            }
        }
    }

    fn initialize(&mut self, id: RequestId, params: Value) {
        let parsed: InitializeParams = match serde_json::from_value(params.clone()) {
            Ok(parsed) => parsed,
            Err(fault) => return self.refuse(id, ErrorCode::InvalidParams, fault.to_string()),
        };
        self.client = Client::new(&parsed, &params, self.session.started_with());
        self.session.set_trust(self.client.trusts);
        self.folders = parsed.workspace_folders.unwrap_or_default();
        // Older editors name one folder.
        #[allow(deprecated)]
        let root = parsed.root_uri.map(|uri| WorkspaceFolder { uri, name: String::new() });
        if self.folders.is_empty() {
            self.folders.extend(root);
        }
        let result = serde_json::to_value(capabilities::initialize_result(&self.client));
        let response_result = result.map_err(|fault| error(ErrorCode::InternalError, fault.to_string()));
        self.state = State::Running;
        self.send(Message::Response(Response { id, response_result }));
    }

    /// Answers a question out of what is known now; a panic becomes an error, and the server goes on.
    fn answer(&mut self, method: &str, params: Value) -> Result<Value, ResponseError> {
        let Some(row) = self.table.iter().find(|row| row.method == method) else {
            return Err(error(ErrorCode::MethodNotFound, format!("{method} is unknown")));
        };
        let (client, session) = (&self.client, &mut self.session);
        let projects = match catch_unwind(AssertUnwindSafe(|| session.snapshots().to_vec())) {
            Ok(projects) => projects,
            Err(panic) => {
                let words = self.report(method, &*panic);
                self.session.reopen();
                return Err(error(ErrorCode::InternalError, words));
            }
        };
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            let view = View { client, projects: &projects, path_of: &|uri| session.path_of(uri) };
            (row.answer)(&view, params)
        }));
        outcome.unwrap_or_else(|panic| {
            let words = self.report(method, &*panic);
            Err(error(ErrorCode::InternalError, words))
        })
    }

    fn response(&mut self, response: Response) {
        if self.asked_for_settings.as_ref() == Some(&response.id) {
            self.asked_for_settings = None;
            if let Ok(Value::Array(settings)) = response.response_result
                && let Some(settings) = settings.first()
            {
                self.configure(settings);
            }
        }
    }

    /// Takes settings; findings may be in another language then.
    pub(crate) fn configure(&mut self, settings: &Value) {
        self.client.configure(settings);
        self.session.touch();
        self.take_settings();
        self.is_stale = true;
        self.needs_refresh = true;
    }

    /// Uses what the settings say, and tells what they cannot mean.
    pub(crate) fn take_settings(&mut self) {
        for problem in std::mem::take(&mut self.client.problems) {
            self.warn(&problem);
        }
        self.session.set_levels(&self.client.levels);
        self.has_new_levels = !self.client.levels.by_name.is_empty();
    }

    /// Tells of levels for what is no rule. A project may have rules of its own, so that only projects can say it.
    fn check_levels(&mut self) {
        let names: Vec<String> = self.client.levels.by_name.keys().cloned().collect();
        let projects = self.session.snapshots();
        if projects.is_empty() {
            return;
        }
        let is_known =
            |name: &&String| projects.iter().any(|project| takes_level(name, &project.analysis.model));
        let unknown: Vec<String> = names.iter().filter(|name| !is_known(name)).cloned().collect();
        self.has_new_levels = false;
        for name in unknown {
            let codes = rules::all().iter().map(|rule| (rule.code, rule.code));
            let message = match suggest(&name, codes) {
                Some(near) => Words::new("ide-setting-rule-near").with("near", near),
                None => Words::new("ide-setting-rule"),
            };
            self.warn(&message.with("name", name));
        }
    }

    /// Says what is wrong with the settings, once.
    fn warn(&mut self, message: &Words) {
        let text = render(message, self.client.locale(None));
        if self.warned.insert(text.clone()) {
            self.tell(MessageType::WARNING, text);
        }
    }

    /// Asks for settings, where the editor can be asked.
    pub(crate) fn ask_for_settings(&mut self) {
        if self.client.configures {
            let params = serde_json::json!({ "items": [{ "section": "roadmap" }] });
            self.asked_for_settings = Some(self.ask(method::WorkspaceConfiguration::METHOD, params));
        }
    }

    /// Opens workspace folders, showing that it takes its time.
    pub(crate) fn open_folders(&mut self, folders: &[WorkspaceFolder]) {
        if folders.is_empty() {
            return;
        }
        let token = ProgressToken::String(format!("roadmapc-load-{}", self.next_request));
        let locale = self.client.locale(None);
        if self.client.progress {
            let params = WorkDoneProgressCreateParams { token: token.clone() };
            self.ask(
                method::WorkDoneProgressCreate::METHOD,
                serde_json::to_value(params).unwrap_or_default(),
            );
            let title = render(&Words::new("ide-loading"), locale);
            self.progress(
                &token,
                WorkDoneProgress::Begin(WorkDoneProgressBegin { title, ..Default::default() }),
            );
        }
        for folder in folders {
            if let Some(fault) = self.session.add_folder(&folder.uri) {
                self.tell(MessageType::WARNING, render(&fault.message(""), locale));
            }
        }
        self.session.snapshots();
        if self.client.progress {
            self.progress(&token, WorkDoneProgress::End(WorkDoneProgressEnd { message: None }));
        }
        self.is_stale = true;
        self.needs_refresh = true;
    }

    fn progress(&self, token: &ProgressToken, state: WorkDoneProgress) {
        let value = ProgressParamsValue::WorkDone(state);
        self.notify::<note::Progress>(ProgressParams { token: token.clone(), value });
    }

    /// Pushes what has changed, or tells the editor to ask.
    fn publish(&mut self) {
        if self.state != State::Running || !std::mem::take(&mut self.is_stale) {
            return;
        }
        if self.has_new_levels {
            self.check_levels();
        }
        let needs_refresh = std::mem::take(&mut self.needs_refresh);
        let edited = std::mem::take(&mut self.edited);
        if self.client.pulls {
            if needs_refresh && self.client.refreshes {
                self.ask(method::WorkspaceDiagnosticRefresh::METHOD, Value::Null);
            }
            return self.tell_of_changes();
        }
        let (client, session, published) = (&self.client, &mut self.session, &mut self.published);
        let outcome =
            catch_unwind(AssertUnwindSafe(|| published.update(client, session.snapshots(), &edited)));
        match outcome {
            Ok(messages) => {
                messages.into_iter().for_each(|params| self.notify::<note::PublishDiagnostics>(params))
            }
            Err(panic) => {
                self.report(note::PublishDiagnostics::METHOD, &*panic);
                self.session.reopen();
            }
        }
        self.tell_of_changes();
    }

    /// Names the projects of which something else is known than when this was last done, to an editor that knows what to
    /// do with it.
    fn tell_of_changes(&mut self) {
        self.watch_more();
        if !(self.knows_us || self.client.knows_us) {
            return;
        }
        let session = &mut self.session;
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            let told = |project: &Arc<Snapshot>| (project.uri(), Arc::downgrade(project));
            session.snapshots().iter().map(told).collect::<Vec<Told>>()
        }));
        let now = match outcome {
            Ok(now) => now,
            Err(panic) => {
                self.report(Changed::METHOD, &*panic);
                return self.session.reopen();
            }
        };
        let lacks =
            |those: &[Told], (_, one): &Told| those.iter().all(|(_, other)| !Weak::ptr_eq(one, other));
        let new = now.iter().filter(|project| lacks(&self.told, project));
        let gone = self.told.iter().filter(|project| lacks(&now, project));
        let mut projects: Vec<Uri> = new.chain(gone).filter_map(|(uri, _)| uri.clone()).collect();
        projects.sort_by(|one, other| one.as_str().cmp(other.as_str()));
        projects.dedup();
        self.told = now;
        if !projects.is_empty() {
            self.notify::<Changed>(ChangedParams { projects });
        }
    }

    /// Says what went wrong inside, to the log and the editor's.
    fn report(&self, method: &str, panic: &(dyn Any + Send)) -> String {
        let reason = panic.downcast_ref::<&str>().copied();
        let reason = reason.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
        let words = format!("{method} failed inside: {}", reason.unwrap_or("no reason given"));
        (self.log)(&words);
        self.tell(MessageType::ERROR, words.clone());
        words
    }

    /// Writes to the editor's log.
    pub(crate) fn tell(&self, typ: MessageType, message: String) {
        self.notify::<note::LogMessage>(LogMessageParams { typ, message });
    }

    fn notify<N: note::Notification>(&self, params: N::Params) {
        let params = serde_json::to_value(params).unwrap_or_default();
        self.send(Message::Notification(Notification { method: N::METHOD.to_owned(), params }));
    }

    /// Asks the editor something.
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> RequestId {
        let id = RequestId::from(format!("roadmapc-{}", self.next_request));
        self.next_request += 1;
        self.send(Message::Request(Request { id: id.clone(), method: method.to_owned(), params }));
        id
    }

    fn refuse(&self, id: RequestId, code: ErrorCode, reason: String) {
        self.send(Message::Response(Response { id, response_result: Err(error(code, reason)) }));
    }

    fn send(&self, message: Message) {
        // An editor that has gone away needs no answer; the end of its input ends the server.
        let _ = self.connection.sender.send(message);
    }
}

/// Takes out the waiting questions that `wanted` picks.
fn drain(inbox: &mut VecDeque<Message>, wanted: impl Fn(&Request) -> bool) -> Vec<Request> {
    let mut taken = Vec::new();
    let is_wanted = |message: &Message| matches!(message, Message::Request(request) if wanted(request));
    if inbox.iter().any(is_wanted) {
        for message in std::mem::take(inbox) {
            match message {
                Message::Request(request) if wanted(&request) => taken.push(request),
                other => inbox.push_back(other),
            }
        }
    }
    taken
}
