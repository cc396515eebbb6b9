//! The pages of errors of the language: one file a group in `docs/errors`, a section a code, first English, then
//! Vietnamese.

use roadmap_diag::Locale;

const GROUPS: &[&str] = &[
    include_str!("../../../../docs/errors/syntax.md"),
    include_str!("../../../../docs/errors/name.md"),
    include_str!("../../../../docs/errors/value.md"),
    include_str!("../../../../docs/errors/schema.md"),
    include_str!("../../../../docs/errors/config.md"),
    include_str!("../../../../docs/errors/allow.md"),
];

/// Every code that has a page here, with its text in `locale`.
pub(super) fn pages(locale: Locale) -> impl Iterator<Item = (&'static str, &'static str)> {
    GROUPS.iter().flat_map(|group| group.split("\n## ").skip(1)).filter_map(move |section| {
        let (code, text) = section.split_once("\n\n")?;
        let (en, vi) = text.split_once("\n\n")?;
        Some((code, if locale == Locale::Vi { vi.trim() } else { en.trim() }))
    })
}

/// What `code` means.
pub(super) fn page(code: &str, locale: Locale) -> Option<&'static str> {
    pages(locale).find(|(known, _)| *known == code).map(|(_, text)| text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_has_a_page_in_both_languages() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
        let mut folders: Vec<_> =
            ["syntax/src", "sema/src", "db/src"].map(|folder| format!("{root}/{folder}").into()).into();
        let mut codes = std::collections::BTreeSet::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir::<std::path::PathBuf>(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() && !path.ends_with("tests") {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "rs") {
                    let text = std::fs::read_to_string(path).unwrap();
                    codes.extend(text.split('"').filter(|word| is_code(word)).map(str::to_owned));
                }
            }
        }
        assert!(codes.len() > 40, "{codes:?}");
        for locale in Locale::ALL {
            for code in &codes {
                assert!(
                    page(code, locale).is_some_and(|text| !text.is_empty()),
                    "{code} has no page in {locale:?}"
                );
            }
        }
        for (code, _) in pages(Locale::En) {
            assert!(codes.contains(code), "{code} is nowhere reported");
        }
    }

    fn is_code(word: &str) -> bool {
        let group = word.split_once('/').filter(|(_, name)| {
            !name.is_empty()
                && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        });
        group.is_some_and(|(group, _)| {
            matches!(group, "syntax" | "name" | "value" | "schema" | "config" | "allow")
                && !word.ends_with('-')
        })
    }
}
