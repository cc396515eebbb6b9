# What the editor says by itself.

ide-rename-nothing = no name that can be changed stands here
ide-rename-built-in = `{ $name }` is built in, and keeps its name
ide-rename-unnamed = “{ $title }” has a title and no name: write one before the title first
ide-rename-no-identifier = `{ $name }` is no name: write letters, digits and `_`, and no digit first
ide-rename-taken = the name `{ $name }` is taken by { $by }
ide-rename-taken-built-in = `{ $name }` is the name of something built in

ide-fix-all = Apply { $count ->
    [one] the one fix
   *[other] all { $count } fixes
} of this file that need no choice
ide-loading = Reading the plan
