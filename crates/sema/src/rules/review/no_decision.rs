//! `review/no-decision`

use roadmap_diag::Message;

use crate::model::Review;
use crate::rules::{Check, Cx, Sink, edit, rule};

rule!("review/no-decision", "review-no-decision", Hint, Check::Project(check), "no_decision.md");

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    for (rhythm, message, help, line) in [
        (
            "monthly",
            "review-no-decision.bottleneck",
            "review-no-decision.bottleneck-help",
            "bottleneck \"…\"",
        ),
        ("quarterly", "review-no-decision", "review-no-decision.help", "decision \"…\""),
    ] {
        // Nobody goes back to fill in what is long past: the latest one of a rhythm is looked at.
        let held = cx.model.reviews.rows().iter().filter(|review| review.cadence == rhythm);
        let held = held.filter(|review| review.date.is_some_and(|day| day <= cx.model.today));
        let Some(review) = held.max_by_key(|review| review.date) else { continue };
        let Some(date) = review.date.filter(|_| !review.place.damaged && lacks(review)) else { continue };
        sink.missing(review.place)
            .message(message)
            .help(help)
            .with("date", date)
            .fix_all(
                Message::new("fix-add").with("line", line),
                false,
                vec![edit::add_line(review.place, line)],
            )
            .emit();
    }
}

/// Whether a review came to nothing: a monthly one looks for what holds the plan up, a quarterly one decides.
fn lacks(review: &Review) -> bool {
    match review.cadence.as_str() {
        "monthly" => review.bottlenecks.is_empty(),
        _ => review.decisions.is_empty() && review.changes.is_empty(),
    }
}
