//! The files that are made from the sources. A new generator is a module here and a line in [`outputs`].

mod catalogue;
mod corpus;
mod emacs;
mod language;
mod notation;
mod rules;
mod snippets;
mod textmate;
mod tree_sitter;

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;

use language::Language;

/// A file of the repository and the text it should have.
struct Output {
    /// From the root of the repository, with `/`.
    path: String,
    text: String,
}

/// Why files could not be made, read or written.
#[derive(Debug)]
pub(crate) enum Error {
    /// The file cannot be read or written.
    File(PathBuf, std::io::Error),
    /// A plan that is there cannot be opened.
    Plan(PathBuf, String),
    /// A grammar or the snippets cannot be written as JSON.
    Json(serde_json::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Plan(path, what) => write!(f, "{}: {what}", path.display()),
            Self::Json(error) => write!(f, "JSON: {error}"),
        }
    }
}

fn outputs(root: &Path) -> Result<Vec<Output>, Error> {
    let mut outputs = vec![
        Output { path: "docs/language.md".to_owned(), text: language::reference(Language::English) },
        Output { path: "docs/vi/language.md".to_owned(), text: language::reference(Language::Vietnamese) },
        Output {
            path: "editors/textmate/roadmap.tmLanguage.json".to_owned(),
            text: textmate::grammar().map_err(Error::Json)?,
        },
        Output {
            path: "editors/vscode/snippets/roadmap.json".to_owned(),
            text: snippets::snippets().map_err(Error::Json)?,
        },
    ];
    outputs.push(emacs::output());
    outputs.extend(tree_sitter::outputs().map_err(Error::Json)?);
    outputs.extend(rules::outputs());
    outputs.extend(catalogue::outputs());
    outputs.extend(corpus::outputs(root)?);
    Ok(outputs)
}

/// Writes every file under `root` whose text has changed, and returns their paths.
///
/// # Errors
/// Where a file cannot be made or written.
pub(crate) fn write(root: &Path) -> Result<Vec<String>, Error> {
    let mut written = Vec::new();
    for output in outputs(crate::root())?.into_iter().filter(|output| !is_fresh(root, output)) {
        let path = root.join(&output.path);
        let failed = |error| Error::File(path.clone(), error);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(failed)?;
        }
        std::fs::write(&path, output.text).map_err(failed)?;
        written.push(output.path);
    }
    Ok(written)
}

/// The files under `root` that are missing or have another text than they should.
///
/// # Errors
/// Where a file cannot be made.
pub(crate) fn stale(root: &Path) -> Result<Vec<String>, Error> {
    let stale = outputs(crate::root())?.into_iter().filter(|output| !is_fresh(root, output));
    Ok(stale.map(|output| output.path).collect())
}

/// Has the parser of the tree-sitter grammar made, or only looks whether it is fresh. The program that makes it is no part of the
/// workspace, so that the compiler is not built with what it needs.
///
/// # Errors
/// Where it cannot be made, or is stale.
pub(crate) fn parser(root: &Path, check: bool) -> Result<(), String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(root).args(["run", "--quiet", "--locked", "--manifest-path"]);
    cargo.arg("editors/tree-sitter-roadmap/generate/Cargo.toml");
    cargo.args(["--target-dir", "target/outside"]);
    cargo.args(check.then_some(["--", "--check"]).iter().flatten());
    match cargo.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("the tree-sitter parser: {status}")),
        Err(error) => Err(format!("`cargo` cannot be run: {error}")),
    }
}

/// A checkout may have CRLF line ends; that does not make a file stale.
fn is_fresh(root: &Path, output: &Output) -> bool {
    std::fs::read_to_string(root.join(&output.path))
        .is_ok_and(|text| text.replace("\r\n", "\n") == output.text)
}

#[cfg(test)]
mod tests {
    use super::{outputs, stale, write};

    #[test]
    fn what_is_written_is_fresh_and_what_is_edited_is_stale() {
        let folder = tempfile::tempdir().unwrap();
        let all: Vec<_> = outputs(crate::root()).unwrap().into_iter().map(|output| output.path).collect();
        assert_eq!(stale(folder.path()).unwrap(), all);
        assert_eq!(write(folder.path()).unwrap(), all);
        assert!(stale(folder.path()).unwrap().is_empty());

        let first = all[0].clone();
        std::fs::write(folder.path().join(&first), "edited by hand").unwrap();
        assert_eq!(stale(folder.path()).unwrap(), std::slice::from_ref(&first));
        assert_eq!(write(folder.path()).unwrap(), [first]);
    }

    #[test]
    fn the_files_of_the_repository_are_fresh() {
        let stale = stale(crate::root()).unwrap();
        assert!(stale.is_empty(), "run `cargo xtask generate`: {stale:?}");
    }
}
