//! The goals and the budget of the plan in `solar`.

use super::solar_work::metric;
use super::{day, figures, kpi};
use roadmap_api::*;

struct Stand<'a>(KpiState, Option<&'a str>, &'a str, Option<&'a str>, Option<&'a str>);

/// A goal's KPI with its reading, today's pace, the difference in percent and the forecast.
fn measured(mut kpi: Kpi, by: &str, stand: Stand<'_>) -> Kpi {
    let Stand(state, now, pace, percent, forecast) = stand;
    kpi.state = state;
    kpi.by = Some(day(by));
    kpi.start = Some(day("2026-01-01"));
    kpi.expected = Some(Number::new(pace));
    kpi.reading =
        now.map(|now| Reading { value: Number::new(now), day: day("2026-05-17"), ..Reading::default() });
    if let (Some(now), Ok(pace)) = (now.and_then(|now| now.parse::<f64>().ok()), pace.parse::<f64>()) {
        kpi.difference = Some(Number::new(format!("{:.1}", now - pace)));
    }
    kpi.difference_percent = percent.map(Number::new);
    kpi.forecast = forecast.map(|value| Forecast { value: Number::new(value), low: None, high: None });
    kpi
}

fn goal(id: &str, phase: Option<&str>, title: &str, owner: &str, kpis: Vec<Kpi>) -> Goal {
    Goal {
        id: id.into(),
        phase: phase.map(Into::into),
        title: title.into(),
        owner: Some(owner.into()),
        by: kpis.first().and_then(|kpi| kpi.by.clone()),
        state: kpis.first().map(|kpi| kpi.state).unwrap_or_default(),
        kpis,
        ..Goal::default()
    }
}

pub fn goals() -> Vec<Goal> {
    let revenue = kpi("revenue", "Doanh thu", "VND", Some("0"), "68000000000");
    let leads = kpi("leads", "Khách tiềm năng", "count", Some("0"), "9000");
    let close = kpi("close_rate", "Tỷ lệ chốt", "percent", Some("11"), "16");
    let mut cpl = kpi("cpl", "Chi phí mỗi khách", "VND", Some("240000"), "180000");
    cpl.direction = Direction::Down;
    cpl.comparison = Comparison::AtMost;
    let repeat = kpi("referral", "Khách do giới thiệu", "percent", Some("8"), "20");
    let mql = measured(
        metric("mql", "1300"),
        "2026-09-30",
        Stand(KpiState::AtRisk, Some("1190"), "1240", Some("-4"), None),
    );
    vec![
        goal(
            "doanh_thu",
            None,
            "Doanh thu 68 tỷ ₫ trong năm 2026",
            "khue",
            vec![measured(
                revenue,
                "2026-12-31",
                Stand(KpiState::OnPace, Some("21400000000"), "22000000000", Some("-3"), Some("66800000000")),
            )],
        ),
        goal(
            "chi_phi",
            None,
            "Chi phí mỗi khách tiềm năng giảm còn 180 nghìn ₫",
            "toan",
            vec![measured(
                cpl,
                "2026-09-30",
                Stand(KpiState::Beating, Some("171000"), "210000", Some("-19"), None),
            )],
        ),
        goal(
            "tang.khach",
            Some("tang"),
            "9.000 khách hàng tiềm năng đến hết quý III",
            "huy",
            vec![
                measured(
                    leads,
                    "2026-09-30",
                    Stand(KpiState::OffPace, Some("3060"), "3820", Some("-20"), Some("6450")),
                ),
                mql,
            ],
        ),
        goal(
            "tang.chot",
            Some("tang"),
            "Tỷ lệ chốt từ 11% lên 16%",
            "oanh",
            vec![measured(
                close,
                "2026-09-30",
                Stand(KpiState::OffPace, Some("12.1"), "13.5", Some("-10.4"), None),
            )],
        ),
        goal(
            "giu.gioi_thieu",
            Some("giu"),
            "20% khách mới đến từ khách cũ giới thiệu",
            "oanh",
            vec![{
                let mut kpi =
                    measured(repeat, "2026-12-31", Stand(KpiState::NotStarted, None, "8", None, None));
                kpi.start = Some(day("2026-10-01"));
                kpi
            }],
        ),
    ]
}

pub fn budget() -> BudgetMatrix {
    let m = 1_000_000;
    let cell = |phase: &str, planned: i64, committed: i64, spent: i64| BudgetCell {
        phase: Some(phase.into()),
        figures: figures(Some(planned * m), committed * m, spent * m),
    };
    let row = |channel: &str, cells: [(i64, i64, i64); 3]| {
        let [a, b, c] = cells;
        BudgetRow {
            channel: Some(channel.into()),
            cells: vec![cell("nen", a.0, a.1, a.2), cell("tang", b.0, b.1, b.2), cell("giu", c.0, c.1, c.2)],
            total: figures(Some((a.0 + b.0 + c.0) * m), (a.1 + b.1 + c.1) * m, (a.2 + b.2 + c.2) * m),
        }
    };
    BudgetMatrix {
        currency: "VND".into(),
        columns: vec![Some("nen".into()), Some("tang".into()), Some("giu".into())],
        rows: vec![
            row("seo", [(280, 270, 268), (520, 430, 210), (160, 60, 0)]),
            row("google_ads", [(420, 418, 412), (980, 940, 455), (220, 0, 0)]),
            row("facebook_ads", [(240, 235, 231), (1120, 980, 262), (180, 40, 0)]),
            row("zalo", [(110, 100, 96), (260, 180, 74), (340, 240, 0)]),
            row("partnership", [(200, 190, 188), (780, 810, 114), (240, 60, 0)]),
        ],
        column_totals: vec![
            figures(Some(1250 * m), 1213 * m, 1195 * m),
            figures(Some(3660 * m), 3340 * m, 1115 * m),
            figures(Some(1140 * m), 400 * m, 0),
        ],
        total: figures(Some(6200 * m), 4953 * m, 2310 * m),
    }
}
