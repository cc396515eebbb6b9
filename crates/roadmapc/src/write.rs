//! Files that appear whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

/// Replaces the text of the file at `path`: it is written aside and renamed, so that no reader sees half of it. A link
/// keeps leading to the file, and the file keeps who may read it.
pub(crate) fn replace(path: &Path, text: &str) -> io::Result<()> {
    let real = path.canonicalize()?;
    let folder = real.parent().unwrap_or(Path::new("."));
    let mut aside = NamedTempFile::new_in(folder)?;
    aside.write_all(text.as_bytes())?;
    aside.as_file().set_permissions(fs::metadata(&real)?.permissions())?;
    aside.as_file().sync_all()?;
    aside.persist(&real).map_err(|error| error.error)?;
    Ok(())
}

/// Writes the file at `path` whole, over what stands there.
pub(crate) fn create(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut aside = NamedTempFile::new_in(folder)?;
    aside.write_all(text.as_bytes())?;
    // A temporary file is its owner's alone; a report is read as any new file is.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(path).map_or(0o644, |known| known.permissions().mode());
        aside.as_file().set_permissions(fs::Permissions::from_mode(mode))?;
    }
    aside.persist(path).map_err(|error| error.error)?;
    Ok(())
}
