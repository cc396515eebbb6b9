//! Small pieces of markup that every table and the timeline share, as short as they can be: a plan has thousands.

use roadmap_api::Place;

use crate::context::Context;
use crate::text::push_html;
use crate::words::Look;

/// Appends the attribute that says which line an element shows, where elements say so.
pub(crate) fn push_source(out: &mut String, context: &Context<'_>, place: Option<&Place>) {
    if let Some(source) = context.source(place) {
        out.push_str(" data-src=\"");
        out.push_str(&source);
        out.push('"');
    }
}

/// The same attribute by itself.
pub(crate) fn source(context: &Context<'_>, place: Option<&Place>) -> String {
    let mut out = String::new();
    push_source(&mut out, context, place);
    out
}

/// Appends a drawn sign, silent to a screen reader: its word stands beside it or is added by [`push_state`].
pub(crate) fn push_sign(out: &mut String, sign: &str) {
    out.push_str("<svg><use href=\"#s-");
    out.push_str(sign);
    out.push_str("\"/></svg>");
}

/// Appends a sign whose word only a screen reader says.
pub(crate) fn push_spoken_sign(out: &mut String, context: &Context<'_>, look: Look) {
    push_sign(out, look.sign);
    out.push_str("<span class=\"vh\">");
    push_html(out, &context.word(look.word));
    out.push_str(":</span> ");
}

/// Appends a sign and its word in the colour of `look`.
pub(crate) fn push_state(out: &mut String, context: &Context<'_>, look: Look) {
    out.push_str("<span class=\"st ");
    out.push_str(look.class);
    out.push_str("\">");
    push_sign(out, look.sign);
    push_html(out, &context.word(look.word));
    out.push_str("</span>");
}

/// A sign and its word in the colour of `look`.
pub(crate) fn state(context: &Context<'_>, look: Look) -> String {
    let mut out = String::new();
    push_state(&mut out, context, look);
    out
}

/// Appends the title of an item as a link to its row, or as text where it has none.
pub(crate) fn push_link(out: &mut String, context: &Context<'_>, id: &str, title: &str) {
    match context.anchor(id) {
        Some(anchor) => {
            out.push_str("<a href=\"#");
            out.push_str(&anchor);
            out.push_str("\">");
            push_html(out, title);
            out.push_str("</a>");
        }
        None => push_html(out, title),
    }
}

/// A term and its text in a description list; nothing where there is no text.
pub(crate) fn push_term(out: &mut String, context: &Context<'_>, label: &'static str, value_html: &str) {
    push_pair(out, &context.word(label), value_html);
}

/// The same with a term in words of the plan.
pub(crate) fn push_pair(out: &mut String, term: &str, value_html: &str) {
    if value_html.is_empty() {
        return;
    }
    out.push_str("<dt>");
    push_html(out, term);
    out.push_str("</dt><dd>");
    out.push_str(value_html);
    out.push_str("</dd>");
}

/// The heading cells of a table; `true` marks a column of numbers.
pub(crate) fn head(context: &Context<'_>, columns: &[(&'static str, bool)]) -> String {
    let mut out = String::from("<thead><tr>");
    for (label, number) in columns {
        out.push_str(if *number { "<th scope=\"col\" class=\"n\">" } else { "<th scope=\"col\">" });
        push_html(&mut out, &context.word(label));
        out.push_str("</th>");
    }
    out.push_str("</tr></thead>");
    out
}
