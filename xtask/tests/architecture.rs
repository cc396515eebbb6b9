//! Who may see whom: the picture in `ARCHITECTURE.md`, kept by a test.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand};

/// Each crate of ours, and those of ours that it may depend on.
const MAY_SEE: &[(&str, &[&str])] = &[
    ("roadmap-diag", &[]),
    ("roadmap-schema", &[]),
    ("roadmap-api", &[]),
    ("roadmap-diff", &["roadmap-api"]),
    ("roadmap-syntax", &["roadmap-diag"]),
    ("roadmap-sema", &["roadmap-diag", "roadmap-schema", "roadmap-syntax"]),
    ("roadmap-fmt", &["roadmap-diag", "roadmap-schema", "roadmap-syntax"]),
    (
        "roadmap-ide",
        &["roadmap-db", "roadmap-diag", "roadmap-fmt", "roadmap-schema", "roadmap-sema", "roadmap-syntax"],
    ),
    (
        "roadmap-lsp",
        &[
            "roadmap-api",
            "roadmap-db",
            "roadmap-diag",
            "roadmap-fmt",
            "roadmap-ide",
            "roadmap-report",
            "roadmap-schema",
            "roadmap-sema",
            "roadmap-syntax",
        ],
    ),
    ("roadmap-db", &["roadmap-diag", "roadmap-schema", "roadmap-sema", "roadmap-syntax"]),
    ("roadmap-report", &["roadmap-api", "roadmap-diag", "roadmap-schema", "roadmap-sema"]),
    (
        "roadmapc",
        &[
            "roadmap-api",
            "roadmap-db",
            "roadmap-diag",
            "roadmap-diff",
            "roadmap-fmt",
            "roadmap-lsp",
            "roadmap-report",
            "roadmap-schema",
            "roadmap-sema",
            "roadmap-syntax",
        ],
    ),
    (
        "roadmap-benches",
        &[
            "roadmap-api",
            "roadmap-db",
            "roadmap-diag",
            "roadmap-fmt",
            "roadmap-report",
            "roadmap-sema",
            "roadmap-syntax",
        ],
    ),
    (
        "roadmap-invariants",
        &[
            "roadmap-api",
            "roadmap-db",
            "roadmap-diag",
            "roadmap-fmt",
            "roadmap-report",
            "roadmap-sema",
            "roadmap-syntax",
        ],
    ),
    ("tree-sitter-roadmap", &[]),
    (
        "xtask",
        &["roadmap-api", "roadmap-benches", "roadmap-db", "roadmap-diag", "roadmap-schema", "roadmap-sema"],
    ),
];

/// What only some crates may name, so that it can be changed in one place.
const CONFINED: &[(&str, &[&str])] = &[
    ("miette", &["roadmapc"]),
    ("handlebars", &["roadmap-report", "roadmapc"]),
    ("pest", &["roadmap-syntax"]),
    ("pest_derive", &["roadmap-syntax"]),
    ("salsa", &["roadmap-db"]),
    ("clap", &["roadmapc"]),
    ("fluent-bundle", &["roadmap-diag"]),
    ("lsp-types", &["roadmap-lsp"]),
    ("lsp-server", &["roadmap-lsp", "xtask"]),
    ("tree-sitter-language", &["tree-sitter-roadmap"]),
];

#[test]
fn crates_see_only_those_below_them() {
    let allowed: BTreeMap<&str, &[&str]> = MAY_SEE.iter().copied().collect();
    let metadata = metadata().unwrap();
    let ours: BTreeSet<&str> = metadata.packages.iter().map(|package| package.name.as_str()).collect();
    for (name, dependencies) in edges(&metadata) {
        let Some(allowed) = allowed.get(name) else {
            panic!("`{name}` is new: say in this table whom it may see, and draw it in ARCHITECTURE.md");
        };
        for dependency in dependencies.iter().filter(|dependency| ours.contains(**dependency)) {
            assert!(allowed.contains(dependency), "`{name}` may not depend on `{dependency}`");
        }
    }
    for (name, _) in MAY_SEE {
        assert!(ours.contains(name), "`{name}` is in the table and not in the workspace");
    }
}

#[test]
fn the_picture_has_no_circle() {
    let mut below: BTreeSet<&str> = BTreeSet::new();
    while below.len() < MAY_SEE.len() {
        let ready: Vec<&str> = MAY_SEE
            .iter()
            .filter(|(name, sees)| !below.contains(name) && sees.iter().all(|seen| below.contains(seen)))
            .map(|(name, _)| *name)
            .collect();
        assert!(!ready.is_empty(), "a circle among the crates above {below:?}");
        below.extend(ready);
    }
}

#[test]
fn what_is_replaceable_is_named_in_one_place() {
    let metadata = metadata().unwrap();
    for (name, dependencies) in edges(&metadata) {
        for (dependency, users) in CONFINED {
            assert!(
                !dependencies.contains(dependency) || users.contains(&name),
                "`{name}` may not depend on `{dependency}`: only {users:?} may"
            );
        }
    }
}

/// Each crate of the workspace with what it needs to run or to build; tests may use what they like.
fn edges(metadata: &Metadata) -> impl Iterator<Item = (&str, BTreeSet<&str>)> {
    metadata.packages.iter().map(|package| {
        let needed =
            package.dependencies.iter().filter(|dependency| dependency.kind != DependencyKind::Development);
        (package.name.as_str(), needed.map(|dependency| dependency.name.as_str()).collect())
    })
}

fn metadata() -> Result<Metadata, cargo_metadata::Error> {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.toml");
    MetadataCommand::new().manifest_path(manifest).no_deps().other_options(["--offline".to_owned()]).exec()
}
