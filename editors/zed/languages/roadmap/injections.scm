; Texts are Markdown.
((text_content) @injection.content
  (#set! injection.language "markdown"))
