//! The plan as a whole: its report, its tree, and what matters most about it.

use roadmap_diag::Severity;
use roadmap_report::{Node, Options, nearest, outline, plan_status, render_html, render_status_markdown};

use crate::protocol::{Deadline, Markdown, Overview, Plan, PlanNode, Preview, ProjectParams};
use crate::reporting::Statements;
use crate::requests::Refusal;
use crate::snapshot::View;

/// The page that `build` would write, in the plan's own language as there.
pub(super) fn preview(view: &View<'_>, params: ProjectParams) -> Result<Option<Preview>, Refusal> {
    let Some(here) = view.file(&params.text_document.uri) else { return Ok(None) };
    let Some(project) = here.project.uri() else { return Ok(None) };
    let report = here.project.report(view.client, here.analysis().model.plan.lang);
    // A file without an address keeps its number, and its lines lead nowhere.
    let files =
        here.project.files().map(|(file, document)| (file, document.uri.as_ref().unwrap_or(&project)));
    let (sources, files) = files.map(|(file, uri)| (file.path.clone(), uri.clone())).unzip();
    let options = Options { sources, ..Options::default() };
    let html = render_html(&report, &options).map_err(|error| Refusal::because(error.to_string()))?;
    Ok(Some(Preview { html, title: report.plan.title.clone(), project, files }))
}

pub(super) fn tree(view: &View<'_>, params: ProjectParams) -> Result<Option<Plan>, Refusal> {
    let Some(here) = view.file(&params.text_document.uri) else { return Ok(None) };
    let locale = here.project.locale(view.client);
    let outline = outline(&here.project.report(view.client, locale), locale);
    let statements = Statements::of(here);
    Ok(Some(Plan { headline: outline.headline, nodes: nodes(&statements, outline.nodes) }))
}

fn nodes(statements: &Statements<'_>, nodes: Vec<Node>) -> Vec<PlanNode> {
    let node = |node: Node| {
        let location = statements.location(node.source.as_ref()?)?;
        Some(PlanNode {
            kind: node.kind,
            name: node.name,
            title: node.title,
            state: node.state,
            detail: node.detail,
            tooltip: node.tooltip,
            uri: location.uri,
            range: location.range,
            children: self::nodes(statements, node.children),
        })
    };
    nodes.into_iter().filter_map(node).collect()
}

pub(super) fn overview(view: &View<'_>, params: ProjectParams) -> Result<Option<Overview>, Refusal> {
    let Some(here) = view.file(&params.text_document.uri) else { return Ok(None) };
    let locale = here.project.locale(view.client);
    let nearest = nearest(&here.project.report(view.client, locale), locale).and_then(|nearest| {
        let location = Statements::of(here).location(nearest.source.as_ref()?)?;
        Some(Deadline {
            title: nearest.title,
            date: nearest.date,
            days: nearest.days,
            overdue: nearest.days < 0,
            text: nearest.text,
            uri: location.uri,
            range: location.range,
        })
    });
    let findings = &here.analysis().diagnostics;
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    Ok(Some(Overview {
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        hints: count(Severity::Hint),
        nearest,
    }))
}

/// What `roadmapc status` says.
pub(super) fn status(view: &View<'_>, params: ProjectParams) -> Result<Option<Markdown>, Refusal> {
    let Some(here) = view.file(&params.text_document.uri) else { return Ok(None) };
    let locale = here.project.locale(view.client);
    let report = here.project.report(view.client, locale);
    let status = plan_status(&report, None, locale);
    Ok(Some(Markdown { markdown: render_status_markdown(&report, &status, locale) }))
}
