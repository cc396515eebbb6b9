//! Thousands of edits, at the end of which the findings are those of a fresh check.

use std::collections::BTreeMap;

use roadmap_db::{Host, MemoryDisk, Start};
use roadmap_diag::{FileId, Locale, render};
use serde_json::{Value, json};

use super::editor::{Editor, Machine, TODAY, uri};

const EDITS: i32 = 2_000;

/// How often the editor waits for findings: in between, edits pile up as they do under fast fingers.
const PAUSE: i32 = 12;

/// What is typed: what breaks structure, what names things, and characters of every width.
const TYPED: [&str; 22] = [
    "",
    "",
    "",
    "\n",
    "\r\n",
    " ",
    "{",
    "}",
    "\"",
    "\"\"\"",
    "#",
    ";",
    "owner lan",
    "\ngoal x \"X\" { owner lan }\n",
    "ệ",
    "e\u{323}\u{302}",
    "👩‍💻",
    "2026-02-30",
    "budget 5M",
    "kpi leads 0 -> 5",
    "after ",
    "\nperson phụng \"Phụng\"\n",
];

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides.max(1) as u64).unwrap()
    }
}

/// Line and column of a character, counted in the plainest way.
fn place(chars: &[char], at: usize, encoding: &str) -> (u32, u32) {
    let (mut line, mut column) = (0, 0);
    for (index, c) in chars[..at].iter().enumerate() {
        if *c == '\n' || (*c == '\r' && chars.get(index + 1) != Some(&'\n')) {
            (line, column) = (line + 1, 0);
        } else {
            column += match encoding {
                "utf-8" => c.len_utf8(),
                "utf-16" => c.len_utf16(),
                _ => 1,
            };
        }
    }
    (line, u32::try_from(column).unwrap())
}

/// What a fresh check says: start and code and message, by file.
fn fresh(texts: &BTreeMap<&str, Vec<char>>, entry: &str, encoding: &str) -> BTreeMap<String, Vec<String>> {
    let mut disk = MemoryDisk::default();
    for (path, chars) in texts {
        disk.files
            .insert(path.trim_start_matches("/p/").to_owned(), chars.iter().collect::<String>().into_bytes());
    }
    let mut host = Host::new(None, TODAY);
    host.open(&disk, &Start::File(entry.to_owned())).unwrap();
    let analysis = host.analysis().unwrap();
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (id, file) in (0..).map(FileId).zip(&analysis.files) {
        let path = format!("/p/{}", file.path);
        let chars: Vec<char> = file.text.chars().collect();
        let own = analysis.diagnostics.iter().filter(|finding| finding.span.file == id);
        let own = own.map(|finding| {
            let start = analysis.resolve(finding.span).start as usize;
            let (line, column) = place(&chars, file.text.split_at(start).0.chars().count(), encoding);
            let message = render(&finding.message, Locale::En);
            // What the editor shows has the help on further lines.
            let message = message.lines().next().unwrap_or_default();
            format!("{line}:{column} {} {message}", finding.code.as_str())
        });
        found.insert(path, own.collect());
    }
    found
}

fn shown(pushed: Option<&Value>) -> Vec<String> {
    let Some(pushed) = pushed else { return Vec::new() };
    let line = |finding: &Value| {
        let start = &finding["range"]["start"];
        let message = finding["message"].as_str().unwrap().lines().next().unwrap();
        format!("{}:{} {} {message}", start["line"], start["character"], finding["code"].as_str().unwrap())
    };
    pushed["diagnostics"].as_array().unwrap().iter().map(line).collect()
}

/// Edits the files of a project at random, and holds what the editor shows against a fresh check again and again.
fn edit_at_random(files: &[(&str, &str)], encoding: &str, seed: u64) {
    let machine = Machine::new(files);
    let capabilities = json!({ "general": { "positionEncodings": [encoding] } });
    let mut editor = Editor::start(&machine, &["/p"], capabilities);
    let mut texts: BTreeMap<&str, Vec<char>> =
        files.iter().map(|(path, text)| (*path, text.chars().collect())).collect();
    files.iter().for_each(|(path, text)| editor.open(path, text));
    let mut dice = Dice(seed);
    for version in 2..EDITS {
        let (path, original) = files[dice.roll(files.len())];
        let chars = texts.get_mut(path).unwrap();
        // From time to time it is a plan again.
        let (length, was) = (chars.len(), original.chars().count());
        if length * 4 > was * 5 || length * 5 < was * 4 || dice.roll(150) == 0 {
            *chars = original.chars().collect();
            editor.replace(path, version, original);
        } else {
            let mut start = dice.roll(chars.len() + 1);
            let mut end = (start + dice.roll(9)).min(chars.len());
            // No editor has a place between `\r` and `\n`.
            let splits = |at: usize| at > 0 && chars[at - 1] == '\r' && chars.get(at) == Some(&'\n');
            start -= usize::from(splits(start));
            end += usize::from(splits(end));
            let typed = TYPED[dice.roll(TYPED.len())];
            let ((line, column), (end_line, end_column)) =
                (place(chars, start, encoding), place(chars, end, encoding));
            chars.splice(start..end, typed.chars());
            editor.edit(path, version, [line, column, end_line, end_column], typed);
        }
        if version % PAUSE == 0 || version == EDITS - 1 {
            let key = uri(path);
            editor.wait(|editor| editor.pushed.get(&key).is_some_and(|pushed| pushed["version"] == version));
        }
        if version % (16 * PAUSE) == 0 || version == EDITS - 1 {
            // What else has been pushed comes before the answer.
            editor.ask("workspace/symbol", json!({ "query": "a" })).unwrap();
            let entry = files[0].0.trim_start_matches("/p/");
            for (path, expected) in fresh(&texts, entry, encoding) {
                let shown = shown(editor.pushed.get(&uri(&path)));
                let differ = shown.iter().zip(&expected).find(|(shown, expected)| shown != expected);
                assert_eq!(differ, None, "{path} after {version} edits");
                assert_eq!(shown.len(), expected.len(), "{path} after {version} edits");
            }
        }
    }
}

#[test]
fn edits_to_one_file_leave_the_findings_of_a_fresh_check() {
    let first = include_str!("../../../../examples/first-vi/first.roadmap");
    edit_at_random(&[("/p/first.roadmap", first)], "utf-16", 0x9e37_79b9_7f4a_7c15);
}

#[test]
fn edits_to_several_files_leave_the_findings_of_a_fresh_check() {
    let tour = include_str!("../../../../tests/fixtures/corpus/tour.roadmap");
    let people = include_str!("../../../../tests/fixtures/corpus/people.roadmap");
    let files = [("/p/tour.roadmap", tour), ("/p/people.roadmap", people)];
    edit_at_random(&files, "utf-8", 0x2545_f491_4f6c_dd1d);
}

#[test]
fn edits_to_a_plan_with_other_line_ends_leave_the_findings_of_a_fresh_check() {
    let shop = include_str!("../../../../tests/fixtures/corpus/small/shop.roadmap").replace('\n', "\r\n");
    edit_at_random(&[("/p/shop.roadmap", &shop)], "utf-32", 0x1234_5678_9abc_def1);
}
