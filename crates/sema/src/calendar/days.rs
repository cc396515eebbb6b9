//! A set of days with counting: which of the days that plans may name are in it, and how many lie before each.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use crate::value::{FIRST_YEAR, LAST_YEAR};

/// Days, from the first to the last that a plan may name, as bits; with running counts, so that counting and finding
/// the n-th day take the same short time however far apart the days are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct DaySet {
    words: Vec<u64>,
    /// How many days of the set lie before each word.
    before: Vec<u32>,
}

const BITS: usize = 64;

fn first() -> Date {
    date(FIRST_YEAR, 1, 1)
}

/// The number of a day, counted from the first that a plan may name.
pub(super) fn index_of(day: Date) -> Option<usize> {
    if day.year() > LAST_YEAR {
        return None;
    }
    usize::try_from(day.duration_since(first()).as_hours() / 24).ok().filter(|_| day >= first())
}

/// The day of a number.
pub(super) fn day_at(index: usize) -> Option<Date> {
    let day = first().checked_add(i32::try_from(index).ok()?.days()).ok()?;
    (day.year() <= LAST_YEAR).then_some(day)
}

impl DaySet {
    /// Every day whose weekday is in `week`, a mask with Monday as its lowest bit.
    pub(super) fn weekly(week: u8) -> Self {
        let last = index_of(date(LAST_YEAR, 12, 31)).unwrap_or_default();
        let start = usize::try_from(first().weekday().to_monday_zero_offset()).unwrap_or_default();
        // The pattern of a word depends on the weekday it starts with, and 64 days are one more than nine weeks.
        let pattern = |word: usize| {
            (0..BITS)
                .filter(|bit| week >> ((start + word + bit) % 7) & 1 == 1)
                .fold(0_u64, |all, bit| all | 1 << bit)
        };
        let patterns: Vec<u64> = (0..7).map(pattern).collect();
        let mut words: Vec<u64> = patterns.iter().copied().cycle().take(last / BITS + 1).collect();
        if let Some(end) = words.last_mut() {
            *end &= u64::MAX >> (BITS - 1 - last % BITS);
        }
        let mut set = Self { words, before: Vec::new() };
        set.count();
        set
    }

    /// Puts days in or out; [`DaySet::count`] comes after.
    pub(super) fn set(&mut self, from: usize, to: usize, inside: bool) {
        for index in from..=to {
            if let Some(word) = self.words.get_mut(index / BITS) {
                let bit = 1 << (index % BITS);
                if inside { *word |= bit } else { *word &= !bit }
            }
        }
    }

    /// Brings the running counts up to date.
    pub(super) fn count(&mut self) {
        let mut sum = 0;
        self.before.clear();
        self.before.extend(self.words.iter().map(|word| {
            let before = sum;
            sum += word.count_ones();
            before
        }));
    }

    pub(super) fn contains(&self, index: usize) -> bool {
        self.words.get(index / BITS).is_some_and(|word| word >> (index % BITS) & 1 == 1)
    }

    /// How many days of the set lie before `index`.
    pub(super) fn rank(&self, index: usize) -> u32 {
        let Some((word, before)) = self.words.get(index / BITS).zip(self.before.get(index / BITS)) else {
            return self
                .before
                .last()
                .zip(self.words.last())
                .map_or(0, |(before, word)| before + word.count_ones());
        };
        before + (word & ((1 << (index % BITS)) - 1)).count_ones()
    }

    /// The day of the set that has `rank` others before it.
    pub(super) fn select(&self, rank: u32) -> Option<usize> {
        let at = self.before.partition_point(|before| *before <= rank).checked_sub(1)?;
        let mut word = *self.words.get(at)?;
        let steps = rank - self.before.get(at)?;
        // Beyond the last day a rank may be billions away.
        if steps > word.count_ones() {
            return None;
        }
        for _ in 0..steps {
            word &= word.wrapping_sub(1);
        }
        (word != 0).then(|| at * BITS + word.trailing_zeros() as usize)
    }
}
