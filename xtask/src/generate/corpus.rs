//! What the rules say of the plans that the tests use, in both languages: a table to judge by whether they say too much.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

use jiff::civil::{Date, date};
use roadmap_db::{Analysis, Host, MemoryDisk, Start};
use roadmap_diag::{Diagnostic, Locale, Severity, render};
use roadmap_sema::rules::all;

use super::{Error, Output};

const MADE: &str = "<!-- Made by `cargo xtask generate` from tests/fixtures/corpus and examples. -->";

/// A plan to check: its name in the tables, its folder, the file in it that is asked about (else the folder), and the day.
struct Sample {
    name: &'static str,
    folder: &'static str,
    file: Option<&'static str>,
    day: Date,
}

const fn file(name: &'static str, folder: &'static str, file: &'static str, day: Date) -> Sample {
    Sample { name, folder, file: Some(file), day }
}

const fn folder(name: &'static str, folder: &'static str, day: Date) -> Sample {
    Sample { name, folder, file: None, day }
}

const CORPUS: &str = "tests/fixtures/corpus";

const SAMPLES: &[Sample] = &[
    file("shop", CORPUS, "small/shop.roadmap", date(2026, 1, 5)),
    file("draft", CORPUS, "small/draft.roadmap", date(2026, 1, 5)),
    file("tour", CORPUS, "tour.roadmap", date(2026, 2, 2)),
    file("hostile", CORPUS, "hostile/titles.roadmap", date(2026, 1, 5)),
    file("eight", CORPUS, "errors/eight.roadmap", date(2026, 1, 5)),
    folder("first", "examples/first", date(2026, 1, 5)),
    folder("first-vi", "examples/first-vi", date(2026, 1, 5)),
    folder("saas-vi", "examples/saas-vi", date(2026, 5, 18)),
    folder("clinic-en", "examples/clinic-en", date(2026, 9, 14)),
    folder("retail-vi", "examples/retail-vi", date(2026, 12, 14)),
];

/// The words of the page.
struct Words {
    title: &'static str,
    lead: &'static str,
    plans: &'static str,
    rules: &'static str,
    silent: &'static str,
    nothing: &'static str,
    as_of: &'static str,
}

fn words(locale: Locale) -> Words {
    match locale {
        Locale::En => Words {
            title: "What the rules say",
            lead: "Every plan that the tests use, checked with the settings that come with `roadmapc`, and every finding in full. A rule that \
                   speaks here without need is too loud; one that a change makes louder shows in the difference of this page. `shop` is a \
                   whole small plan, `draft` one just begun, `tour` has nearly every construct once and is no model plan, \
                   `hostile` tries to break out of reports, `eight` has eight planted errors; the others are the examples.",
            plans: "| plan | as of | lines | errors | warnings | hints |",
            rules: "Rules that speak",
            silent: "Silent on all of them",
            nothing: "Nothing.",
            as_of: "as of",
        },
        Locale::Vi => Words {
            title: "Các quy tắc nói gì",
            lead: "Mọi bản kế hoạch dùng để thử, kiểm tra bằng cài đặt có sẵn của `roadmapc`, kèm đầy đủ từng thông báo. Quy tắc nào lên \
                   tiếng ở đây mà không cần thiết là quy tắc quá ồn; thay đổi làm quy tắc ồn hơn sẽ hiện ra khi so trang này. `shop` là một kế \
                   hoạch nhỏ hoàn chỉnh, `draft` là bản mới bắt đầu, `tour` dùng gần hết các cấu trúc và không phải kế hoạch mẫu, `hostile` \
                   cố phá báo cáo, `eight` có tám lỗi cài sẵn; còn lại là các ví dụ.",
            plans: "| kế hoạch | ngày | số dòng | lỗi | cảnh báo | gợi ý |",
            rules: "Quy tắc lên tiếng",
            silent: "Im lặng với tất cả",
            nothing: "Không có gì.",
            as_of: "ngày",
        },
    }
}

/// The page in each language.
pub(super) fn outputs(root: &Path) -> Result<Vec<Output>, Error> {
    let checked: Vec<(&Sample, Analysis)> =
        SAMPLES.iter().map(|sample| Ok((sample, check(root, sample)?))).collect::<Result<_, Error>>()?;
    Ok(Locale::ALL
        .into_iter()
        .map(|locale| {
            let path = match locale {
                Locale::En => "docs/findings.md",
                Locale::Vi => "docs/vi/findings.md",
            };
            Output { path: path.to_owned(), text: page(&checked, locale) }
        })
        .collect())
}

fn check(root: &Path, sample: &Sample) -> Result<Analysis, Error> {
    let mut disk = MemoryDisk::default();
    read(&root.join(sample.folder), "", &mut disk)?;
    let config = disk.files.get("roadmap.toml").map(|bytes| ("roadmap.toml", bytes.clone()));
    let mut host = Host::new(config, sample.day);
    let start = match sample.file {
        Some(file) => Start::File(file.to_owned()),
        None => Start::Folder(String::new()),
    };
    let failed = |what: String| Error::Plan(root.join(sample.folder), what);
    host.open(&disk, &start).map_err(|error| failed(format!("{error:?}")))?;
    host.analysis().ok_or_else(|| failed("no project".to_owned()))
}

fn read(folder: &Path, prefix: &str, disk: &mut MemoryDisk) -> Result<(), Error> {
    let failed = |path: PathBuf| move |error| Error::File(path, error);
    for entry in std::fs::read_dir(folder).map_err(failed(folder.to_owned()))? {
        let entry = entry.map_err(failed(folder.to_owned()))?;
        let path = entry.path();
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if path.is_dir() {
            read(&path, &format!("{name}/"), disk)?;
        } else {
            let bytes = std::fs::read(&path).map_err(failed(path))?;
            disk.files.insert(name, bytes);
        }
    }
    Ok(())
}

fn page(checked: &[(&Sample, Analysis)], locale: Locale) -> String {
    let words = words(locale);
    let mut out = format!("{MADE}\n\n# {}\n\n{}\n\n", words.title, words.lead);
    let _ = writeln!(out, "{}\n| --- | --- | ---: | ---: | ---: | ---: |", words.plans);
    for (sample, analysis) in checked {
        let lines: usize = analysis.files.iter().map(|file| file.text.lines().count()).sum();
        let count = |severity| analysis.count(severity);
        let _ = writeln!(
            out,
            "| {} | {} | {lines} | {} | {} | {} |",
            sample.name,
            sample.day,
            count(Severity::Error),
            count(Severity::Warning),
            count(Severity::Hint)
        );
    }
    rules(&mut out, &words, checked);
    for (sample, analysis) in checked {
        let _ = write!(out, "\n## {}\n\n{} {}\n\n", sample.name, words.as_of, sample.day);
        findings(&mut out, &words, analysis, locale);
    }
    out
}

/// How often each rule speaks of each plan.
fn rules(out: &mut String, words: &Words, checked: &[(&Sample, Analysis)]) {
    let mut counts: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, (_, analysis)) in checked.iter().enumerate() {
        for found in analysis.asked() {
            let row = counts.entry(found.code.as_str()).or_insert_with(|| vec![0; checked.len()]);
            if let Some(count) = row.get_mut(at) {
                *count += 1;
            }
        }
    }
    let names: Vec<&str> = checked.iter().map(|(sample, _)| sample.name).collect();
    let _ = write!(
        out,
        "\n## {}\n\n| | {} |\n| --- |{}\n",
        words.rules,
        names.join(" | "),
        " ---: |".repeat(names.len())
    );
    for (code, row) in &counts {
        let cells: Vec<String> =
            row.iter().map(|count| if *count == 0 { String::new() } else { count.to_string() }).collect();
        let _ = writeln!(out, "| `{code}` | {} |", cells.join(" | "));
    }
    let silent: BTreeSet<String> = all()
        .iter()
        .filter(|rule| !counts.contains_key(rule.code))
        .map(|rule| format!("`{}`", rule.code))
        .collect();
    let silent: Vec<String> = silent.into_iter().collect();
    let _ = writeln!(out, "\n{}: {}.", words.silent, silent.join(", "));
}

fn findings(out: &mut String, words: &Words, analysis: &Analysis, locale: Locale) {
    let mut asked = analysis.asked().peekable();
    if asked.peek().is_none() {
        let _ = writeln!(out, "{}", words.nothing);
    }
    for found in asked {
        let _ = writeln!(out, "{}", line(analysis, found, locale));
    }
}

fn line(analysis: &Analysis, found: &Diagnostic, locale: Locale) -> String {
    let place = analysis.file(found.span.file).map_or_else(String::new, |file| {
        let at = file.line_column(analysis.resolve(found.span).start);
        format!("{}:{}", file.path, at.line)
    });
    let severity = match found.severity {
        Severity::Error => "E",
        Severity::Warning => "W",
        Severity::Hint => "I",
    };
    let help =
        found.help.as_ref().map(|help| format!(" — *{}*", shown(&render(help, locale)))).unwrap_or_default();
    let message = shown(&render(&found.message, locale));
    format!("- {severity} `{}` {place}: {message}{help}", found.code.as_str())
}

/// A message as one line of Markdown: what a plan's text brings into it stays text.
fn shown(message: &str) -> String {
    let mut out = String::with_capacity(message.len());
    let mut is_code = false;
    for c in message.chars() {
        is_code ^= c == '`';
        match c {
            '\n' | '\r' => out.push(' '),
            '<' if !is_code => out.push_str("&lt;"),
            '*' | '[' | ']' | '_' | '#' if !is_code => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
