//! Circles: of dependencies, of goals that support each other, of formulas.

use roadmap_diag::{Message, Span};
use rustc_hash::{FxHashMap, FxHashSet};

use super::builder::Builder;
use super::dependencies::Dependencies;
use crate::model::{Cycle, CycleMember, Head, Model, Use};

/// What each node leads to, with the place that says so.
type Edges = Vec<Vec<(usize, Span)>>;

/// Finds circles. Those of dependencies go into the model, for a rule to speak of; the others are reported.
pub(super) fn check(builder: &mut Builder<'_>, dependencies: &Dependencies) {
    builder.model.cycles = of_dependencies(dependencies);
    of_goals(builder);
    of_formulas(builder);
}

fn of_dependencies(dependencies: &Dependencies) -> Vec<Cycle> {
    let waits = (0..dependencies.len()).map(|number| dependencies.waits(number));
    let edges: Edges = waits.map(|waits| waits.iter().map(|wait| (wait.work, wait.span)).collect()).collect();
    let member = |(number, (next, span)): (usize, (usize, Span))| {
        let (work, next_work) = (dependencies.work(number)?, dependencies.work(next)?);
        let wait = dependencies.waits(number).iter().find(|wait| wait.work == next && wait.span == span)?;
        let at = if wait.is_before { next_work } else { work };
        Some(CycleMember { work, next: next_work, span, at })
    };
    let cycle = |knot: Knot| {
        let nexts = knot.round.iter().cycle().skip(1).map(|(number, _)| *number);
        let round = knot.round.iter().zip(nexts).map(|((number, span), next)| (*number, (next, *span)));
        let members = round.filter_map(member).collect();
        Cycle { members, others: knot.others.into_iter().filter_map(member).collect() }
    };
    knots(&edges).into_iter().map(cycle).collect()
}

fn of_goals(builder: &mut Builder<'_>) {
    let goals = builder.model.goals.rows();
    let edges: Edges = goals.iter().map(|goal| targets(&goal.supports)).collect();
    let ids = ["name-cycle-supports", "name-cycle-supports.help", "name-cycle-supports.member"];
    report(builder, &edges, ids, |model, at| Some(&model.goals.rows().get(at)?.head));
}

fn of_formulas(builder: &mut Builder<'_>) {
    let metrics = builder.model.metrics.rows().iter();
    // A built-in formula stands nowhere, and is in no circle.
    let written = metrics.map(|metric| metric.formula.as_ref().filter(|formula| formula.span.is_some()));
    let edges: Edges =
        written.map(|formula| formula.map_or_else(Vec::new, |formula| targets(&formula.metrics))).collect();
    let ids = ["name-cycle-formula", "name-cycle-formula.help", "name-cycle-formula.member"];
    report(builder, &edges, ids, |model, at| Some(&model.metrics.rows().get(at)?.head));
}

fn targets<T>(uses: &[Use<T>]) -> Vec<(usize, Span)> {
    uses.iter().filter_map(|one| Some((one.target.as_ref()?.raw() as usize, one.span))).collect()
}

/// Reports each circle of `edges` at its first member; `ids` are the message, its help and its words about a member.
fn report(
    builder: &mut Builder<'_>,
    edges: &Edges,
    ids: [&'static str; 3],
    head: impl Fn(&Model, usize) -> Option<&Head>,
) {
    let [message, help, member] = ids;
    for knot in knots(edges) {
        let named = knot.round.iter().filter_map(|(at, span)| Some((head(&builder.model, *at)?, *span)));
        let members: Vec<(String, Span)> = named.map(|(head, span)| (head.id.to_string(), span)).collect();
        let Some((first, span)) = members.first() else { continue };
        let names = members.iter().map(|(name, _)| name).chain([first]);
        let chain: Vec<String> = names.map(|name| format!("`{name}`")).collect();
        let message = Message::new(message).with("chain", chain.join(" → "));
        let mut error = builder.error("name/cycle", *span, message).help(Message::new(help));
        for (name, span) in members.iter().skip(1) {
            error = error.related(*span, Message::new(member).with("name", name.as_str()));
        }
        builder.diagnostics.push(error);
    }
}

/// Nodes that all reach each other.
struct Knot {
    /// A shortest circle through the smallest of them: each with the place of the edge to the next.
    round: Vec<(usize, Span)>,
    /// The others, each with an edge to another of them: its node and its place.
    others: Vec<(usize, (usize, Span))>,
}

/// The groups of nodes that reach each other, in the order of their smallest nodes. Tarjan's algorithm without recursion;
/// then a shortest way round within the group.
fn knots(edges: &Edges) -> Vec<Knot> {
    let mut found = Vec::new();
    for mut group in groups(edges) {
        group.sort_unstable();
        let Some(round) = group.first().and_then(|start| way_round(edges, &group, *start)) else { continue };
        let in_round: FxHashSet<usize> = round.iter().map(|(node, _)| *node).collect();
        let edge = |node: &usize| {
            let mut leads = edges.get(*node)?.iter();
            Some((*node, *leads.find(|(next, _)| group.binary_search(next).is_ok())?))
        };
        let others = group.iter().filter(|node| !in_round.contains(node)).filter_map(edge).collect();
        found.push(Knot { round, others });
    }
    found.sort_by_key(|knot| knot.round.first().map(|(node, _)| *node));
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
