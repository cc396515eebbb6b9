//! A plan that is edited is the plan that a fresh check would build, and no more of it is built than the edit needs.

use roadmap_sema::build::Extent;

use super::incremental::{built, logging_at};
use super::*;

/// Edits of each example; every one is held against a fresh database.
const EDITS: usize = 120;

/// After so many edits the text is what it was.
const RESTORED: usize = 5;

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

/// The words of a text, with where they stand.
fn words(text: &str) -> Vec<(usize, &str)> {
    let is_end = |c: char| c.is_whitespace() || matches!(c, '{' | '}' | ';' | ',' | '"');
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_end(c), start) {
            (true, Some(from)) => {
                words.push((from, text.get(from..at).unwrap()));
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    words
}

/// What somebody might do to a text.
fn edited(text: &str, dice: &mut Dice) -> String {
    let words = words(text);
    let (at, word) = words[dice.roll(words.len())];
    let (_, other) = words[dice.roll(words.len())];
    let mut new = text.to_owned();
    match dice.roll(7) {
        // Another word of the plan: a name, a number, a keyword.
        0 | 1 => new.replace_range(at..at + word.len(), other),
        2 => new.insert_str(at, "note \"ghi chú\"; "),
        3 => new.insert(at + word.len(), 'x'),
        4 => drop(new.remove(at)),
        5 => new.insert_str(at + word.len(), " \n"),
        _ => {
            let number = word.replace(|c: char| c.is_ascii_digit(), "7");
            new.replace_range(at..at + word.len(), &number);
        }
    }
    new
}

/// Edits the example at random.
fn edit(folder: &str, day: Date, seed: u64) {
    let disk = read_folder(folder);
    let start = Start::Folder(String::new());
    let (mut host, log) = logging_at(&disk, day, &start);
    host.analysis().unwrap();
    let paths: Vec<String> = host.files().into_iter().map(|file| file.path).collect();
    let mut dice = Dice(seed);
    let mut now = disk.clone();
    for count in 0..EDITS {
        let path = &paths[dice.roll(paths.len())];
        let text = if count % RESTORED == 0 {
            for path in &paths {
                let text = String::from_utf8(disk.files[path].clone()).unwrap();
                now.files.insert(path.clone(), text.clone().into_bytes());
                host.set_text(&now, path, &text);
            }
            String::from_utf8(disk.files[path].clone()).unwrap()
        } else {
            edited(std::str::from_utf8(&now.files[path]).unwrap(), &mut dice)
        };
        now.files.insert(path.clone(), text.clone().into_bytes());
        host.set_text(&now, path, &text);
        let after = host.analysis().unwrap();

        let config = now.files.get("roadmap.toml").map(|bytes| ("roadmap.toml", bytes.clone()));
        let mut fresh = Host::new(config, day);
        // An entry that lost its `roadmap` is still the entry of the host that is open.
        if fresh.open(&now, &start).is_ok() {
            let fresh = fresh.analysis().unwrap();
            let place = format!("edit {count} of {path} in {folder}");
            assert_eq!(shown(&after), shown(&fresh), "{place}");
            assert!(after.diagnostics == fresh.diagnostics, "{place}");
            if format!("{:?}", after.model) != format!("{:?}", fresh.model) {
                // Line by line, so that the first difference can be found.
                assert_eq!(format!("{:#?}", after.model), format!("{:#?}", fresh.model), "{place}");
            }
        }
    }
    let extents = built(&host);
    let small = extents.iter().filter(|extent| **extent != Extent::Whole).count();
    assert!(small * 3 > extents.len(), "{small} of {} edits were small", extents.len());
    drop(log);
}

#[test]
fn saas_vi_is_edited() {
    edit("examples/saas-vi", date(2026, 5, 18), 0x5eed_1234);
}

#[test]
fn clinic_en_is_edited() {
    edit("examples/clinic-en", date(2026, 9, 14), 0x0dd_ba11);
}

#[test]
fn retail_vi_is_edited() {
    edit("examples/retail-vi", date(2026, 12, 14), 0xfeed_f00d);
}

#[test]
fn an_edit_inside_a_note_computes_no_dates() {
    let note = "note \"một\"; ";
    let plan = PLAN.replace("deadline 2026-03-20", &format!("{note}deadline 2026-03-20"));
    let disk = MemoryDisk::new(&[("main.roadmap", &plan), ("people.roadmap", PEOPLE)]);
    let (mut host, _) = logging_at(&disk, TODAY, &Start::Folder(String::new()));
    host.analysis().unwrap();
    for (text, extent) in [
        (plan.replace("một", "một hai"), Extent::Statements),
        (plan.replace("mở", "khai"), Extent::Statements),
        (plan.replace("budget 5M", "budget 6M"), Extent::Statements),
        (plan.replace("2026-03-20", "2026-03-21"), Extent::StatementsAndDates),
        (plan.replace("activity mo ", "activity khai "), Extent::Whole),
        (plan.replace("currency VND", "currency USD"), Extent::Whole),
    ] {
        host.set_text(&disk, "main.roadmap", &text);
        host.analysis().unwrap();
        assert_eq!(built(&host).last(), Some(&extent), "{text}");
        host.set_text(&disk, "main.roadmap", &plan);
        host.analysis().unwrap();
    }
}
