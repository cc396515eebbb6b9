//! What the commands take: `cargo xtask measure` builds a release, writes plans of several sizes, runs each command on
//! them and prints the table of `docs/performance.md`.
//!
//! Times are CPU times as the operating system accounts them to the finished process: user and system, so that other
//! work on the machine moves them little. Each run is started by a process of its own, which has no other child: what it
//! is told about its children is then what it is told about that run.

mod editor;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use nix::sys::resource::{UsageWho, getrusage};
use roadmap_benches::{SIZES, plan, today};

/// The task behind `measure`: runs one command and prints what it took.
pub(crate) const ONE: &str = "measure-one";

/// Counted runs of each command; the median is shown.
const RUNS: usize = 7;

/// The day on which the example is looked at.
const FIRST_DAY: &str = "2026-01-05";

/// What a run took.
#[derive(Clone, Copy)]
struct Usage {
    /// User and system time, in microseconds.
    cpu: i64,
    /// The most memory it had in use, in kilobytes.
    peak: i64,
}

/// What one command took on each plan.
struct Row {
    name: String,
    input: Vec<u64>,
    usages: Vec<Usage>,
    output: Vec<Option<u64>>,
}

/// Measures `roadmapc`, else the release that it builds first, and prints the table.
pub(crate) fn run(root: &Path, roadmapc: Option<&Path>) -> Result<(), String> {
    let (roadmapc, folder) = prepare(root, roadmapc)?;
    for size in SIZES {
        write(&folder.join(format!("{size}.roadmap")), plan(size).as_bytes())?;
    }
    let first = root.join("examples/first/first.roadmap");
    let tiny = fs::read(&first).map_err(|error| format!("{}: {error}", first.display()))?;
    write(&folder.join("first.roadmap"), &tiny)?;

    println!("| command | plan | CPU | peak memory | output | growth |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: |");
    print(&measure(&roadmapc, &folder, "check", &["first"])?);
    let sizes: Vec<String> = SIZES.iter().map(usize::to_string).collect();
    let sizes: Vec<&str> = sizes.iter().map(String::as_str).collect();
    for command in ["check", "build", "fmt"] {
        print(&measure(&roadmapc, &folder, command, &sizes)?);
    }
    Ok(())
}

/// Measures the language server of `roadmapc`, else of the release that it builds first, and prints the tables.
pub(crate) fn editor(root: &Path, roadmapc: Option<&Path>) -> Result<(), String> {
    let (roadmapc, folder) = prepare(root, roadmapc)?;
    editor::run(&roadmapc, &folder)
}

/// The `roadmapc` to measure, and a folder for plans.
fn prepare(root: &Path, roadmapc: Option<&Path>) -> Result<(PathBuf, PathBuf), String> {
    let target = crate::ci::target(root);
    let folder = target.join("measure");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let roadmapc = match roadmapc {
        // A server that is started elsewhere has to be found.
        Some(roadmapc) => {
            roadmapc.canonicalize().map_err(|error| format!("{}: {error}", roadmapc.display()))?
        }
        None => release(root, &target)?,
    };
    Ok((roadmapc, folder))
}

/// Builds a release; the path of its `roadmapc`.
fn release(root: &Path, target: &Path) -> Result<PathBuf, String> {
    let arguments = ["build", "--release", "--locked", "-p", "roadmapc"];
    let status = Command::new(env!("CARGO")).args(arguments).current_dir(root).status();
    match status {
        Ok(status) if status.success() => Ok(target.join("release/roadmapc")),
        Ok(status) => Err(format!("the build ended with {status}")),
        Err(error) => Err(format!("cargo cannot be run: {error}")),
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}

/// Runs `command` on each of `plans`.
fn measure(roadmapc: &Path, folder: &Path, command: &str, plans: &[&str]) -> Result<Row, String> {
    let mut row = Row { name: command.to_owned(), input: Vec::new(), usages: Vec::new(), output: Vec::new() };
    for plan in plans {
        let path = folder.join(format!("{plan}.roadmap"));
        let out = folder.join(format!("{plan}.report"));
        let path = path.display().to_string();
        let out_path = out.display().to_string();
        let today = plan.parse().map_or_else(|_| FIRST_DAY.to_owned(), |size| today(size).to_string());
        let arguments = match command {
            "build" => vec!["build", &path, "--as-of", &today, "--out", &out_path],
            "fmt" => vec!["fmt", "--check", &path],
            other => vec![other, &path, "--as-of", &today],
        };
        // The first run warms the caches and does not count.
        let mut usages = Vec::new();
        for _ in 0..=RUNS {
            usages.push(run_one(roadmapc, &arguments)?);
        }
        usages.remove(0);
        usages.sort_by_key(|usage| usage.cpu);
        let median = usages.get(RUNS / 2).copied().ok_or("no run was counted")?;
        let size = |path: &Path| fs::metadata(path).ok().map(|metadata| metadata.len());
        row.input.push(size(Path::new(&path)).unwrap_or_default());
        row.usages.push(median);
        row.output.push((command == "build").then(|| size(&out.join("index.html"))).flatten());
    }
    Ok(row)
}

/// Runs a command in a process of its own and reads what it took.
fn run_one(program: &Path, arguments: &[&str]) -> Result<Usage, String> {
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    let output = Command::new(this).arg(ONE).arg(program).args(arguments).output();
    let output = output.map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut numbers = text.split_whitespace().map(str::parse::<i64>);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(cpu)), Some(Ok(peak))) if output.status.success() => Ok(Usage { cpu, peak }),
        _ => Err(format!("`{} {}` failed", program.display(), arguments.join(" "))),
    }
}

/// Runs `command`, throws away what it prints, and prints its CPU time in microseconds and its peak memory in kilobytes.
///
/// A command that finds something (code 1) has done its work; any other code is a failure.
pub(crate) fn one(command: &[&str]) -> ExitCode {
    let Some((program, arguments)) = command.split_first() else { return ExitCode::from(2) };
    let status = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let has_run = status.is_ok_and(|status| matches!(status.code(), Some(0 | 1)));
    let Some(usage) = getrusage(UsageWho::RUSAGE_CHILDREN).ok().filter(|_| has_run) else {
        return ExitCode::FAILURE;
    };
    let (user, system) = (usage.user_time(), usage.system_time());
    let cpu = (user.tv_sec() + system.tv_sec()) * 1_000_000 + user.tv_usec() + system.tv_usec();
    println!("{cpu} {}", usage.max_rss());
    ExitCode::SUCCESS
}

/// Prints a line for each plan; growth is how often the cost of the plan a tenth as long goes into it.
fn print(row: &Row) {
    for (index, usage) in row.usages.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| row.usages.get(before));
        let mut line = format!("| `{}` | ", row.name);
        // Writing to a string cannot fail.
        let _ = write!(
            line,
            "{} | {} ms | {} MB | {} | {} |",
            kilobytes(row.input.get(index).copied().unwrap_or_default()),
            tenths(usage.cpu, 1_000),
            tenths(usage.peak, 1_024),
            row.output.get(index).copied().flatten().map_or_else(|| "–".to_owned(), kilobytes),
            before.map_or_else(|| "–".to_owned(), |before| format!("{}×", tenths(usage.cpu, before.cpu))),
        );
        println!("{line}");
    }
}

fn kilobytes(bytes: u64) -> String {
    format!("{} kB", bytes.div_ceil(1_000))
}

/// `value / unit` with one digit behind the point.
fn tenths(value: i64, unit: i64) -> String {
    let tenths = (value * 10 + unit / 2) / unit.max(1);
    format!("{}.{}", tenths / 10, tenths % 10)
}
