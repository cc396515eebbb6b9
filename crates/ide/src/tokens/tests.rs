use roadmap_diag::{FileId, TextRange};

use super::*;
use crate::fixture::Fixture;

/// What the tokens of the file at `$0` are called, in the order of the modifiers' bits.
const MODIFIERS: [&str; 8] =
    ["declared", "cancelled", "fixed", "built-in", "date", "duration", "money", "percent"];

fn read(text: &str) -> (Fixture, Vec<SemanticToken>) {
    let fixture = Fixture::new(text);
    let tokens = semantic_tokens(&fixture.analysis, fixture.file, None);
    (fixture, tokens)
}

/// A word with what it is: `lan:Person declared`.
fn word(fixture: &Fixture, token: &SemanticToken) -> String {
    let mut word = format!("{}:{:?}", fixture.slice(token.range), token.kind);
    for (name, modifier) in MODIFIERS.iter().zip(TokenModifiers::ALL) {
        if token.modifiers.has(modifier) {
            word.push_str(&format!(" {name}"));
        }
    }
    word
}

fn shown(text: &str) -> Vec<String> {
    let (fixture, tokens) = read(text);
    tokens.iter().map(|token| word(&fixture, token)).collect()
}

/// The tokens of the line that holds `$0`.
fn line(text: &str) -> String {
    let (fixture, tokens) = read(text);
    let lines = fixture.analysis.file(fixture.file).unwrap();
    let number = |offset: u32| lines.line_column(offset).line;
    let here = tokens.iter().filter(|token| number(token.range.start) == number(fixture.offset));
    here.map(|token| word(&fixture, token)).collect::<Vec<_>>().join(" · ")
}

#[test]
fn statements_properties_and_words() {
    let table = [
        ("person lan$0 \"Lan\"", "person:Keyword · lan:Person declared · \"Lan\":String"),
        ("team t$0 \"T\"", "team:Keyword · t:Person declared · \"T\":String"),
        ("roadmap \"R\" {\n  outputs_first$0\n}", "outputs_first:Property"),
        ("roadmap \"R\" {\n  lang vi$0\n}", "lang:Property · vi:Word"),
        ("roadmap \"R\" {\n  currency VND$0\n}", "currency:Property · VND:Word"),
        (
            "roadmap \"R\" {\n  cadence weekly mon, monthly 15$0\n}",
            "cadence:Property · weekly:Word · mon:Word · monthly:Word · 15:Number",
        ),
        ("person l \"L\" {\n  role cmo$0\n}", "role:Property · cmo:Word"),
        ("activity a \"A\" {\n  kind webinar$0\n}", "kind:Property · webinar:Word"),
        ("activity a \"A\" {\n  every month 15$0\n}", "every:Property · month:Word · 15:Number"),
        ("activity a \"A\" {\n  task \"T\"$0\n}", "task:Keyword · \"T\":String"),
        ("include \"x.roadmap\"$0", "include:Keyword · \"x.roadmap\":String"),
        ("metric m \"M\" {\n  unit count$0\n}", "unit:Property · count:Word"),
        (
            "phase p \"P\" 2026-Q1$0 {}",
            "phase:Keyword · p:Phase declared · \"P\":String · 2026-Q1:Number date",
        ),
    ];
    for (text, wanted) in table {
        assert_eq!(line(text), wanted, "{text}");
    }
}

#[test]
fn numbers_say_what_they_count() {
    let activity = |line: &str| format!("activity a \"A\" {{\n  {line}$0\n}}");
    let table = [
        ("budget 120M VND", "budget:Property · 120M:Number money · VND:Number money"),
        (
            "budget 90M + 5k USD for lead",
            "budget:Property · 90M:Number money · +:Operator · 5k:Number money · USD:Number money · for:Keyword · lead:Word",
        ),
        ("budget 5M", "budget:Property · 5M:Number money"),
        ("duration 6w", "duration:Property · 6w:Number duration"),
        ("start 2026-01-05", "start:Property · 2026-01-05:Number date"),
        ("deadline 2026", "deadline:Property · 2026:Number date"),
        (
            "status in_progress 40% on 2026-02-02",
            "status:Property · in_progress:Word · 40%:Number percent · on:Keyword · 2026-02-02:Number date",
        ),
        (
            "kpi leads 0 -> 5_000 by 2026-03-31",
            "kpi:Keyword · leads:Metric fixed built-in · 0:Number · ->:Operator · 5_000:Number · by:Keyword · 2026-03-31:Number date",
        ),
        (
            "kpi cpl <= 120k VND",
            "kpi:Keyword · cpl:Metric fixed built-in · <=:Operator · 120k:Number money · VND:Number money",
        ),
        (
            "kpi revenue 1M -> +30% per month",
            "kpi:Keyword · revenue:Metric fixed built-in · 1M:Number · ->:Operator · +30%:Number percent · per:Keyword · month:Word",
        ),
    ];
    for (text, wanted) in table {
        assert_eq!(line(&activity(text)), wanted, "{text}");
    }
}

#[test]
fn names_have_the_colour_of_what_they_name() {
    let people = "person lan \"Lan\"\nteam t \"T\" { members lan }\n";
    let table = [
        ("goal g \"G\" {\n  owner lan$0\n}", "owner:Property · lan:Person"),
        ("activity a \"A\" {\n  support t, lan$0\n}", "support:Property · t:Person · lan:Person"),
        (
            "channel c \"C\"\nactivity a \"A\" {\n  channel c 70%, seo 30%$0\n}",
            "channel:Property · c:Channel · 70%:Number percent · seo:Channel fixed built-in · 30%:Number percent",
        ),
        (
            "metric m \"M\"\nmetric n \"N\" = (m + spend) / 2 * 100%$0",
            "metric:Keyword · n:Metric declared · \"N\":String · =:Operator · (:Operator · m:Metric · +:Operator · spend:Metric fixed built-in · ):Operator · /:Operator · 2:Number · *:Operator · 100%:Number percent",
        ),
        (
            "phase p \"P\" 2026-Q1 { activity a \"A\" }\nactivity b \"B\" {\n  after p.a +3d$0\n}",
            "after:Property · p:Phase · a:Activity · +3d:Number duration",
        ),
        (
            "source crm csv \"a.csv\" { date \"d\"; column won \"W\" }\nmetric m \"M\" {\n  from crm.won$0\n}",
            "from:Property · crm:Data · won:Property",
        ),
        (
            "source crm csv \"a.csv\" {\n  column won \"W\"$0\n}",
            "column:Property · won:Property declared · \"W\":String",
        ),
        ("roadmap \"R\" {\n  calendar vn$0\n}", "calendar:Property · vn:Data fixed built-in"),
        ("calendar office {\n  like none$0\n}", "like:Property · none:Data fixed built-in"),
        (
            "calendar office { weekend sat }\nroadmap \"R\" {\n  calendar office$0\n}",
            "calendar:Property · office:Data",
        ),
        ("goal g \"G\"\nactivity a \"A\" {\n  supports g$0\n}", "supports:Property · g:Goal"),
        ("launch l \"L\"\nactivity a \"A\" {\n  before l$0\n}", "before:Property · l:Event"),
        (
            "milestone m \"M\" 2026-02-16$0",
            "milestone:Keyword · m:Event declared · \"M\":String · 2026-02-16:Number date",
        ),
        ("activity a \"A\"\nscript s \"S\" {\n  for a$0\n}", "for:Property · a:Activity"),
        (
            "segment s \"S\"\nproduct p \"P\"\nactual leads 2026-01 5 {\n  by segment s$0\n}",
            "by:Property · segment:Word · s:Market",
        ),
        (
            "phase p \"P\" 2026-Q1 {\n  message fast \"Nhanh\"$0\n}",
            "message:Property · fast:Message declared · \"Nhanh\":String",
        ),
        (
            "phase p \"P\" 2026-Q1 { message fast \"N\" }\nlaunch l \"L\" {\n  usp fast$0\n}",
            "usp:Property · fast:Message",
        ),
        ("activity a \"A\" {\n  tag brand, q1$0\n}", "tag:Property · brand:Word · q1:Word"),
        ("alert budget over 90%$0", "alert:Keyword · budget:Property · over:Word · 90%:Number percent"),
        (
            "alert leads stale 14d$0",
            "alert:Keyword · leads:Metric fixed built-in · stale:Word · 14d:Number duration",
        ),
        (
            "actual leads 2026-01-31 1_250$0",
            "actual:Keyword · leads:Metric fixed built-in · 2026-01-31:Number date · 1_250:Number",
        ),
        (
            "activity a \"A\"\nreview 2026-02-02 weekly {\n  changes a.deadline 2026-02-10 -> 2026-02-15$0\n}",
            "changes:Property · a:Activity · deadline:Property · 2026-02-10:Number date · ->:Operator · 2026-02-15:Number date",
        ),
        (
            "field region on activity { type one_of \"north\" }\nactivity a \"A\" {\n  region \"north\"$0\n}",
            "region:Property · \"north\":String",
        ),
        (
            "field region on activity {$0",
            "field:Keyword · region:Property declared · on:Keyword · activity:Word",
        ),
    ];
    for (text, wanted) in table {
        let text = format!("{people}{text}");
        assert_eq!(line(&text), wanted, "{text}");
    }
}

#[test]
fn what_is_cancelled_is_shown_so_wherever_it_is_named() {
    let text = "activity a \"A\" { status cancelled \"không cần\" }\nactivity b \"B\" { after a }\n";
    let words = shown(text);
    assert!(words.contains(&"a:Activity declared cancelled".to_owned()), "{words:?}");
    assert!(words.contains(&"a:Activity cancelled".to_owned()), "{words:?}");
    assert!(words.contains(&"b:Activity declared".to_owned()), "{words:?}");
}

#[test]
fn rules_of_the_company() {
    let rule = |line: &str| {
        format!(
            "field size on activity {{ type number }}\nrule acme/approver \"Duyệt\" {{\n  on activity\n  {line}\n}}"
        )
    };
    assert_eq!(
        line("rule acme/approver \"Duyệt\" {$0 on activity }"),
        "rule:Keyword · acme/approver:Rule declared · \"Duyệt\":String · on:Property · activity:Word"
    );
    assert_eq!(
        line(&rule("when budget > 250M VND and not approver$0")),
        "when:Property · budget:Property · >:Operator · 250M:Number money · VND:Number money · and:Keyword · not:Keyword · approver:Property"
    );
    assert_eq!(
        line(&rule("when category in (ads, pr) or (owner = lan)$0")),
        "when:Property · category:Property · in:Keyword · (:Operator · ads:Word · pr:Word · ):Operator · or:Keyword · (:Operator · owner:Property · =:Operator · lan:Word · ):Operator"
    );
    assert_eq!(
        line(&rule("say \"{title}: { budget } {{x}} { và {phase.owner}\"$0")),
        "say:Property · \"{:String · title:Property · }: { :String · budget:Property ·  } {{x}} { và {:String · phase.owner:Property · }\":String"
    );
}

#[test]
fn strings_leave_their_escapes_to_others() {
    assert_eq!(
        line("goal g \"a\\n\\u{1f600}b {title}\\\"\"$0"),
        "goal:Keyword · g:Goal declared · \"a:String · b {title}:String · \":String"
    );
    assert_eq!(line("goal g \"\\\\\"$0"), "goal:Keyword · g:Goal declared · \":String · \":String");
}

#[test]
fn comments_that_allow_name_their_rules() {
    let table = [
        ("# ghi chú$0\nperson lan \"Lan\"", "# ghi chú:Comment"),
        (
            "# allow(kpi/vanity, people/*): đã bàn$0\nperson lan \"Lan\"",
            "# :Comment · allow:Keyword · (:Comment · kpi/vanity:Rule · , :Comment · people/*:Rule · ): đã bàn:Comment",
        ),
        ("# allow()$0\nperson lan \"Lan\"", "# :Comment · allow:Keyword · ():Comment"),
        ("# allow(kpi/vanity$0\nperson lan \"Lan\"", "# allow(kpi/vanity:Comment"),
        // Above nothing, it allows nothing.
        ("person lan \"Lan\"\n# allow(kpi/vanity)$0\n", "# allow(kpi/vanity):Comment"),
    ];
    for (text, wanted) in table {
        assert_eq!(line(text), wanted, "{text}");
    }
}

#[test]
fn what_nobody_knows_is_left_to_its_letters() {
    let table = [
        ("goal g \"G\" {\n  owner nobody$0\n}", "owner:Property"),
        ("goal g \"G\" {\n  ownr lan$0\n}", ""),
        ("goal g \"G\" {\n  5_000 x$0\n}", ""),
        ("goal g \"G\" {\n  \"text\" 2026-01-05$0\n}", "\"text\":String · 2026-01-05:Number date"),
        ("goal g \"G$0", "goal:Keyword · g:Goal declared · \"G:String"),
        ("activity a \"A\" {\n  budget 5M VNĐ$0\n}", "budget:Property · 5M:Number money"),
        ("activity a \"A\" {\n  duration$0\n}", "duration:Property"),
        (
            "activity a \"A\" {\n  kpi leads 0 -> $0\n}",
            "kpi:Keyword · leads:Metric fixed built-in · 0:Number · ->:Operator",
        ),
        (
            "person lan \"L\"\nperson lan$0 \"Other\"",
            "person:Keyword · lan:Person declared · \"Other\":String",
        ),
        ("}} {{ ;; $0", ""),
    ];
    for (text, wanted) in table {
        assert_eq!(line(text), wanted, "{text}");
    }
}

#[test]
fn names_in_any_unicode_form_are_whole() {
    let text = "person hu\u{1ec7} \"H\"\nteam t \"T\" { lead hue\u{323}\u{302}; members hu\u{1ec7} }";
    let words = shown(text);
    let names = words.iter().filter(|word| word.ends_with(":Person")).count();
    assert_eq!(names, 2, "{words:?}");
    assert!(words.contains(&"hue\u{323}\u{302}:Person".to_owned()), "{words:?}");
}

#[test]
fn a_range_has_the_statements_that_it_touches() {
    let text = "person lan \"Lan\"\nperson mai \"Mai\"\nperson hoa \"Hoa\"\n";
    let fixture = Fixture::new(text);
    let found = |start, end| {
        let range = TextRange::new(start, end);
        semantic_tokens(&fixture.analysis, fixture.file, Some(range)).len()
    };
    assert_eq!((found(20, 22), found(0, 0), found(0, 60)), (3, 3, 9));
    let all = semantic_tokens(&fixture.analysis, fixture.file, None);
    assert_eq!(semantic_tokens(&fixture.analysis, fixture.file, Some(TextRange::new(20, 22))), all[3..6]);
}

#[test]
fn settings_and_files_of_nobody_have_none() {
    let text = "//- main.roadmap\nroadmap \"R\" { period 2026 }\n//- roadmap.toml\n$0locale = \"vi\"\n";
    assert_eq!(shown(text), Vec::<String>::new());
    let (fixture, _) = read("person lan \"Lan\"");
    assert_eq!(semantic_tokens(&fixture.analysis, FileId(7), None), []);
}

#[test]
fn strings_without_end_are_read_once() {
    for piece in ["{", "\\u{", "http://", "https://)", "{a", "\\"] {
        let text = format!("rule a/b \"T\" {{ on activity; say \"{}\" }}\n", piece.repeat(50_000));
        let (fixture, tokens) = read(&text);
        assert!(tokens.iter().any(|token| token.kind == TokenType::String), "{piece}");
        assert!(crate::links(&fixture.analysis, fixture.file).len() < 2, "{piece}");
    }
}

/// Would take minutes if a word were looked up among all others.
#[test]
fn ten_thousand_activities_and_a_list_of_them() {
    let count = 10_000;
    let names: Vec<String> = (0..count).map(|number| format!("a{number}")).collect();
    let activities = names.iter().map(|name| format!("activity {name} \"A\" {{ kpi leads >= 5 }}\n"));
    let text =
        format!("{}activity last \"L\" {{ after {} }}\n", activities.collect::<String>(), names.join(", "));
    let (_, tokens) = read(&text);
    assert_eq!(tokens.len(), count * 8 + 4);
    assert!(tokens.iter().rev().take(count).all(|token| token.kind == TokenType::Activity));
}
