//! Every check and test, in the order in which they fail fastest. Nothing is skipped: what a step needs and the machine
//! lacks, the browser and Neovim included, is installed, or the step fails and says so.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::node;

/// Runs everything; the error says which step failed.
pub(crate) fn run(root: &Path) -> Result<(), String> {
    let cargo = |arguments: &[&str]| program(root, env!("CARGO"), arguments);
    step("formatting", || cargo(&["fmt", "--all", "--check"]))?;
    step("lints", || {
        cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"])
    })?;
    step("tests", || cargo(&["test", "--quiet", "--workspace", "--locked"]))?;
    step("release build", || cargo(&["build", "--quiet", "--release", "--locked", "-p", "roadmapc"]))?;
    step("generated files", || fresh(root))?;
    step("crates outside the workspace", || outside(root))?;
    step("examples", || examples(root))?;
    step("reports in a browser", || node::reports(root, &roadmapc(root)))?;
    step("other clients of the language server", || node::clients(root, &roadmapc(root)))?;
    step("extension", || node::extension(root))?;
    step("extension in VS Code", || node::editor(root, &roadmapc(root)))?;
    println!("\nall checks passed");
    Ok(())
}

fn step(name: &str, run: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
    println!("── {name}");
    run().map_err(|problem| format!("{name}: {problem}"))
}

/// Runs a program in a folder and waits for its end; the error says how it ended.
pub(crate) fn program(folder: &Path, name: &str, arguments: &[&str]) -> Result<(), String> {
    let status = Command::new(name).args(arguments).current_dir(folder).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{name} {}` ended with {status}", arguments.join(" "))),
        Err(error) => Err(format!("`{name}` cannot be run: {error}")),
    }
}

fn fresh(root: &Path) -> Result<(), String> {
    let stale = crate::generate::stale(root).map_err(|error| error.to_string())?;
    if stale.is_empty() {
        return crate::generate::parser(root, true);
    }
    Err(format!("{} stale: run `cargo xtask generate` and commit what it writes", stale.join(", ")))
}

/// What makes the tree-sitter parser, and the extension for Zed: each has a workspace of its own.
fn outside(root: &Path) -> Result<(), String> {
    for manifest in ["editors/tree-sitter-roadmap/generate/Cargo.toml", "editors/zed/Cargo.toml"] {
        program(root, env!("CARGO"), &["fmt", "--check", "--manifest-path", manifest])?;
        let clippy =
            ["clippy", "--quiet", "--locked", "--target-dir", "target/outside", "--manifest-path", manifest];
        program(root, env!("CARGO"), &[clippy.as_slice(), &["--", "-D", "warnings"]].concat())?;
    }
    Ok(())
}

/// Each example with the day on which it is read.
const EXAMPLES: [(&str, &str); 5] = [
    ("examples/saas-vi", "2026-05-18"),
    ("examples/clinic-en", "2026-09-14"),
    ("examples/retail-vi", "2026-12-14"),
    ("examples/first/first.roadmap", "2026-01-05"),
    ("examples/first-vi/first.roadmap", "2026-01-05"),
];

/// The examples check without an error, are laid out as the formatter would, and build.
fn examples(root: &Path) -> Result<(), String> {
    let roadmapc = roadmapc(root);
    let roadmapc = roadmapc.to_str().ok_or("the path of the build folder is not UTF-8")?;
    for (path, day) in EXAMPLES {
        program(root, roadmapc, &["check", path, "--as-of", day, "--format", "short"])?;
        program(root, roadmapc, &["fmt", "--check", path])?;
        let out = format!("target/reports/{}", path.trim_end_matches(".roadmap"));
        program(root, roadmapc, &["build", path, "--as-of", day, "--out", &out, "-q"])?;
    }
    Ok(())
}

fn roadmapc(root: &Path) -> PathBuf {
    target(root).join("release").join(format!("roadmapc{}", std::env::consts::EXE_SUFFIX))
}

/// The folder of what is built.
pub(crate) fn target(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |named| root.join(named))
}
