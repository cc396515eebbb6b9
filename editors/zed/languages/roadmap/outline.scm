(comment) @annotation

(statement
  keyword: (keyword) @context
  . value: (name) @name
  block: (block)) @item
