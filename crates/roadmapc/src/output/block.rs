//! Findings as a person reads them: those on one statement together, what to do first in front.

use roadmap_db::Analysis;
use roadmap_diag::{Arg, Diagnostic, Message, Severity, Span};

/// What a person is shown as one thing.
pub(super) struct Block<'a> {
    /// Its findings, the first one in front; never empty.
    pub(super) findings: Vec<&'a Diagnostic>,
    /// The greatest severity among them.
    pub(super) severity: Severity,
    /// The sentence above it.
    pub(super) headline: Message,
    /// Whether the headline says what each finding says of which [`lack`] speaks.
    pub(super) is_merged: bool,
}

/// What findings of “something is missing” lack, for a sentence that lists several.
const LACKS: &[(&str, &str)] = &[
    ("budget/missing", "lacks-budget"),
    ("channel/missing", "lacks-channel"),
    ("goal/link-missing", "lacks-goal"),
    ("kpi/missing", "lacks-kpi"),
    ("launch/value-missing", "lacks-usp"),
    ("people/owner-missing", "lacks-owner"),
    ("plan/focus-missing", "lacks-focus"),
    ("plan/phase-kpi-missing", "lacks-kpi"),
    ("schema/id-missing", "lacks-id"),
    ("time/checkpoint-missing", "lacks-checkpoint"),
    ("time/deadline-missing", "lacks-deadline"),
];

/// The findings that were asked for and matter at least `least`, in blocks, the one to begin with first.
pub(super) fn blocks(analysis: &Analysis, least: Severity) -> Vec<Block<'_>> {
    let ranks = Ranks::new();
    let mut groups: Vec<Vec<&Diagnostic>> = Vec::new();
    let mut by_subject: std::collections::BTreeMap<Span, usize> = std::collections::BTreeMap::new();
    for diagnostic in analysis.asked().filter(|diagnostic| diagnostic.severity >= least) {
        let subject = diagnostic.subject;
        let known = subject.and_then(|subject| by_subject.get(&subject).copied());
        match known.and_then(|index| groups.get_mut(index)) {
            Some(group) => group.push(diagnostic),
            None => {
                by_subject.extend(subject.map(|subject| (subject, groups.len())));
                groups.push(vec![diagnostic]);
            }
        }
    }
    let mut blocks: Vec<Block<'_>> =
        groups.into_iter().filter_map(|group| block(analysis, &ranks, group)).collect();
    // Findings come in the order of the text, and stay in it where nothing else decides.
    blocks.sort_by_key(|block| {
        let rank = block.findings.first().map_or(usize::MAX, |first| ranks.of(first));
        (std::cmp::Reverse(block.severity), rank)
    });
    blocks
}

fn block<'a>(analysis: &'a Analysis, ranks: &Ranks, mut findings: Vec<&'a Diagnostic>) -> Option<Block<'a>> {
    findings.sort_by_key(|finding| (std::cmp::Reverse(finding.severity), ranks.of(finding)));
    let first = *findings.first()?;
    let merged = merged_headline(analysis, &findings);
    Some(Block {
        severity: first.severity,
        is_merged: merged.is_some(),
        headline: merged.unwrap_or_else(|| first.message.clone()),
        findings,
    })
}

/// “`b` lacks an owner, a KPI and a deadline”, where the first finding and others are of that kind.
fn merged_headline(analysis: &Analysis, findings: &[&Diagnostic]) -> Option<Message> {
    let first = findings.first().filter(|first| lack(first).is_some())?;
    let statement = analysis.name_of(first.subject?)?;
    let lacks: Vec<Arg> = findings.iter().filter_map(|finding| lack(finding)).collect();
    let name = statement.name.unwrap_or(statement.keyword);
    let headline = || Message::new("lacks-several").with("name", name).with("list", lacks.clone());
    (lacks.len() > 1).then(headline)
}

/// What a finding says is missing, as a noun.
pub(super) fn lack(finding: &Diagnostic) -> Option<Arg> {
    if finding.code.as_str() == "schema/missing" {
        let keyword =
            finding.message.args.iter().find(|(name, _)| *name == "keyword").map(|(_, value)| value);
        return Some(Message::new("lacks-property").with("keyword", keyword?.clone()).into());
    }
    if finding.message.id == "plan-goal-count" {
        return Some(Message::new("lacks-phase-goal").into());
    }
    let (_, noun) = LACKS.iter().find(|(code, _)| *code == finding.code.as_str())?;
    Some(Message::new(noun).into())
}

/// What to mend first: text that cannot be read, then values and names, then the method in the order of its catalogue.
struct Ranks {
    rules: std::collections::BTreeMap<&'static str, usize>,
}

impl Ranks {
    fn new() -> Self {
        // What cannot be read comes with the errors of the language, wherever the catalogue lists it.
        let rules = roadmap_sema::rules::all().iter().filter(|rule| !rule.is_about_reading());
        Self { rules: rules.zip(10..).map(|(rule, rank)| (rule.code, rank)).collect() }
    }

    fn of(&self, diagnostic: &Diagnostic) -> usize {
        match (diagnostic.code.group(), self.rules.get(diagnostic.code.as_str())) {
            (_, Some(rank)) => *rank,
            ("config", None) => 0,
            ("syntax", None) => 1,
            ("schema" | "value" | "name" | "people" | "text", None) => 2,
            ("allow", None) => usize::MAX,
            // The company's own rules.
            _ => usize::MAX - 1,
        }
    }
}
