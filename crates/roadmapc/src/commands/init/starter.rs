//! The starter projects that `init` writes.

use std::sync::LazyLock;

use handlebars::{Context, Handlebars, Helper, Output, RenderContext, RenderError, RenderErrorReason};
use jiff::ToSpan;
use jiff::civil::Date;
use roadmap_diag::{Locale, Message};
use roadmap_fmt::format;
use roadmap_sema::calendar::{BuiltIn, Calendar};

use crate::error::CommandError;

/// A starter project.
pub(super) struct Starter {
    pub(super) name: &'static str,
    /// The message that says what it is for.
    pub(super) about: &'static str,
    vi: &'static [File],
    en: &'static [File],
}

/// The name of a file and what it is made from.
type File = (&'static str, &'static str);

macro_rules! files {
    ($folder:literal) => {
        &[files!($folder, "roadmap.toml"), files!($folder, "main.roadmap"), files!($folder, "people.roadmap")]
    };
    ($folder:literal, $name:literal) => {
        ($name, include_str!(concat!("../../../../../templates/init/", $folder, "/", $name)))
    };
}

impl Starter {
    /// All of them, as they are listed: the plainest first.
    pub(super) const ALL: &[Self] = &[
        Self { name: "blank", about: "init-template-blank", vi: files!("blank/vi"), en: files!("blank/en") },
        Self {
            name: "quarter",
            about: "init-template-quarter",
            vi: files!("quarter/vi"),
            en: files!("quarter/en"),
        },
        Self {
            name: "launch",
            about: "init-template-launch",
            vi: files!("launch/vi"),
            en: files!("launch/en"),
        },
        Self { name: "saas", about: "init-template-saas", vi: files!("saas/vi"), en: files!("saas/en") },
    ];

    /// Its files in a language.
    pub(super) fn files(&self, lang: Locale) -> &'static [File] {
        match lang {
            Locale::Vi => self.vi,
            Locale::En => self.en,
        }
    }
}

/// The files with their dates laid out from `today`.
pub(super) fn render(files: &[File], today: Date) -> Result<Vec<(&'static str, String)>, CommandError> {
    let mut engine = Handlebars::new();
    engine.set_strict_mode(true);
    engine.register_escape_fn(handlebars::no_escape);
    register_days(&mut engine, today);
    register_weeks(&mut engine, today);
    let render = |(name, source): &File| {
        let rendered = engine.render_template(source, &());
        rendered
            // Dates are of another width than what stood for them.
            .map(|content| match name.ends_with(".roadmap") {
                true => (*name, format(&content).text),
                false => (*name, content),
            })
            .map_err(|error| CommandError(Message::verbatim(error.to_string())))
    };
    files.iter().map(render).collect()
}

/// The working days by which starters are laid out: those of Vietnam's calendar, so that a plan begun before Tết meets no
/// holiday either way.
static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::built_in(BuiltIn::Vietnam));

/// The helpers of a plan that begins at once:
///
/// - `{{date N}}`: today and N days;
/// - `{{workday N}}`: the first working day from then on;
/// - `{{month_end N}}`: the last day of the month N months from today's;
/// - `{{workday_before_month_end N}}`: the last working day of that month.
fn register_days(engine: &mut Handlebars<'_>, today: Date) {
    let days = move |count: i64| today.checked_add(count.days()).ok();
    let month_end =
        move |count: i64| Some(today.first_of_month().checked_add(count.months()).ok()?.last_of_month());
    helper(engine, "date", move |[count]| Some(days(count)?.to_string()));
    helper(engine, "workday", move |[count]| Some(CALENDAR.next_working(days(count)?)?.to_string()));
    helper(engine, "month_end", move |[count]| Some(month_end(count)?.to_string()));
    helper(engine, "workday_before_month_end", move |[count]| {
        Some(CALENDAR.previous_working(month_end(count)?)?.to_string())
    });
}

/// The helpers of a plan laid out by weeks from Monday to Sunday, the first being the one after today's:
///
/// - `{{weeks A B}}`: week A to week B, as a range;
/// - `{{first N}}`: the first working day from the Monday of week N on;
/// - `{{last N}}`: the last working day up to the Sunday of week N.
///
/// A week without a working day, such as that of Tết, has its first day behind it and its last before it: what goes from one
/// to the other lasts two weeks at least.
fn register_weeks(engine: &mut Handlebars<'_>, today: Date) {
    let into_week = i64::from(today.weekday().to_monday_zero_offset());
    let monday = move |week: i64| today.checked_add((week.checked_mul(7)? - into_week).days()).ok();
    let sunday = move |week: i64| monday(week)?.checked_add(6.days()).ok();
    helper(engine, "weeks", move |[from, to]| Some(format!("{}..{}", monday(from)?, sunday(to)?)));
    helper(engine, "first", move |[week]| Some(CALENDAR.next_working(monday(week)?)?.to_string()));
    helper(engine, "last", move |[week]| Some(CALENDAR.previous_working(sunday(week)?)?.to_string()));
}

/// Registers a helper that writes what `make` makes of its whole numbers.
fn helper<const COUNT: usize>(
    engine: &mut Handlebars<'_>,
    name: &'static str,
    make: impl Fn([i64; COUNT]) -> Option<String> + Send + Sync + 'static,
) {
    let call = move |helper: &Helper<'_>,
                     _: &Handlebars<'_>,
                     _: &Context,
                     _: &mut RenderContext<'_, '_>,
                     out: &mut dyn Output|
          -> Result<(), RenderError> {
        let numbers: Vec<i64> = helper.params().iter().filter_map(|param| param.value().as_i64()).collect();
        let made = <[i64; COUNT]>::try_from(numbers).ok().and_then(&make).ok_or_else(|| {
            RenderErrorReason::Other(format!("`{name}` needs {COUNT} whole numbers and a day that exists"))
        })?;
        Ok(out.write(&made)?)
    };
    engine.register_helper(name, Box::new(call));
}

#[cfg(test)]
mod tests;
