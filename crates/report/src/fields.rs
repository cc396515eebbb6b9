//! Values of the properties that a project declares, as readers write them.

use roadmap_api::{Extra, Field, FieldType, FieldValue, ItemKind, Number, Unit};

use crate::context::{Context, day, number};

/// The name and value of each property of the project that `extra` carries.
pub(crate) fn values(context: &Context<'_>, on: ItemKind, extra: &Extra) -> Vec<(String, String)> {
    let declared = |id: &str| context.report.fields.iter().find(|field| field.on == on && field.id == id);
    let pair = |value: &FieldValue| (name(declared(&value.field), &value.field), text(context, value));
    extra.fields.iter().map(pair).collect()
}

/// Its title, else its identifier in words.
fn name(field: Option<&Field>, id: &str) -> String {
    field.and_then(|field| field.title.clone()).unwrap_or_else(|| id.replace('_', " "))
}

fn text(context: &Context<'_>, value: &FieldValue) -> String {
    let plain = || value.value.clone();
    let figure = || number(&Number::new(&value.value));
    match value.field_type {
        FieldType::Date => {
            day(&roadmap_api::Day::new(&value.value)).map_or_else(plain, |day| context.date(day))
        }
        FieldType::Person => context.person(&value.value).to_owned(),
        FieldType::YesNo => match value.value.as_str() {
            "true" => context.word("report-yes"),
            "false" => context.word("report-no"),
            _ => plain(),
        },
        FieldType::Number => figure().map_or_else(plain, |figure| context.decimal(figure, 2)),
        FieldType::Percent => figure().map_or_else(plain, |figure| context.percent(figure, 1)),
        FieldType::Money => {
            let unit = value.unit.clone().unwrap_or_else(|| Unit::new(context.report.plan.currency.as_str()));
            figure().map_or_else(plain, |figure| context.figure(figure, &unit))
        }
        FieldType::Text | FieldType::OneOf => plain(),
    }
}
