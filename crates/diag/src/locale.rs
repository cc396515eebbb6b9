//! The two languages of everything a person reads.

/// Vietnamese or English.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Locale {
    /// Vietnamese.
    Vi,
    /// English.
    #[default]
    En,
}

impl Locale {
    /// Both, in the order in which documentation shows them.
    pub const ALL: [Self; 2] = [Self::En, Self::Vi];

    /// `vi` or `en`, also as the `lang` of a page.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The locale that a tag such as `vi`, `vi_VN.UTF-8` or `en-GB` asks for.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['_', '-', '.', '@']).next()?;
        match language.to_ascii_lowercase().as_str() {
            "vi" => Some(Self::Vi),
            "en" | "c" | "posix" => Some(Self::En),
            _ => None,
        }
    }
}
