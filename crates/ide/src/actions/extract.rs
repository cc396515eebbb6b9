//! A phase into a file of its own, with the comments above it; an `include` stays where it stood.

use roadmap_diag::{Message, TextRange};
use roadmap_schema::Kind;

use super::place::{At, Here};
use super::{Action, ActionKind, Ask, Change, NewFile, Replacement};

/// Offers it where a phase begins, or is selected whole, and is not all that its file has.
pub(super) fn offer<'a>(here: &Here<'a>, ask: &Ask<'_>, found: &mut Vec<Action<'a>>) {
    let Some(is_taken) = ask.is_taken else { return };
    let Some(at) = here.around().find(|at| at.stmt.kind() == Kind::Phase) else { return };
    let (head, whole) = (at.in_file(at.stmt.head), at.in_file(at.stmt.range));
    let is_meant = here.range.end <= head.end || here.range.contains_range(whole);
    let is_alone =
        here.file.statements.iter().all(|hir| hir.stmts.is_empty() || std::ptr::eq(&**hir, at.hir));
    if !is_meant || is_alone {
        return;
    }
    let Some((moved, text)) = taken_out(at) else { return };
    let Some(id) = here.analysis.model.phases.rows().iter().find_map(|phase| {
        let place = phase.head.place?.stmt;
        ((place.file, place.item, place.index) == (at.id, at.item, at.index)).then_some(&phase.head.id)
    }) else {
        return;
    };
    let path = join(&folder(here, at), &format!("{id}.roadmap"));
    let Some(written) = relative(parent(&here.file.path), &path) else { return };
    let title = Message::new("ide-extract").with("name", at.name().unwrap_or(id)).with("path", path.as_str());
    let refused = if is_taken(&path) || here.analysis.files.iter().any(|file| file.path == path) {
        Some(Message::new("ide-extract.taken").with("path", path.as_str()))
    } else if !here.analysis.config.has_same_levels(&here.file.path, &path) {
        Some(Message::new("ide-extract.levels").with("path", path.as_str()).with("from", &*here.file.path))
    } else {
        None
    };
    let file = here.id;
    let change = move || {
        let include =
            Replacement { file, range: moved, text: format!("include \"{written}\""), snippet: None };
        Some(Change { files: vec![NewFile { path: path.clone(), text: text.clone() }], edits: vec![include] })
    };
    let mut action = Action::new(ActionKind::Extract, title, change);
    action.refused = refused;
    found.push(action);
}

/// What goes, and what it is in the new file. None where it shares its lines, or its text is broken.
fn taken_out(at: At<'_>) -> Option<(TextRange, String)> {
    let mut statements = at.tree.statements();
    let statement = statements.next().filter(|_| at.stmt.parent.is_none() && statements.next().is_none())?;
    if at.stmt.damaged || !at.tree.errors().is_empty() {
        return None;
    }
    let (line, _) = at.line()?;
    let comments = statement.leading_comments().next().map(|comment| at.in_file(comment.range).start);
    let start = comments.map_or(line, |start| start.min(line));
    let behind = statement.trailing_comment().map_or(at.stmt.range.end, |comment| comment.range.end);
    let end = at.in_file(TextRange::empty(behind)).end;
    let text = &*at.file.text;
    let rest = text.get(end as usize..)?.split('\n').next()?;
    if !rest.trim().is_empty() {
        return None;
    }
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let range = TextRange::new(start, end);
    Some((range, format!("{}{newline}", text.get(range.as_range())?)))
}

/// The folder where other files with phases lie, else `phases` beside the file.
fn folder(here: &Here<'_>, at: At<'_>) -> String {
    let others = here.analysis.model.phases.rows().iter().filter_map(|phase| phase.head.place);
    let other = others.map(|place| place.stmt.file).find(|file| *file != at.id);
    if let Some(file) = other.and_then(|file| here.analysis.file(file)) {
        return parent(&file.path).to_owned();
    }
    let own = parent(&here.file.path);
    match own.rsplit('/').next() {
        Some("phases") => own.to_owned(),
        _ => join(own, "phases"),
    }
}

fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// `path` as it is written in a file of `folder`; none where the writing would mean something else.
fn relative(folder: &str, path: &str) -> Option<String> {
    let mut from: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let mut to: Vec<&str> = path.split('/').collect();
    while let (Some(one), Some(other)) = (from.first(), to.first())
        && one == other
    {
        from.remove(0);
        to.remove(0);
    }
    let written = format!("{}{}", "../".repeat(from.len()), to.join("/"));
    // These begin a pattern, or end the string.
    (!written.contains(['*', '?', '[', '{', '"', '\\'])).then_some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_written_from_where_it_is_included() {
        assert_eq!(relative("", "phases/q1.roadmap").as_deref(), Some("phases/q1.roadmap"));
        assert_eq!(relative("plan", "plan/phases/q1.roadmap").as_deref(), Some("phases/q1.roadmap"));
        assert_eq!(relative("plan/a", "plan/b/q1.roadmap").as_deref(), Some("../b/q1.roadmap"));
        assert_eq!(relative("a", "b[1]/q1.roadmap"), None);
    }
}
