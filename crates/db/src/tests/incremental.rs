//! Nothing is computed twice, and nothing stale is shown.

use std::sync::{Arc, Mutex};

use proptest::prelude::*;
use roadmap_sema::build::Extent;
use salsa::EventKind;

use super::*;
use crate::Overlay;
use crate::database::{Database, Db};

/// A host that writes down what it computes.
fn logging(disk: &MemoryDisk) -> (Host, Arc<Mutex<Vec<String>>>) {
    logging_at(disk, TODAY, &Start::Folder(String::new()))
}

/// The same on any day.
pub(super) fn logging_at(disk: &MemoryDisk, today: Date, start: &Start) -> (Host, Arc<Mutex<Vec<String>>>) {
    let log: Arc<Mutex<Vec<String>>> = Arc::default();
    let sink = Arc::clone(&log);
    let database = Database::new(Some(Box::new(move |event| {
        if let EventKind::WillExecute { database_key } = event.kind {
            sink.lock().unwrap().push(format!("{database_key:?}"));
        }
    })));
    let config = disk.files.get("roadmap.toml").map(|bytes| ("roadmap.toml", bytes.clone()));
    let mut host = Host::with_database(database, config, today);
    host.open(disk, start).unwrap();
    (host, log)
}

/// How much of the plan was built, each time that it was.
pub(super) fn built(host: &Host) -> Vec<Extent> {
    host.database().memory().extents.as_ref().unwrap().lock().unwrap().clone()
}

/// How often each query ran since the last call.
fn ran(log: &Mutex<Vec<String>>, query: &str) -> usize {
    log.lock().unwrap().iter().filter(|entry| entry.starts_with(&format!("{query}("))).count()
}

#[test]
fn an_edit_parses_its_file_alone() {
    let disk = MemoryDisk::new(&[("main.roadmap", PLAN), ("people.roadmap", PEOPLE)]);
    let (mut host, log) = logging(&disk);
    host.analysis().unwrap();
    assert_eq!((ran(&log, "parse"), ran(&log, "plan")), (2, 1));
    log.lock().unwrap().clear();

    host.analysis().unwrap();
    assert_eq!(log.lock().unwrap().len(), 0);

    host.set_text(&disk, "people.roadmap", &format!("{PEOPLE}person minh \"Minh\"\n"));
    assert_eq!(host.analysis().unwrap().model.people.len(), 2);
    assert_eq!((ran(&log, "parse"), ran(&log, "statements"), ran(&log, "plan")), (1, 1, 1));
    log.lock().unwrap().clear();

    // Another today changes no text.
    host.set_today(date(2026, 3, 1));
    host.analysis().unwrap();
    assert_eq!((ran(&log, "parse"), ran(&log, "statements"), ran(&log, "plan")), (0, 0, 1));
}

/// An edit: a file, where in it, how much goes, and what comes.
fn edits() -> impl Strategy<Value = Vec<(bool, usize, usize, String)>> {
    let text = prop::sample::select(vec![
        "",
        "}",
        "{",
        "\"",
        "\n",
        "include \"people.roadmap\"\n",
        "person hoa \"Hoa\"\n",
        "owner lan",
        " # x\n",
        "lang en; ",
    ]);
    prop::collection::vec((any::<bool>(), 0..700_usize, 0..40_usize, text.prop_map(str::to_owned)), 1..8)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn edits_give_what_a_fresh_database_gives(edits in edits()) {
        let mut disk = MemoryDisk::new(&[("main.roadmap", PLAN), ("people.roadmap", PEOPLE)]);
        let mut host = Host::new(None, TODAY);
        let start = Start::File("main.roadmap".to_owned());
        host.open(&disk, &start).unwrap();
        for (is_main, at, gone, new) in edits {
            let path = if is_main { "main.roadmap" } else { "people.roadmap" };
            let text = String::from_utf8(disk.files[path].clone()).unwrap();
            let mut characters: Vec<char> = text.chars().collect();
            let at = at.min(characters.len());
            let end = (at + gone).min(characters.len());
            characters.splice(at..end, new.chars());
            let text: String = characters.into_iter().collect();
            disk.files.insert(path.to_owned(), text.clone().into_bytes());
            host.set_text(&disk, path, &text);

            let edited = host.analysis().unwrap();
            let mut fresh = Host::new(None, TODAY);
            // An entry that lost its `roadmap` is still the entry of the host that is open.
            if fresh.open(&disk, &start).is_ok() && fresh.analysis().unwrap().only.is_none() {
                let fresh = fresh.analysis().unwrap();
                prop_assert_eq!(shown(&edited), shown(&fresh));
                prop_assert_eq!(edited.diagnostics, fresh.diagnostics);
                prop_assert_eq!(format!("{:?}", edited.model), format!("{:?}", fresh.model));
            }
        }
    }
}

#[test]
fn files_that_come_change_and_go_are_followed() {
    let plan =
        PLAN.replace("include \"people.roadmap\"", "include \"people.roadmap\"\ninclude \"more/*.roadmap\"");
    let mut disk =
        MemoryDisk::new(&[("main.roadmap", &plan), ("people.roadmap", PEOPLE), ("more/a.roadmap", "")]);
    let mut host = Host::new(None, TODAY);
    host.open(&disk, &Start::File("main.roadmap".to_owned())).unwrap();
    let paths = |host: &Host| host.files().into_iter().map(|file| file.path).collect::<Vec<_>>();
    assert_eq!(paths(&host), ["main.roadmap", "people.roadmap", "more/a.roadmap"]);
    assert!(host.has("more/a.roadmap") && !host.has("more/b.roadmap") && !host.knows("more/b.roadmap"));

    disk.files.insert("more/b.roadmap".to_owned(), b"person mai \"Mai\"\n".to_vec());
    disk.files.insert("people.roadmap".to_owned(), b"person hoa \"Hoa\"\n".to_vec());
    host.refresh(&disk, ["more/b.roadmap", "people.roadmap"].into_iter());
    assert_eq!(paths(&host), ["main.roadmap", "people.roadmap", "more/a.roadmap", "more/b.roadmap"]);
    assert_eq!(&*host.files()[1].text, "person hoa \"Hoa\"\n");

    disk.files.remove("people.roadmap");
    host.refresh(&disk, ["people.roadmap"].into_iter());
    assert_eq!(paths(&host), ["main.roadmap", "more/a.roadmap", "more/b.roadmap"]);
    assert!(host.knows("people.roadmap"));

    let texts = [("people.roadmap".to_owned(), PEOPLE.into())].into();
    host.refresh(&Overlay { disk: &disk, texts }, ["people.roadmap"].into_iter());
    disk.files.insert("people.roadmap".to_owned(), PEOPLE.as_bytes().to_vec());
    let mut fresh = Host::new(None, TODAY);
    fresh.open(&disk, &Start::File("main.roadmap".to_owned())).unwrap();
    assert_eq!(host.analysis().unwrap().diagnostics, fresh.analysis().unwrap().diagnostics);
}
