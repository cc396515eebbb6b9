//! Conditions and formulas as written.

use roadmap_diag::TextRange;
use smol_str::SmolStr;

use crate::hir::{Comparison, Scalar};

/// Arithmetic over metrics and numbers, in postfix order so that no depth of parentheses needs a stack of calls.
#[derive(Debug, Clone, PartialEq)]
pub struct Formula {
    /// Operands and operators, operands first.
    pub steps: Vec<FormulaStep>,
    /// The formula as written, for people.
    pub text: SmolStr,
}

impl Formula {
    /// Whether two formulas do the same, wherever they stand and however they are spaced.
    #[must_use]
    pub fn is_alike(&self, other: &Self) -> bool {
        let pairs = self.steps.iter().zip(&other.steps);
        self.steps.len() == other.steps.len() && pairs.into_iter().all(|(one, other)| one.is_alike(other))
    }
}

impl FormulaStep {
    fn is_alike(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Metric(one, _), Self::Metric(other, _)) => one == other,
            (Self::Amount(one, _), Self::Amount(other, _)) => one == other,
            (Self::Op(one, _), Self::Op(other, _)) => one == other,
            _ => false,
        }
    }
}

/// One step of a formula.
#[derive(Debug, Clone, PartialEq)]
pub enum FormulaStep {
    /// The value of a metric.
    Metric(SmolStr, TextRange),
    /// A number or percent.
    Amount(crate::hir::Amount, TextRange),
    /// An operation over the two values before it.
    Op(ArithmeticOp, TextRange),
}

/// `+ - * /`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArithmeticOp {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
}

/// A condition over properties, in postfix order.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// Operands and operators, operands first.
    pub steps: Vec<ConditionStep>,
}

/// One step of a condition.
#[derive(Debug, Clone, PartialEq)]
pub enum ConditionStep {
    /// A bare name: whether it is written.
    Written(Operand),
    /// A comparison.
    Compare(Comparison, Operand, Operand),
    /// Whether a value is one of several.
    In(Operand, Vec<Operand>),
    /// Both of the two before it.
    And,
    /// Either of the two before it.
    Or,
    /// The opposite of the one before it.
    Not,
}

/// A side of a comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Operand {
    /// A property's path or a literal.
    pub value: Scalar,
    /// Where it stands.
    pub range: TextRange,
}
