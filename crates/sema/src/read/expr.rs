//! Conditions and formulas, to postfix order by the shunting-yard method: no depth of parentheses needs a deep stack.

use roadmap_diag::{Message, TextRange};
use smol_str::SmolStr;

use super::{Outcome, Reader};
use crate::expr::{ArithmeticOp, Condition, ConditionStep, Formula, FormulaStep, Operand};
use crate::hir::Value;
use crate::problem::Problem;
use crate::value::{AtomKind, Op};

/// What waits on the stack of operators of a condition.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Logic {
    Open,
    Or,
    And,
    Not,
}

impl<'a> Reader<'a> {
    pub(super) fn formula(&mut self) -> Outcome {
        let start = self.at;
        let mut steps = Vec::new();
        let mut waiting: Vec<(Option<ArithmeticOp>, TextRange)> = Vec::new();
        let mut wants_operand = true;
        while let Some(kind) = self.peek() {
            let range = self.range();
            match kind {
                AtomKind::Mistake => return self.skip_rest(),
                AtomKind::Name(name) if wants_operand => {
                    steps.push(FormulaStep::Metric(name.clone(), range));
                    wants_operand = false;
                }
                AtomKind::Number(_) | AtomKind::Percent { .. } if wants_operand => {
                    let Some(amount) = self.amount() else { break };
                    steps.push(FormulaStep::Amount(amount, range));
                    wants_operand = false;
                    continue;
                }
                AtomKind::Op(Op::Open) if wants_operand => waiting.push((None, range)),
                AtomKind::Op(Op::Close) if !wants_operand => {
                    while let Some((Some(op), at)) = waiting.last().copied() {
                        steps.push(FormulaStep::Op(op, at));
                        waiting.pop();
                    }
                    if waiting.pop().is_none() {
                        return self.bad_expression(range, "schema-parenthesis-close");
                    }
                }
                AtomKind::Op(op) if !wants_operand => {
                    let Some(op) = arithmetic(*op) else { break };
                    while let Some((Some(before), at)) = waiting.last().copied() {
                        if precedence(before) < precedence(op) {
                            break;
                        }
                        steps.push(FormulaStep::Op(before, at));
                        waiting.pop();
                    }
                    waiting.push((Some(op), range));
                    wants_operand = true;
                }
                _ => return self.bad_expression(range, "schema-formula-unexpected"),
            }
            self.at += 1;
        }
        if wants_operand {
            let range = self.last_taken(start);
            return self.bad_expression(range, "schema-formula-cut");
        }
        while let Some((op, at)) = waiting.pop() {
            match op {
                Some(op) => steps.push(FormulaStep::Op(op, at)),
                None => return self.bad_expression(at, "schema-parenthesis-open"),
            }
        }
        let text: Vec<String> =
            self.atoms.get(start..self.at).unwrap_or(&[]).iter().map(|atom| atom.kind.to_string()).collect();
        let text = text.join(" ").replace("( ", "(").replace(" )", ")");
        Outcome::Value(Value::Formula(Box::new(Formula { steps, text: SmolStr::new(text) })))
    }

    pub(super) fn condition(&mut self) -> Outcome {
        let start = self.at;
        let mut steps = Vec::new();
        let mut waiting: Vec<(Logic, TextRange)> = Vec::new();
        let mut wants_operand = true;
        while let Some(kind) = self.peek() {
            let range = self.range();
            match kind {
                AtomKind::Mistake => return self.skip_rest(),
                AtomKind::Op(Op::Open) if wants_operand => {
                    waiting.push((Logic::Open, range));
                    self.at += 1;
                }
                AtomKind::Name(name) if wants_operand && name == "not" => {
                    waiting.push((Logic::Not, range));
                    self.at += 1;
                }
                AtomKind::Op(Op::Close) if !wants_operand => {
                    while let Some((logic, _)) =
                        waiting.last().copied().filter(|(logic, _)| *logic != Logic::Open)
                    {
                        steps.push(logic_step(logic));
                        waiting.pop();
                    }
                    if waiting.pop().is_none() {
                        return self.bad_expression(range, "schema-parenthesis-close");
                    }
                    self.at += 1;
                }
                AtomKind::Name(name) if !wants_operand && (name == "and" || name == "or") => {
                    let logic = if name == "and" { Logic::And } else { Logic::Or };
                    while let Some((before, _)) =
                        waiting.last().copied().filter(|(before, _)| *before >= logic)
                    {
                        steps.push(logic_step(before));
                        waiting.pop();
                    }
                    waiting.push((logic, range));
                    wants_operand = true;
                    self.at += 1;
                }
                _ if wants_operand => {
                    let Some(step) = self.comparison_step() else {
                        let range = self.range();
                        return self.bad_expression(range, "schema-condition-unexpected");
                    };
                    steps.push(step);
                    wants_operand = false;
                }
                _ => return self.bad_expression(range, "schema-condition-unexpected"),
            }
        }
        if wants_operand {
            let range = self.last_taken(start);
            return self.bad_expression(range, "schema-condition-cut");
        }
        while let Some((logic, at)) = waiting.pop() {
            if logic == Logic::Open {
                return self.bad_expression(at, "schema-parenthesis-open");
            }
            steps.push(logic_step(logic));
        }
        Outcome::Value(Value::Condition(Box::new(Condition { steps })))
    }

    /// `budget > 250M VND`, `category in ads, pr`, `not approver`'s `approver`.
    fn comparison_step(&mut self) -> Option<ConditionStep> {
        let left = self.operand()?;
        if let Some(comparison) = self.comparison() {
            self.at += 1;
            return Some(ConditionStep::Compare(comparison, left, self.operand()?));
        }
        if !matches!(self.peek(), Some(AtomKind::Name(name)) if name == "in") {
            return Some(ConditionStep::Written(left));
        }
        self.at += 1;
        let parenthesis = self.peek() == Some(&AtomKind::Op(Op::Open));
        self.at += usize::from(parenthesis);
        let mut options = vec![self.operand()?];
        while self.peek() == Some(&AtomKind::Comma) {
            self.at += 1;
            options.push(self.operand()?);
        }
        if parenthesis {
            if self.peek() != Some(&AtomKind::Op(Op::Close)) {
                return None;
            }
            self.at += 1;
        }
        Some(ConditionStep::In(left, options))
    }

    fn operand(&mut self) -> Option<Operand> {
        let start = self.at;
        let value = self.scalar()?;
        Some(Operand { value, range: self.span_from(start) })
    }

    fn last_taken(&self, start: usize) -> TextRange {
        self.at
            .checked_sub(1)
            .filter(|at| *at >= start)
            .and_then(|at| self.atoms.get(at))
            .map_or(self.keyword, |atom| atom.range)
    }

    fn bad_expression(&mut self, range: TextRange, id: &'static str) -> Outcome {
        let help = Message::new("schema-value-missing.help").with("example", self.row.example);
        self.report(Problem::error("schema/expression", range, Message::new(id)).help(help));
        self.skip_rest()
    }

    /// Passes over what cannot be read any more.
    fn skip_rest(&mut self) -> Outcome {
        self.at = self.atoms.len();
        Outcome::Value(Value::Broken)
    }
}

fn arithmetic(op: Op) -> Option<ArithmeticOp> {
    match op {
        Op::Add => Some(ArithmeticOp::Add),
        Op::Sub => Some(ArithmeticOp::Sub),
        Op::Mul => Some(ArithmeticOp::Mul),
        Op::Div => Some(ArithmeticOp::Div),
        _ => None,
    }
}

fn precedence(op: ArithmeticOp) -> u8 {
    match op {
        ArithmeticOp::Add | ArithmeticOp::Sub => 1,
        ArithmeticOp::Mul | ArithmeticOp::Div => 2,
    }
}

fn logic_step(logic: Logic) -> ConditionStep {
    match logic {
        Logic::Or => ConditionStep::Or,
        Logic::Not => ConditionStep::Not,
        Logic::And | Logic::Open => ConditionStep::And,
    }
}
