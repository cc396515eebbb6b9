//! Money in plans as people write them: what is told, and where the rules keep silent.

use crate::testing::check;

/// What the rules about money say of a plan in VND, with one person; today is 16/02/2026.
fn said(plan: &str) -> Vec<String> {
    said_of("budget/", "", plan)
}

/// What the rule `code` says; `roadmap` stands in the roadmap block.
fn said_of(code: &str, roadmap: &str, plan: &str) -> Vec<String> {
    let text =
        format!("roadmap \"R\" {{ period 2026; currency VND; {roadmap} }}\nperson lan \"Lan\"\n{plan}\n");
    check(&text, "2026-02-16").said(&[code])
}

/// The English message of the first finding of `code`.
fn message(code: &str, roadmap: &str, plan: &str) -> String {
    let text =
        format!("roadmap \"R\" {{ period 2026; currency VND; {roadmap} }}\nperson lan \"Lan\"\n{plan}\n");
    let checked = check(&text, "2026-02-16");
    let found = checked.findings.iter().find(|found| found.code.as_str() == code);
    found.map(|found| roadmap_diag::render(&found.message, roadmap_diag::Locale::En)).unwrap_or_default()
}

fn phase(inside: &str) -> String {
    format!("phase q1 \"P\" 2026-Q1 {{ {inside} }}")
}

fn overruns(inside: &str) -> Vec<String> {
    said_of("budget/overrun", "", &phase(inside))
}

const NOTHING: [&str; 0] = [];

#[test]
fn paid_work_has_a_budget() {
    let missing = |activity: &str| {
        said_of(
            "budget/missing",
            "budget 9M",
            &phase(&format!("activity a \"A\" {{ owner lan; {activity} }}")),
        )
    };
    let found = ["warning budget/missing `activity`"];
    assert_eq!(missing("channel facebook_ads"), found);
    assert_eq!(missing("channel seo, facebook_ads"), found);
    assert_eq!(missing("category ads"), found);
    assert_eq!(missing("channel facebook_ads; every mon"), found);
    for silent in [
        "channel seo",
        "channel facebook_ads; budget 0",
        "channel facebook_ads; budget 5.000",
        "channel facebook_ads; budget 5M for lead",
        "channel facebook_ads; status idea",
        "channel facebook_ads; status cancelled \"no\"",
        "channel facebook_ads; status done 2026-02-02",
        "channel seo 100%, facebook_ads 0%",
        "channel nowhere",
        "category adz",
    ] {
        assert_eq!(missing(silent), NOTHING, "{silent}");
    }
}

#[test]
fn a_plan_without_any_money_is_one_finding() {
    let two = "activity a \"A\" { channel facebook_ads }\nactivity b \"B\" { category ads }";
    assert_eq!(said_of("budget/missing", "", &phase(two)), ["warning budget/missing `roadmap`"]);
    assert_eq!(said_of("budget/missing", "budget 1M", &phase(two)).len(), 2);
    let one = "activity a \"A\" { channel facebook_ads }";
    assert_eq!(said_of("budget/missing", "", &phase(one)), ["warning budget/missing `activity`"]);
    assert_eq!(
        message("budget/missing", "", &phase(two)),
        "2 activities cost money (`a` and `b`), and the plan names no budget anywhere"
    );
}

#[test]
fn what_shares_the_budget_of_a_channel_is_told_once() {
    let plan = |ads: &str, more: &str| {
        let two = "activity a \"A\" { channel facebook_ads }\nactivity b \"B\" { channel facebook_ads }\n";
        said_of("budget/missing", "budget 9M", &phase(&format!("channel facebook_ads {ads}\n{two}{more}")))
    };
    assert_eq!(plan("{ budget 8M }", ""), ["warning budget/missing `channel`"]);
    let other = "activity c \"C\" { channel facebook_ads; budget 2M }\nactivity d \"D\" { channel tv }";
    assert_eq!(
        plan("{ budget 8M }", other),
        ["warning budget/missing `channel`", "warning budget/missing `activity`"]
    );
    assert_eq!(plan("", "").len(), 2);
    assert_eq!(plan("{ budget 8.000 }", "").len(), 2);
}

#[test]
fn what_is_left_of_the_channel_is_offered() {
    let offered = |inside: &str| {
        let text = format!("roadmap \"R\" {{ period 2026; currency VND }}\n{}\n", phase(inside));
        let checked = check(&text, "2026-02-16");
        let fixes = checked.findings.iter().filter(|found| found.code.as_str() == "budget/missing");
        fixes
            .flat_map(|found| &found.fixes)
            .map(|fix| fix.edits[0].text.trim().to_owned())
            .collect::<Vec<_>>()
    };
    let channel =
        "channel facebook_ads { budget 80M }\nactivity b \"B\" { channel facebook_ads; budget 30M }\n";
    let open = "activity a \"A\" { channel facebook_ads }\n";
    assert_eq!(offered(&format!("{channel}{open}")), ["budget 50M VND;"]);
    // Two that wait for the same money, nothing left, or more than one channel: nobody can tell.
    assert_eq!(offered(&format!("{channel}{open}activity c \"C\" {{ channel facebook_ads }}")), NOTHING);
    assert_eq!(
        offered(&format!(
            "channel facebook_ads {{ budget 30M }}\nactivity b \"B\" {{ channel facebook_ads; budget 30M }}\n{open}"
        )),
        NOTHING
    );
    assert_eq!(
        offered("channel facebook_ads { budget 30M }\nactivity a \"A\" { channel facebook_ads, seo }"),
        NOTHING
    );
}

#[test]
fn parts_fit_into_their_whole() {
    let over = |span: &str| vec![format!("error budget/overrun `{span}`")];
    let a = "activity a \"A\" { channel ads; budget 70M }\n";
    let b = "activity b \"B\" { channel seo; budget 50M }\n";
    assert_eq!(overruns(&format!("budget 100M\n{a}{b}")), over("100M"));
    assert_eq!(overruns(&format!("budget 120M\n{a}{b}")), NOTHING);
    // Channels and activities of a phase are the same money, where the channel has a budget.
    assert_eq!(
        overruns(&format!("budget 100M\nchannel ads {{ budget 70M }}\nchannel seo {{ budget 30M }}\n{a}")),
        NOTHING
    );
    assert_eq!(overruns(&format!("budget 100M\nchannel ads {{ budget 70M }}\n{a}{b}")), over("100M"));
    assert_eq!(
        overruns(&format!("budget 100M\nchannel ads {{ budget 70M }}\nchannel seo {{ budget 31M }}\n{a}")),
        over("100M")
    );
    // What a channel keeps in hand is not also missing elsewhere.
    assert_eq!(overruns(&format!("budget 130M\nchannel ads {{ budget 90M }}\n{a}{b}")), NOTHING);
    assert_eq!(overruns(&format!("channel ads {{ budget 60M }}\n{a}{b}")), over("60M"));
    // What is too small for its own parts counts with what is written, so that it is told once.
    assert_eq!(overruns(&format!("budget 110M\nchannel ads {{ budget 60M }}\n{a}{b}")), over("60M"));
    let whole = |roadmap: &str, inside: &str| said_of("budget/overrun", roadmap, &phase(inside));
    assert_eq!(whole("budget 100M", &format!("budget 100M\n{a}{b}")), over("100M"));
    assert_eq!(whole("budget 100M", &format!("{a}{b}")), over("100M"));
    assert_eq!(whole("budget 80M", "budget 100M"), over("80M"));
}

#[test]
fn ideas_and_unreadable_sums_add_nothing() {
    let a = "activity a \"A\" { budget 70M }\n";
    for other in
        ["budget 50M; status idea", "budget 50M; status cancelled \"no\"", "budget 5.000", "budget 0"]
    {
        assert_eq!(overruns(&format!("budget 100M\n{a}activity b \"B\" {{ {other} }}")), NOTHING, "{other}");
    }
    // A whole that cannot be read, or a part of it, allows nobody knows how much.
    assert_eq!(overruns(&format!("budget 1.000M\n{a}")), NOTHING);
    assert_eq!(overruns(&format!("budget 10M for lead\nbudget 5.000 for traffic\n{a}")), NOTHING);
    assert_eq!(overruns(&format!("budget 0\n{a}")), ["error budget/overrun `0`"]);
}

#[test]
fn shares_of_channels_are_the_writers() {
    let plan = |share: &str, ads: &str| {
        overruns(&format!(
            "channel ads {{ budget {ads} }}\nchannel seo\nactivity a \"A\" {{ channel {share}; budget 90M }}"
        ))
    };
    assert_eq!(plan("ads, seo", "45M"), NOTHING);
    assert_eq!(plan("ads 70%, seo 30%", "63M"), NOTHING);
    assert_eq!(plan("ads 70%, seo 30%", "60M"), ["error budget/overrun `60M`"]);
    // One share is written, the other is the rest.
    assert_eq!(plan("ads 70%, seo", "63M"), NOTHING);
    assert_eq!(plan("ads, seo 70%", "27M"), NOTHING);
    // Thirds of a sum do not add up to a coin more than the sum.
    let thirds = "activity a \"A\" { channel ads, seo, email; budget 200M }\n".to_owned();
    let three = format!("{thirds}{}{}", thirds.replace(" a ", " b "), thirds.replace(" a ", " c "));
    assert_eq!(
        overruns(&format!("channel ads {{ budget 200M }}\nchannel seo\nchannel email\n{three}")),
        NOTHING
    );
}

#[test]
fn currencies_are_converted_before_they_are_compared() {
    let usd = "rate 1 USD = 25_000 VND";
    let plan = phase("budget 100M\nactivity a \"A\" { budget 50M VND + 2_000 USD }");
    assert_eq!(said_of("budget/overrun", usd, &plan), NOTHING);
    let plan = phase("budget 100M\nactivity a \"A\" { budget 50M VND + 2_001 USD }");
    assert_eq!(said_of("budget/overrun", usd, &plan), ["error budget/overrun `100M`"]);
    assert_eq!(
        message("budget/overrun", usd, &plan),
        "phase `q1` has 100,000,000\u{a0}₫, and `a` alone takes 100,025,000\u{a0}₫, 25,000\u{a0}₫ more"
    );
    // Without a rate nobody knows.
    assert_eq!(said_of("budget/overrun", "", &plan), NOTHING);
}

#[test]
fn the_largest_parts_are_named_and_the_rest_is_counted() {
    let parts: String = (1..=6).map(|n| format!("activity a{n} \"A\" {{ budget {n}0M }}\n")).collect();
    assert_eq!(
        message("budget/overrun", "", &phase(&format!("budget 200M\n{parts}"))),
        "phase `q1` has 200,000,000\u{a0}₫, and its parts come to 210,000,000\u{a0}₫, 10,000,000\u{a0}₫ more: `a6` 60,000,000\u{a0}₫, \
         `a5` 50,000,000\u{a0}₫, `a4` 40,000,000\u{a0}₫ and 60,000,000\u{a0}₫ in 3 others"
    );
}

#[test]
fn channels_of_the_plan_cover_all_phases() {
    let plan = |ads: &str| {
        let text = format!(
            "channel ads \"Ads\" {{ kind paid; budget {ads} }}\n{}\nphase q2 \"Q\" 2026-Q2 {{ channel ads\n\
             activity b \"B\" {{ channel ads; budget 30M }} }}\nactivity c \"C\" {{ channel ads; every mon; budget 10M }}",
            phase("channel ads { budget 60M }\nactivity a \"A\" { channel ads; budget 20M }")
        );
        said_of("budget/overrun", "budget 100M", &text)
    };
    assert_eq!(plan("100M"), NOTHING);
    assert_eq!(plan("99M"), ["error budget/overrun `99M`"]);
    // More than the plan has: the channel, not the phases.
    assert_eq!(plan("101M"), ["error budget/overrun `100M`"]);
}

#[test]
fn parts_by_objective_fit_into_the_budget_beside_them() {
    assert_eq!(overruns("budget 100M\nbudget 60M for lead\nbudget 40M for traffic"), NOTHING);
    assert_eq!(
        overruns("budget 100M\nbudget 60M for lead\nbudget 50M for traffic"),
        ["error budget/overrun `100M`"]
    );
    assert_eq!(
        overruns("activity a \"A\" { budget 10M; budget 6M for lead; budget 5M for traffic }"),
        ["error budget/overrun `10M`"]
    );
    // Parts alone are the whole.
    assert_eq!(
        overruns("budget 60M for lead\nbudget 40M for traffic\nactivity a \"A\" { budget 101M }"),
        ["error budget/overrun `60M`"]
    );
}

#[test]
fn more_spent_than_planned_is_a_warning() {
    let spent = |inside: &str, actual: &str| {
        said_of(
            "budget/overrun",
            "",
            &format!("{}\n{actual}", phase(&format!("activity a \"A\" {{ {inside} }}"))),
        )
    };
    let found = ["warning budget/overrun `11M`"];
    assert_eq!(spent("budget 10M; spent 11M", ""), found);
    assert_eq!(spent("budget 10M; spent 10M", ""), NOTHING);
    assert_eq!(spent("spent 10M", ""), NOTHING);
    assert_eq!(spent("budget 5.000; spent 10M", ""), NOTHING);
    let readings =
        "actual spend 2026-01 7M { by activity a }\nactual spend 2026-02-01..2026-02-15 6M { by activity a }";
    assert_eq!(spent("budget 10M", readings), ["warning budget/overrun `10M`"]);
    assert_eq!(spent("budget 13M", readings), NOTHING);
    // What is written on the activity is nearer than readings.
    assert_eq!(spent("budget 10M; spent 9M", readings), NOTHING);
}

#[test]
fn what_was_spent_is_held_against_every_whole_that_it_comes_from() {
    let over = |roadmap: &str, plan: &str| said_of("budget/overrun", roadmap, plan);
    let readings = "actual spend 2026-01 7M\nactual spend 2026-02-01..2026-02-15 6M\n";
    assert_eq!(over("budget 12M", readings), ["warning budget/overrun `12M`"]);
    assert_eq!(over("budget 13M", readings), NOTHING);
    // A phase, by its days where it is alone in them.
    let phased = |inside: &str, rest: &str| over("", &format!("{}\n{readings}{rest}", phase(inside)));
    assert_eq!(phased("budget 12M", ""), ["warning budget/overrun `12M`"]);
    assert_eq!(phased("budget 12M", "phase q \"Q\" 2026-02..2026-04 { }"), NOTHING);
    assert_eq!(phased("budget 12M", "phase q \"Q\" 2026-04 { }"), ["warning budget/overrun `12M`"]);
    assert_eq!(
        phased("budget 12M", "activity a \"A\" { budget 4M; start 2026-01-05; deadline 2026-06-30 }"),
        NOTHING
    );
    // By its activities; one that is told already is not told again with the phase.
    let two = |spent: u32| {
        let inside = format!(
            "budget 20M; activity a \"A\" {{ spent {spent}M; budget 9M }}; activity b \"B\" {{ spent 11M }}"
        );
        over("", &phase(&inside))
    };
    assert_eq!(two(9), NOTHING);
    assert_eq!(two(10), ["warning budget/overrun `10M`"]);
    let unplanned = phase("budget 20M; activity a \"A\" { spent 10M }; activity b \"B\" { spent 11M }");
    assert_eq!(over("", &unplanned), ["warning budget/overrun `20M`"]);
    assert_eq!(over("budget 20M", &unplanned), ["warning budget/overrun `20M`"], "the phase says it");
    // A channel, by its own readings.
    let channel = |budget: &str, by: &str| {
        let readings = "actual spend 2026-01 7M { by channel ads }\nactual spend 2026-02-10 12M";
        over(
            "",
            &format!(
                "channel ads \"Ads\" {{ kind paid; budget {budget} }}\n{readings} {{ by channel {by} }}"
            ),
        )
    };
    assert_eq!(channel("6M", "seo"), ["warning budget/overrun `6M`"]);
    assert_eq!(channel("7M", "seo"), NOTHING);
    assert_eq!(channel("11M", "ads"), ["warning budget/overrun `11M`"]);
    assert_eq!(
        message("budget/overrun", "budget 12M", readings),
        "the plan has spent 13,000,000\u{a0}₫, 1,000,000\u{a0}₫ more than its budget of 12,000,000\u{a0}₫"
    );
}

#[test]
fn objectives_are_for_plans_that_use_them() {
    let untagged = |roadmap: &str, plan: &str| said_of("budget/untagged", roadmap, plan);
    let split = "budget 10M; budget 6M for lead; budget 4M for traffic";
    assert_eq!(untagged("", &phase("budget 10M")), NOTHING);
    let two = |first: &str, second: &str| {
        untagged("", &format!("{}\nphase q2 \"Q\" 2026-Q2 {{ {second} }}", phase(first)))
    };
    assert_eq!(two(split, "budget 9M"), ["hint budget/untagged `9M`"]);
    assert_eq!(two(split, "budget 0"), NOTHING);
    assert_eq!(two(split, "budget 5.000"), NOTHING);
    assert_eq!(two(split, ""), NOTHING);
    assert_eq!(two(split, "budget 9M for lead"), NOTHING);
    assert_eq!(two(split, "budget 9M; budget 4M for lead"), ["hint budget/untagged `9M`"]);
    // The plan alone is split: that is enough for it.
    assert_eq!(untagged(split, &phase("budget 10M")), NOTHING);
    let a = "activity a \"A\" { budget 5M for lead }\n";
    let others = "activity b \"B\" { budget 3M }\nactivity c \"C\" { budget 2M; status idea }";
    assert_eq!(untagged("", &phase(&format!("{a}{others}"))), ["hint budget/untagged `phase`"]);
    assert_eq!(untagged("", &phase(&format!("{a}activity c \"C\" {{ budget 2M; status idea }}"))), NOTHING);
}

#[test]
fn a_plan_may_lean_on_ads_while_something_else_grows() {
    let paid = |roadmap: &str, inside: &str| said_of("budget/paid-dependency", roadmap, &phase(inside));
    let one = "channel facebook_ads\nactivity a \"A\" { channel facebook_ads; budget 60M }\n";
    let ads = &format!("{one}activity c \"C\" {{ channel facebook_ads; budget 20M }}\n");
    let found = ["warning budget/paid-dependency `roadmap`"];
    assert_eq!(paid("", ads), found);
    assert_eq!(paid("budget 100M", ads), found);
    // The rest of the money is not planned yet.
    assert_eq!(paid("budget 120M", ads), NOTHING);
    assert_eq!(paid("", &format!("{ads}activity b \"B\" {{ channel pr; budget 10M }}")), found);
    for silent in [
        "activity b \"B\" { channel seo }",
        "activity b \"B\" { channel email }",
        "activity b \"B\" { channel pr; budget 40M }",
        "activity b \"B\" { channel pr; task \"T\" { channel email } }",
        "activity b \"B\" { channel nowhere }",
        "activity b \"B\" { owner lan; budget 40M }",
        "channel seo\nactivity b \"B\" { owner lan }",
    ] {
        assert_eq!(paid("", &format!("{ads}{silent}")), NOTHING, "{silent}");
    }
    let idea = "activity b \"B\" { channel seo; status idea }";
    assert_eq!(paid("", &format!("{ads}{idea}")), found);
    // One activity or none: the plan is only begun, unless it says what there is to spend.
    assert_eq!(paid("", one), NOTHING);
    assert_eq!(paid("budget 80M", one), found);
    assert_eq!(paid("", "channel facebook_ads { budget 80M }"), NOTHING);
}

#[test]
fn money_without_a_result_needs_readings_of_both() {
    let spend = |inside: &str, actual: &str| {
        let plan = phase(&format!("activity a \"A\" {{ start 2026-01-05; deadline 2026-03-13; {inside} }}"));
        said_of("budget/spend-no-outcome", "", &format!("{plan}\n{actual}"))
    };
    let leads = |value: u32| format!("actual leads 2026-02-15 {value} {{ by activity a }}");
    let found = ["warning budget/spend-no-outcome `40M`"];
    assert_eq!(spend("kpi leads >= 100; budget 100M; spent 40M", &leads(9)), found);
    assert_eq!(spend("kpi leads >= 100; budget 100M; spent 40M", &leads(0)), found);
    assert_eq!(spend("kpi leads >= 100; budget 100M; spent 40M", &leads(10)), NOTHING);
    assert_eq!(spend("kpi leads >= 100; budget 100M; spent 30M", &leads(0)), NOTHING);
    assert_eq!(spend("kpi leads >= 100; budget 0; spent 30M", &leads(0)), NOTHING);
    assert_eq!(spend("kpi leads >= 100; spent 30M", &leads(0)), NOTHING);
    // Readings of the whole say nothing about the activity, nor does an input.
    assert_eq!(spend("kpi leads >= 100; budget 100M; spent 40M", "actual leads 2026-02-15 5"), NOTHING);
    assert_eq!(
        spend("kpi clicks >= 100; budget 100M; spent 40M", "actual clicks 2026-02-15 5 { by activity a }"),
        NOTHING
    );
    // A limit is no result; a result that was not read may be any.
    assert_eq!(spend("kpi leads >= 100; kpi cpl <= 120k; budget 100M; spent 40M", &leads(1)), found);
    assert_eq!(spend("kpi leads >= 100; kpi orders >= 10; budget 100M; spent 40M", &leads(1)), NOTHING);
    // What was spent may be read, too.
    let read = format!("{}\nactual spend 2026-01 60M {{ by activity a }}", leads(3));
    assert_eq!(spend("kpi leads >= 100; budget 100M", &read), ["warning budget/spend-no-outcome `100M`"]);
}

#[test]
fn cost_over_revenue_is_compared_where_it_can_be_told() {
    let ratio = |roadmap: &str, plan: &str| said_of("budget/cost-ratio", roadmap, plan);
    let limit = "goal lean \"L\" { owner lan; kpi cost_ratio 25% -> 15% by 2026-12-31 }\n";
    let revenue = |kpi: &str| format!("goal grow \"G\" {{ owner lan; kpi revenue {kpi} }}\n{limit}");
    let found = ["warning budget/cost-ratio `25% -> 15%`"];
    assert_eq!(ratio("budget 2_000M", &revenue(">= 10_000M by 2026-12-31")), found);
    assert_eq!(ratio("budget 1_500M", &revenue(">= 10_000M by 2026-12-31")), NOTHING);
    assert_eq!(
        message("budget/cost-ratio", "budget 2_000M", &revenue(">= 10_000M by 2026-12-31")),
        "2,000,000,000\u{a0}₫ for 10,000,000,000\u{a0}₫ of revenue is 20%, above the 15% that `cost_ratio` allows"
    );
    // Other days, a rate per month, no budget, nothing to divide by, two revenues.
    assert_eq!(ratio("budget 2_000M", &revenue(">= 10_000M by 2026-06-30")), NOTHING);
    assert_eq!(ratio("budget 2_000M", &revenue(">= 1_000M per month by 2026-12-31")), NOTHING);
    assert_eq!(ratio("", &revenue(">= 10_000M by 2026-12-31")), NOTHING);
    assert_eq!(ratio("budget 2_000M", &revenue(">= 0 by 2026-12-31")), NOTHING);
    let two =
        format!("{}goal more \"M\" {{ kpi revenue >= 9M by 2026 }}", revenue(">= 10_000M by 2026-12-31"));
    assert_eq!(ratio("budget 2_000M", &two), NOTHING);
    // Another market.
    let segment = "segment s \"S\"\ngoal grow \"G\" { segment s; kpi revenue >= 10_000M by 2026-12-31 }\n";
    assert_eq!(ratio("budget 2_000M", &format!("{segment}{limit}")), NOTHING);
    // A budget that is not written is what its parts come to.
    let parts = format!("{}{}", revenue(">= 10_000M by 2026-12-31"), phase("budget 2_000M"));
    assert_eq!(ratio("", &parts), found);
    // A phase and an activity are compared with their own.
    let in_phase =
        "budget 30M\ngoal g \"G\" { kpi revenue >= 100M by 2026-03-31; kpi cost_ratio <= 20% by 2026-03-31 }";
    assert_eq!(ratio("budget 1M", &phase(in_phase)), ["warning budget/cost-ratio `<= 20%`"]);
    let activity = "activity a \"A\" { budget 30M; kpi revenue >= 100M; kpi cost_ratio <= 20% }";
    assert_eq!(ratio("", &phase(activity)), ["warning budget/cost-ratio `<= 20%`"]);
    let own = "metric share \"S\" = spend / revenue { unit ratio; kind business; direction down }\n";
    let activity = phase("activity a \"A\" { budget 30M; kpi revenue >= 100M; kpi share <= 0.2 }");
    assert_eq!(ratio("", &format!("{own}{activity}")), ["warning budget/cost-ratio `<= 0.2`"]);
    assert_eq!(said(&format!("{own}{activity}")), ["warning budget/cost-ratio `<= 0.2`"]);
}

#[test]
fn messages_read_well_in_both_languages() {
    let plans = [
        phase(
            "channel facebook_ads { budget 80M }\nactivity a \"A\" { channel facebook_ads }\nactivity b \"B\" { category ads }",
        ),
        phase("channel tv { budget 9M }\nactivity a \"A\" { channel tv }\nactivity b \"B\" { channel tv }"),
        phase(
            "activity a \"A\" { channel tv }\nactivity b \"B\" { channel tv }\nactivity c \"C\" { channel tv }\nactivity d \"D\" { channel tv }\nactivity e \"E\" { channel tv }",
        ),
        phase(
            "budget 50M\nchannel tv { budget 30M }\nactivity a \"A\" { channel tv; budget 40M; spent 45M }\nactivity b \"B\" { budget 30M }",
        ),
        "channel tv \"TV\" { budget 10M }\nphase q1 \"P\" 2026-Q1 { budget 100M; channel tv { budget 30M } }"
            .to_owned(),
        phase("budget 50M; budget 30M for lead; budget 30M for traffic"),
        phase("budget 50M; budget 30M for lead"),
        phase("budget 50M\nactivity a \"A\" { budget 5M for lead }\nactivity b \"B\" { budget 3M }"),
        format!("{}\nphase q2 \"Q\" 2026-Q2 {{ budget 9M }}", phase("budget 50M for lead")),
        phase(
            "channel tv\nactivity a \"A\" { channel tv 60%, ooh; budget 30M }\nactivity b \"B\" { channel tv; budget 0 }",
        ),
        format!(
            "{}\nactual leads 2026-02-15 4 {{ by activity a }}",
            phase("activity a \"A\" { kpi leads >= 100; deadline 2026-03-13; budget 30M; spent 12M }")
        ),
        phase("activity a \"A\" { budget 30M; kpi revenue >= 100M; kpi cost_ratio <= 20% }"),
    ];
    let mut out = String::new();
    for (index, plan) in plans.iter().enumerate() {
        let budget = if index == 4 { "budget 90M" } else { "" };
        let text =
            format!("roadmap \"R\" {{ period 2026; currency VND; {budget} }}\nperson lan \"Lan\"\n{plan}\n");
        out.push_str(&format!("{plan}\n{}\n", check(&text, "2026-02-16").aloud(&["budget/"])));
    }
    insta::assert_snapshot!(out);
}
