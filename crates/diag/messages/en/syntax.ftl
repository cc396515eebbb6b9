# What is wrong with the shape of a text: braces, quotes, characters.

syntax-unclosed-block = The block of `{ $head }` is never closed.
    .label = this block has no closing brace
    .help = Write the closing brace where the block ends.
    .here = the closing brace belongs here
    .fix = Add the closing brace

syntax-missing-open = The block of `{ $head }` has no opening brace.
    .label = an opening brace is missing behind this
    .help = Write an opening brace at the end of this line.
    .fix = Add the opening brace

syntax-header-in-comment = The statement that opens the block below is part of this comment.
    .label = the comment runs up to an opening brace
    .help = Put the statement on a line of its own below the comment.

syntax-stray-close = This closing brace closes no block.
    .label = one too many
    .help = Remove it, or add the opening brace of its block.
    .fix = Remove the brace

syntax-no-keyword = This statement does not begin with a word.
    .label = a keyword is missing before this
    .help = Begin every statement with a keyword, such as `owner` or `budget`.

syntax-unexpected-characters = `{ $found }` has no meaning here.
    .label = not expected here
    .help = Put text with such characters in quotes, or remove them.
    .fix = Put it in quotes

syntax-curly-quotes = Typographic quotes do not mark a text.
    .label = not a straight quote
    .help = Write straight quotes (") around the text.
    .fix = Write straight quotes

syntax-unclosed-string = The closing quote of this text is missing.
    .label = the text that begins here does not end
    .help = Write a closing quote (") where the text ends.
    .fix = Add the closing quote

syntax-unopened-string = The opening quote of this text is missing.
    .label = a text ends here that does not begin
    .help = Write an opening quote (") where the text begins.

syntax-unclosed-text = The closing quotes of this text are missing.
    .label = the text that begins here does not end
    .help = Write three quotes (""") on a line of their own below the text.
    .here = the closing quotes belong here
    .fix = Add the closing quotes

syntax-text-quotes-stray = These quotes close no text.
    .help = Remove them, or write three quotes (""") at the end of the line on which the text begins.

syntax-text-quotes-one-line = A text between three quotes takes lines of its own.
    .help = Use one quote (") on each side of a text on one line.
    .fix = Write it with single quotes

syntax-text-quotes-close = The closing quotes do not begin a line.
    .help = Write the three quotes (""") on a line of their own below the text.
    .fix = Move the closing quotes to the next line

syntax-text-quotes-open = The text begins on the line of its opening quotes.
    .help = Begin the text on the line below the three quotes (""").
    .fix = Move the text to the next line

syntax-text-quotes-few = A text of several lines stands between three quotes.
    .help = Write three quotes (""") here.
    .fix = Write three quotes

syntax-text-indent = This line of a text is not indented.
    .help = Indent the text deeper than the statement it belongs to.
    .fix = Indent the text

syntax-too-deep = Blocks are nested more than { $limit } deep here.
    .help = Move the inner blocks out; what lies deeper is not read.

syntax-too-large = The file has { $size } MB; files of at most { $limit } MB are read.
    .help = Split the plan into several files and join them with `include`.
