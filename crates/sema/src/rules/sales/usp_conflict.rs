//! `sales/usp-conflict`

use roadmap_diag::Message;
use roadmap_schema::Kind;

use crate::model::{MessageUse, ScriptTarget};
use crate::names_of::kind_message;
use crate::rules::promise::{Home, Promised, promise_list};
use crate::rules::stub::quoted;
use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("sales/usp-conflict", "sales-usp-conflict", Warning, Check::Item(check), "usp_conflict.md");

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let cited: Vec<&MessageUse> = match item {
        Item::Activity(id) if cx.is_running(id) => cx.own_promises(id),
        Item::Script(id) if cx.is_in_use(&cx.model[id]) => cx.model[id].usps.iter().collect(),
        _ => return,
    };
    if cited.is_empty() {
        return;
    }
    let broken = match item {
        Item::Activity(id) => cx.held_to(id).filter(|promised| !promised.is_kept_by(&cited)),
        Item::Script(id) => {
            let targets = cx.model[id].targets.iter().filter_map(|target| target.target);
            targets.filter_map(|target| contradicted(cx, &cited, target)).next()
        }
        _ => None,
    };
    if let Some(promised) = broken {
        report(cx, item, &cited, &promised, sink);
    }
}

/// What `target` promises, where a script for it cites something else.
fn contradicted<'a>(cx: &Cx<'a>, cited: &[&MessageUse], target: ScriptTarget) -> Option<Promised<'a>> {
    let promised = match target {
        ScriptTarget::Activity(id) => {
            // Where the activity strays and the script does not, the activity alone is told.
            let strays = |held: &Promised<'_>| !held.is_kept_by(&cx.own_promises(id));
            let held = cx.held_to(id).filter(strays);
            if held.is_some_and(|held| held.is_kept_by(cited)) {
                return None;
            }
            cx.promised_by_activity(id)
        }
        ScriptTarget::Launch(id) => {
            cx.promised_by_launch(id).or_else(|| cx.promised_by_phase(cx.model[id].phase?))
        }
        ScriptTarget::Phase(id) => cx.promised_by_phase(id),
    };
    promised.filter(|promised| !promised.is_kept_by(cited))
}

fn report(cx: &Cx<'_>, item: Item, cited: &[&MessageUse], promised: &Promised<'_>, sink: &mut Sink<'_>) {
    let (Some(head), Some(first)) = (cx.head(item), cited.first()) else { return };
    let Some(place) = head.place else { return };
    let other = kind_message(match promised.by {
        Home::Activity => Kind::Activity,
        Home::Launch => Kind::Launch,
        Home::Phase => Kind::Phase,
    });
    let mut finding = sink
        .report(first.span, place)
        .with("kind", cx.kind_of(item))
        .with("name", head.id.as_str())
        .with("cited", promise_list(cited))
        .with("other", other)
        .with("home", promised.head.id.as_str())
        .with("promised", promise_list(&promised.uses));
    if let Some(used) = promised.uses.first() {
        finding = finding.related(used.span, Message::new("sales-usp-conflict.promised"));
    }
    for used in &promised.uses {
        let text = match (&used.name, &used.text) {
            (Some(name), _) => name.to_string(),
            (None, Some(text)) => quoted(text),
            (None, None) => continue,
        };
        let title = Message::new("fix-replace").with("text", text.as_str());
        finding = finding.fix(title, false, first.span, text);
    }
    finding.emit();
}
