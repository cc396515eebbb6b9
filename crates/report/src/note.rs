//! Notes: Markdown of the plan as HTML.

use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::text::{html, push_html, safe_url};

/// `note` as HTML.
///
/// A note is Markdown, so it is parsed (`pulldown-cmark`, the parser that rustdoc uses) and written by the few tags
/// below; the parser's own writer is not used, because it passes raw HTML and any address through. Raw HTML becomes
/// text, a link keeps its words and loses its address unless that is `http`, `https` or `mailto`, an image becomes its
/// description (the page may load nothing), and headings become bold lines, so that the page's outline stays its own.
pub(crate) fn note_html(note: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut out = String::with_capacity(note.len() * 2);
    let mut links = Vec::new();
    for event in Parser::new_ext(note, options) {
        match event {
            Event::Start(tag) => start(&mut out, &tag, &mut links),
            Event::End(tag) => end(&mut out, tag, &mut links),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => push_html(&mut out, &text),
            Event::Code(text) => tagged(&mut out, "code", &text),
            Event::InlineMath(text) | Event::DisplayMath(text) => tagged(&mut out, "code", &text),
            Event::FootnoteReference(name) => push_html(&mut out, &name),
            Event::SoftBreak => out.push('\n'),
            Event::HardBreak => out.push_str("<br>"),
            Event::Rule => out.push_str("<hr>"),
            Event::TaskListMarker(done) => out.push_str(if done { "[x] " } else { "[ ] " }),
        }
    }
    out
}

fn tagged(out: &mut String, tag: &str, text: &CowStr<'_>) {
    out.push_str(&format!("<{tag}>{}</{tag}>", html(text)));
}

fn start(out: &mut String, tag: &Tag<'_>, links: &mut Vec<bool>) {
    match tag {
        Tag::Link { dest_url, link_type, .. } => {
            let address = match link_type {
                LinkType::Email => safe_url(&format!("mailto:{dest_url}")).map(html),
                _ => safe_url(dest_url).map(html),
            };
            if let Some(address) = &address {
                out.push_str(&format!("<a href=\"{address}\" rel=\"noreferrer\">"));
            }
            links.push(address.is_some());
        }
        other => {
            if let Some(name) = element(&other.to_end()) {
                out.push_str(&format!("<{name}>"));
            }
        }
    }
}

fn end(out: &mut String, tag: TagEnd, links: &mut Vec<bool>) {
    if matches!(tag, TagEnd::Link) {
        if links.pop() == Some(true) {
            out.push_str("</a>");
        }
    } else if let Some(name) = element(&tag) {
        let close = name.rsplit("><").map(|part| format!("</{part}>")).collect::<String>();
        out.push_str(&close);
    }
}

/// The element of a construct, or two that stand in each other; `None` where only its content is kept.
fn element(tag: &TagEnd) -> Option<&'static str> {
    Some(match tag {
        TagEnd::Paragraph => "p",
        TagEnd::Heading(_) => "p><b",
        TagEnd::BlockQuote(_) => "blockquote",
        TagEnd::CodeBlock => "pre",
        TagEnd::List(true) => "ol",
        TagEnd::List(false) => "ul",
        TagEnd::Item => "li",
        TagEnd::Table => "table",
        TagEnd::TableHead => "thead><tr",
        TagEnd::TableRow => "tr",
        TagEnd::TableCell => "td",
        TagEnd::Emphasis => "em",
        TagEnd::Strong => "strong",
        TagEnd::Strikethrough => "s",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_is_kept_and_html_is_text() {
        assert_eq!(note_html("**a** <b>c</b>"), "<p><strong>a</strong> &lt;b&gt;c&lt;/b&gt;</p>");
        assert_eq!(note_html("# Đầu đề"), "<p><b>Đầu đề</b></p>");
        assert_eq!(note_html("<script>alert(1)</script>"), "&lt;script&gt;alert(1)&lt;/script&gt;");
        assert_eq!(note_html("```\nunclosed <i>"), "<pre>unclosed &lt;i&gt;</pre>");
    }

    #[test]
    fn only_safe_links_keep_their_address() {
        assert_eq!(note_html("[a](javascript:alert(6))"), "<p>a</p>");
        assert_eq!(note_html("<javascript:alert(1)>"), "<p>javascript:alert(1)</p>");
        assert_eq!(
            note_html("[a](https://x.vn)"),
            "<p><a href=\"https://x.vn\" rel=\"noreferrer\">a</a></p>"
        );
        assert_eq!(
            note_html("<lan@example.com>"),
            "<p><a href=\"mailto:lan@example.com\" rel=\"noreferrer\">lan@example.com</a></p>"
        );
        assert_eq!(note_html("![pixel](https://x.vn/p.gif)"), "<p>pixel</p>");
    }
}
