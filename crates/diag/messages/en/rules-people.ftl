# people/*: who answers for what.

people-owner-missing = { $kind } `{ $name }` has no owner
    .title = No owner
    .help = Name the one person who answers for it, such as `owner { $person }`.
    .help-nobody = Declare a person, such as `person lan "Lan"`, and name the one who answers for it: `owner lan`.
people-owner-unknown = no person is called `{ $name }`
    .title = Unknown person
    .help = Write the name of somebody who is declared, or declare the person: `person { $name } "…"`.
people-owner-not-single = { $kind } `{ $name }` has { $count } owners
    .title = Exactly one person answers
    .help = Keep one `owner`; the others help: `support`.
    .fix = Keep `owner { $owner }` and add `{ $line }`
people-owner-is-team = { $kind } `{ $name }` is owned by the team `{ $team }`
    .title = The owner is a person
    .help = Name one person of the team; the team can stand behind `support` or `team`.
people-role-mismatch = { $kind } `{ $name }` is owned by `{ $person }`, who does not have the role `{ $role }`
    .title = The role does not fit
    .help = Hand it to somebody with the role `{ $role }`, or say in an `allow` comment why it is meant.
people-owner-overloaded = `{ $name }` ({ $title }) has { $count } open items on { $day }; the limit is { $limit }
    .title = Person overloaded
    .help = Hand items to others, put some later, or say with `start` when they begin. `capacity` says how many items a person can carry.
    .item = `{ $item }`, { $from } to { $to }
