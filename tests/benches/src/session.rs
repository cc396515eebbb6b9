//! A morning of editing, keystroke by keystroke: what a language server is measured with, and held to.

use std::collections::BTreeMap;

use crate::plan;

/// What a keystroke belongs to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Work {
    /// A text for people: a note, a title.
    Words,
    /// A figure that stands by itself: a budget, a target, progress.
    Figures,
    /// A day, or what work waits for.
    Dates,
    /// Who, on which channel, for which goal.
    Names,
    /// A statement that comes or goes, and what it is called.
    Statements,
}

impl Work {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Words, Self::Figures, Self::Dates, Self::Names, Self::Statements];

    /// What it is called in a table.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Figures => "figures",
            Self::Dates => "dates",
            Self::Names => "names",
            Self::Statements => "statements",
        }
    }
}

/// One change of one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keystroke {
    /// What it belongs to.
    pub work: Work,
    /// Index of the file.
    pub file: usize,
    /// The byte at which it happens.
    pub at: usize,
    /// How many bytes go.
    pub gone: usize,
    /// What comes.
    pub new: String,
}

/// A plan of `activities` in a folder: the entry first, and the phases in `files` files of about the same size. One file
/// holds everything.
#[must_use]
pub fn project(activities: usize, files: usize) -> Vec<(String, String)> {
    let text = plan(activities);
    if files <= 1 {
        return vec![("plan.roadmap".to_owned(), text)];
    }
    let starts: Vec<usize> = text.match_indices("\nphase ").map(|(at, _)| at + 1).collect();
    let first = starts.first().copied().unwrap_or(text.len());
    let slice = |from: usize, to: usize| text.get(from..to).unwrap_or_default().to_owned();
    let mut project = vec![("plan.roadmap".to_owned(), slice(0, first) + "\ninclude \"phases/*.roadmap\"\n")];
    let each = starts.len().div_ceil(files - 1).max(1);
    for (number, chunk) in starts.chunks(each).enumerate() {
        let end = starts.get((number + 1) * each).copied().unwrap_or(text.len());
        let from = chunk.first().copied().unwrap_or(end);
        project.push((format!("phases/{number:03}.roadmap"), slice(from, end)));
    }
    project
}

/// The keystrokes of a session in `project`: the work of a few minutes, in three of its files. At the end every text is what
/// it was but for what was added.
#[must_use]
pub fn session(project: &[(String, String)]) -> Vec<Keystroke> {
    let mut typist =
        Typist { texts: project.iter().map(|(_, text)| text.clone()).collect(), keys: Vec::new() };
    let last = project.len() - 1;
    let files: BTreeMap<usize, ()> = [last.div_ceil(4), last.div_ceil(2), last].map(|file| (file, ())).into();
    for file in files.into_keys() {
        typist.edit(file);
    }
    typist.keys
}

/// The texts of `project` once all of `keys` have happened.
#[must_use]
pub fn typed(project: &[(String, String)], keys: &[Keystroke]) -> Vec<String> {
    let mut typist =
        Typist { texts: project.iter().map(|(_, text)| text.clone()).collect(), keys: Vec::new() };
    for key in keys {
        typist.press(key.clone());
    }
    typist.texts
}

struct Typist {
    texts: Vec<String>,
    keys: Vec<Keystroke>,
}

impl Typist {
    fn edit(&mut self, file: usize) {
        // In the middle of the file, so that as much stands behind it as before.
        let half = self.texts.get(file).map_or(0, |text| text.len() / 2);
        let Some(start) = self.find(file, half, "\n  activity ") else { return };

        self.add(file, start, "category", Work::Words, "note \"Waits for the photos of the new shop\"");
        self.retype(file, start, "\"", " ", Work::Words, "Every ");
        self.retype(file, start, "leads >= ", "\n", Work::Figures, "140");
        self.retype(file, start, "budget     ", "M", Work::Figures, "12");
        self.retype(file, start, "deadline   ", "\n", Work::Dates, "2026-12-04");
        self.retype(file, start, "owner      ", "\n", Work::Names, "p17");
        self.retype(file, start, "status     ", "\n", Work::Figures, "blocked \"The agency is late\"");
        self.add(file, start, "owner", Work::Words, "why \"Half of the buyers ask for it\"");
        self.retype(file, start, "category   ", "\n", Work::Names, "ads");
        self.retype(file, start, "channel    ", "\n", Work::Names, "email");
        self.retype(file, start, "deadline   ", "\n", Work::Dates, "2026-11-27");
        self.retype(file, start, "supports   ", "\n", Work::Names, "leads_1");
        self.add(file, start, "supports", Work::Words, "tag \"autumn\"");
        self.activity(file, start);
        self.cut(file, start, "\n    note", Work::Words);
    }

    /// Writes a whole activity before the one at `start`, as VS Code helps with it: what opens a block or a text brings
    /// along what closes it.
    fn activity(&mut self, file: usize, start: usize) {
        let mut at = self.write(file, start + 1, Work::Statements, "  activity photos");
        self.insert(file, at, Work::Statements, " \"\" {\n    \n  }\n");
        at = self.write(file, at + " \"".len(), Work::Words, "Photos of the new shop") + "\" {\n    ".len();
        for (work, text) in [
            (Work::Names, "owner p3\n    "),
            (Work::Statements, "kpi"),
            (Work::Figures, " leads >= 60\n    "),
            (Work::Dates, "deadline 2026-11-20\n    "),
            (Work::Names, "channel email\n    "),
            (Work::Figures, "budget 3M"),
        ] {
            at = self.write(file, at, work, text);
        }
    }

    /// Types `text` from `at` on. Where it ends.
    fn write(&mut self, file: usize, mut at: usize, work: Work, text: &str) -> usize {
        for c in text.chars() {
            self.insert(file, at, work, &c.to_string());
            at += c.len_utf8();
        }
        at
    }

    /// Adds a line behind the property `behind` of what begins at `start`.
    fn add(&mut self, file: usize, start: usize, behind: &str, work: Work, line: &str) {
        let Some(property) = self.find(file, start, &format!("\n    {behind}")) else { return };
        let Some(end) = self.find(file, property + 1, "\n") else { return };
        self.insert(file, end, work, "\n    ");
        self.write(file, end + "\n    ".len(), work, line);
    }

    /// Takes out what stands between `before` and `after`, one character after the other, and types something else.
    fn retype(&mut self, file: usize, start: usize, before: &str, after: &str, work: Work, new: &str) {
        let Some(from) = self.find(file, start, before).map(|at| at + before.len()) else { return };
        let Some(to) = self.find(file, from, after) else { return };
        let old = self.texts.get(file).and_then(|text| text.get(from..to)).unwrap_or_default().to_owned();
        let mut end = to;
        for c in old.chars().rev() {
            end -= c.len_utf8();
            self.press(Keystroke { work, file, at: end, gone: c.len_utf8(), new: String::new() });
        }
        self.write(file, from, work, new);
    }

    /// Takes out the first line behind `start` that begins like this, at once.
    fn cut(&mut self, file: usize, start: usize, line: &str, work: Work) {
        let Some(at) = self.find(file, start, line) else { return };
        let Some(end) = self.find(file, at + 1, "\n") else { return };
        self.press(Keystroke { work, file, at, gone: end - at, new: String::new() });
    }

    fn insert(&mut self, file: usize, at: usize, work: Work, new: &str) {
        self.press(Keystroke { work, file, at, gone: 0, new: new.to_owned() });
    }

    fn press(&mut self, key: Keystroke) {
        if let Some(text) = self.texts.get_mut(key.file) {
            text.replace_range(key.at..key.at + key.gone, &key.new);
        }
        self.keys.push(key);
    }

    fn find(&self, file: usize, from: usize, what: &str) -> Option<usize> {
        let text = self.texts.get(file)?;
        Some(from + text.get(from..)?.find(what)?)
    }
}
