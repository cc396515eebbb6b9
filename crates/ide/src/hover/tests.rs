use roadmap_diag::Locale;

use super::hover;
use crate::fixture::Fixture;

const PLAN: &str = "//- main.roadmap\nroadmap \"R\" { period 2026; currency VND; calendar vn }\ninclude \"a.roadmap\"\n\
    person phung \"Phụng Trần\" { role marketing }\nteam c \"Content\" { lead phung; members phung }\nchannel loa \"Loa phường\" { kind owned }\n\
    metric quay_lai \"Khách quay lại\" { unit percent; kind business; direction up }\nfield mien \"Miền\" on activity\nrule acme/x \"Luật riêng\" { on activity; when not budget; say \"x\" }\n\
    phase nen \"Xây nền\" 2026-Q1 {\n  budget 300M VND\n  channel loa primary { budget 100M VND }\n  \
    goal g \"Đủ khách\" { owner phung; kpi leads 0 -> 500 by 2026-03-31 }\n  \
    activity landing \"Trang đích\" { owner phung; start 2026-01-05; duration 2w; budget 120M VND }\n  \
    activity ads \"Quảng cáo\" { owner phung; after landing; deadline 2026-03-13; status in_progress 40% }\n}\n\
    actual leads 2026-01-04 120\n//- a.roadmap\n";

fn said(text: &str, locale: Locale) -> Option<String> {
    let fixture = Fixture::new(&format!("{PLAN}{text}"));
    hover(&fixture.analysis, fixture.file, fixture.offset, locale).map(|hover| hover.text)
}

fn en(text: &str) -> String {
    said(text, Locale::En).unwrap_or_else(|| "nothing".to_owned())
}

fn vi(text: &str) -> String {
    said(text, Locale::Vi).unwrap_or_else(|| "nothing".to_owned())
}

/// The line with what is hovered in `⟦⟧`.
fn hovered(text: &str) -> String {
    let fixture = Fixture::new(text);
    let found = hover(&fixture.analysis, fixture.file, fixture.offset, Locale::En);
    found.map_or_else(|| "nothing".to_owned(), |hover| fixture.line_of(fixture.file, hover.range))
}

#[test]
fn a_keyword_tells_what_it_means() {
    let text = en("activity a \"A\" { prio$0rity high }");
    assert!(text.starts_with("**priority** _priority_\n\nWhat comes first"), "{text}");
    assert!(text.contains("- `high`: high") && text.contains("Left out: `normal`"), "{text}");
    assert!(text.contains("```roadmap\npriority high\n```"), "{text}");
    assert!(vi("activity a \"A\" { prio$0rity high }").contains("Bỏ trống thì là `normal`"));
    // The same word means another thing in another block.
    assert_ne!(en("chan$0nel x \"X\""), en("phase p \"P\" 2026-Q2 { chan$0nel seo }"));
    assert!(en("activity a \"A\" { mi$0en \"x\" }").starts_with("**Miền** · field"));
    assert_eq!(en("activity a \"A\" { xyz$0 }"), "nothing");
}

#[test]
fn a_name_tells_who_and_when() {
    insta::assert_snapshot!(en("activity a \"A\" { after lan$0ding }"), @r"
    **Trang đích** · activity `nen.landing`

    Owner: Phụng Trần

    5 Jan 2026 – 18 Jan 2026, computed

    Slack: 47 working days, until 31 Mar 2026

    Budget: 120,000,000 ₫
    ");
    insta::assert_snapshot!(vi("activity a \"A\" { owner phu$0ng }"), @r"
    **Phụng Trần** · người `phung`

    marketing

    Nhóm: Content

    2 việc đang mở
    ");
    insta::assert_snapshot!(en("activity a \"A\" { supports $0g }"), @r"
    **Đủ khách** · goal `nen.g`

    Owner: Phụng Trần

    - Leads: 0 → 500 · 31 Mar 2026 · now 120 (4 Jan 2026) · pace 22 · On pace
    ");
    insta::assert_snapshot!(vi("activity a \"A\" { channel lo$0a }"), @r"
    **Loa phường** · kênh `loa`

    sở hữu

    - Xây nền: kênh chủ lực, 100.000.000 ₫
    ");
    insta::assert_snapshot!(vi("metric m \"M\" = cp$0l"), @r"
    **Chi phí mỗi lead** · chỉ số `cpl`

    VND · kết quả marketing · càng thấp càng tốt

    Công thức: `spend / leads`

    Tác động đến `cpql` và `cac`

    Có sẵn, không cần khai báo.
    ");
    insta::assert_snapshot!(en("script s \"S\" { for ne$0n }"), @r"
    **Xây nền** · phase `nen`

    1 Jan 2026 – 31 Mar 2026

    Budget: 300,000,000 ₫

    2 activities
    ");
}

#[test]
fn a_metric_tells_the_formula_that_is_written() {
    let text = en("metric gia \"Giá một khách\" = spend / customers\nalert gi$0a anomaly");
    assert!(text.contains("Formula: `spend / customers`"), "{text}");
}

#[test]
fn a_kpi_tells_how_it_goes() {
    let keyword = en("goal x \"X\" { kp$0i leads 0 -> 500 by 2026-03-31 }");
    let line = "Leads: 0 → 500 · 31 Mar 2026 · now 120 (4 Jan 2026) · pace 22 · On pace";
    assert_eq!(keyword.lines().next(), Some(line));
    let target = en("goal x \"X\" { kpi leads 0 $0-> 500 by 2026-03-31 }");
    assert!(target.starts_with("Leads: 0 → 500 · 31 Mar 2026"), "{target}");
    let metric = en("goal x \"X\" { kpi le$0ads 0 -> 500 by 2026-03-31 }");
    assert!(metric.starts_with("Leads: 0 → 500") && metric.contains("Built in"), "{metric}");
}

#[test]
fn words_of_lists_have_a_label() {
    assert_eq!(vi("activity a \"A\" { status block$0ed }"), "`blocked`: đang vướng");
    assert_eq!(en("phase p \"P\" 2026-Q2 { channel seo sup$0port }"), "`support`: support channel");
    assert_eq!(en("alert leads beh$0ind 15%"), "`behind`: behind the planned pace");
    assert_eq!(vi("activity a \"A\" { every mo$0n }"), "`mon`: thứ Hai");
    assert_eq!(en("goal x \"X\" { kpi leads >= 5 per wee$0k }"), "`week`: each week");
}

#[test]
fn days_tell_their_weekday_and_whether_they_are_free() {
    assert_eq!(en("activity a \"A\" { deadline 2026-01-$008 }"), "Thursday, 8 Jan 2026 · week 2 · in 3 days");
    assert_eq!(
        vi("activity a \"A\" { deadline 2026-01-$003 }"),
        "Thứ Bảy, 03/01/2026 · tuần 1 · 2 ngày trước\n\nNgày nghỉ"
    );
    assert_eq!(en("activity a \"A\" { deadline 2026-01-$005 }"), "Monday, 5 Jan 2026 · week 2 · today");
    assert!(vi("activity a \"A\" { deadline 2026-02-1$07 }").contains("Tết"));
    assert_eq!(en("phase p \"P\" 2026-$0Q2"), "1 Apr 2026 – 30 Jun 2026 · 91 days, 62 of them worked");
    assert_eq!(en("activity a \"A\" { duration 6$0w }"), "6 weeks");
    assert_eq!(vi("activity a \"A\" { duration 5$0bd }"), "5 ngày làm việc");
}

#[test]
fn money_is_spelled_out() {
    assert_eq!(vi("activity a \"A\" { budget 2.4$0M VND }"), "2.400.000\u{a0}₫");
    assert_eq!(en("activity a \"A\" { budget 2.4M V$0ND }"), "2,400,000\u{a0}₫");
    assert_eq!(en("activity a \"A\" { budget 5$0M }"), "5,000,000\u{a0}₫");
    assert_eq!(vi("activity a \"A\" { budget 1$0k USD }"), "1.000\u{a0}USD");
    assert_eq!(vi("segment s \"S\" { size 12$00k }"), "120.000");
}

#[test]
fn an_allowed_rule_tells_its_headline() {
    let text = en("# allow(people/owner$0-missing): x\ngoal x \"X\"");
    assert!(text.starts_with("**") && text.contains("`people/owner-missing`"), "{text}");
    assert!(en("# allow(people$0/*): x\ngoal x \"X\"").contains("- `people/owner-missing`"));
    assert_eq!(en("# allow(acme$0/x): x\ngoal x \"X\""), "**Luật riêng** · `acme/x`");
    assert_eq!(en("# allow(no$0/such): x\ngoal x \"X\""), "nothing");
    assert_eq!(en("# just wo$0rds\ngoal x \"X\""), "nothing");
}

#[test]
fn the_range_is_what_is_hovered() {
    assert_eq!(hovered("person lan \"L\"\ngoal g \"G\" { owner la$0n }"), "goal g \"G\" { owner ⟦lan⟧ }");
    assert_eq!(hovered("activity a \"A\" { budget 2.4$0M VND }"), "activity a \"A\" { budget ⟦2.4M VND⟧ }");
    assert_eq!(hovered("person lan \"L$0\""), "person lan ⟦\"L\"⟧");
    assert_eq!(hovered("goal g \"G\" { note \"la$0n\" }"), "nothing");
    assert_eq!(hovered("goal g \"G\" { $0 }"), "nothing");
    assert_eq!(hovered("$0"), "nothing");
}
