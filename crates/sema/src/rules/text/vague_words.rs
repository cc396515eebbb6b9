//! Words that say nothing by themselves, in both languages. Teams mix the two (“push content”, “tăng traffic”), so they
//! are one list.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::vague_title::Word;

/// What a phrase does in a title.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sort {
    /// To do more or better, nobody knows how: what makes a title vague.
    Verb,
    /// What every plan is about.
    Noun,
    /// A word between others.
    Stop,
}

/// A phrase of one word or several.
pub(super) struct Phrase {
    pub(super) words: Vec<Word>,
    pub(super) sort: Sort,
}

/// Verbs that name no work: where a list has `build` or `run`, it blames who builds a website.
const VERBS: &[&str] = &[
    // Tiếng Việt
    "đẩy mạnh",
    "đẩy nhanh",
    "đẩy",
    "tăng cường",
    "gia tăng",
    "tăng trưởng",
    "tăng tốc",
    "tăng",
    "thúc đẩy",
    "tối ưu",
    "tối ưu hóa",
    "cải thiện",
    "cải tiến",
    "nâng cao",
    "nâng cấp",
    "nâng tầm",
    "phát triển",
    "mở rộng",
    "củng cố",
    "hoàn thiện",
    "duy trì",
    "tập trung",
    "chú trọng",
    "quan tâm",
    "đầu tư",
    "bứt phá",
    "bùng nổ",
    "lan tỏa",
    "phủ sóng",
    "quảng bá",
    "triển khai",
    "thực hiện",
    "làm tốt",
    "làm",
    "chạy",
    "xây dựng",
    // English, also as teams in Vietnam use it
    "boost",
    "boosting",
    "improve",
    "improving",
    "increase",
    "increasing",
    "grow",
    "growing",
    "push",
    "drive",
    "driving",
    "enhance",
    "enhancing",
    "strengthen",
    "strengthening",
    "raise",
    "optimize",
    "optimise",
    "optimizing",
    "optimising",
    "accelerate",
    "maximize",
    "maximise",
    "expand",
    "scale",
    "scale up",
    "ramp up",
    "step up",
    "speed up",
    "work on",
    "focus on",
    "do",
    "do more",
    "get more",
    "build",
    "develop",
    "leverage",
];

/// Nouns that every plan is about.
const NOUNS: &[&str] = &[
    // Tiếng Việt
    "nội dung",
    "chất lượng",
    "hiệu quả",
    "hiệu suất",
    "hiệu ứng",
    "lượt truy cập",
    "truy cập",
    "lưu lượng",
    "thương hiệu",
    "nhận diện",
    "nhận biết",
    "độ nhận diện",
    "độ nhận biết",
    "độ phủ",
    "hình ảnh",
    "uy tín",
    "hiện diện",
    "doanh số",
    "doanh thu",
    "lợi nhuận",
    "bán hàng",
    "kinh doanh",
    "khách hàng",
    "khách hàng tiềm năng",
    "khách",
    "tiềm năng",
    "thị trường",
    "thị phần",
    "tương tác",
    "tiếp cận",
    "chuyển đổi",
    "tỷ lệ chuyển đổi",
    "trải nghiệm",
    "truyền thông",
    "quảng cáo",
    "tiếp thị",
    "mạng xã hội",
    "kênh",
    "chiến dịch",
    "hoạt động",
    "công tác",
    "số lượng",
    // English, also as teams in Vietnam use it
    "content",
    "traffic",
    "web traffic",
    "website traffic",
    "brand",
    "branding",
    "brand awareness",
    "awareness",
    "visibility",
    "presence",
    "image",
    "reputation",
    "reach",
    "engagement",
    "interaction",
    "interactions",
    "sale",
    "sales",
    "revenue",
    "profit",
    "lead",
    "leads",
    "lead generation",
    "lead quality",
    "demand",
    "customer",
    "customers",
    "client",
    "clients",
    "audience",
    "market",
    "market share",
    "marketing",
    "digital marketing",
    "ads",
    "advertising",
    "social",
    "social media",
    "seo",
    "pr",
    "communication",
    "communications",
    "performance",
    "results",
    "quality",
    "efficiency",
    "effectiveness",
    "conversion",
    "conversions",
    "conversion rate",
    "conversion rates",
    "experience",
    "customer experience",
    "satisfaction",
    "loyalty",
    "retention",
    "channels",
    "campaign",
    "campaigns",
    "business",
    "growth",
    "online",
    "digital",
];

/// Words between others. “Qua” is none of them: typed without accents it is a gift as well.
const STOPS: &[&str] = &[
    "và",
    "cho",
    "của",
    "với",
    "vào",
    "các",
    "những",
    "trên",
    "trong",
    "tại",
    "về",
    "để",
    "hơn",
    "nữa",
    "thêm",
    "mới",
    "mạnh",
    "mạnh mẽ",
    "tốt",
    "nhiều",
    "cao",
    "toàn diện",
    "tổng thể",
    "liên tục",
    "bền vững",
    "mức độ",
    "lượng",
    "the",
    "a",
    "an",
    "and",
    "of",
    "for",
    "to",
    "our",
    "in",
    "on",
    "with",
    "more",
    "better",
    "overall",
    "new",
    "all",
    "across",
    "further",
    "continuously",
];

/// The phrases of all lists by their first word, without accents.
pub(super) fn phrases() -> &'static FxHashMap<String, Vec<Phrase>> {
    static PHRASES: OnceLock<FxHashMap<String, Vec<Phrase>>> = OnceLock::new();
    PHRASES.get_or_init(|| {
        let mut phrases: FxHashMap<String, Vec<Phrase>> = FxHashMap::default();
        for (list, sort) in [(VERBS, Sort::Verb), (NOUNS, Sort::Noun), (STOPS, Sort::Stop)] {
            for text in list {
                let words: Vec<Word> = text.split(' ').map(Word::new).collect();
                let Some(first) = words.first().map(|word| word.plain.clone()) else { continue };
                phrases.entry(first).or_default().push(Phrase { words, sort });
            }
        }
        phrases
    })
}

/// Whether a word, without accents, stands in any of the phrases.
pub(super) fn is_listed(plain: &str) -> bool {
    static WORDS: OnceLock<FxHashSet<&str>> = OnceLock::new();
    let words =
        || phrases().values().flatten().flat_map(|phrase| &phrase.words).map(|word| word.plain.as_str());
    WORDS.get_or_init(|| words().collect()).contains(plain)
}
