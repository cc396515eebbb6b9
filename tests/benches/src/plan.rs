//! The text of a plan.

use std::fmt::Write;

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// Activities in a phase.
const PHASE: usize = 20;

/// The Monday on which every plan starts.
const START: Date = date(2026, 1, 5);

/// Activities that run in the same week: as many as the method lets a phase have.
const WEEK: usize = 5;

/// Days from one phase to the next: each week has its own activities.
const PHASE_DAYS: i64 = (PHASE / WEEK * 7) as i64;

/// Channels of which each phase takes two, so that one person never sees them all at once.
const CHANNELS: [&str; 6] = ["seo", "email", "facebook_ads", "google_ads", "event", "pr"];

/// What activities are about, with how they are called.
const CATEGORIES: [(&str, &str); 7] = [
    ("research", "Interviews with buyers"),
    ("ads", "Ads for the new offer"),
    ("content", "Articles on common questions"),
    ("pr", "Stories for the trade press"),
    ("conversion", "Shorter form on the landing page"),
    ("product", "Guide for the first week of use"),
    ("sales", "Calls with warm leads"),
];

/// The day on which [`plan`] is to be looked at: half of the work is done, the rest lies ahead.
#[must_use]
pub fn today(activities: usize) -> Date {
    phase_start(activities.div_ceil(PHASE) / 2).saturating_add(16.days())
}

/// A plan with `activities` activities of twelve lines each.
#[must_use]
pub fn plan(activities: usize) -> String {
    let phases = activities.div_ceil(PHASE);
    let mut text = String::with_capacity(activities * 400 + 4_096);
    // Writing to a string cannot fail.
    let _ = write_plan(&mut text, activities, phases);
    text
}

fn write_plan(text: &mut String, activities: usize, phases: usize) -> std::fmt::Result {
    let end = phase_start(phases).saturating_sub(1.day());
    let today = today(activities);
    writeln!(
        text,
        "roadmap \"Growth plan of {activities} activities\" {{\n  period     {START}..{end}\n  currency   VND\n  \
         budget     {}M VND\n  cadence    weekly mon, monthly 1, quarterly\n  checkpoint weekly\n}}\n",
        activities * 12
    )?;
    let people = people(activities);
    // Columns as `fmt` lays them out.
    let width = (people - 1).to_string().len();
    let title = "\"Person \"".len() + width;
    for person in 0..people {
        let role = turn(&["content", "performance", "design", "marketing"], person);
        let name = format!("\"Person {person}\"");
        writeln!(text, "person p{person:<width$} {name:<title$} {{ role {role}; capacity 20 }}")?;
    }
    writeln!(text)?;
    for channel in CHANNELS {
        writeln!(text, "channel {channel:<12} {{ budget {}M VND }}", activities * 2)?;
    }
    writeln!(text, "\nsegment shops \"Shops with up to ten people\" {{ size 120k }}\n")?;
    for year in START.year()..=end.year() {
        let by = date(year, 12, 31).min(end);
        writeln!(
            text,
            "goal revenue_{year} \"Revenue of {year}\" {{\n  type    revenue\n  owner   p0\n  segment \
             shops\n  kpi     revenue 1_000M VND -> 1_300M VND by {by}\n}}",
        )?;
    }
    for phase in 0..phases {
        let first = phase * PHASE;
        write_phase(text, phase, first..activities.min(first + PHASE), people, today)?;
    }
    for phase in (0..phases).take_while(|phase| phase_start(phase + 1) <= today) {
        writeln!(text, "actual leads {} {}", phase_range(phase), 900 + phase * 10)?;
    }
    Ok(())
}

fn write_phase(
    text: &mut String,
    phase: usize,
    activities: std::ops::Range<usize>,
    people: usize,
    today: Date,
) -> std::fmt::Result {
    let start = phase_start(phase);
    let end = phase_start(phase + 1).saturating_sub(1.day());
    // What the activities add up to covers it, also in a last phase with few of them.
    let target = activities.clone().map(leads).sum::<usize>().min(1_000);
    let channels = [turn(&CHANNELS, phase), turn(&CHANNELS, phase + 1)];
    writeln!(
        text,
        "\nphase phase_{phase} \"Weeks from {start}\" {} {{\n  owner   p{}\n  focus   \"Leads from {}\"\n  channel {} \
         primary\n  channel {} support\n  kpi     leads >= {target}\n",
        phase_range(phase),
        phase % people,
        channels[0],
        channels[0],
        channels[1],
    )?;
    writeln!(
        text,
        "  goal leads_{phase} \"{target} leads by {end}\" {{\n    type     leads\n    owner    p{}\n    segment  shops\n    \
         supports revenue_{}\n    kpi      leads 0 -> {target} by {end}\n  }}\n",
        phase % people,
        start.year().min(end.year()),
    )?;
    for activity in activities {
        let channel = if activity % 4 == 3 { channels[1] } else { channels[0] };
        write_activity(text, activity, channel, people, today)?;
    }
    writeln!(text, "}}")
}

/// Twelve lines.
fn write_activity(
    text: &mut String,
    activity: usize,
    channel: &str,
    people: usize,
    today: Date,
) -> std::fmt::Result {
    let (phase, place) = (activity / PHASE, activity % PHASE);
    let week = phase_start(phase).saturating_add((i64::try_from(place / WEEK).unwrap_or(0) * 7).days());
    let deadline = week.saturating_add(4.days());
    let (category, title) = turn(&CATEGORIES, activity);
    let status = if deadline <= today {
        format!("done {deadline}")
    } else if week <= today {
        format!("in_progress {}% on {today}", 10 + place * 4)
    } else {
        "planned".to_owned()
    };
    // The first week starts on its day, the others wait for the week before.
    let begins = match activity.checked_sub(WEEK).filter(|_| place >= WEEK) {
        Some(before) => format!("after      a{before}"),
        None => format!("start      {week}"),
    };
    writeln!(
        text,
        "  activity a{activity} \"{title}, part {activity}\" {{\n    category   {category}\n    owner      p{}\n    kpi        \
         leads >= {}\n    {begins}\n    deadline   {deadline}\n    channel    {channel}\n    budget     {}M VND\n    status     \
         {status}\n    supports   leads_{phase}\n    checkpoint weekly\n  }}",
        activity % people,
        leads(activity),
        2 + activity % 8,
    )
}

/// Each of `of` in turn.
fn turn<T: Copy, const N: usize>(of: &[T; N], at: usize) -> T {
    #[allow(clippy::indexing_slicing, reason = "a remainder is within, and no list of this file is empty")]
    of[at % N]
}

/// Leads that an activity is to bring.
fn leads(activity: usize) -> usize {
    50 + activity % PHASE * 5
}

/// One person for every fifty activities, and the twenty of a small team.
fn people(activities: usize) -> usize {
    20 + activities / 50
}

fn phase_start(phase: usize) -> Date {
    START.saturating_add((PHASE_DAYS * i64::try_from(phase).unwrap_or(0)).days())
}

fn phase_range(phase: usize) -> String {
    format!("{}..{}", phase_start(phase), phase_start(phase + 1).saturating_sub(1.day()))
}
