//! `check --fix`: the safe fixes.

use std::collections::BTreeMap;

use roadmap_db::{Analysis, apply_fixes};
use roadmap_diag::{Message, render as text};
use similar::TextDiff;

use crate::arguments::{Check, Format};
use crate::environment::Environment;
use crate::error::CommandError;
use crate::output;
use crate::project::Loaded;
use crate::write;

/// Fixes that touch each other wait for the next round; more rounds than this only come of fixes that undo each other.
const ROUNDS: usize = 20;

/// What came of it.
pub(super) struct Fixed {
    /// What is left to find.
    pub(super) analysis: Analysis,
    /// How many fixes were applied.
    count: usize,
    /// What changed, as a diff; only where nothing was written.
    diff: String,
}

/// Applies safe fixes until none is left, and writes the files that changed.
pub(super) fn run(loaded: &mut Loaded, dry_run: bool) -> Result<Fixed, CommandError> {
    let mut analysis = loaded.analysis()?;
    let before: BTreeMap<String, std::sync::Arc<str>> =
        analysis.files.iter().map(|file| (file.path.clone(), file.text.clone())).collect();
    let mut after: BTreeMap<String, String> = BTreeMap::new();
    let mut count = 0;
    for _ in 0..ROUNDS {
        let safe = analysis.asked().filter_map(|diagnostic| diagnostic.fixes.iter().find(|fix| fix.safe));
        let applied = apply_fixes(&analysis, safe);
        if applied.texts.is_empty() {
            break;
        }
        count += applied.count;
        for (file, text) in applied.texts {
            let Some(file) = analysis.file(file) else { continue };
            loaded.host.set_text(&loaded.folder, &file.path, &text);
            after.insert(file.path.clone(), text);
        }
        analysis = loaded.analysis()?;
    }
    let mut diff = String::new();
    for (path, text) in &after {
        let shown = format!("{}{path}", loaded.prefix);
        if dry_run {
            let old = before.get(path).map_or("", |text| text);
            let changes = TextDiff::from_lines(old, text);
            let changes =
                changes.unified_diff().header(&format!("a/{path}"), &format!("b/{path}")).to_string();
            diff.push_str(&output::visible(&changes));
        } else {
            write::replace(&loaded.folder.locate(path), text)
                .map_err(|error| CommandError::write(&shown, &error))?;
        }
    }
    Ok(Fixed { analysis, count, diff })
}

impl Fixed {
    /// Says what was done: the diff as the result of a dry run, else how many fixes were applied.
    pub(super) fn tell(&self, check: &Check, environment: &Environment) {
        if check.dry_run && check.format == Format::Human {
            environment.out(&self.diff);
        } else if check.dry_run {
            // Standard output is the findings' alone.
            environment.err(&self.diff);
        } else if self.count > 0 && !environment.quiet {
            let message = Message::new("fixes-applied").with("count", self.count);
            environment.err(&format!("{}\n", text(&message, environment.locale)));
        }
    }
}
