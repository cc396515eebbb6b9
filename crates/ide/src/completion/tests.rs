use roadmap_diag::Locale;

use super::{CompletionItem, complete, resolve};
use crate::fixture::Fixture;

const PLAN: &str = "//- main.roadmap\nroadmap \"R\" { period 2026; currency VND; budget 1_000M VND; cadence weekly mon, monthly 5; calendar vn }\n\
    include \"a.roadmap\"\nperson phung \"Phụng Trần\" { role marketing }\nperson dat \"Đạt Nguyễn\" { role other \"Kế toán\" }\nteam c \"Content\" { members dat }\n\
    metric quay_lai \"Khách quay lại\" { unit percent }\nchannel loa \"Loa phường\"\nsegment sme \"Cửa hàng\"\nproduct app \"App\"\n\
    source crm csv \"crm.csv\" { date \"Day\"; column qualified \"Đủ chuẩn\" }\n\
    phase nen \"Xây nền\" 2026-Q1 {\n  budget 300M VND\n  channel seo primary { budget 100M VND }\n  goal g \"G\" { owner phung; kpi leads 0 -> 5 by 2026-03-31 }\n  \
    activity landing \"Trang đích\" { owner phung; kpi leads >= 5; deadline 2026-02-13; budget 120M VND }\n  launch ra_mat \"Ra mắt\" { deadline 2026-02-10 }\n}\n\
    phase sau \"Mở rộng\" 2026-Q2 { activity landing \"Trang thứ hai\"; activity ads \"Quảng cáo\" }\n//- a.roadmap\n";

fn at(text: &str) -> (Fixture, Vec<CompletionItem>) {
    in_locale(text, Locale::En)
}

fn in_locale(text: &str, locale: Locale) -> (Fixture, Vec<CompletionItem>) {
    let fixture = Fixture::new(text);
    let items = complete(&fixture.analysis, fixture.file, fixture.offset, locale);
    (fixture, items)
}

fn labels(text: &str) -> Vec<String> {
    at(text).1.into_iter().map(|item| item.label).collect()
}

/// With the plan above as another file.
fn planned(text: &str) -> Vec<String> {
    labels(&format!("{PLAN}{text}"))
}

fn first(text: &str, count: usize) -> Vec<String> {
    planned(text).into_iter().take(count).collect()
}

fn detail(text: &str, label: &str, locale: Locale) -> String {
    let (_, items) = in_locale(&format!("{PLAN}{text}"), locale);
    let item = items.into_iter().find(|item| item.label == label);
    item.and_then(|item| item.detail).unwrap_or_else(|| "none".to_owned())
}

/// The text after the item called `label` is taken, without tab stops.
fn taken(text: &str, label: &str) -> String {
    let (fixture, items) = at(text);
    let item = items.into_iter().find(|item| item.label == label);
    let item = item.unwrap_or_else(|| panic!("{label} is not offered in {text}"));
    fixture.edited(&[(fixture.file, item.range, item.insert)])
}

#[track_caller]
fn has(labels: &[String], wanted: &[&str]) {
    for label in wanted {
        assert!(labels.iter().any(|known| known == label), "{label} is not in {labels:?}");
    }
}

#[track_caller]
fn lacks(labels: &[String], unwanted: &[&str]) {
    for label in unwanted {
        assert!(labels.iter().all(|known| known != label), "{label} is in {labels:?}");
    }
}

#[test]
fn an_empty_file_begins_with_a_plan() {
    let found = labels("$0");
    assert_eq!(found.get(..3).unwrap_or_default(), ["roadmap", "roadmap … { }", "phase"]);
    has(&found, &["roadmap", "roadmap … { }", "person", "goal", "activity … { }"]);
    has(&labels("\n\n$0\n"), &["roadmap", "phase"]);
    has(&labels("# a comment\n$0"), &["roadmap", "phase"]);
}

#[test]
fn what_is_written_once_is_not_offered_again() {
    lacks(&labels("roadmap \"R\" { period 2026 }\n$0"), &["roadmap", "roadmap … { }"]);
    let found = labels("roadmap \"R\" {\n  currency VND\n  $0\n}");
    lacks(&found, &["currency"]);
    has(&found, &["period", "budget", "lang"]);
    has(&labels("roadmap \"R\" {\n  currenc$0 VND\n}"), &["currency"]);
}

#[test]
fn what_is_missing_comes_first() {
    let found = labels("activity a \"A\" {\n  $0\n}");
    assert_eq!(
        found.get(..4).map(<[String]>::to_vec).unwrap_or_default(),
        ["owner", "kpi", "deadline", "supports"]
    );
    let found = labels("activity a \"A\" {\n  owner lan\n  kpi leads >= 5\n  $0\n}");
    assert_eq!(found.first().map(String::as_str), Some("deadline"));
    let place = |label: &str| found.iter().position(|known| known == label);
    assert!(place("budget") < place("note"));
    assert!(labels("$0").iter().position(|label| label == "activity … { }") < Some(12));
    assert!(place("budget") < place("owner"));
}

#[test]
fn statements_begin_after_every_mark() {
    for text in [
        "activity a \"A\" { $0 }",
        "activity a \"A\" {$0}",
        "activity a \"A\" { owner lan; $0 }",
        "activity a \"A\" { owner lan;$0 }",
        "activity a \"A\" { own$0 }",
        "activity a \"A\" {\n  own$0\n}",
        "activity a \"A\" {\n  $0",
        "activity a \"A\" {\n  kpi leads >= 5\n  $0\n",
        "activity a \"A\" {\n  kpi leads >= 5\n  own$0\n\nactivity b \"B\" { }",
        "activity a \"A\" {\n  kpi leads >= 5\n  $0\n\nactivity b \"B\" { }",
        "activity a \"A\" { task \"T\" { done } $0 }",
        "phase p \"P\" 2026 {\n  activity a \"A\" {\n    $0\n  }\n}",
        "phase p \"P\" 2026 {\n  activity a \"A\" {\n    $0\n",
        "phase p \"P\" 2026 {\n  activity a \"A\" {\n    own$0\n\nphase q \"Q\" 2027 { }",
    ] {
        has(&labels(text), &["owner"]);
    }
    lacks(&labels("phase p \"P\" 2026 {\n  activity a \"A\" { }\n  $0\n}"), &["deadline"]);
    has(&labels("phase p \"P\" 2026 {\n  activity a \"A\" { }\n  $0\n}"), &["focus", "goal … { }"]);
    has(&labels("phase p \"P\" 2026 {\n  activity a \"A\" { }\n}\n$0"), &["person"]);
    lacks(&labels("phase p \"P\" 2026 {\n  activity a \"A\" { }\n}\n$0"), &["focus"]);
}

#[test]
fn nothing_is_offered_in_texts_and_comments() {
    for text in [
        "goal g \"G$0\" { }",
        "goal g \"$0\" { }",
        "goal g \"G$0",
        "# own$0",
        "goal g \"G\" { owner lan } # own$0",
        "goal g \"G\" { note \"\"\"\n  own$0\n  \"\"\" }",
        "goal $0",
        "goal g $0",
        "person lan \"Lan\" { email $0 }",
    ] {
        assert_eq!(labels(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn owners_are_people_and_teams() {
    let found = planned("goal x \"X\" { owner $0 }");
    assert_eq!(found, ["phung", "dat", "c"]);
    assert_eq!(planned("goal x \"X\" {\n  owner $0\n"), ["phung", "dat", "c"]);
    assert_eq!(planned("goal x \"X\" { owner phung, $0 }"), ["dat", "c"]);
    assert_eq!(planned("goal x \"X\" { owner phung,$0 }"), ["dat", "c"]);
    assert_eq!(planned("review 2026-01-05 weekly { attended $0 }"), ["phung", "dat"]);
    assert_eq!(planned("team y \"Y\" { lead $0 }"), ["phung", "dat"]);
}

#[test]
fn matching_passes_over_accents_and_finds_words_of_titles() {
    for (typed, found) in [
        ("ph", "phung"),
        ("Phụng", "phung"),
        ("tran", "phung"),
        ("nguyen", "dat"),
        ("đạt", "dat"),
        ("CONTENT", "c"),
    ] {
        assert_eq!(first(&format!("goal x \"X\" {{ owner {typed}$0 }}"), 1), [found], "{typed}");
    }
    assert_eq!(planned("goal x \"X\" { owner xyz$0 }"), Vec::<String>::new());
    // A client that compares once more finds what was typed.
    let (_, items) = at(&format!("{PLAN}goal x \"X\" {{ owner nguyen$0 }}"));
    assert_eq!(items.first().map(|item| item.filter.as_str()), Some("nguyen"));
}

#[test]
fn the_whole_word_is_replaced() {
    assert_eq!(
        taken("person lan \"L\"\ngoal x \"X\" { owner la$0x }", "lan"),
        "person lan \"L\"\ngoal x \"X\" { owner lax }".replace("lax", "lan")
    );
    assert_eq!(taken("goal x \"X\" { ow$0 }", "owner"), "goal x \"X\" { owner }");
    assert_eq!(taken("goal x \"X\" {\n  ow$0\n}", "owner"), "goal x \"X\" {\n  owner \n}");
}

#[test]
fn channels_of_the_phase_come_first_and_built_in_ones_last() {
    let found = planned("phase p \"P\" 2026-Q3 { channel loa; activity a \"A\" { channel $0 } }");
    assert_eq!(found.first().map(String::as_str), Some("loa"));
    has(&found, &["seo", "facebook_ads", "zalo"]);
    assert_eq!(first("phase p \"P\" 2026-Q3 { channel mang$0 }", 1), ["social"]);
    lacks(&planned("activity a \"A\" { channel seo 70%, $0 }"), &["seo"]);
    assert_eq!(first("phase p \"P\" 2026-Q3 { channel seo $0 }", 2), ["primary", "support"]);
}

#[test]
fn metrics_come_with_their_unit() {
    let found = planned("activity a \"A\" { kpi $0 }");
    assert_eq!(found.get(..2).map(<[String]>::to_vec).unwrap_or_default(), ["quay_lai", "leads"]);
    has(&found, &["revenue", "cac"]);
    let place = |label: &str| found.iter().position(|known| known == label);
    assert!(place("revenue") < place("posts"));
    assert_eq!(detail("activity a \"A\" { kpi $0 }", "revenue", Locale::Vi), "Doanh thu · VND");
    assert_eq!(detail("activity a \"A\" { kpi $0 }", "quay_lai", Locale::Vi), "Khách quay lại · phần trăm");
    assert_eq!(first("activity a \"A\" { kpi doanh t$0", 0), Vec::<String>::new());
    assert_eq!(first("activity a \"A\" { kpi doanh$0 }", 1), ["revenue"]);
    has(&planned("metric m \"M\" = $0"), &["leads"]);
    has(&planned("metric m \"M\" = leads / $0"), &["clicks"]);
    has(&planned("alert $0"), &["budget", "leads"]);
}

#[test]
fn work_is_called_by_its_path_where_its_name_means_something_else() {
    let found = planned("phase p \"P\" 2026-Q3 { activity a \"A\" { after $0 } }");
    has(&found, &["nen.landing", "sau.landing", "ads", "ra_mat"]);
    lacks(&found, &["a", "landing", "g"]);
    has(&planned("activity a \"A\" { supports $0 }"), &["g"]);
    has(&planned("activity a \"A\" { promotes $0 }"), &["ra_mat"]);
    has(&planned("script s \"S\" { for $0 }"), &["nen", "ra_mat", "ads"]);
    has(&planned("activity a \"A\" { after nen.$0 }"), &["nen.landing"]);
}

#[test]
fn other_names_have_their_places() {
    assert_eq!(planned("activity a \"A\" { segment $0 }"), ["sme"]);
    assert_eq!(planned("goal x \"X\" { product $0 }"), ["app"]);
    assert_eq!(planned("metric m \"M\" { from $0 }"), ["crm.qualified"]);
    assert_eq!(planned("metric m \"M\" { from du$0 }"), ["crm.qualified"]);
    assert_eq!(planned("calendar k { like $0 }"), ["k", "vn", "weekdays", "none"]);
    assert_eq!(planned("actual leads 2026-01 5 { by segment $0 }"), ["sme"]);
    has(&planned("review 2026-01-05 weekly { changes ads.$0 }"), &["ads.deadline", "ads.owner"]);
}

#[test]
fn words_come_with_their_label() {
    assert_eq!(planned("activity a \"A\" { priority $0 }"), ["high", "normal", "low"]);
    assert_eq!(detail("activity a \"A\" { status $0 }", "blocked", Locale::Vi), "đang vướng");
    assert_eq!(planned("activity a \"A\" { status vuong$0 }"), Vec::<String>::new());
    let (_, items) = in_locale("activity a \"A\" { status vuong$0 }", Locale::Vi);
    assert_eq!(items.first().map(|item| item.label.as_str()), Some("blocked"));
    assert_eq!(planned("launch l \"L\" { material deck, f$0 }"), ["faq", "feature_text"]);
    has(&planned("activity a \"A\" { status in_progress $0 }"), &["50%", "on"]);
    has(&planned("goal x \"X\" { kpi leads 0 -> 5 $0 }"), &["by", "per"]);
    assert_eq!(first("goal x \"X\" { kpi leads 0 -> 5 per $0 }", 1), ["day"]);
    assert_eq!(planned("field f on $0").first().map(String::as_str), Some("person"));
}

#[test]
fn dates_are_those_that_are_likely_meant() {
    let found = planned("phase p \"P\" 2026-Q2 { activity a \"A\" { deadline $0 } }");
    assert_eq!(found.first().map(String::as_str), Some("2026-06-30"));
    has(&found, &["2026-01-05", "2026-01-06", "2026-01-19", "2026-Q2"]);
    assert_eq!(
        detail("goal x \"X\" { kpi leads 0 -> 5 by $0 }", "2026-03-31", Locale::Vi),
        "cuối quý · thứ Ba"
    );
    assert_eq!(first("phase p \"P\" 2026-Q2 { activity a \"A\" { start $0 } }", 1), ["2026-04-01"]);
    assert_eq!(
        first("activity a \"A\" { deadline 2026-02-20; task \"T\" { deadline $0 } }", 1),
        ["2026-02-20"]
    );
    assert!(
        planned("activity a \"A\" { deadline 2026-02$0 }").iter().all(|label| label.starts_with("2026-02"))
    );
    assert_eq!(first("activity a \"A\" { deadline today$0 }", 1), ["2026-01-05"]);
    // Two quarters have a phase already.
    assert_eq!(first("phase p \"P\" $0", 1), ["2026-Q3"]);
    assert_eq!(first("actual leads $0", 2), ["2026-01-05", "2025-12"]);
}

#[test]
fn money_is_what_is_left() {
    assert_eq!(first("phase p \"P\" 2026-Q3 { budget $0 }", 1), ["700M VND"]);
    let text = PLAN.replace("launch ra_mat", "activity b \"B\" { budget $0 }\n  launch ra_mat");
    assert_eq!(labels(&text).first().map(String::as_str), Some("180M VND"));
    assert_eq!(first("phase p \"P\" 2026-Q3 { budget 25$0 }", 2), ["25M VND", "25k VND"]);
    assert_eq!(first("phase p \"P\" 2026-Q3 { budget 25M $0 }", 2), ["VND", "for"]);
    assert_eq!(first("phase p \"P\" 2026-Q3 { budget 25M VND for $0 }", 1), ["traffic"]);
}

#[test]
fn a_change_begins_with_what_stands() {
    let changes = |text: &str| first(&format!("review 2026-01-05 weekly {{ changes {text} }}"), 1);
    assert_eq!(changes("nen.landing.deadline $0"), ["2026-02-13 -> "]);
    assert_eq!(changes("nen.landing.budget $0"), ["120M VND -> "]);
    assert_eq!(changes("nen.landing.owner $0"), ["phung -> "]);
    assert_eq!(changes("ra_mat.deadline $0"), ["2026-02-10 -> "]);
    assert_eq!(changes("nen.budget $0"), ["300M VND -> "]);
    has(
        &planned("review 2026-01-05 weekly { changes nen.landing.deadline 2026-02-13 -> $0 }"),
        &["2026-01-19"],
    );
    has(&planned("review 2026-01-05 weekly { changes nen.landing.owner phung -> $0 }"), &["dat"]);
}

#[test]
fn targets_follow_their_metric() {
    assert_eq!(first("goal x \"X\" { kpi leads $0 }", 2), ["0 -> ", ">= "]);
    assert_eq!(first("activity a \"A\" { kpi leads $0 }", 2), [">= ", "0 -> "]);
    assert_eq!(first("activity a \"A\" { kpi cac $0 }", 1), ["<= "]);
    has(&planned("goal x \"X\" { kpi revenue 5M VND -> $0 }"), &["+30%"]);
    let (_, items) = at(&format!("{PLAN}actual leads 2026-01-04 1_250\ngoal x \"X\" {{ kpi leads $0 }}"));
    assert_eq!(
        items.first().and_then(|item| item.snippet.as_deref()),
        Some("1_250 -> ${1:1_000} by ${2:2026-12-31}")
    );
}

#[test]
fn the_rest_of_the_forms_have_something_to_offer() {
    has(&planned("activity a \"A\" { duration $0 }"), &["2w", "5bd"]);
    has(&planned("activity a \"A\" { every $0 }"), &["mon", "2w", "month 15"]);
    has(&planned("alert leads $0"), &["behind 15%", "anomaly"]);
    has(&labels("roadmap \"R\" { cadence $0 }"), &["weekly mon", "quarterly"]);
    assert_eq!(labels("roadmap \"R\" { currency $0 }").first().map(String::as_str), Some("VND"));
    has(&planned("field f on activity { type $0 }"), &["one_of", "money"]);
    has(&planned("rule acme/x \"X\" { on activity; when $0 }"), &["budget", "today"]);
    let field = "field mien on activity { type one_of \"Bắc\", \"Nam\" }\n";
    has(&planned(&format!("{field}activity a \"A\" {{ $0 }}")), &["mien"]);
    assert_eq!(planned(&format!("{field}activity a \"A\" {{ mien $0 }}")), ["\"Bắc\"", "\"Nam\""]);
}

#[test]
fn allow_takes_rules() {
    let found = labels("# allow($0)\nactivity a \"A\"");
    has(&found, &["people/owner-missing"]);
    // Those that speak here come first.
    let speaks = ["time/deadline-missing", "people/owner-missing", "kpi/missing"];
    assert!(found.iter().take(6).any(|label| speaks.contains(&label.as_str())), "{found:?}");
    assert!(
        labels("# allow(people/$0): because\ngoal g \"G\"").iter().all(|label| label.starts_with("people/"))
    );
    has(&labels("# allow(people/owner-missing, ti$0"), &["time/deadline-missing"]);
    assert_eq!(labels("# allow(people/owner-missing): be$0"), Vec::<String>::new());
    assert_eq!(
        taken("# allow(people/own$0x): why\ngoal g \"G\"", "people/owner-missing"),
        "# allow(people/owner-missing): why\ngoal g \"G\""
    );
}

#[test]
fn whole_statements_have_their_parts() {
    let (_, items) = at(&format!("{PLAN}$0"));
    let snippet = |label: &str| {
        let item = items.iter().find(|item| item.label == label);
        item.and_then(|item| item.snippet.clone()).unwrap_or_default()
    };
    assert_eq!(
        snippet("activity … { }"),
        "activity ${1:name} \"${2:Title}\" {\n  owner ${3:phung}\n  kpi ${4:leads} >= ${5:100}\n  deadline ${6:2026-12-31}\n  $0\n\\}"
    );
    assert_eq!(snippet("script … { }").matches("objection ").count(), 4);
    // 5 January is a Monday: the weekly review is due.
    assert!(snippet("review 2026-01-05 weekly").contains("finding"));
    assert_eq!(items.first().map(|item| item.label.as_str()), Some("review 2026-01-05 weekly"));
}

#[test]
fn whole_statements_are_sound_as_they_are_taken() {
    for label in
        ["phase … { }", "goal … { }", "activity … { }", "person … { }", "launch … { }", "script … { }"]
    {
        let text = taken(&format!("{PLAN}$0"), label);
        let fixture = Fixture::new(&text);
        let file =
            fixture.analysis.files.iter().position(|file| file.path == "a.roadmap").unwrap_or_default();
        let said: Vec<_> = fixture
            .analysis
            .diagnostics
            .iter()
            .filter(|found| found.span.file.0 as usize == file)
            .map(|found| found.code.as_str().to_owned())
            .filter(|code| ["syntax/", "schema/", "value/"].iter().any(|group| code.starts_with(group)))
            .collect();
        assert_eq!(said, Vec::<String>::new(), "{label}: {text}");
    }
}

#[test]
fn every_item_that_promises_more_keeps_it() {
    for locale in Locale::ALL {
        for text in [
            "$0",
            "phase p \"P\" 2026-Q3 { channel $0 }",
            "activity a \"A\" { kpi $0 }",
            "goal x \"X\" { owner $0 }",
            "activity a \"A\" { after $0 }",
            "# allow($0)\ngoal g \"G\"",
        ] {
            let (fixture, items) = in_locale(&format!("{PLAN}{text}"), locale);
            for data in items.iter().filter_map(|item| item.data.as_deref()) {
                let docs = resolve(&fixture.analysis, data, locale).unwrap_or_default();
                assert!(docs.len() > 10, "{data}: {docs}");
            }
        }
    }
    let fixture = Fixture::new("person lan \"Lan\"");
    for data in
        ["", "name", "name person", "name person x", "keyword 0 x", "keyword 999 owner", "rule x/y", "x y"]
    {
        assert_eq!(resolve(&fixture.analysis, data, Locale::En), None, "{data}");
    }
}

#[test]
fn a_comment_may_allow_a_whole_group() {
    let found = planned("# allow(kpi/$0)\ngoal x \"X\"");
    has(&found, &["kpi/*", "kpi/vanity-only"]);
    assert_eq!(detail("# allow(kpi/$0)\ngoal x \"X\"", "kpi/*", Locale::Vi), "mọi quy tắc của nhóm `kpi`");
    let found = planned("# allow(kpi/vanity-only, people/*, $0)\ngoal x \"X\"");
    lacks(&found, &["kpi/vanity-only", "people/*"]);
    has(&found, &["kpi/*"]);
    has(&planned("# allow(kpi/vanity-only$0)\ngoal x \"X\""), &["kpi/vanity-only"]);
}

#[test]
fn figures_begin_with_the_newest_one() {
    let plan = "metric nps_x \"N\" { unit percent }\nactual leads 2025-11 900\nactual leads 2025-12 1_250\nactual spend 2025-12 5M VND\n";
    let found = |line: &str| planned(&format!("{plan}{line}"));
    has(&found("actual leads 2026-01-04 $0"), &["1_250"]);
    lacks(&found("actual leads 2026-01-04 $0"), &["900"]);
    assert_eq!(
        detail(&format!("{plan}actual leads 2026-01 $0"), "1_250", Locale::En),
        "newest reading so far"
    );
    has(&found("actual spend 2026-01 $0"), &["5M VND"]);
    has(&found("actual spend 2026-01 7$0"), &["7M VND", "7k VND"]);
    has(&found("actual nps_x 2026-01 12$0"), &["12%"]);
    has(&found("actual $0"), &["leads", "spend"]);
    has(&found("actual leads $0"), &["2026-01-05", "2025-12"]);
    assert_eq!(found("actual cpl 2026-01 $0"), Vec::<String>::new());
}

#[test]
fn a_rate_is_completed_on_both_sides() {
    let rate = |line: &str| {
        labels(&format!(
            "roadmap \"R\" {{\n  currency VND\n  rate 1 EUR = 27_000 VND\n  rate 1 EUR = 28_000 VND on 2026-01-02\n  {line}\n}}"
        ))
    };
    assert_eq!(rate("rate $0").get(..2).unwrap_or_default(), ["1 EUR =", "1 USD ="]);
    assert_eq!(rate("rate 1 $0").first().map(String::as_str), Some("EUR"));
    lacks(&rate("rate 1 $0"), &["VND"]);
    assert_eq!(rate("rate 1 EUR = $0"), ["28_000 VND"]);
    assert_eq!(rate("rate 1 USD = 25_400$0"), ["25_400 VND"]);
    assert_eq!(rate("rate 1 USD = 25_400 $0").first().map(String::as_str), Some("VND"));
    assert_eq!(rate("rate 1 USD = 25_400 VND $0"), ["on"]);
    assert_eq!(
        taken("roadmap \"R\" {\n  currency VND\n  rate $0\n}", "1 USD ="),
        "roadmap \"R\" {\n  currency VND\n  rate 1 USD = \n}"
    );
}
