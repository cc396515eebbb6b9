//! The catalogue of rules and a page for each, in both languages, from the pages that stand beside the rules.

use std::collections::BTreeSet;
use std::fmt::Write;

use roadmap_diag::{Code, Locale, Message, render, render_attribute};
use roadmap_sema::rules::{Audience, Page, Rule, Section, all, audience, said};

use super::Output;

const MADE: &str = "<!-- Made by `cargo xtask generate` from crates/sema/src/rules. -->";

/// The index and the pages.
pub(super) fn outputs() -> Vec<Output> {
    let mut outputs = Vec::new();
    for locale in Locale::ALL {
        outputs.push(Output { path: format!("{}/README.md", folder(locale)), text: index(locale) });
        for rule in all() {
            outputs.push(Output {
                path: format!("{}/{}.md", folder(locale), rule.code),
                text: page(rule, locale),
            });
        }
    }
    outputs
}

fn folder(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "docs/rules",
        Locale::Vi => "docs/vi/rules",
    }
}

/// The words of the index and the pages that no message file needs for anything else.
struct Words {
    title: &'static str,
    lead: &'static str,
    columns: &'static str,
    level: &'static str,
    says: &'static str,
}

fn words(locale: Locale) -> Words {
    match locale {
        Locale::En => Words {
            title: "Rules",
            lead: "What the checker looks for, by group. `roadmapc explain RULE` shows these pages in a terminal. Levels are set in \
                   `roadmap.toml`, and `# allow(rule): reason` above a statement allows one there.",
            columns: "| Rule | Level | Headline |",
            level: "Level",
            says: "What it says",
        },
        Locale::Vi => Words {
            title: "Các quy tắc",
            lead: "Những gì trình kiểm tra tìm, theo nhóm. `roadmapc explain RULE` hiện các trang này trong terminal. Mức độ đặt trong \
                   `roadmap.toml`; ghi chú `# allow(rule): lý do` phía trên một câu lệnh cho phép quy tắc đó tại chỗ.",
            columns: "| Quy tắc | Mức | Tiêu đề |",
            level: "Mức",
            says: "Thông báo",
        },
    }
}

fn index(locale: Locale) -> String {
    let words = words(locale);
    let mut out = format!("{MADE}\n\n# {}\n\n{}\n", words.title, words.lead);
    let group = |rule: &Rule| rule.code.split('/').next().unwrap_or_default().to_owned();
    let groups: BTreeSet<String> = all().iter().map(|rule| group(rule)).collect();
    for name in groups {
        let _ = write!(out, "\n## {name}\n\n{}\n| --- | --- | --- |\n", words.columns);
        for rule in all().iter().filter(|rule| group(rule) == name) {
            let _ = writeln!(
                out,
                "| [`{code}`]({code}.md) | {} | {} |",
                severity(rule, locale),
                headline(rule, locale),
                code = rule.code
            );
        }
    }
    out
}

fn severity(rule: &Rule, locale: Locale) -> String {
    let id = match rule.severity {
        roadmap_diag::Severity::Error => "severity-error",
        roadmap_diag::Severity::Warning => "severity-warning",
        roadmap_diag::Severity::Hint => "severity-hint",
    };
    render(&Message::new(id), locale)
}

/// Whom a rule concerns wherever it speaks.
fn concerns(rule: &Rule, locale: Locale) -> String {
    let say = |id| render(&Message::new(id), locale);
    let audience = audience(&Code::new(rule.code));
    if audience == Audience::EVERYBODY {
        return say("audience-everybody");
    }
    let words = audience.roles().map(|role| say(role.message()));
    words.collect::<Vec<_>>().join(", ")
}

fn headline(rule: &Rule, locale: Locale) -> String {
    render_attribute(&Message::new(rule.message), "title", locale).unwrap_or_default()
}

fn page(rule: &Rule, locale: Locale) -> String {
    let words = words(locale);
    let parsed = Page::parse(rule.page);
    let mut out = format!(
        "{MADE}\n\n# {}\n\n`{}` · {}: {} · {}: {}\n",
        headline(rule, locale),
        rule.code,
        words.level,
        severity(rule, locale),
        render(&Message::new("audience-label"), locale),
        concerns(rule, locale),
    );
    for section in Section::ALL {
        let text = parsed.section(section, locale).unwrap_or_default();
        let _ = write!(out, "\n## {}\n\n{text}\n", section.heading(locale));
        if section == Section::Example {
            let _ = write!(out, "\n{}:\n", words.says);
            for finding in said(rule) {
                let help = finding.help.map(|help| format!(" {}", render(&help, locale))).unwrap_or_default();
                let _ = write!(out, "\n> {}.{help}\n", render(&finding.message, locale));
            }
        }
    }
    out
}
