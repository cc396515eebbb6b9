//! What both writers tell beyond the tables: rhythms, reasons, reviews, alerts, figures and the project's own fields.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may end in a panic")]

use roadmap_api::*;
use roadmap_report::{Options, render_html, render_markdown};
use scraper::Html;

mod common;
use common::{day, kpi, range, vnd};

/// The words of the page and of the document.
fn both(report: &Report) -> [String; 2] {
    let page = Html::parse_document(&render_html(report, &Options::default()).unwrap());
    let words = page.root_element().text().collect::<String>();
    [
        words.replace('\u{a0}', " "),
        render_markdown(report, &Options::default()).unwrap().replace('\u{a0}', " "),
    ]
}

/// A plan in Vietnamese with one phase of one activity, seen on 18 May.
fn small() -> Report {
    let activity = Activity {
        id: "mo.quang_cao".into(),
        title: "Quảng cáo theo ngành".into(),
        phases: vec!["mo".into()],
        owner: Some("lan".into()),
        schedule: Schedule { end: Some(day("2026-05-22")), ..Schedule::default() },
        ..Activity::default()
    };
    Report {
        as_of: day("2026-05-18"),
        plan: Plan {
            title: "Lộ trình".into(),
            lang: "vi".into(),
            currency: "VND".into(),
            period: Some(range("2026-01-01", "2026-12-31")),
            ..Plan::default()
        },
        people: vec![Person { id: "lan".into(), name: "Nguyễn Thị Lan".into(), ..Person::default() }],
        phases: vec![Phase {
            id: "mo".into(),
            title: "Mở rộng".into(),
            period: range("2026-04-01", "2026-09-30"),
            state: State::InProgress,
            ..Phase::default()
        }],
        activities: vec![activity],
        ..Report::default()
    }
}

#[test]
fn a_rhythm_takes_one_line_and_a_review_its_name() {
    let mut report = small();
    let due = |what, title: &str, date: &str, days| Due {
        kind: if what == DueWhat::Review { ItemKind::Review } else { ItemKind::Activity },
        what,
        title: title.into(),
        day: Some(day(date)),
        days: Some(days),
        ..Due::default()
    };
    report.upcoming = vec![
        due(DueWhat::Review, "weekly", "2026-05-18", 0),
        due(DueWhat::Occurrence, "Bản tin", "2026-05-20", 2),
        due(DueWhat::Deadline, "Landing page", "2026-05-21", 3),
        due(DueWhat::Review, "weekly", "2026-05-25", 7),
        due(DueWhat::Occurrence, "Bản tin", "2026-05-27", 9),
    ];
    for text in both(&report) {
        assert_eq!(text.matches("Đánh giá tuần").count(), 1, "{text}");
        assert_eq!(text.matches("2 lần đến 27/05").count(), 1, "{text}");
        assert!(text.contains("3 việc cần làm đến 01/06") && !text.contains("weekly"), "{text}");
    }
}

#[test]
fn what_a_title_says_itself_is_not_said_twice() {
    let mut report = small();
    for (title, shown) in [
        ("Ra mắt bản 2", "Ra mắt bản 2"),
        ("RA MẮT bản 2", "RA MẮT bản 2"),
        ("Bản 2", "Ra mắt: Bản 2"),
        ("Ra mắtx", "Ra mắt: Ra mắtx"),
    ] {
        report.upcoming = vec![Due {
            kind: ItemKind::Launch,
            title: title.into(),
            day: Some(day("2026-05-20")),
            ..Due::default()
        }];
        for text in both(&report) {
            assert!(text.contains(shown) && !text.contains("Ra mắt: Ra mắt bản"), "{title}: {text}");
        }
    }
}

#[test]
fn a_phase_says_which_goal_makes_it_late() {
    let mut report = small();
    let mut leads = kpi("leads", "Khách tiềm năng", "count", Some("0"), "2600");
    leads.state = KpiState::Missed;
    leads.reading = Some(Reading { value: Number::new(396), day: day("2026-03-31"), ..Reading::default() });
    report.goals = vec![Goal {
        id: "mo.leads".into(),
        title: "Đạt 2.600 khách".into(),
        phase: Some("mo".into()),
        kpis: vec![leads],
        state: KpiState::Missed,
        ..Goal::default()
    }];
    report.phases[0].state = State::Late;
    report.phases[0].goals = vec!["mo.leads".into()];
    for text in both(&report) {
        assert!(text.contains("mục tiêu “Đạt 2.600 khách”: Không đạt theo số liệu 31/03"), "{text}");
    }
}

#[test]
fn counts_are_whole_and_inputs_stand_below_outcomes() {
    let mut report = small();
    let mut visits = kpi("visits", "Lượt truy cập", "count", None, "45000");
    visits.kind = MetricKind::Exposure;
    let leads = kpi("leads", "Khách tiềm năng", "count", None, "1426.23");
    report.activities[0].kpis = vec![visits, leads];
    for text in both(&report) {
        let (outcome, input) =
            (text.find("Khách tiềm năng: 1.426").unwrap(), text.find("Lượt truy cập: 45.000").unwrap());
        assert!(outcome < input && !text.contains("1.426,"), "{text}");
    }
}

#[test]
fn ideas_and_cancelled_work_stand_apart() {
    let mut report = small();
    let idea = Activity {
        id: "mo.tiktok".into(),
        title: "Thử TikTok".into(),
        schedule: Schedule { state: State::Idea, ..Schedule::default() },
        ..report.activities[0].clone()
    };
    report.activities.insert(0, idea);
    for text in both(&report) {
        let (_, apart) = text.split_once("Ý tưởng và việc đã hủy").unwrap();
        assert!(apart.contains("Thử TikTok"), "{text}");
    }
}

#[test]
fn reviews_tell_what_was_decided_and_what_moved() {
    let mut report = small();
    let change = |property: &str, from: &str, to: &str, days| Change {
        item: "quang_cao".into(),
        property: property.into(),
        from: Some(from.into()),
        to: Some(to.into()),
        days,
        source: None,
    };
    report.reviews = vec![
        Review { date: day("2026-05-11"), ..Review::default() },
        Review {
            date: day("2026-05-18"),
            cadence: CadenceUnit::Monthly,
            owner: Some("lan".into()),
            decisions: vec!["Dừng nhóm F&B".into()],
            because: vec![Reason::AdCost],
            changes: vec![
                change("deadline", "2026-05-16", "2026-05-22", Some(6)),
                change("budget", "110000000", "90000000", None),
            ],
            ..Review::default()
        },
    ];
    report.activities[0].status.done = Some(day("2026-05-15"));
    report.activities[0].schedule.state = State::Done;
    for text in both(&report) {
        let text = text.replace("**", "").replace("&amp;", "&");
        for part in [
            "Từ đánh giá 11/05",
            "1 việc xong, 2 thay đổi",
            "Quảng cáo theo ngành, hạn: 16/05 → 22/05",
            "+6 ngày",
            "ngân sách: 110 triệu ₫ → 90 triệu ₫",
            "Đánh giá tháng · Lan",
            "Dừng nhóm F&B",
            "chi phí quảng cáo",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
    }
}

#[test]
fn alerts_figures_approvals_and_own_fields_are_told() {
    let mut report = small();
    report.metrics =
        vec![Metric { id: "leads".into(), title: "Khách tiềm năng".into(), ..Metric::default() }];
    report.alerts = vec![Alert {
        metric: Some("leads".into()),
        condition: "behind 15%".into(),
        threshold: Some(Number::new(15)),
        notify: vec!["lan".into()],
        active: Some(true),
        ..Alert::default()
    }];
    let actual = |end: &str, value: i64| Actual {
        metric: "leads".into(),
        period: range(end, end),
        value: Number::new(value),
        unit: Unit::new("count"),
        ..Actual::default()
    };
    report.actuals = vec![actual("2026-05-10", 1_000), actual("2026-05-17", 1_250), actual("2026-06-01", 9)];
    report.plan.positioning = Some("Dễ dùng nhất".into());
    report.plan.approvals = vec![Approval { person: "lan".into(), on: Some(day("2026-01-05")) }];
    report.fields = vec![Field {
        id: "chi_them".into(),
        title: Some("Chi thêm".into()),
        field_type: FieldType::Money,
        ..Field::default()
    }];
    report.activities[0].extra.fields = vec![FieldValue {
        field: "chi_them".into(),
        field_type: FieldType::Money,
        value: vnd(5_000_000).value.0,
        unit: Some(Unit::new("VND")),
    }];
    for text in both(&report) {
        let text = text.replace("**", "");
        for part in [
            "1 trong 1 cảnh báo đang bật",
            "Khách tiềm năng: chậm hơn nhịp quá 15%",
            "báo cho Lan",
            "mới nhất 17/05",
            "1.250",
            "Dễ dùng nhất",
            "Lan 05/01",
            "Chi thêm: 5 triệu ₫",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
        assert!(!text.contains("01/06:"), "a figure of tomorrow is not yet known: {text}");
    }
}

#[test]
fn a_sum_begins_at_nothing_whatever_came_before() {
    // 63 of 92 billion, when 46 were planned; 72 in the time before.
    let mut revenue = kpi("revenue", "Doanh thu", "VND", Some("72000000000"), "92000000000");
    revenue.from = Some(Number::new("0"));
    revenue.reading =
        Some(Reading { value: Number::new("63000000000"), day: day("2026-05-17"), ..Reading::default() });
    revenue.expected = Some(Number::new("46000000000"));
    revenue.state = KpiState::Beating;
    let goal = |kpi: Kpi| Goal {
        id: "g".into(),
        title: "Tăng trưởng".into(),
        state: kpi.state,
        kpis: vec![kpi],
        ..Goal::default()
    };
    let shown = |kpi: Kpi| {
        let page = render_html(&Report { goals: vec![goal(kpi)], ..small() }, &Options::default()).unwrap();
        let card = page.split("class=\"over\"").nth(1).unwrap().split("</b>").next().unwrap();
        card.replace('\u{a0}', " ")
    };
    let card = shown(revenue.clone());
    assert!(card.contains("Từ 0 tới 92 tỷ ₫; hiện tại 63 tỷ ₫; nhịp hôm nay 46 tỷ ₫"), "{card}");
    assert!(card.contains("width:68.48") && card.contains("left:50%"), "{card}");
    assert!(card.contains("<span>0</span><span>trước đó: 72 tỷ ₫</span><b>92 tỷ ₫"), "{card}");
    // A state begins where it was.
    revenue.from = revenue.baseline.clone();
    let card = shown(revenue);
    assert!(card.contains("Từ 72 tỷ ₫ tới 92 tỷ ₫") && card.contains("<span>72 tỷ ₫</span><b>"), "{card}");
}

#[test]
fn ahead_of_pace_is_not_yet_the_target() {
    let mut report = small();
    let mut leads = kpi("leads", "Lead", "count", Some("0"), "420");
    leads.state = KpiState::Beating;
    report.goals = vec![Goal {
        id: "g".into(),
        title: "Lead".into(),
        state: leads.state,
        kpis: vec![leads],
        ..Goal::default()
    }];
    for (lang, word) in [("vi", "Vượt nhịp"), ("en", "Ahead of pace")] {
        report.plan.lang = lang.into();
        for text in both(&report) {
            assert!(
                text.contains(word) && !text.contains("Vượt chỉ tiêu") && !text.contains("Beating"),
                "{text}"
            );
        }
    }
}

#[test]
fn what_is_over_is_measured_by_its_target() {
    let mut report = small();
    let mut visits = kpi("visits", "Lượt khám", "count", Some("0"), "2100");
    visits.reading =
        Some(Reading { value: Number::new("1694"), day: day("2026-04-14"), ..Reading::default() });
    // On the day of the reading it was all but on pace.
    visits.expected = Some(Number::new("1712"));
    visits.difference = Some(Number::new("-18"));
    visits.difference_percent = Some(Number::new("-1.1"));
    for (state, gap) in
        [(KpiState::Missed, "−19% so với chỉ tiêu 2.100"), (KpiState::OnPace, "−1% so với nhịp 1.712")]
    {
        visits.state = state;
        report.goals = vec![Goal {
            id: "g".into(),
            title: "Khám".into(),
            state,
            kpis: vec![visits.clone()],
            ..Goal::default()
        }];
        let [page, _] = both(&report);
        assert!(page.contains(gap), "{page}");
    }
}
