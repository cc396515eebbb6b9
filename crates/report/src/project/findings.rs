//! Findings in the report's language.

use roadmap_api as api;
use roadmap_diag::{Diagnostic, Message, Severity, render, render_attribute};

use super::Mapper;

impl Mapper<'_> {
    /// Errors first, then in the order given: by file, line and column.
    pub(super) fn findings(&self) -> Vec<api::Finding> {
        let mut found: Vec<&Diagnostic> = self.source.findings.iter().collect();
        found.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        found.into_iter().map(|finding| self.finding(finding)).collect()
    }

    fn finding(&self, finding: &Diagnostic) -> api::Finding {
        let locale = self.source.locale;
        let base = Message { id: finding.message.id.split('.').next().unwrap_or_default(), args: Vec::new() };
        api::Finding {
            code: finding.code.as_str().to_owned(),
            severity: severity(finding.severity),
            title: render_attribute(&base, "title", locale),
            message: render(&finding.message, locale),
            help: finding.help.as_ref().map(|help| render(help, locale)),
            place: self.source.places.place(finding.span),
            url: Some(finding.code.page_url()),
            item: None,
        }
    }
}

fn severity(severity: Severity) -> api::Severity {
    match severity {
        Severity::Error => api::Severity::Error,
        Severity::Warning => api::Severity::Warning,
        Severity::Hint => api::Severity::Hint,
    }
}

pub(super) fn count(findings: &[api::Finding]) -> api::FindingCounts {
    let count = |severity: api::Severity| {
        u32::try_from(findings.iter().filter(|finding| finding.severity == severity).count())
            .unwrap_or(u32::MAX)
    };
    api::FindingCounts {
        errors: count(api::Severity::Error),
        warnings: count(api::Severity::Warning),
        hints: count(api::Severity::Hint),
    }
}
