//! `init`: a starter project, its dates laid out from today.

mod starter;

use std::fs;
use std::path::Path;

use roadmap_diag::{Locale, Message, render as text};
use starter::{Starter, render};

use crate::arguments::Init;
use crate::environment::Environment;
use crate::error::{CommandError, Status};
use crate::write;

pub(super) fn run(init: &Init, environment: &Environment) -> Result<Status, CommandError> {
    if init.list {
        for starter in Starter::ALL {
            let about = text(&Message::new(starter.about), environment.locale);
            environment.out(&format!("{:<12} {about}\n", starter.name));
        }
        return Ok(Status::Clean);
    }
    let starter = Starter::ALL.iter().find(|starter| starter.name == init.template).ok_or_else(|| {
        let known: Vec<_> = Starter::ALL.iter().map(|starter| format!("`{}`", starter.name).into()).collect();
        CommandError(
            Message::new("init-no-template").with("name", init.template.as_str()).with("known", known),
        )
    })?;
    let files = starter.files(init.lang.map_or(environment.locale, Locale::from));
    let folder = init.dir.as_deref().unwrap_or(Path::new("."));
    // All is looked at before anything is written: a folder is filled whole or left alone.
    for (name, _) in files {
        let path = folder.join(name);
        if path.symlink_metadata().is_ok() {
            let path = path.display().to_string();
            return Err(CommandError(Message::new("init-exists").with("path", path)));
        }
    }
    let rendered = render(files, environment.today)?;
    fs::create_dir_all(folder).map_err(|error| CommandError::write(&folder.display().to_string(), &error))?;
    for (name, content) in &rendered {
        let path = folder.join(name);
        let shown = path.display().to_string();
        write::create(&path, content).map_err(|error| CommandError::write(&shown, &error))?;
        if !environment.quiet {
            let line = text(&Message::new("build-wrote").with("path", shown), environment.locale);
            environment.out(&format!("{line}\n"));
        }
    }
    if !environment.quiet {
        let next = Message::new("init-next").with("folder", folder.display().to_string());
        environment.out(&format!("{}\n", text(&next, environment.locale)));
    }
    Ok(Status::Clean)
}
