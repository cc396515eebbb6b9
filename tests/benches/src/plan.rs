//! The text of a plan.

use std::fmt::Write;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

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

/// What customers object, and what sales answers.
const OBJECTIONS: [(&str, &str, &str); 4] = [
    ("price", "Too dear", "Count the hours saved"),
    ("trust", "Never heard of you", "Two hundred shops nearby"),
    ("need", "A notebook will do", "Show an evening’s work"),
    ("rival", "Others are free", "Compare what is counted"),
];

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
        6 * channel_budget(activities)
    )?;
    let people = people(activities);
    // Columns as `fmt` lays them out.
    let digits = (people - 1).to_string().len();
    let id_width = "product".len().max(1 + digits);
    let title = "\"The product\"".len().max("\"Person \"".len() + digits);
    for person in 0..people {
        let role = turn(&["content", "performance", "design", "marketing"], person);
        let name = format!("\"Person {person}\"");
        let id = format!("p{person}");
        writeln!(text, "person {id:<id_width$} {name:<title$} {{ role {role}; capacity 20 }}")?;
    }
    for (id, role) in [("product", "product_owner"), ("sales", "sales")] {
        let name = format!("\"The {id}\"");
        writeln!(text, "person {id:<id_width$} {name:<title$} {{ role {role}; capacity 20 }}")?;
    }
    writeln!(text)?;
    for channel in CHANNELS {
        writeln!(text, "channel {channel:<12} {{ budget {}M VND }}", channel_budget(activities))?;
    }
    writeln!(text, "\nalert leads behind 15%\nalert revenue behind 15%")?;
    writeln!(text, "\nqualify sql \"Has a shop and a day to start\" {{ owner sales; feedback weekly }}")?;
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
    write_log(text, phases, today)
}

/// What was read and decided up to `today`: the leads of each week, the revenue of each month, and every review.
fn write_log(text: &mut String, phases: usize, today: Date) -> std::fmt::Result {
    writeln!(text)?;
    let days = || START.series(1.day()).take_while(|day| *day < today);
    for monday in days().filter(|day| day.weekday() == Weekday::Monday) {
        let sunday = monday.saturating_add(6.days()).min(today);
        writeln!(text, "actual leads {monday}..{sunday} {}", 240 + phases % 40)?;
    }
    writeln!(text)?;
    for first in START.first_of_month().series(1.month()).take_while(|first| *first < today) {
        writeln!(text, "actual revenue {:04}-{:02} 1_290M VND", first.year(), first.month())?;
    }
    writeln!(text, "\nactual close_rate {today} 13%")?;
    for day in START.series(1.day()).take_while(|day| *day <= today) {
        if day.day() == 1 && day.month() % 3 == 1 {
            writeln!(
                text,
                "\nreview {day} quarterly {{\n  owner    p0\n  finding  \"Search brings the best leads\"\n  decision \"Budget of \
                 two channels moves to search\"\n}}"
            )?;
        } else if day.day() == 1 {
            writeln!(
                text,
                "\nreview {day} monthly {{\n  owner      p0\n  finding    \"On the way\"\n  bottleneck \"Calls on Mondays\"\n  \
                 decision   \"One more person calls\"\n}}"
            )?;
        }
        if day.weekday() == Weekday::Monday {
            writeln!(
                text,
                "\nreview {day} weekly {{\n  owner    p0\n  finding  \"Leads as planned\"\n  decision \"Go on\"\n}}"
            )?;
        }
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
        "\nphase phase_{phase} \"Weeks from {start}\" {} {{\n  owner   p{}\n  focus   \"Leads from {}\"\n  message message_{phase} \
         \"An order in ten seconds\"\n  channel {} \
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
    if has_launch(phase) {
        let day = launch_day(phase);
        let status = if day <= today { format!("done {day}") } else { "planned".to_owned() };
        writeln!(
            text,
            "  launch launch_{phase} \"Orders, part {phase}\" {{\n    owner    product\n    deadline {day}\n    usp      \
             message_{phase}\n    material deck, faq, pricing\n    status   {status}\n  }}\n",
        )?;
    }
    for activity in activities {
        let channel = if activity % 4 == 3 { channels[1] } else { channels[0] };
        write_activity(text, activity, channel, people, today)?;
    }
    writeln!(text, "}}")?;
    write_script(text, phase, today)
}

/// What sales says to those who come: ready before the phase begins.
fn write_script(text: &mut String, phase: usize, today: Date) -> std::fmt::Result {
    let deadline = phase_start(phase).saturating_sub(3.days()).max(START);
    let status = if deadline <= today { format!("done {deadline}") } else { "planned".to_owned() };
    writeln!(
        text,
        "\nscript script_{phase} \"Calls of phase {phase}\" {{\n  owner    sales\n  deadline {deadline}\n  for      \
         phase_{phase}\n  stage    launch_offer\n  usp      message_{phase}\n  kpi      close_rate >= 12%\n  status   {status}"
    )?;
    for (kind, says, answer) in OBJECTIONS {
        let head = format!("{kind} \"{says}\"");
        writeln!(text, "  objection {head:<26} {{ answer \"{answer}\" }}")?;
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
    // Each fourth phase brings something out: the first activity prepares it, one of the third week sells it.
    let launch = match place {
        0 if has_launch(phase) => format!("\n    before     launch_{phase}"),
        10 if has_launch(phase) => format!("\n    promotes   launch_{phase}"),
        _ => String::new(),
    };
    writeln!(
        text,
        "  activity a{activity} \"{title}, part {activity}\" {{\n    category   {category}\n    owner      p{}\n    kpi        \
         leads >= {}\n    {begins}{launch}\n    deadline   {deadline}\n    channel    {channel}\n    budget     {}M VND\n    status     \
         {status}\n    supports   leads_{phase}\n    checkpoint weekly\n  }}",
        activity % people,
        leads(activity),
        2 + activity % 8,
    )
}

fn has_launch(phase: usize) -> bool {
    phase % 4 == 1
}

/// The Friday of a phase's second week.
fn launch_day(phase: usize) -> Date {
    phase_start(phase).saturating_add(11.days())
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

/// Millions that each channel gets: what its activities cost, also in a plan of one phase.
fn channel_budget(activities: usize) -> usize {
    (activities * 2).max(200)
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
