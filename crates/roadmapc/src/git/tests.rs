//! Against real repositories. `git` has to be there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use jiff::civil::{Date, date};
use roadmap_db::{Disk, ReadError};
use tempfile::TempDir;

use super::*;

impl Repository {
    fn log(&self, wanted: &Log<'_>) -> Result<Vec<Edit>, GitError> {
        edits(&self.folder, wanted)
    }

    fn contents(&self) -> Result<Contents, GitError> {
        Contents::open(&self.folder)
    }
}

/// A repository that is made for one test.
struct Made {
    folder: TempDir,
}

impl Made {
    fn new() -> Self {
        let made = Self::empty_folder();
        made.git("2026-01-01", &["init", "--quiet", "--initial-branch=main"]);
        made
    }

    fn empty_folder() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().canonicalize().unwrap()
    }

    fn git(&self, day: &str, arguments: &[&str]) -> String {
        let day = format!("{day}T09:00:00+07:00");
        let output = Command::new("git")
            .args(["-c", "user.name=Lan", "-c", "user.email=lan@example.com", "-c", "commit.gpgSign=false"])
            .args(["-c", "protocol.file.allow=always"])
            .args(arguments)
            .env("GIT_AUTHOR_DATE", &day)
            .env("GIT_COMMITTER_DATE", &day)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env_remove("GIT_DIR")
            .env_remove("GIT_INDEX_FILE")
            .stdin(Stdio::null())
            .current_dir(self.path())
            .output()
            .unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().trim_end().to_owned()
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Writes files and commits whatever there is; gives the hash.
    fn commit(&self, day: &str, files: &[(&str, &str)]) -> String {
        for (path, text) in files {
            self.write(path, text);
        }
        self.git(day, &["add", "--all"]);
        self.git(day, &["commit", "--quiet", "--allow-empty", "--message=plan"]);
        self.git(day, &["rev-parse", "HEAD"])
    }

    fn open(&self) -> Repository {
        Repository::of(&self.path()).unwrap()
    }
}

fn text(disk: &dyn Disk, path: &str) -> String {
    String::from_utf8(disk.read(path).unwrap()).unwrap()
}

fn at(repository: &Repository, revision: &str) -> Revision {
    repository.at(&repository.resolve(revision).unwrap()).unwrap()
}

const EVERYTHING: Log<'_> = Log { files: &["a.roadmap"], since: None, until: None, most: 100 };

fn days(edits: &[Edit]) -> Vec<Date> {
    edits.iter().map(|edit| edit.commit.date).collect()
}

#[test]
fn a_revision_is_a_disk() {
    let made = Made::new();
    made.commit("2026-01-05", &[("a.roadmap", "one"), ("more/b.roadmap", "b"), ("data/ads.csv", "1")]);
    made.commit("2026-01-12", &[("a.roadmap", "two")]);
    made.write("a.roadmap", "three");
    let repository = made.open();
    assert_eq!(repository.top(), made.path());
    assert_eq!(text(&at(&repository, "HEAD"), "a.roadmap"), "two");
    let before = at(&repository, "HEAD~1");
    assert_eq!(text(&before, "a.roadmap"), "one");
    assert_eq!(text(&before, "more/b.roadmap"), "b");
    assert_eq!(text(&before, "a.roadmap"), "one");
    assert_eq!(before.glob("*.roadmap"), ["a.roadmap"]);
    assert_eq!(before.glob("**/*.roadmap"), ["a.roadmap", "more/b.roadmap"]);
    for path in ["c.roadmap", "more", "a.roadmap/x", ""] {
        assert_eq!(before.read(path), Err(ReadError::NotFound), "{path}");
    }
    assert_eq!(before.read("../a.roadmap"), Err(ReadError::Outside));
}

#[test]
fn a_commit_is_named_in_every_way_of_git() {
    let made = Made::new();
    let hash = made.commit("2026-01-05", &[("a.roadmap", "one")]);
    made.git("2026-01-06", &["tag", "--annotate", "--message=q1", "q1"]);
    made.commit("2026-01-12", &[("a.roadmap", "two")]);
    let repository = made.open();
    for name in ["HEAD~1", "main~1", "q1", &hash, hash.split_at(8).0] {
        let commit = repository.resolve(name).unwrap();
        assert_eq!((commit.hash.as_str(), commit.date), (&*hash, date(2026, 1, 5)), "{name}");
        assert_eq!(commit.short(), hash.split_at(10).0);
    }
}

#[test]
fn what_names_no_commit_is_said() {
    let made = Made::new();
    made.commit("2026-01-05", &[("a.roadmap", "one")]);
    let repository = made.open();
    let unknown = [
        "q2",
        "HEAD~9",
        "HEAD..HEAD",
        "--all",
        "-h",
        "",
        "HEAD:a.roadmap",
        "a b",
        "HEAD\n",
        "x\0y",
        "--output=x",
    ];
    for revision in unknown {
        let expected = GitError::Unknown { revision: revision.to_owned(), is_shallow: false };
        assert_eq!(repository.resolve(revision), Err(expected), "{revision:?}");
    }
    assert_eq!(fs::read_dir(made.path()).unwrap().count(), 2, "nothing was written");
}

#[test]
fn a_project_deeper_than_the_top_knows_its_own_files_only() {
    let made = Made::new();
    let files = [("a.roadmap", "top"), ("plans/2026/a.roadmap", "deep"), ("plans/2026/q1/b.roadmap", "b")];
    made.commit("2026-01-05", &files);
    made.commit("2026-01-06", &[("a.roadmap", "top two")]);
    let repository = Repository::of(&made.path().join("plans/2026")).unwrap();
    assert_eq!(repository.top(), made.path());
    let disk = at(&repository, "HEAD");
    assert_eq!(disk.glob("**/*"), ["a.roadmap", "q1/b.roadmap"]);
    assert_eq!(text(&disk, "a.roadmap"), "deep");
    let edits = repository.log(&EVERYTHING).unwrap();
    assert_eq!(days(&edits), [date(2026, 1, 5)]);
    assert_eq!(edits[0].changed[0].path, "a.roadmap");
    let mut contents = repository.contents().unwrap();
    let newest = contents.read_newest("a.roadmap", 100).unwrap();
    assert_eq!(newest, Content::Bytes(b"deep".to_vec()));
}

#[test]
fn a_folder_that_a_revision_lacks_is_empty() {
    let made = Made::new();
    made.commit("2026-01-05", &[("plans", "a file of this name")]);
    made.git("2026-01-06", &["rm", "--quiet", "plans"]);
    made.commit("2026-01-06", &[("plans/a.roadmap", "one")]);
    let repository = Repository::of(&made.path().join("plans")).unwrap();
    assert_eq!(at(&repository, "HEAD~1").glob("**/*"), Vec::<String>::new());
    assert_eq!(at(&repository, "HEAD").glob("**/*"), ["a.roadmap"]);
}

#[test]
fn file_names_are_taken_as_they_are() {
    let made = Made::new();
    let names = [
        "kế hoạch.roadmap",
        "q\"uote.roadmap",
        "two\nlines.roadmap",
        "[a]*?.roadmap",
        ":(top)x.roadmap",
        "-x.roadmap",
        "a\tb.roadmap",
        "back\\slash.roadmap",
    ];
    let files: Vec<_> = names.iter().map(|name| (*name, *name)).collect();
    made.commit("2026-01-05", &files);
    let repository = made.open();
    let disk = at(&repository, "HEAD");
    for name in names {
        assert_eq!(text(&disk, name), name);
        let edits = repository.log(&Log { files: &[name], ..EVERYTHING }).unwrap();
        assert_eq!(edits.len(), 1, "{name:?}");
        assert_eq!(edits[0].changed.len(), 1, "{name:?}");
        assert_eq!(edits[0].changed[0].path, name);
        let blob = edits[0].changed[0].blob.clone().unwrap();
        let mut contents = repository.contents().unwrap();
        assert_eq!(contents.read(&blob, 100).unwrap(), Content::Bytes(name.as_bytes().to_vec()));
    }
}

#[test]
fn the_log_is_of_the_files_asked_for_newest_first() {
    let made = Made::new();
    made.commit("2026-01-05", &[("a.roadmap", "one"), ("b.roadmap", "b")]);
    made.commit("2026-01-06", &[("b.roadmap", "b two")]);
    made.commit("2026-01-07", &[("a.roadmap", "two")]);
    made.git("2026-01-08", &["rm", "--quiet", "a.roadmap"]);
    made.commit("2026-01-08", &[]);
    made.commit("2026-01-09", &[("a.roadmap", "three"), ("c.csv", "1")]);
    let repository = made.open();
    let edits = repository.log(&EVERYTHING).unwrap();
    assert_eq!(days(&edits), [date(2026, 1, 9), date(2026, 1, 8), date(2026, 1, 7), date(2026, 1, 5)]);
    assert!(edits[1].changed[0].blob.is_none(), "deleted");
    assert_eq!(edits[1].changed[0].before, edits[2].changed[0].blob);
    assert!(edits[0].changed[0].before.is_none() && edits[0].changed[0].blob.is_some(), "new again");
    assert!(edits.iter().all(|edit| edit.changed.len() == 1));
    let some = Log { since: Some(date(2026, 1, 7)), until: Some(date(2026, 1, 8)), ..EVERYTHING };
    assert_eq!(days(&repository.log(&some).unwrap()), [date(2026, 1, 8), date(2026, 1, 7)]);
    let newest = Log { most: 1, ..EVERYTHING };
    assert_eq!(days(&repository.log(&newest).unwrap()), [date(2026, 1, 9)]);
    assert_eq!(repository.log(&Log { files: &["no.roadmap"], ..EVERYTHING }).unwrap(), []);
}

#[test]
fn more_names_than_a_command_line_takes_are_looked_for_all_the_same() {
    let made = Made::new();
    made.commit("2026-01-05", &[("a.roadmap", "one"), ("other.roadmap", "x")]);
    made.commit("2026-01-06", &[("other.roadmap", "y")]);
    let long: Vec<String> = (0..2_000).map(|index| format!("part_{index}.roadmap")).collect();
    let mut files: Vec<&str> = long.iter().map(String::as_str).collect();
    files.push("a.roadmap");
    let edits = made.open().log(&Log { files: &files, ..EVERYTHING }).unwrap();
    assert_eq!(days(&edits), [date(2026, 1, 5)]);
}

#[test]
fn what_is_merged_counts_on_the_day_of_the_merge() {
    let made = Made::new();
    made.commit("2026-01-05", &[("a.roadmap", "one")]);
    made.git("2026-01-06", &["checkout", "--quiet", "-b", "side"]);
    made.commit("2026-01-06", &[("a.roadmap", "two")]);
    made.commit("2026-01-07", &[("a.roadmap", "three")]);
    made.git("2026-01-08", &["checkout", "--quiet", "main"]);
    made.commit("2026-01-08", &[("b.roadmap", "b")]);
    made.git("2026-01-09", &["merge", "--quiet", "--no-ff", "--message=merge", "side"]);
    let edits = made.open().log(&EVERYTHING).unwrap();
    assert_eq!(days(&edits), [date(2026, 1, 9), date(2026, 1, 5)]);
}

#[test]
fn long_contents_are_not_read() {
    let made = Made::new();
    made.commit("2026-01-05", &[("a.roadmap", &"x".repeat(200_000))]);
    let repository = made.open();
    let blob = repository.log(&EVERYTHING).unwrap()[0].changed[0].blob.clone().unwrap();
    assert_eq!(repository.contents().unwrap().read(&blob, 199_999).unwrap(), Content::TooLong);
    let whole = repository.contents().unwrap().read(&blob, 200_000).unwrap();
    assert!(matches!(whole, Content::Bytes(bytes) if bytes.len() == 200_000));
    let none = BlobId("0".repeat(40));
    assert_eq!(repository.contents().unwrap().read(&none, 1).unwrap(), Content::Missing);
    let mut contents = repository.contents().unwrap();
    assert_eq!(contents.read_newest("no.roadmap", 1).unwrap(), Content::Missing);
    assert_eq!(contents.read_newest("two\nlines.roadmap", 1).unwrap(), Content::Missing);
    assert_eq!(contents.read_newest("a b.roadmap", 1).unwrap(), Content::Missing);
}

#[test]
fn an_empty_repository_has_no_commit() {
    let made = Made::new();
    let repository = made.open();
    for revision in ["HEAD", "main", "HEAD~1"] {
        assert_eq!(repository.resolve(revision), Err(GitError::NoCommit), "{revision}");
    }
    assert!(matches!(repository.log(&EVERYTHING), Err(GitError::Failed(_))));
}

#[test]
fn a_folder_outside_any_repository_is_said() {
    let made = Made::empty_folder();
    assert!(!may_know(&made.path()));
    assert_eq!(Repository::of(&made.path()).unwrap_err(), GitError::NotARepository);
    let gone = Repository::of(&made.path().join("gone")).unwrap_err();
    assert!(matches!(gone, GitError::Failed(_)), "{gone:?}");
}

#[test]
fn a_bare_repository_has_no_folder_of_files() {
    let made = Made::empty_folder();
    made.git("2026-01-05", &["init", "--quiet", "--bare"]);
    assert_eq!(Repository::of(&made.path()).unwrap_err(), GitError::Bare);
    let other = Made::new();
    assert_eq!(Repository::of(&other.path().join(".git")).unwrap_err(), GitError::NotARepository);
}

#[test]
fn a_shallow_clone_says_that_it_is_one() {
    let made = Made::new();
    made.commit("2026-01-05", &[("a.roadmap", "one")]);
    made.commit("2026-01-06", &[("a.roadmap", "two")]);
    let clone = Made::empty_folder();
    let from = format!("file://{}", made.path().display());
    clone.git("2026-01-07", &["clone", "--quiet", "--depth=1", &from, "copy"]);
    let repository = Repository::of(&clone.path().join("copy")).unwrap();
    let expected = GitError::Unknown { revision: "HEAD~1".to_owned(), is_shallow: true };
    assert_eq!(repository.resolve("HEAD~1"), Err(expected));
    assert_eq!(text(&at(&repository, "HEAD"), "a.roadmap"), "two");
    assert_eq!(days(&repository.log(&EVERYTHING).unwrap()), [date(2026, 1, 6)]);
    assert!(may_know(&made.path()) && !may_know(&clone.path().join("copy")));
}

#[test]
fn a_submodule_is_a_repository_of_its_own() {
    let inner = Made::new();
    inner.commit("2026-01-05", &[("a.roadmap", "inner")]);
    let outer = Made::new();
    outer.commit("2026-01-06", &[("a.roadmap", "outer")]);
    let from = inner.path().display().to_string();
    outer.git("2026-01-07", &["submodule", "--quiet", "add", &from, "plans"]);
    outer.commit("2026-01-07", &[]);
    assert_eq!(at(&outer.open(), "HEAD").glob("**/*"), [".gitmodules", "a.roadmap"]);
    let within = Repository::of(&outer.path().join("plans")).unwrap();
    assert_eq!(within.top(), outer.path().join("plans"));
    assert_eq!(text(&at(&within, "HEAD"), "a.roadmap"), "inner");
}

#[cfg(unix)]
#[test]
fn links_lead_within_the_folder() {
    use std::os::unix::fs::symlink;
    let made = Made::new();
    let at_top = |path: &str| made.path().join(path);
    made.write("deep/b.roadmap", "b");
    symlink("deep/b.roadmap", at_top("file.roadmap")).unwrap();
    symlink("deep", at_top("folder")).unwrap();
    symlink("../file.roadmap", at_top("deep/up.roadmap")).unwrap();
    symlink("../../outside", at_top("deep/outside.roadmap")).unwrap();
    symlink("/etc/hosts", at_top("absolute.roadmap")).unwrap();
    symlink("circle.roadmap", at_top("circle.roadmap")).unwrap();
    made.commit("2026-01-05", &[]);
    let disk = at(&made.open(), "HEAD");
    for path in ["file.roadmap", "folder/b.roadmap", "folder/up.roadmap", "deep/up.roadmap"] {
        assert_eq!(text(&disk, path), "b", "{path}");
    }
    for path in ["deep/outside.roadmap", "absolute.roadmap"] {
        assert_eq!(disk.read(path), Err(ReadError::Outside), "{path}");
    }
    assert!(matches!(disk.read("circle.roadmap"), Err(ReadError::Other(_))));
}

/// Every setting that could start a program, leading to one that leaves a trace.
#[cfg(unix)]
#[test]
fn a_hostile_repository_starts_nothing() {
    use std::os::unix::fs::PermissionsExt;
    let made = Made::new();
    let aside = Made::empty_folder();
    let trace = aside.path().join("trace");
    let program = aside.path().join("program");
    fs::write(&program, format!("#!/bin/sh\necho \"$0\" >> '{}'\ncat\n", trace.display())).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let program = program.display().to_string();
    made.commit("2026-01-05", &[("a.roadmap", "one")]);
    made.commit("2026-01-06", &[("a.roadmap", "two"), (".gitattributes", "*.roadmap diff=x filter=x\n")]);
    let settings = [
        "core.fsmonitor",
        "core.pager",
        "core.editor",
        "core.sshCommand",
        "core.askPass",
        "core.gitProxy",
        "core.alternateRefsCommand",
        "pager.log",
        "pager.rev-parse",
        "diff.external",
        "diff.x.command",
        "diff.x.textconv",
        "filter.x.smudge",
        "filter.x.clean",
        "filter.x.process",
        "gpg.program",
        "credential.helper",
        "alias.log",
        "alias.rev-parse",
    ];
    for setting in settings {
        let value = if setting.starts_with("alias.") { format!("!{program}") } else { program.clone() };
        made.git("2026-01-06", &["config", setting, &value]);
    }
    made.git("2026-01-06", &["config", "core.hooksPath", &aside.path().display().to_string()]);
    made.git("2026-01-06", &["config", "log.showSignature", "true"]);
    made.git("2026-01-06", &["config", "log.follow", "true"]);
    made.git("2026-01-06", &["config", "color.ui", "always"]);
    made.git("2026-01-06", &["config", "diff.orderFile", "/dev/zero"]);
    made.git("2026-01-06", &["config", "format.pretty", "oneline"]);
    fs::remove_file(&trace).ok();
    let repository = made.open();
    assert_eq!(text(&at(&repository, "HEAD~1"), "a.roadmap"), "one");
    assert_eq!(days(&repository.log(&EVERYTHING).unwrap()), [date(2026, 1, 6), date(2026, 1, 5)]);
    let newest = repository.contents().unwrap().read_newest("a.roadmap", 100).unwrap();
    assert_eq!(newest, Content::Bytes(b"two".to_vec()));
    assert!(!trace.exists(), "{}", fs::read_to_string(&trace).unwrap());
}

/// A repository may say that its files lie elsewhere; a folder outside them is no part of it.
#[test]
fn a_work_tree_elsewhere_is_not_followed() {
    let made = Made::new();
    made.commit("2026-01-05", &[("a.roadmap", "one")]);
    made.git("2026-01-05", &["config", "core.worktree", "/"]);
    // Every folder lies below `/`, so that git takes it for the work tree: only what is below this folder is read.
    if let Ok(repository) = Repository::of(&made.path()) {
        assert!(made.path().starts_with(repository.top()));
        assert_eq!(at(&repository, "HEAD").read("a.roadmap"), Err(ReadError::NotFound));
    }
    let elsewhere = Made::empty_folder();
    made.git("2026-01-05", &["config", "core.worktree", &elsewhere.path().display().to_string()]);
    assert_eq!(Repository::of(&made.path()).unwrap_err(), GitError::NotARepository);
}

#[test]
fn every_error_has_its_words() {
    use roadmap_diag::{Locale, render};
    let unknown = |is_shallow| GitError::Unknown { revision: "q2".to_owned(), is_shallow };
    let errors = [
        GitError::NoProgram,
        GitError::NotARepository,
        GitError::Bare,
        GitError::NoCommit,
        unknown(false),
        unknown(true),
        GitError::Failed("bad object".to_owned()),
    ];
    let said =
        |locale| errors.iter().map(|error| render(&error.message("plans"), locale)).collect::<Vec<_>>();
    insta::assert_snapshot!(format!("{}\n\n{}", said(Locale::En).join("\n"), said(Locale::Vi).join("\n")));
}

#[test]
fn a_missing_program_is_not_a_missing_folder() {
    let missing = |folder: &Path| {
        let mut command = Command::new("no-such-program-as-this");
        program::read(command.current_dir(folder)).unwrap_err()
    };
    let made = Made::empty_folder();
    assert_eq!(missing(&made.path()), GitError::NoProgram);
    assert!(matches!(missing(&made.path().join("gone")), GitError::Failed(_)));
}
