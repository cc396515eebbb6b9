//! Running the command.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A plan without findings on 2026-02-02.
pub(crate) const CLEAN: &str = r#"# allow(plan/not-yet, review/cadence-missing): quán nhỏ
roadmap "Cà phê Mây" { period 2026; currency VND; lang vi }
person lan "Lan"
phase q1 "Mở quán" 2026-Q1 {
  focus   "Khách quanh phường"
  channel facebook_ads primary
  goal khach "500 khách mới" { owner lan; kpi customers 0 -> 500 by 2026-03-31 }
  activity mo "Khai trương" { owner lan; kpi customers >= 500; deadline 2026-03-20; channel facebook_ads; budget 5M }
}
"#;

/// The clean plan with a name that nobody has.
pub(crate) fn broken() -> String {
    CLEAN.replace("goal khach \"500 khách mới\" { owner lan", "goal khach \"500 khách mới\" { owner lna")
}

/// A folder of its own.
pub(crate) struct Sandbox {
    folder: TempDir,
}

/// What a run left behind.
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Sandbox {
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let sandbox = Self { folder: TempDir::new().unwrap() };
        for (path, text) in files {
            sandbox.write(path, text.as_bytes());
        }
        sandbox
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap()
    }

    /// The command with `arguments` in this folder, in an environment that says nothing.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        self.command_on("2026-02-02", arguments)
    }

    /// The same on another day.
    pub(crate) fn command_on(&self, today: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_roadmapc"));
        command.args(arguments).args(["--as-of", today]);
        command.current_dir(self.path()).env_clear().stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        finish(&mut self.command(arguments))
    }
}

/// Runs a command to its end.
pub(crate) fn finish(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    Run {
        status: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

impl Run {
    /// Everything that a reader of a snapshot wants to see.
    pub(crate) fn shown(&self) -> String {
        format!("stdout:\n{}\nstderr:\n{}\nexit {}", self.stdout, self.stderr, self.status)
    }
}
