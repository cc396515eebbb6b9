//! `completions` and `man`.

use clap_complete::Shell;
use roadmap_diag::Locale;

use crate::environment::Environment;
use crate::error::Status;
use crate::help;

pub(super) fn completions(shell: Shell, environment: &Environment) -> Status {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut help::command(environment.locale), "roadmapc", &mut script);
    environment.out(&String::from_utf8_lossy(&script));
    Status::Clean
}

/// The manual: the page of the command, and of each subcommand behind it.
pub(super) fn manual(environment: &Environment) -> Status {
    let command = help::command(environment.locale);
    let mut page = Vec::new();
    // Writing to memory does not fail.
    let _ = clap_mangen::Man::new(command.clone()).render(&mut page);
    for subcommand in command.get_subcommands().filter(|subcommand| subcommand.get_name() != "help") {
        let name = format!("roadmapc-{}", subcommand.get_name());
        let _ = clap_mangen::Man::new(subcommand.clone().display_name(name)).render(&mut page);
    }
    environment.out(&headings(&String::from_utf8_lossy(&page), environment.locale));
    Status::Clean
}

/// The headings of manual pages, which clap writes in English, as Vietnamese manuals have them.
const HEADINGS: &[(&str, &str)] = &[
    ("NAME", "TÊN"),
    ("SYNOPSIS", "CÚ PHÁP"),
    ("DESCRIPTION", "MÔ TẢ"),
    ("OPTIONS", "TÙY CHỌN"),
    ("SUBCOMMANDS", "LỆNH"),
    ("VERSION", "PHIÊN BẢN"),
];

fn headings(page: &str, locale: Locale) -> String {
    if locale == Locale::En {
        return page.to_owned();
    }
    let heading = |line: &str| {
        let known = HEADINGS.iter().find(|(name, _)| line.strip_prefix(".SH ") == Some(name));
        known.map_or_else(|| format!("{line}\n"), |(_, name)| format!(".SH {name}\n"))
    };
    page.lines().map(heading).collect()
}
