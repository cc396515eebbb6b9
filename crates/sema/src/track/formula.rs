//! A derived metric without readings of its own, from the readings of the metrics in its formula.

use rust_decimal::Decimal;

use super::readings::{Question, Reading};
use crate::expr::{ArithmeticOp, FormulaStep};
use crate::hir::{Amount, AmountUnit};
use crate::model::{FormulaUse, Id, Metric, Unit};

/// Formulas inside each other, at most: a circle is reported elsewhere, and must end here all the same.
pub(super) const DEEPEST: usize = 16;

/// The value of `metric`'s formula on the latest day on which all its metrics were read.
pub(super) fn evaluate(question: &Question<'_>, metric: &Metric, depth: usize) -> Option<Reading> {
    let formula = metric.formula.as_ref()?;
    let depth = depth.checked_sub(1)?;
    let operands: Vec<Id<Metric>> =
        formula.metrics.iter().map(|operand| operand.target).collect::<Option<_>>()?;
    let mut until = question.until;
    loop {
        let asked = Question { until, ..*question };
        let readings: Vec<Reading> =
            operands.iter().map(|operand| asked.figure_within(*operand, depth)).collect::<Option<_>>()?;
        let first = readings.iter().map(|(_, day)| *day).min()?;
        let last = readings.iter().map(|(_, day)| *day).max()?;
        if first == last {
            let value = compute(question, metric.unit, formula, &operands, &readings)?;
            return Some((value, first));
        }
        // Each round asks for an earlier day, so that this ends.
        until = first;
    }
}

/// The formula over `readings`. Percents are reckoned as parts of one: 15% is 0.15, and 0.15 in percent is 15.
fn compute(
    question: &Question<'_>,
    unit: Option<Unit>,
    formula: &FormulaUse,
    operands: &[Id<Metric>],
    readings: &[Reading],
) -> Option<Decimal> {
    let mut stack: Vec<Decimal> = Vec::new();
    let mut values =
        operands.iter().zip(readings).map(|(operand, (value, _))| match question.model[*operand].unit {
            Some(Unit::Percent) => value.checked_div(Decimal::ONE_HUNDRED),
            _ => Some(*value),
        });
    for step in &formula.formula.steps {
        let value = match step {
            FormulaStep::Metric(..) => values.next()??,
            FormulaStep::Amount(amount, _) => plain(*amount)?,
            FormulaStep::Op(op, _) => {
                let (right, left) = (stack.pop()?, stack.pop()?);
                match op {
                    ArithmeticOp::Add => left.checked_add(right)?,
                    ArithmeticOp::Sub => left.checked_sub(right)?,
                    ArithmeticOp::Mul => left.checked_mul(right)?,
                    ArithmeticOp::Div => left.checked_div(right)?,
                }
            }
        };
        stack.push(value);
    }
    let value = stack.pop()?;
    match unit {
        Some(Unit::Percent) => value.checked_mul(Decimal::ONE_HUNDRED).map(|value| value.normalize()),
        _ => Some(value.normalize()),
    }
}

fn plain(amount: Amount) -> Option<Decimal> {
    match amount.unit {
        AmountUnit::Percent | AmountUnit::Points => amount.value.checked_div(Decimal::ONE_HUNDRED),
        AmountUnit::Plain | AmountUnit::Money(_) => Some(amount.value),
    }
}
