# channel/*: a phase counts on few channels, and on those it names.

channel-missing = phase `{ $name }` names no channel
    .title = No channel chosen
    .help = Name 1 or 2 main channels, such as `channel seo primary`, and at most one that helps.
channel-too-many = phase `{ $name }` counts on { $primary } primary and { $support } support channels; at most { $most_primary } and { $most_support } are worked well
    .title = One or two main channels and one that helps
    .help = Drop channels, or leave them for a later phase.
    .primary = primary
    .support = support
channel-activity-off-channel = activity `{ $name }` uses `{ $channel }`, which phase `{ $phase }` does not count on
    .title = Channel outside the phase’s choice
    .help = List the channel in the phase, or run the activity on one that is listed.
    .phase = the phase lists its channels
    .fix = Add `{ $line }` to phase `{ $phase }`
channel-primary-unused = `{ $channel }` is a primary channel of phase `{ $phase }`, and no activity uses it
    .title = Primary channel without activities
    .help = Plan an activity on it, make it a support channel, or drop it.
channel-support-outspends = support channels of phase `{ $phase }` get { $support }, more than the primary ones with { $primary }
    .title = Support costs more than the main channels
    .help = Move budget to the primary channels, or change which ones are primary.
channel-thin-spread = { $count } channels of phase `{ $name }` get less than { $share } of its budget each: { $channels }
    .title = Budget spread thinly
    .help = Put the money where it can make a difference: 1 or 2 primary channels and one that helps.
