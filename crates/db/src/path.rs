//! Paths of includes, as text alone.

/// Where an include leads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Resolved {
    /// A file, relative to the project.
    File(String),
    /// A pattern, relative to the project.
    Glob(String),
    /// Out of the project.
    Outside,
}

/// What `written` in the file `from` leads to.
#[must_use]
pub fn resolve(from: &str, written: &str) -> Resolved {
    let drive = written.as_bytes().get(1) == Some(&b':');
    if written.starts_with(['/', '\\']) || drive {
        return Resolved::Outside;
    }
    let folder = parent(from);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in written.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                if parts.pop().is_none() {
                    return Resolved::Outside;
                }
            }
            name => parts.push(name),
        }
    }
    let path = parts.join("/");
    if written.contains(['*', '?', '[', '{']) { Resolved::Glob(path) } else { Resolved::File(path) }
}

/// The folder of a file: empty for one at the top.
pub(crate) fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// `name` in `folder`.
pub(crate) fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn includes_count_from_their_file_and_stay_inside() {
        let file = |path: &str| Resolved::File(path.to_owned());
        for (from, written, wanted) in [
            ("main.roadmap", "people.roadmap", file("people.roadmap")),
            ("main.roadmap", "./a//b.roadmap", file("a/b.roadmap")),
            ("phases/q1.roadmap", "../people.roadmap", file("people.roadmap")),
            ("phases/q1.roadmap", "../../people.roadmap", Resolved::Outside),
            ("main.roadmap", "a/../../x/b.roadmap", Resolved::Outside),
            ("main.roadmap", "/etc/passwd", Resolved::Outside),
            ("main.roadmap", "C:/x.roadmap", Resolved::Outside),
            ("phases/all.roadmap", "*.roadmap", Resolved::Glob("phases/*.roadmap".to_owned())),
        ] {
            assert_eq!(resolve(from, written), wanted, "{written} in {from}");
        }
    }
}
