//! The checks that run on Node: reports and the extension in a real browser, and other clients of the language server. What they need is installed from the registry of npm.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::ci::{program, target};

const INSTALL: [&str; 4] = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];

/// Opens the reports of `roadmapc` in a real Chromium.
pub(crate) fn reports(root: &Path, roadmapc: &Path) -> Result<(), String> {
    let folder = root.join("tests/browser");
    program(&folder, npm(), &INSTALL)?;
    let chromium = chromium(&folder)?;
    test(&folder, &["report.test.mjs"], &[("CHROMIUM", &chromium), ("ROADMAPC", roadmapc.as_os_str())])
}

/// Sessions with clients that are not ours: VS Code's protocol library, and a real Neovim with the grammar for its colours.
pub(crate) fn clients(root: &Path, roadmapc: &Path) -> Result<(), String> {
    let folder = root.join("tests/clients");
    program(&folder, npm(), &[INSTALL.as_slice(), &["--ignore-scripts"]].concat())?;
    test(&folder, &["protocol.test.mjs", "neovim.test.mjs"], &[("ROADMAPC", roadmapc.as_os_str())])
}

/// Checks the extension for VS Code by itself, and packages it.
pub(crate) fn extension(root: &Path) -> Result<(), String> {
    let folder = root.join("editors/vscode");
    program(&folder, npm(), &INSTALL)?;
    program(&folder, npm(), &["run", "--silent", "check"])?;
    program(&folder, npm(), &["run", "--silent", "test"])?;
    let vsix = vsix(root);
    let vsix = vsix.to_str().ok_or("the path of the build folder is not UTF-8")?;
    program(&folder, npm(), &["run", "--silent", "package", "--", "--out", vsix])
}

/// Drives the packaged extension, with `roadmapc`, in a real VS Code.
pub(crate) fn editor(root: &Path, roadmapc: &Path) -> Result<(), String> {
    let folder = root.join("tests/vscode");
    program(&folder, npm(), &INSTALL)?;
    program(&folder, npm(), &["run", "--silent", "editor"])?;
    let chromium = chromium(&folder)?;
    let vsix = vsix(root);
    let settings =
        [("CHROMIUM", chromium.as_os_str()), ("ROADMAPC", roadmapc.as_os_str()), ("VSIX", vsix.as_os_str())];
    // Each of them wants a processor for itself.
    test(&folder, &["--test-concurrency=1"], &settings)
}

fn vsix(root: &Path) -> PathBuf {
    target(root).join("roadmapc.vsix")
}

fn test(folder: &Path, arguments: &[&str], settings: &[(&str, &OsStr)]) -> Result<(), String> {
    let status = Command::new("node")
        .args(["--test", "--test-reporter=spec"])
        .args(arguments)
        .envs(settings.iter().copied())
        .current_dir(folder)
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("the tests ended with {status}")),
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
