//! tests/fixtures/corpus/hostile/titles.roadmap: titles and notes that try to break out of a report.

use super::{day, kpi, place, range, vnd};
use roadmap_api::*;

/// Strings that begin something somewhere: HTML, Markdown, mermaid, templates, spreadsheets, the direction of a line.
pub const STRINGS: &[&str] = &[
    "<script>alert(1)</script> & \"quotes\"",
    "Lan</td><img src=x onerror=alert(2)>",
    "Leads | pipe | `tick`",
    "{{{this}}} {{#each x}}",
    "]](javascript:alert(4)) <b>đậm</b>",
    "</style><style>*{display:none}</style>",
    "\u{202e}gnol\u{2066} right-to-left",
    "=HYPERLINK(\"http://x\",\"y\")",
    "Chiến dịch 👩\u{200d}👩\u{200d}👧 tên rất dài, rất dài, rất dài, rất dài, rất dài, rất dài, rất dài",
    "[click](javascript:alert(6)) <iframe src=\"https://example.com\"></iframe>\n| a | b |\n```\nunclosed fence",
    "![x](data:text/html,1) [ref]: javascript:alert(7)",
    "# đầu đề\n\n---\n1. một\n- hai",
    "x: done, crit; section y %% z #35;",
    "' onmouseover='alert(8)' x='\" autofocus onfocus=\"alert(9)",
    "<javascript:alert(1)> <a@b.vn> &lt;b&gt; \\[x\\](y)",
    "\0\u{7}\u{e000}giữa\u{e001}\u{feff}",
];

/// A report in which every string of the plan is `text`, or one of [`STRINGS`] by turns where there is none.
pub fn hostile(text: Option<&str>) -> Report {
    let mut turn = 0;
    let mut s = || {
        turn += 1;
        text.or_else(|| STRINGS.get(turn % STRINGS.len()).copied()).unwrap_or_default().to_owned()
    };
    let extra = |s: &mut dyn FnMut() -> String| Extra {
        source: place("titles.roadmap", 2),
        note: Some(s()),
        tags: vec![s()],
        links: vec!["javascript:alert(5)".into(), "https://example.com/a_b".into(), s()],
        why: Some(s()),
        fields: Vec::new(),
    };
    let schedule = Schedule {
        start: Some(day("2026-01-05")),
        end: Some(day("2026-03-20")),
        deadline: Some(day("2026-03-10")),
        progress: Number::new(40),
        state: State::Late,
        days_late: Some(3),
        critical: true,
        ..Schedule::default()
    };
    let mut leads = kpi("leads", &s(), "count", Some("0"), "1000");
    leads.reading = Some(Reading { value: Number::new(300), day: day("2026-02-01"), ..Reading::default() });
    leads.expected = Some(Number::new(400));
    leads.difference = Some(Number::new(-100));
    leads.difference_percent = Some(Number::new(-25));
    leads.state = KpiState::OffPace;
    leads.by = Some(day("2026-03-31"));
    let mut unmeasured = leads.clone();
    unmeasured.text = s();
    unmeasured.target = None;
    let message = |s: &mut dyn FnMut() -> String| Message { name: None, text: Some(s()) };
    let status = |s: &mut dyn FnMut() -> String| Status { reason: Some(s()), ..Status::default() };
    let mut report = Report { version: 1, generator: s(), as_of: day("2026-02-10"), ..Report::default() };
    report.plan = Plan {
        title: s(),
        lang: "vi".into(),
        currency: "VND".into(),
        period: Some(range("2026-01-01", "2026-06-30")),
        calendar: "office".into(),
        ..Plan::default()
    };
    report.people = vec![Person { id: "lan".into(), name: s(), email: Some(s()), ..Person::default() }];
    report.channels = vec![Channel { id: "ads".into(), title: s(), ..Channel::default() }];
    report.phases = vec![Phase {
        id: "p".into(),
        title: s(),
        period: range("2026-01-01", "2026-03-31"),
        owner: Some("lan".into()),
        focus: Some(s()),
        messages: vec![message(&mut s)],
        channels: vec![PhaseChannel { channel: "ads".into(), ..PhaseChannel::default() }],
        kpis: vec![leads.clone()],
        goals: vec!["p.g".into(), s()],
        months: vec![MonthPlan {
            period: range("2026-02-01", "2026-02-28"),
            focus: Some(s()),
            ..MonthPlan::default()
        }],
        state: State::Late,
        extra: extra(&mut s),
        ..Phase::default()
    }];
    report.goals = vec![Goal {
        id: "p.g".into(),
        title: s(),
        phase: Some("p".into()),
        owner: Some("lan".into()),
        kpis: vec![leads.clone(), unmeasured],
        by: Some(day("2026-03-31")),
        state: KpiState::OffPace,
        ..Goal::default()
    }];
    report.activities = vec![Activity {
        id: "p.a".into(),
        title: s(),
        phases: vec!["p".into()],
        owner: Some(s()),
        support: vec!["lan".into(), s()],
        kpis: vec![leads.clone()],
        schedule: schedule.clone(),
        after: vec![Dependency { on: s(), ..Dependency::default() }],
        channels: vec![ChannelShare { channel: s(), share: None }],
        budget: Some(vnd(1_000_000)),
        spent: Some(vnd(500_000)),
        status: status(&mut s),
        tasks: vec![Task {
            title: s(),
            owner: Some(s()),
            deadline: Some(day("2026-02-01")),
            days_late: Some(9),
            ..Task::default()
        }],
        extra: extra(&mut s),
        ..Activity::default()
    }];
    report.launches = vec![Launch {
        id: "p.l".into(),
        title: s(),
        phases: vec!["p".into()],
        owner: Some("lan".into()),
        schedule: schedule.clone(),
        usp: Some(message(&mut s)),
        problem: Some(s()),
        value: Some(s()),
        materials: vec![Material { kind: s(), ..Material::default() }],
        status: status(&mut s),
        extra: extra(&mut s),
        ..Launch::default()
    }];
    report.scripts = vec![Script {
        id: "p.s".into(),
        title: s(),
        phases: vec!["p".into()],
        subjects: vec!["p.a".into(), s()],
        owner: Some("lan".into()),
        schedule: schedule.clone(),
        stage: Some(s()),
        usp: Some(message(&mut s)),
        cta: Some(s()),
        objections: vec![
            Objection { kind: s(), text: Some(s()), answer: Some(s()), source: None },
            Objection { kind: "price".into(), text: Some(s()), answer: None, source: None },
        ],
        ..Script::default()
    }];
    report.milestones = vec![Milestone {
        id: "p.m".into(),
        title: s(),
        date: day("2026-02-16"),
        phases: vec!["p".into()],
        state: State::AtRisk,
        ..Milestone::default()
    }];
    report.reviews = vec![Review {
        date: day("2026-02-02"),
        proposals: vec![Proposal { text: s(), ..Proposal::default() }],
        ..Review::default()
    }];
    let mut due = |kind| Due {
        item: "p.a".into(),
        kind,
        title: s(),
        owner: Some(s()),
        day: Some(day("2026-03-10")),
        days: Some(4),
        days_late: Some(3),
        reason: Some(s()),
        ..Due::default()
    };
    report.late = vec![due(ItemKind::Activity), due(ItemKind::Task), due(ItemKind::Material)];
    report.upcoming = vec![due(ItemKind::Launch), due(ItemKind::Script)];
    report.blocked = vec![due(ItemKind::Activity)];
    report.budget = Some(BudgetMatrix {
        currency: "VND".into(),
        columns: vec![Some("p".into()), None],
        rows: vec![BudgetRow {
            channel: Some(s()),
            cells: vec![BudgetCell::default(), BudgetCell::default()],
            total: BudgetFigures::default(),
        }],
        column_totals: vec![BudgetFigures::default(), BudgetFigures::default()],
        total: BudgetFigures::default(),
    });
    report.findings = vec![Finding {
        code: "acme/own".into(),
        severity: Severity::Error,
        title: Some(s()),
        message: s(),
        help: Some(s()),
        place: Some(Place { file: s(), line: 1, column: 2 }),
        url: Some("javascript:alert(1)".into()),
        item: None,
    }];
    report.finding_counts.errors = 1;
    report.summary.goals = 1;
    report.summary.goals_off_pace = 1;
    report.summary.work.total = 3;
    report
}
