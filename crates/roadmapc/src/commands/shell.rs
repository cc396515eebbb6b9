//! `completions` and `man`.

use clap::CommandFactory;
use clap_complete::Shell;

use crate::arguments::Arguments;
use crate::environment::Environment;
use crate::error::Status;

pub(super) fn completions(shell: Shell, environment: &Environment) -> Status {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "roadmapc", &mut script);
    environment.out(&String::from_utf8_lossy(&script));
    Status::Clean
}

/// The manual: the page of the command, and of each subcommand behind it.
pub(super) fn manual(environment: &Environment) -> Status {
    let mut command = Arguments::command();
    command.build();
    let mut page = Vec::new();
    // Writing to memory does not fail.
    let _ = clap_mangen::Man::new(command.clone()).render(&mut page);
    for subcommand in command.get_subcommands().filter(|subcommand| subcommand.get_name() != "help") {
        let name = format!("roadmapc-{}", subcommand.get_name());
        let _ = clap_mangen::Man::new(subcommand.clone().display_name(name)).render(&mut page);
    }
    environment.out(&String::from_utf8_lossy(&page));
    Status::Clean
}
