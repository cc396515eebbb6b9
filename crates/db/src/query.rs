//! What follows from the inputs, file by file and for the project.

use std::sync::{Arc, PoisonError};

use roadmap_diag::{Diagnostic, FileId, Locale};
use roadmap_sema::build::{FileInput, Include, ProjectInput};
use roadmap_sema::hir::{Hir, Value};
use roadmap_sema::model::Model;
use roadmap_sema::rules::{self, Cx, Texts};
use roadmap_sema::settings::{Levels, Settings};
use roadmap_sema::value::AtomContext;
use roadmap_syntax::{Parse, Tree};
use rustc_hash::FxHashMap;

use crate::config::Config;
use crate::database::{Db, Lowered, Project, SourceFile};
use crate::graph::{Graph, build as follow, syntax_diagnostic};
use crate::levels;

/// The tree of each top-level statement.
#[salsa::tracked(returns(ref))]
pub(crate) fn parse(db: &dyn Db, file: SourceFile) -> Arc<Parse> {
    let text = &file.text(db).text;
    let mut parses = db.memory().parses.lock().unwrap_or_else(PoisonError::into_inner);
    let parsed = match parses.get(&file) {
        Some(before) => roadmap_syntax::reparse(before, text),
        None => roadmap_syntax::parse(text),
    };
    let parsed = Arc::new(parsed);
    parses.insert(file, Arc::clone(&parsed));
    parsed
}

/// Each top-level statement by the schema.
#[salsa::tracked(returns(ref), no_eq)]
pub(crate) fn statements(db: &dyn Db, file: SourceFile, project: Project) -> Arc<[Arc<Hir>]> {
    let context = context(db, project);
    let items = parse(db, file).items();
    let mut lowered = db.memory().lowered.lock().unwrap_or_else(PoisonError::into_inner);
    let before = lowered.remove(&file).filter(|before| before.context == context);
    // What follows from a tree that is the same is the same.
    let known: FxHashMap<*const Tree, &Arc<Hir>> = before
        .iter()
        .flat_map(|before| before.trees.iter().zip(&*before.statements))
        .map(|(tree, hir)| (Arc::as_ptr(tree), hir))
        .collect();
    let lower = |tree: &Arc<Tree>| match known.get(&Arc::as_ptr(tree)) {
        Some(hir) => Arc::clone(hir),
        None => Arc::new(roadmap_sema::lower::lower(tree, &context)),
    };
    let statements: Arc<[Arc<Hir>]> = items.iter().map(|item| lower(&item.tree)).collect();
    let trees = items.iter().map(|item| Arc::clone(&item.tree)).collect();
    lowered.insert(file, Lowered { context, trees, statements: Arc::clone(&statements) });
    statements
}

/// What the plan says about itself that readings of its values depend on: it orders and fills fixes.
#[salsa::tracked(returns(copy))]
pub(crate) fn context(db: &dyn Db, project: Project) -> AtomContext {
    let parse = parse(db, project.entry(db));
    let mut context = AtomContext::default();
    let roadmap = parse.items().iter().find(|item| {
        let mut keywords = item.tree.statements().filter_map(|stmt| stmt.keyword());
        keywords.any(|keyword| keyword.text == "roadmap")
    });
    let Some(item) = roadmap else { return context };
    let hir = roadmap_sema::lower::lower(&item.tree, &context);
    for stmt in &hir.stmts {
        match (&*stmt.keyword, hir.values_of(stmt).first().map(|value| &value.value)) {
            ("lang", Some(Value::Choice(word))) => context.lang = Locale::from_tag(word),
            ("period", Some(Value::When(when))) => context.year = Some(when.start(1).year()),
            _ => {}
        }
    }
    context
}

/// The `include` statements of a file.
#[salsa::tracked(returns(ref))]
pub(crate) fn includes(db: &dyn Db, file: SourceFile, project: Project) -> Vec<Include> {
    roadmap_sema::build::includes(statements(db, file, project))
}

/// Which files take part, and what is wrong with how they include each other.
#[salsa::tracked(returns(ref))]
pub(crate) fn graph(db: &dyn Db, project: Project) -> Graph {
    follow(db, project)
}

/// `roadmap.toml`, read.
#[salsa::tracked(returns(ref))]
pub(crate) fn config(db: &dyn Db, file: SourceFile) -> Arc<Config> {
    Arc::new(crate::config::parse(file.text(db)))
}

/// The settings, with each pattern of files matched against those that take part.
#[salsa::tracked(returns(ref))]
pub(crate) fn settings(db: &dyn Db, project: Project) -> Arc<Settings> {
    let reader = Levels::clone(project.levels(db));
    let Some(file) = project.config(db) else {
        return Arc::new(Settings { reader, ..Settings::default() });
    };
    let paths: Vec<&str> = graph(db, project).files.iter().map(|file| file.path(db)).collect();
    Arc::new(Settings { reader, ..config(db, file).settings(&paths) })
}

/// The model, and what was found while it was built.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) model: Arc<Model>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// The plan.
#[salsa::tracked(returns(ref), no_eq)]
pub(crate) fn plan(db: &dyn Db, project: Project) -> Plan {
    let files = (0..).zip(&graph(db, project).files).map(|(id, file)| FileInput {
        id: FileId(id),
        path: file.path(db).to_owned(),
        items: statements(db, *file, project).to_vec(),
    });
    let input = ProjectInput { files: files.collect(), today: project.today(db) };
    let mut builds = db.memory().builds.lock().unwrap_or_else(PoisonError::into_inner);
    let built = builds.build(input);
    if let Some(extents) = &db.memory().extents {
        extents.lock().unwrap_or_else(PoisonError::into_inner).push(built.extent);
    }
    Plan { model: Arc::new(built.model), diagnostics: built.diagnostics }
}

/// Every finding, by file, offset and code.
#[salsa::tracked(returns(ref), no_eq)]
pub(crate) fn diagnostics(db: &dyn Db, project: Project) -> Arc<[Diagnostic]> {
    let graph = graph(db, project);
    let plan = plan(db, project);
    let settings = settings(db, project);
    let mut found = graph.diagnostics.clone();
    for (id, file) in (0..).zip(&graph.files) {
        let errors = parse(db, *file).errors();
        found.extend(errors.map(|(item, error)| syntax_diagnostic(FileId(id), item, error)));
    }
    found.extend(plan.diagnostics.iter().cloned());
    let texts: Vec<(&str, &Parse)> =
        graph.files.iter().map(|file| (&*file.text(db).text, &**parse(db, *file))).collect();
    let texts = Texts(&texts);
    let cx = Cx::new(&plan.model, settings).with_sources(&texts).with_history(project.history(db).as_deref());
    found.extend(rules::run(&cx));
    levels::finish(db, project, found)
}
