//! Where the project of a file or folder lies.

use std::path::{Path, PathBuf};

use crate::host::Start;

/// The name of a project's settings.
pub const SETTINGS: &str = "roadmap.toml";

/// The project that a file or folder belongs to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// Its folder: the nearest one upwards with a `roadmap.toml`, else the folder itself.
    pub root: PathBuf,
    /// Whether there is a `roadmap.toml` in that folder.
    pub has_settings: bool,
    /// What was asked for, counted from there.
    pub start: Start,
}

impl Place {
    /// The project of a file, or of a folder. A project's settings stand for the project.
    #[must_use]
    pub fn find(asked: &Path, is_folder: bool, is_file: &dyn Fn(&Path) -> bool) -> Self {
        let is_settings = !is_folder && asked.ends_with(SETTINGS);
        let folder = match is_folder {
            true => asked,
            false => asked.parent().unwrap_or(Path::new("/")),
        };
        let nearest = folder.ancestors().find(|folder| is_file(&folder.join(SETTINGS)));
        let root = nearest.unwrap_or(folder).to_path_buf();
        let asked = if is_settings { folder } else { asked };
        let inside = relative(&root, asked).unwrap_or_default();
        let start = if is_folder || is_settings { Start::Folder(inside) } else { Start::File(inside) };
        Self { root, has_settings: nearest.is_some(), start }
    }
}

/// The path of `file` counted from the folder `root`, with `/`; nothing where it lies elsewhere.
#[must_use]
pub fn relative(root: &Path, file: &Path) -> Option<String> {
    let inside = file.strip_prefix(root).ok()?;
    Some(inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"))
}

/// The path that leads from the folder `root` to `file`, with `/`: upwards with `..` where it lies elsewhere.
#[must_use]
pub fn between(root: &Path, file: &Path) -> String {
    let shared = root.components().zip(file.components()).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..".into(), root.components().count() - shared);
    let down = file.components().skip(shared).map(|part| part.as_os_str().to_string_lossy());
    up.chain(down).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_settings_make_the_project() {
        let has =
            |path: &Path| path == Path::new("/a/roadmap.toml") || path == Path::new("/a/b/c/roadmap.toml");
        let found = |path: &str, is_folder| Place::find(Path::new(path), is_folder, &has);
        let place = |root: &str, has_settings, start| Place { root: root.into(), has_settings, start };
        let (file, folder) = (|path: &str| Start::File(path.into()), |path: &str| Start::Folder(path.into()));
        assert_eq!(found("/a/b/x.roadmap", false), place("/a", true, file("b/x.roadmap")));
        assert_eq!(found("/a/b/c/x.roadmap", false), place("/a/b/c", true, file("x.roadmap")));
        assert_eq!(found("/x/y.roadmap", false), place("/x", false, file("y.roadmap")));
        assert_eq!(found("/a/b", true), place("/a", true, folder("b")));
        assert_eq!(found("/a/roadmap.toml", false), place("/a", true, folder("")));
        assert_eq!(found("/x", true), place("/x", false, folder("")));
    }

    #[test]
    fn paths_lead_from_the_project() {
        assert_eq!(between(Path::new("/a/b"), Path::new("/a/b/c/x.toml")), "c/x.toml");
        assert_eq!(between(Path::new("/a/b"), Path::new("/a/c/x.toml")), "../c/x.toml");
        assert_eq!(between(Path::new("/a/b"), Path::new("/x.toml")), "../../x.toml");
    }
}
