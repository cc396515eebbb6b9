//! `lsp`: the language server, over standard input and output.

use std::io::BufReader;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use roadmap_db::{Disk, Host, MemoryDisk};
use roadmap_diag::Locale;
use roadmap_lsp::{Ended, World};
use roadmap_sema::history::History;

use crate::arguments::Global;
use crate::disk::{Folder, found};
use crate::environment::put_error;
use crate::error::{CommandError, Status};
use crate::history;
use crate::project::cannot_open;

pub(super) fn run(global: &Global) -> Result<Status, CommandError> {
    let settings =
        global.config.as_deref().map(|path| found(path).map_err(|error| cannot_open(path, &error)));
    let settings = settings.transpose()?;
    let world = Machine { as_of: global.as_of, locale: global.locale.map(Locale::from), settings };
    let log = |line: &str| put_error(&format!("{line}\n"));
    Ok(match roadmap_lsp::run(BufReader::new(std::io::stdin()), std::io::stdout(), log, &world) {
        Ended::Cleanly => Status::Clean,
        Ended::Abruptly => Status::Findings,
    })
}

/// The files of this machine, and its clock.
struct Machine {
    as_of: Option<Date>,
    locale: Option<Locale>,
    /// The settings that `--config` names.
    settings: Option<PathBuf>,
}

impl World for Machine {
    fn disk(&self, folder: &Path) -> Box<dyn Disk> {
        // What was never saved lies nowhere, and so does what it includes.
        if folder.is_absolute() {
            Box::new(Folder::new(folder.to_path_buf()))
        } else {
            Box::new(MemoryDisk::default())
        }
    }

    fn is_file(&self, path: &Path) -> bool {
        path.is_absolute() && path.is_file()
    }

    fn real(&self, path: &Path) -> PathBuf {
        // What is not there yet, or no more, lies in the folder that is.
        let existing = path.ancestors().find_map(|part| Some((part, part.canonicalize().ok()?)));
        match existing {
            Some((part, real)) if path.is_absolute() => match path.strip_prefix(part) {
                Ok(rest) if !rest.as_os_str().is_empty() => real.join(rest),
                _ => real,
            },
            _ => path.to_path_buf(),
        }
    }

    fn settings(&self) -> Option<&Path> {
        self.settings.as_deref()
    }

    fn locale(&self) -> Option<Locale> {
        self.locale
    }

    fn today(&self) -> Date {
        self.as_of.unwrap_or_else(|| jiff::Zoned::now().date())
    }

    fn history(&self, folder: &Path, host: &Host) -> Option<History> {
        folder.is_absolute().then(|| history::read(folder, host, self.today())).flatten()
    }
}
