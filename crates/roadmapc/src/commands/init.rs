//! `init`: a starter project, its dates laid out from today.

use std::fs;
use std::path::Path;

use handlebars::{Context, Handlebars, Helper, Output, RenderContext, RenderError, RenderErrorReason};
use jiff::ToSpan;
use jiff::civil::Date;
use roadmap_diag::{Locale, Message, render as text};
use roadmap_sema::calendar::{BuiltIn, Calendar};

use crate::arguments::Init;
use crate::environment::Environment;
use crate::error::{CommandError, Status};
use crate::write;

/// A starter project.
struct Template {
    name: &'static str,
    /// The message that says what it is for.
    about: &'static str,
    vi: &'static [(&'static str, &'static str)],
    en: &'static [(&'static str, &'static str)],
}

macro_rules! files {
    ($folder:literal: $($name:literal),*) => {
        &[$(($name, include_str!(concat!("../../../../templates/init/", $folder, "/", $name)))),*]
    };
}

const TEMPLATES: &[Template] = &[Template {
    name: "blank",
    about: "init-template-blank",
    vi: files!("blank/vi": "roadmap.toml", "main.roadmap", "people.roadmap"),
    en: files!("blank/en": "roadmap.toml", "main.roadmap", "people.roadmap"),
}];

pub(super) fn run(init: &Init, environment: &Environment) -> Result<Status, CommandError> {
    if init.list {
        for template in TEMPLATES {
            let about = text(&Message::new(template.about), environment.locale);
            environment.out(&format!("{:<12} {about}\n", template.name));
        }
        return Ok(Status::Clean);
    }
    let template = TEMPLATES.iter().find(|template| template.name == init.template).ok_or_else(|| {
        let known: Vec<_> = TEMPLATES.iter().map(|template| format!("`{}`", template.name).into()).collect();
        CommandError(
            Message::new("init-no-template").with("name", init.template.as_str()).with("known", known),
        )
    })?;
    let lang = init.lang.map_or(environment.locale, Locale::from);
    let files = match lang {
        Locale::Vi => template.vi,
        Locale::En => template.en,
    };
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

/// The files with their dates laid out from `today`.
fn render(
    files: &[(&'static str, &'static str)],
    today: Date,
) -> Result<Vec<(&'static str, String)>, CommandError> {
    let mut engine = Handlebars::new();
    engine.set_strict_mode(true);
    engine.register_escape_fn(handlebars::no_escape);
    register(&mut engine, today);
    let render = |(name, source): &(&'static str, &'static str)| {
        let rendered = engine.render_template(source, &());
        rendered
            // Dates are of another width than what stood for them.
            .map(|content| match name.ends_with(".roadmap") {
                true => (*name, roadmap_fmt::format(&content).text),
                false => (*name, content),
            })
            .map_err(|error| CommandError(Message::verbatim(error.to_string())))
    };
    files.iter().map(render).collect()
}

/// The helpers of starter projects:
///
/// - `{{date N}}`: today and N days;
/// - `{{workday N}}`: the first working day from then on;
/// - `{{month_end N}}`: the last day of the month N months from today's;
/// - `{{workday_before_month_end N}}`: the last working day of that month;
/// - `{{range A B}}`: `{{date A}}..{{date B}}`; `{{year}}`: today's year.
///
/// Working days are those of Vietnam's calendar, so that a plan begun before Tết meets no holiday either way.
fn register(engine: &mut Handlebars<'_>, today: Date) {
    let calendar = || Calendar::built_in(BuiltIn::Vietnam);
    let days = move |count: i64| today.checked_add(count.days()).ok();
    let month_end =
        move |count: i64| Some(today.first_of_month().checked_add(count.months()).ok()?.last_of_month());
    helper(engine, "date", move |arguments| Some(days(*arguments.first()?)?.to_string()));
    helper(engine, "workday", move |arguments| {
        Some(calendar().next_working(days(*arguments.first()?)?)?.to_string())
    });
    helper(engine, "month_end", move |arguments| Some(month_end(*arguments.first()?)?.to_string()));
    helper(engine, "workday_before_month_end", move |arguments| {
        Some(calendar().previous_working(month_end(*arguments.first()?)?)?.to_string())
    });
    helper(engine, "range", move |arguments| {
        Some(format!("{}..{}", days(*arguments.first()?)?, days(*arguments.get(1)?)?))
    });
    helper(engine, "year", move |_| Some(today.year().to_string()));
}

/// Registers a helper that writes what `make` makes of its whole numbers.
fn helper(
    engine: &mut Handlebars<'_>,
    name: &'static str,
    make: impl Fn(&[i64]) -> Option<String> + Send + Sync + 'static,
) {
    let call = move |helper: &Helper<'_>,
                     _: &Handlebars<'_>,
                     _: &Context,
                     _: &mut RenderContext<'_, '_>,
                     out: &mut dyn Output|
          -> Result<(), RenderError> {
        let numbers: Vec<i64> = helper.params().iter().filter_map(|param| param.value().as_i64()).collect();
        let made = make(&numbers).ok_or_else(|| {
            RenderErrorReason::Other(format!("`{name}` needs whole numbers and a day that exists"))
        })?;
        Ok(out.write(&made)?)
    };
    engine.register_helper(name, Box::new(call));
}

#[cfg(test)]
mod tests {
    use super::*;
    use roadmap_db::{Host, MemoryDisk, Start};

    /// Days on which somebody may begin: every one of a year with Tết early, and of one with it late.
    #[test]
    fn starters_have_no_error_or_warning_on_any_day_of_two_years() {
        for template in TEMPLATES {
            for files in [template.vi, template.en] {
                let mut today = jiff::civil::date(2026, 1, 1);
                while today < jiff::civil::date(2028, 1, 1) {
                    let rendered = render(files, today).unwrap();
                    let listed: Vec<(&str, &str)> =
                        rendered.iter().map(|(name, text)| (*name, text.as_str())).collect();
                    let disk = MemoryDisk::new(&listed);
                    let config = listed.iter().find(|(name, _)| *name == "roadmap.toml").unwrap();
                    let mut host = Host::new(Some((config.0, config.1.as_bytes().to_vec())), today);
                    host.open(&disk, &Start::Folder(String::new())).unwrap();
                    let analysis = host.analysis().unwrap();
                    let found: Vec<String> = analysis
                        .diagnostics
                        .iter()
                        .filter(|found| found.severity > roadmap_diag::Severity::Hint)
                        .map(|found| format!("{} {}", found.code.as_str(), text(&found.message, Locale::En)))
                        .collect();
                    assert!(found.is_empty(), "on {today}: {found:#?}\n{}", listed[1].1);
                    today = today.tomorrow().unwrap();
                }
            }
        }
    }
}
