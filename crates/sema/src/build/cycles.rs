//! Circles: of dependencies, of goals that support each other, of formulas.

use roadmap_diag::{Message, Span};
use rustc_hash::FxHashMap;

use super::builder::Builder;
use crate::model::{Cycle, CycleMember, Goal, Id, Metric, WorkRef};

/// Finds circles. Those of dependencies go into the model, for a rule to speak of; the others are reported.
pub(super) fn check(builder: &mut Builder<'_>) {
    dependencies(builder);
    supports(builder);
    formulas(builder);
}

fn dependencies(builder: &mut Builder<'_>) {
    let works: Vec<WorkRef> = builder
        .model
        .activities
        .ids()
        .map(WorkRef::Activity)
        .chain(builder.model.launches.ids().map(WorkRef::Launch))
        .collect();
    let number: FxHashMap<WorkRef, usize> =
        works.iter().enumerate().map(|(index, work)| (*work, index)).collect();
    let edges: Vec<Vec<(usize, Span)>> = works
        .iter()
        .map(|work| {
            let before = builder.predecessors_of(*work).iter();
            before.filter_map(|before| Some((*number.get(&before.work.target?)?, before.work.span))).collect()
        })
        .collect();
    for circle in circles(&edges) {
        let members = circle
            .into_iter()
            .filter_map(|(index, span)| Some(CycleMember { work: *works.get(index)?, span }));
        builder.model.cycles.push(Cycle { members: members.collect() });
    }
}

fn supports(builder: &mut Builder<'_>) {
    let ids: Vec<Id<Goal>> = builder.model.goals.ids().collect();
    let edges: Vec<Vec<(usize, Span)>> = ids
        .iter()
        .map(|id| {
            let supports = builder.model[*id].supports.iter();
            supports.filter_map(|goal| Some((goal.target?.raw() as usize, goal.span))).collect()
        })
        .collect();
    for circle in circles(&edges) {
        let names: Vec<_> = circle
            .iter()
            .filter_map(|(index, span)| Some((builder.model[*ids.get(*index)?].head.id.to_string(), *span)))
            .collect();
        report(
            builder,
            &names,
            ["name-cycle-supports", "name-cycle-supports.help", "name-cycle-supports.member"],
        );
    }
}

fn formulas(builder: &mut Builder<'_>) {
    let ids: Vec<Id<Metric>> = builder.model.metrics.ids().collect();
    let edges: Vec<Vec<(usize, Span)>> = ids
        .iter()
        .map(|id| {
            let formula = builder.model[*id].formula.as_ref();
            let metrics =
                formula.filter(|formula| formula.span.is_some()).map_or(&[][..], |formula| &formula.metrics);
            metrics.iter().filter_map(|metric| Some((metric.target?.raw() as usize, metric.span))).collect()
        })
        .collect();
    for circle in circles(&edges) {
        let names: Vec<_> = circle
            .iter()
            .filter_map(|(index, span)| Some((builder.model[*ids.get(*index)?].head.id.to_string(), *span)))
            .collect();
        report(
            builder,
            &names,
            ["name-cycle-formula", "name-cycle-formula.help", "name-cycle-formula.member"],
        );
    }
}

fn report(builder: &mut Builder<'_>, members: &[(String, Span)], ids: [&'static str; 3]) {
    let Some((first, span)) = members.first() else { return };
    let chain: Vec<String> = members
        .iter()
        .map(|(name, _)| name)
        .chain(std::iter::once(first))
        .map(|name| format!("`{name}`"))
        .collect();
    let [message, help, member] = ids;
    let message = Message::new(message).with("chain", chain.join(" → "));
    let mut error = builder.error("name/cycle", *span, message).help(Message::new(help));
    for (name, span) in members.iter().skip(1) {
        error = error.related(*span, Message::new(member).with("name", name.as_str()));
    }
    builder.diagnostics.push(error);
}

/// One circle for each group of nodes that reach each other: its nodes from the smallest, each with the place of the
/// edge to the next. Tarjan's algorithm without recursion; then a shortest way round within the group.
fn circles(edges: &[Vec<(usize, Span)>]) -> Vec<Vec<(usize, Span)>> {
    let mut found = Vec::new();
    for mut group in groups(edges) {
        group.sort_unstable();
        let Some(start) = group.first().copied() else { continue };
        if let Some(circle) = way_round(edges, &group, start) {
            found.push(circle);
        }
    }
    found.sort_by_key(|circle| circle.first().map(|(index, _)| *index));
    found
}

/// The shortest way from `start` back to it inside `group`.
fn way_round(edges: &[Vec<(usize, Span)>], group: &[usize], start: usize) -> Option<Vec<(usize, Span)>> {
    let mut from: FxHashMap<usize, (usize, Span)> = FxHashMap::default();
    let mut queue = std::collections::VecDeque::from([start]);
    while let Some(node) = queue.pop_front() {
        for (next, span) in edges.get(node)? {
            if group.binary_search(next).is_err() || from.contains_key(next) {
                continue;
            }
            from.insert(*next, (node, *span));
            if *next == start {
                let mut circle = Vec::new();
                let mut at = start;
                loop {
                    let (before, span) = *from.get(&at)?;
                    circle.push((before, span));
                    at = before;
                    if at == start {
                        circle.reverse();
                        return Some(circle);
                    }
                }
            }
            queue.push_back(*next);
        }
    }
    None
}

/// Groups of nodes that reach each other, those of one node only where it reaches itself.
fn groups(edges: &[Vec<(usize, Span)>]) -> Vec<Vec<usize>> {
    let mut state =
        Tarjan { edges, index: vec![None; edges.len()], low: vec![0; edges.len()], ..Tarjan::default() };
    for node in 0..edges.len() {
        state.visit(node);
    }
    state.groups
}

#[derive(Default)]
struct Tarjan<'e> {
    edges: &'e [Vec<(usize, Span)>],
    index: Vec<Option<usize>>,
    low: Vec<usize>,
    stack: Vec<usize>,
    on_stack: FxHashMap<usize, ()>,
    count: usize,
    groups: Vec<Vec<usize>>,
}

impl Tarjan<'_> {
    fn visit(&mut self, root: usize) {
        if self.index.get(root).is_none_or(Option::is_some) {
            return;
        }
        let mut calls = vec![(root, 0)];
        self.enter(root);
        while let Some((node, edge)) = calls.pop() {
            match self.edges.get(node).and_then(|edges| edges.get(edge)) {
                Some((next, _)) => {
                    calls.push((node, edge + 1));
                    if self.index.get(*next).is_some_and(Option::is_none) {
                        self.enter(*next);
                        calls.push((*next, 0));
                    } else if self.on_stack.contains_key(next) {
                        let reached = self.index.get(*next).copied().flatten().unwrap_or(usize::MAX);
                        self.lower(node, reached);
                    }
                }
                None => {
                    let low = self.low.get(node).copied().unwrap_or(0);
                    if let Some((parent, _)) = calls.last() {
                        self.lower(*parent, low);
                    }
                    if self.index.get(node).copied().flatten() == Some(low) {
                        self.leave(node);
                    }
                }
            }
        }
    }

    fn enter(&mut self, node: usize) {
        if let (Some(index), Some(low)) = (self.index.get_mut(node), self.low.get_mut(node)) {
            *index = Some(self.count);
            *low = self.count;
        }
        self.count += 1;
        self.stack.push(node);
        self.on_stack.insert(node, ());
    }

    fn lower(&mut self, node: usize, value: usize) {
        if let Some(low) = self.low.get_mut(node) {
            *low = (*low).min(value);
        }
    }

    /// Everything above `root` on the stack reaches it and is reached by it.
    fn leave(&mut self, root: usize) {
        let mut group = Vec::new();
        while let Some(node) = self.stack.pop() {
            self.on_stack.remove(&node);
            group.push(node);
            if node == root {
                break;
            }
        }
        let to_itself = |node: usize| {
            self.edges.get(node).is_some_and(|edges| edges.iter().any(|(next, _)| *next == node))
        };
        if group.len() > 1 || group.first().copied().is_some_and(to_itself) {
            self.groups.push(group);
        }
    }
}
