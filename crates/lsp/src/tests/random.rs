//! Edits, typed at random or by a session, at the end of which the findings are those of a fresh check.

use std::collections::BTreeMap;

use roadmap_db::{Host, MemoryDisk, Start};
use roadmap_diag::{FileId, Locale, render};
use serde_json::{Value, json};

use super::editor::{Editor, Machine, TODAY, uri};

/// Edits to each plan of the corpus.
const EDITS: i32 = 2_000;

/// Edits to each of the five examples: 50,000 in all.
const EDITS_OF_EXAMPLE: i32 = 10_000;

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
fn edit_at_random(files: &[(&str, &str)], encoding: &str, seed: u64, edits: i32) {
    let machine = Machine::new(files);
    let capabilities = json!({ "general": { "positionEncodings": [encoding] } });
    let mut editor = Editor::start(&machine, &["/p"], capabilities);
    let mut texts: BTreeMap<&str, Vec<char>> =
        files.iter().map(|(path, text)| (*path, text.chars().collect())).collect();
    files.iter().for_each(|(path, text)| editor.open(path, text));
    let mut dice = Dice(seed);
    for version in 2..edits + 2 {
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
        if version % PAUSE == 0 || version == edits + 1 {
            let key = uri(path);
            editor.wait(|editor| editor.pushed.get(&key).is_some_and(|pushed| pushed["version"] == version));
        }
        if version % (16 * PAUSE) == 0 || version == edits + 1 {
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
    edit_at_random(&[("/p/first.roadmap", first)], "utf-16", 0x9e37_79b9_7f4a_7c15, EDITS);
}

#[test]
fn edits_to_several_files_leave_the_findings_of_a_fresh_check() {
    let tour = include_str!("../../../../tests/fixtures/corpus/tour.roadmap");
    let people = include_str!("../../../../tests/fixtures/corpus/people.roadmap");
    let files = [("/p/tour.roadmap", tour), ("/p/people.roadmap", people)];
    edit_at_random(&files, "utf-8", 0x2545_f491_4f6c_dd1d, EDITS);
}

#[test]
fn edits_to_a_plan_with_other_line_ends_leave_the_findings_of_a_fresh_check() {
    let shop = include_str!("../../../../tests/fixtures/corpus/small/shop.roadmap").replace('\n', "\r\n");
    edit_at_random(&[("/p/shop.roadmap", &shop)], "utf-32", 0x1234_5678_9abc_def1, EDITS);
}

/// Edits all files of an example, the entry first.
#[allow(clippy::disallowed_methods, reason = "tests read examples")]
fn edit_example(name: &str, entry: &str, encoding: &str, seed: u64) {
    fn read(folder: &std::path::Path, prefix: &str, files: &mut Vec<(String, String)>) {
        let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(Result::unwrap).collect();
        entries.sort_by_key(std::fs::DirEntry::file_name);
        for entry in entries {
            let path = format!("{prefix}/{}", entry.file_name().to_str().unwrap());
            if entry.file_type().unwrap().is_dir() {
                read(&entry.path(), &path, files);
            } else if path.ends_with(".roadmap") {
                files.push((path, std::fs::read_to_string(entry.path()).unwrap()));
            }
        }
    }
    let mut files = Vec::new();
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/");
    read(&std::path::Path::new(root).join(name), "/p", &mut files);
    files.sort_by_key(|(path, _)| *path != format!("/p/{entry}"));
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
    edit_at_random(&files, encoding, seed, EDITS_OF_EXAMPLE);
}

#[test]
fn edits_to_first_leave_the_findings_of_a_fresh_check() {
    edit_example("first", "first.roadmap", "utf-8", 0x5851_f42d_4c95_7f2d);
}

#[test]
fn edits_to_first_vi_leave_the_findings_of_a_fresh_check() {
    edit_example("first-vi", "first.roadmap", "utf-16", 0x1405_7b7e_f767_814f);
}

#[test]
fn edits_to_saas_vi_leave_the_findings_of_a_fresh_check() {
    edit_example("saas-vi", "main.roadmap", "utf-16", 0x2b99_2ddf_a232_49d6);
}

#[test]
fn edits_to_clinic_en_leave_the_findings_of_a_fresh_check() {
    edit_example("clinic-en", "main.roadmap", "utf-32", 0x369d_ea0f_31a5_3f85);
}

#[test]
fn edits_to_retail_vi_leave_the_findings_of_a_fresh_check() {
    edit_example("retail-vi", "main.roadmap", "utf-16", 0x7fb5_d329_728e_a185);
}

#[test]
fn a_session_leaves_the_findings_of_a_fresh_check() {
    let parts = roadmap_benches::project(120, 5);
    let keys = roadmap_benches::session(&parts);
    let paths: Vec<String> = parts.iter().map(|(path, _)| format!("/p/{path}")).collect();
    let files: Vec<(&str, &str)> =
        paths.iter().map(|path| &**path).zip(parts.iter().map(|(_, text)| &**text)).collect();
    let machine = Machine::new(&files);
    let capabilities = json!({ "general": { "positionEncodings": ["utf-8"] } });
    let mut editor = Editor::start(&machine, &["/p"], capabilities);
    files.iter().for_each(|(path, text)| editor.open(path, text));
    let mut texts: Vec<String> = parts.iter().map(|(_, text)| text.clone()).collect();
    for (version, key) in (2..).zip(&keys) {
        let text = &mut texts[key.file];
        let place = |at: usize| {
            let before = text.split_at(at).0;
            let line = u32::try_from(before.matches('\n').count()).unwrap();
            (line, u32::try_from(at - before.rfind('\n').map_or(0, |newline| newline + 1)).unwrap())
        };
        let ((line, column), (end_line, end_column)) = (place(key.at), place(key.at + key.gone));
        text.replace_range(key.at..key.at + key.gone, &key.new);
        editor.edit(&paths[key.file], version, [line, column, end_line, end_column], &key.new);
        editor.findings(&paths[key.file], version);
    }
    assert_eq!(texts, roadmap_benches::typed(&parts, &keys));
    editor.ask("workspace/symbol", json!({ "query": "a" })).unwrap();
    let texts =
        paths.iter().map(|path| &**path).zip(texts.iter().map(|text| text.chars().collect())).collect();
    let expected = fresh(&texts, "plan.roadmap", "utf-8");
    assert!(expected.values().map(Vec::len).sum::<usize>() > 3, "{expected:?}");
    for (path, expected) in expected {
        assert_eq!(shown(editor.pushed.get(&uri(&path))), expected, "{path}");
    }
}
