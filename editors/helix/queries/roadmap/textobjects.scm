; `maf` selects a statement with its block, `mif` what is in it.
(statement (block) @function.inside) @function.around
(comment) @comment.inside
(comment)+ @comment.around
