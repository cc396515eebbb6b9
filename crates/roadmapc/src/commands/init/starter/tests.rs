//! Starters say nothing on the day on which somebody begins with them, nor a week later.

use jiff::civil::{Weekday, date};
use roadmap_db::{Host, MemoryDisk, Start};
use roadmap_diag::{Severity, render as text};

use super::*;

/// Findings shown where there are any.
const SHOWN: usize = 20;

/// The Vietnamese starters, whose calendar has holidays, are looked at on each day, the English ones on every ninth.
const LANGUAGES: [(Locale, usize); 2] = [(Locale::Vi, 1), (Locale::En, 9)];

/// The days on which somebody may begin: a year with Tết late and one with it early.
fn days() -> impl Iterator<Item = Date> {
    date(2026, 1, 1).series(1.day()).take_while(|day| *day < date(2028, 1, 1))
}

/// Laid out from the day itself: every day is another plan.
#[test]
fn the_plain_starter_is_clean_on_any_day_of_two_years() {
    let mut said = Vec::new();
    for starter in Starter::ALL.iter().filter(|starter| !is_by_weeks(starter)) {
        for (lang, step) in LANGUAGES {
            days().step_by(step).for_each(|today| said.extend(findings(starter, lang, today, today)));
        }
    }
    assert!(said.is_empty(), "{} findings\n{}", said.len(), said[..said.len().min(SHOWN)].join("\n"));
}

/// Laid out by weeks: the days of one week have one plan, which is looked at on the first of them and, for every
/// third, on the last of the week after.
#[test]
fn starters_by_weeks_are_clean_in_any_week_of_two_years() {
    let mut said = Vec::new();
    for starter in Starter::ALL.iter().filter(|starter| is_by_weeks(starter)) {
        for (lang, step) in LANGUAGES {
            let mondays = days().filter(|day| day.weekday() == Weekday::Monday).step_by(step);
            for (week, monday) in mondays.enumerate() {
                said.extend(findings(starter, lang, monday, monday));
                if week % 3 == 0 {
                    said.extend(findings(starter, lang, monday, monday.saturating_add(13.days())));
                }
            }
        }
    }
    assert!(said.is_empty(), "{} findings\n{}", said.len(), said[..said.len().min(SHOWN)].join("\n"));
}

#[test]
fn the_days_of_one_week_have_one_plan() {
    for starter in Starter::ALL.iter().filter(|starter| is_by_weeks(starter)) {
        for monday in [date(2026, 2, 9), date(2026, 12, 28), date(2027, 1, 25)] {
            let plan = render(starter.files(Locale::En), monday).unwrap();
            for later in 1..7 {
                assert_eq!(
                    render(starter.files(Locale::En), monday.saturating_add(later.days())).unwrap(),
                    plan
                );
            }
            assert_ne!(render(starter.files(Locale::En), monday.saturating_add(7.days())).unwrap(), plan);
        }
    }
}

/// A newcomer reads it to the end.
#[test]
fn starters_are_short() {
    for (name, most) in [("blank", 100), ("quarter", 120), ("launch", 120), ("saas", 200)] {
        let starter = Starter::ALL.iter().find(|starter| starter.name == name).unwrap();
        for lang in [Locale::Vi, Locale::En] {
            let rendered = render(starter.files(lang), date(2026, 6, 15)).unwrap();
            let (_, main) = rendered.iter().find(|(name, _)| *name == "main.roadmap").unwrap();
            let lines = main.lines().count();
            assert!(lines <= most, "{name} in {lang:?}: {lines} lines");
        }
    }
}

fn is_by_weeks(starter: &Starter) -> bool {
    starter.en.iter().any(|(_, source)| source.contains("{{weeks "))
}

/// What is said on one day, hints apart, of what was begun on another.
fn findings(starter: &Starter, lang: Locale, begun: Date, today: Date) -> Vec<String> {
    let rendered = render(starter.files(lang), begun).unwrap();
    let listed: Vec<(&str, &str)> = rendered.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let disk = MemoryDisk::new(&listed);
    let config = listed.iter().find(|(name, _)| *name == "roadmap.toml").unwrap();
    let mut host = Host::new(Some((config.0, config.1.as_bytes().to_vec())), today);
    host.open(&disk, &Start::Folder(String::new())).unwrap();
    let analysis = host.analysis().unwrap();
    let warnings = analysis.diagnostics.iter().filter(|found| found.severity > Severity::Hint);
    let about = format!("{} in {lang:?}, begun on {begun}, on {today}", starter.name);
    warnings
        .map(|found| format!("{about}: {} {}", found.code.as_str(), text(&found.message, Locale::En)))
        .collect()
}
