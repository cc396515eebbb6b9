//! The built-in metrics and channels, and which metrics show what kind of goal, in both languages.

use std::fmt::{Debug, Write};

use roadmap_diag::Locale;
use roadmap_schema::{word_label, words};
use roadmap_sema::catalog::{BuiltinMetric, BuiltinUnit, channels, family, family_examples, metrics};
use roadmap_sema::model::GoalType;

use super::Output;

const MADE: &str = "<!-- Made by `cargo xtask generate` from crates/sema/src/catalog. -->";

/// What the page says that stands nowhere else.
struct Words {
    title: &'static str,
    lead: &'static str,
    metrics: &'static str,
    metric_columns: &'static str,
    money: &'static str,
    goals: &'static str,
    goals_lead: &'static str,
    goal_columns: &'static str,
    any: &'static str,
    channels: &'static str,
    channel_columns: &'static str,
}

fn text(locale: Locale) -> Words {
    match locale {
        Locale::En => Words {
            title: "Built-in metrics and channels",
            lead: "What every marketer knows needs no declaration. Write the identifier; where you write one of the other names, with or \
                   without accents, the checker tells you the identifier. A `metric` or `channel` of the same identifier in \
                   your plan redefines what it writes and keeps the rest.",
            metrics: "Metrics",
            metric_columns: "| identifier | names | counted in | better | formula | drives |",
            money: "the plan’s currency",
            goals: "Goals and their metrics",
            goals_lead: "Metrics on amounts of work, exposure, engagement and cost are inputs: they say what was put in. A goal needs one \
                         that shows what came out, and which one depends on the goal’s type.",
            goal_columns: "| type of goal | what fits | to begin with |",
            any: "every outcome and business result",
            channels: "Channels",
            channel_columns: "| identifier | names | kind |",
        },
        Locale::Vi => Words {
            title: "Chỉ số và kênh có sẵn",
            lead: "Những gì người làm marketing nào cũng biết thì không cần khai báo. Hãy ghi mã; nếu ghi một tên gọi khác, có dấu hay \
                   không dấu, trình kiểm tra sẽ chỉ ra mã. `metric` hoặc `channel` cùng mã trong kế hoạch sẽ định nghĩa \
                   lại phần được ghi và giữ nguyên phần còn lại.",
            metrics: "Chỉ số",
            metric_columns: "| mã | tên gọi | đơn vị | chiều tốt | công thức | dẫn tới |",
            money: "tiền tệ của lộ trình",
            goals: "Mục tiêu và chỉ số đi cùng",
            goals_lead: "Chỉ số về khối lượng việc, mức độ tiếp cận, tương tác và chi phí là đầu vào: cho biết đã bỏ ra những gì. Mục tiêu \
                         cần chỉ số cho thấy kết quả, và chỉ số nào phù hợp thì tuỳ loại mục tiêu.",
            goal_columns: "| loại mục tiêu | chỉ số phù hợp | nên bắt đầu với |",
            any: "mọi chỉ số kết quả và kết quả kinh doanh",
            channels: "Kênh",
            channel_columns: "| mã | tên gọi | loại |",
        },
    }
}

/// The page in each language.
pub(super) fn outputs() -> Vec<Output> {
    Locale::ALL
        .into_iter()
        .map(|locale| {
            let path = match locale {
                Locale::En => "docs/metrics.md",
                Locale::Vi => "docs/vi/metrics.md",
            };
            Output { path: path.to_owned(), text: page(locale) }
        })
        .collect()
}

fn page(locale: Locale) -> String {
    let words = text(locale);
    let mut out = format!("{MADE}\n\n# {}\n\n{}\n\n## {}\n", words.title, words.lead, words.metrics);
    let mut kind = None;
    for metric in metrics() {
        if kind != Some(metric.kind) {
            kind = Some(metric.kind);
            let heading = label("METRIC_KIND", &metric.kind, locale);
            let _ = write!(out, "\n### {heading}\n\n{}\n|{}\n", words.metric_columns, " --- |".repeat(6));
        }
        let _ = writeln!(out, "{}", row(metric, &words, locale));
    }
    let _ = write!(
        out,
        "\n## {}\n\n{}\n\n{}\n|{}\n",
        words.goals,
        words.goals_lead,
        words.goal_columns,
        " --- |".repeat(3)
    );
    for goal in GoalType::ALL {
        let fits = family(goal).map_or_else(|| words.any.to_owned(), codes);
        let _ = writeln!(
            out,
            "| `{}` {} | {fits} | {} |",
            word(&goal),
            label("GOAL_TYPE", &goal, locale),
            codes(family_examples(goal))
        );
    }
    let _ = write!(out, "\n## {}\n\n{}\n|{}\n", words.channels, words.channel_columns, " --- |".repeat(3));
    for channel in channels() {
        let kind = label("CHANNEL_KIND", &channel.kind, locale);
        let _ = writeln!(out, "| `{}` | {} | {kind} |", channel.id, names(channel.en, channel.vi, locale));
    }
    out
}

fn row(metric: &BuiltinMetric, words: &Words, locale: Locale) -> String {
    let unit = match metric.unit {
        BuiltinUnit::Money => words.money.to_owned(),
        unit => label("UNIT", &unit, locale),
    };
    let formula = metric.formula.map(|formula| format!("`{formula}`")).unwrap_or_default();
    format!(
        "| `{}` | {} | {unit} | {} | {formula} | {} |",
        metric.id,
        names(metric.en, metric.vi, locale),
        label("DIRECTION", &metric.direction, locale),
        codes(metric.drives)
    )
}

/// The names of the page's language first, then those of the other, each once.
fn names(en: &[&str], vi: &[&str], locale: Locale) -> String {
    let (first, second) = match locale {
        Locale::En => (en, vi),
        Locale::Vi => (vi, en),
    };
    let mut names: Vec<&str> = Vec::new();
    for name in first.iter().chain(second) {
        if !names.contains(name) {
            names.push(name);
        }
    }
    names.join(", ")
}

fn codes(ids: &[&str]) -> String {
    ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ")
}

/// How a plan writes a choice of the model: the model names it alike.
fn word(choice: &impl Debug) -> String {
    format!("{choice:?}").to_lowercase()
}

/// What a word of a list of the schema stands for.
fn label(list: &str, choice: &impl Debug, locale: Locale) -> String {
    let word = word(choice);
    let words = words().iter().find(|(name, _)| *name == list).map_or(&[][..], |(_, words)| words);
    word_label(words, &word)
        .map(|doc| match locale {
            Locale::En => doc.en,
            Locale::Vi => doc.vi,
        })
        .unwrap_or_default()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_of_the_catalogue_has_its_word() {
        for locale in Locale::ALL {
            for metric in metrics() {
                assert!(!label("METRIC_KIND", &metric.kind, locale).is_empty(), "{}", metric.id);
                assert!(!label("DIRECTION", &metric.direction, locale).is_empty(), "{}", metric.id);
                let is_money = metric.unit == BuiltinUnit::Money;
                assert!(is_money || !label("UNIT", &metric.unit, locale).is_empty(), "{}", metric.id);
            }
            for channel in channels() {
                assert!(!label("CHANNEL_KIND", &channel.kind, locale).is_empty(), "{}", channel.id);
            }
            for goal in GoalType::ALL {
                assert!(!label("GOAL_TYPE", &goal, locale).is_empty(), "{goal:?}");
            }
        }
    }
}
