//! Units of formulas: VND divided by a count is VND, VND plus a count is nonsense.

use roadmap_diag::Message;

use super::builder::Builder;
use crate::expr::{ArithmeticOp, FormulaStep};
use crate::hir::{Amount, AmountUnit};
use crate::model::{FormulaUse, Id, Metric, Unit};

/// What a part of a formula counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Dimension {
    /// A number of things, a ratio or a percent: numbers without a unit of their own go with all of them.
    Number,
    /// Things counted.
    Count,
    /// Money.
    Money,
    /// Time or points, by unit.
    Other(Unit),
    /// Not known: nothing is said of it.
    Unknown,
}

impl Builder<'_> {
    /// Reports the first step of each written formula whose units do not go together, or that gives another unit than
    /// the metric's.
    pub(super) fn formula_units(&mut self) {
        for id in self.model.metrics.ids() {
            let Some(formula) = self.model[id].formula.as_ref().filter(|formula| formula.span.is_some())
            else {
                continue;
            };
            if let Err(problem) = self.check_units(id, formula) {
                let Some(span) = formula.span else { continue };
                let message = Message::new("value-formula-units").with("problem", problem);
                let error = self
                    .error("value/formula-units", span, message)
                    .help(Message::new("value-formula-units.help"));
                self.diagnostics.push(error);
            }
        }
    }

    fn check_units(&self, id: Id<Metric>, formula: &FormulaUse) -> Result<(), Message> {
        let mut stack: Vec<Dimension> = Vec::new();
        let mut metrics = formula.metrics.iter();
        for step in &formula.formula.steps {
            match step {
                FormulaStep::Metric(..) => {
                    let unit = metrics
                        .next()
                        .and_then(|metric| metric.target)
                        .and_then(|metric| self.model[metric].unit);
                    stack.push(unit.map_or(Dimension::Unknown, of_unit));
                }
                FormulaStep::Amount(amount, _) => stack.push(of_amount(*amount)),
                FormulaStep::Op(op, _) => {
                    let (Some(right), Some(left)) = (stack.pop(), stack.pop()) else { return Ok(()) };
                    stack.push(combine(*op, left, right)?);
                }
            }
        }
        let (Some(result), Some(unit)) = (stack.pop(), self.model[id].unit) else { return Ok(()) };
        let wanted = of_unit(unit);
        let fits = match (result, wanted) {
            (Dimension::Unknown, _) => true,
            (
                Dimension::Number | Dimension::Count,
                Dimension::Number | Dimension::Count | Dimension::Other(_),
            ) => true,
            (result, wanted) => result == wanted,
        };
        if fits {
            return Ok(());
        }
        Err(Message::new("value-formula-units.result").with("left", name(result)).with("right", name(wanted)))
    }
}

fn combine(op: ArithmeticOp, left: Dimension, right: Dimension) -> Result<Dimension, Message> {
    use Dimension::{Count, Money, Number, Unknown};
    let mixed =
        || Message::new("value-formula-units.add").with("left", name(left)).with("right", name(right));
    match (op, left, right) {
        (_, Unknown, _) | (_, _, Unknown) => Ok(Unknown),
        (ArithmeticOp::Add | ArithmeticOp::Sub, left, right) if left == right => Ok(left),
        // `1 - churn`, `leads - 5`: a bare number takes the other side's unit, save money's.
        (ArithmeticOp::Add | ArithmeticOp::Sub, Number | Count, Number | Count) => Ok(Count),
        (ArithmeticOp::Add | ArithmeticOp::Sub, ..) => Err(mixed()),
        (ArithmeticOp::Mul, Money, Money) => Err(Message::new("value-formula-units.money")),
        (ArithmeticOp::Mul, Money, _) | (ArithmeticOp::Mul, _, Money) => Ok(Money),
        (ArithmeticOp::Mul, Count, _) | (ArithmeticOp::Mul, _, Count) => Ok(Count),
        (ArithmeticOp::Mul, left, Number) => Ok(left),
        (ArithmeticOp::Mul, _, right) => Ok(right),
        (ArithmeticOp::Div, Money, Money) => Ok(Number),
        (ArithmeticOp::Div, Money, _) => Ok(Money),
        // Things for money: a figure that no unit of the language has.
        (ArithmeticOp::Div, _, Money) => Ok(Unknown),
        (ArithmeticOp::Div, left, right) if left == right => Ok(Number),
        (ArithmeticOp::Div, left, Number) => Ok(left),
        (ArithmeticOp::Div, ..) => Ok(Number),
    }
}

fn of_unit(unit: Unit) -> Dimension {
    match unit {
        Unit::Money(_) => Dimension::Money,
        Unit::Count => Dimension::Count,
        Unit::Percent | Unit::Ratio => Dimension::Number,
        Unit::Points | Unit::Seconds | Unit::Days | Unit::Months => Dimension::Other(unit),
    }
}

fn of_amount(amount: Amount) -> Dimension {
    match amount.unit {
        AmountUnit::Money(_) => Dimension::Money,
        AmountUnit::Plain | AmountUnit::Percent | AmountUnit::Points => Dimension::Number,
    }
}

fn name(dimension: Dimension) -> Message {
    Message::new(match dimension {
        Dimension::Money => "unit-money",
        Dimension::Count => "unit-count",
        Dimension::Number | Dimension::Unknown => "unit-number",
        Dimension::Other(Unit::Seconds) => "unit-seconds",
        Dimension::Other(Unit::Days) => "unit-days",
        Dimension::Other(Unit::Months) => "unit-months",
        Dimension::Other(_) => "unit-points",
    })
}
