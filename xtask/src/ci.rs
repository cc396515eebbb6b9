//! Every check and test, in the order in which they fail fastest. Nothing is skipped: what a step needs and the machine
//! lacks, the browser and Neovim included, is installed, or the step fails and says so.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

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
    step("reports in a browser", || browser(root))?;
    step("other clients of the language server", || clients(root))?;
    println!("\nall checks passed");
    Ok(())
}

fn step(name: &str, run: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
    println!("── {name}");
    run().map_err(|problem| format!("{name}: {problem}"))
}

fn program(folder: &Path, name: &str, arguments: &[&str]) -> Result<(), String> {
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
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    target.join("release").join(format!("roadmapc{}", std::env::consts::EXE_SUFFIX))
}

/// Opens the reports in a real Chromium.
fn browser(root: &Path) -> Result<(), String> {
    let folder = root.join("tests/browser");
    program(&folder, npm(), &["ci", "--no-audit", "--no-fund", "--loglevel=error"])?;
    let chromium = chromium(&folder)?;
    let status = Command::new("node")
        .args(["--test", "--test-reporter=spec", "report.test.mjs"])
        .env("CHROMIUM", &chromium)
        .env("ROADMAPC", roadmapc(root))
        .current_dir(&folder)
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("the browser tests ended with {status}")),
        Err(error) => Err(format!("`node` cannot be run: {error}")),
    }
}

/// Sessions with clients that are not ours: VS Code's protocol library, and a real Neovim with the grammar for its colours.
fn clients(root: &Path) -> Result<(), String> {
    let folder = root.join("tests/clients");
    program(&folder, npm(), &["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])?;
    let status = Command::new("node")
        .args(["--test", "--test-reporter=spec", "protocol.test.mjs", "neovim.test.mjs"])
        .env("ROADMAPC", roadmapc(root))
        .current_dir(&folder)
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("the tests of other clients ended with {status}")),
        Err(error) => Err(format!("`node` cannot be run: {error}")),
    }
}

fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

/// A Chromium to drive: the one named by `CHROMIUM`, one on the `PATH`, the system's package, or Playwright's own.
fn chromium(folder: &Path) -> Result<OsString, String> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return Ok(named);
    }
    if let Some(found) = on_path() {
        return Ok(found);
    }
    println!("no Chromium found: installing one");
    let as_root =
        Path::new("/usr/bin/apt-get").exists() && program(folder, "test", &["-w", "/var/lib/dpkg"]).is_ok();
    if as_root {
        program(folder, "apt-get", &["update", "-q"])?;
        program(
            folder,
            "apt-get",
            &["install", "-q", "-y", "--no-install-recommends", "chromium", "fonts-noto-core"],
        )?;
        return on_path().ok_or_else(|| "the package `chromium` brought no program of that name".to_owned());
    }
    program(folder, "npx", &["playwright-core", "install", "--with-deps", "chromium"])?;
    Ok(OsString::from("playwright"))
}

fn on_path() -> Option<OsString> {
    const NAMES: [&str; 5] =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    NAMES
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
        .map(PathBuf::into_os_string)
}
