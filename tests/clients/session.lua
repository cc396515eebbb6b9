-- A session in Neovim, with the settings of docs/editors.md (ROADMAP_SETTINGS) and its own client. Prints what somebody would
-- see as one JSON object; the test judges it.
--   ROADMAP_FILE: the plan, ROADMAP_GRAMMAR: a folder with parser/ and queries/.
local seen = {}

local function until_true(what, condition)
  if not vim.wait(20000, condition, 5) then error('never happened: ' .. what, 2) end
end

-- The 1-based line of the only line that contains the text, and where it begins there.
local function place(text)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local at = line:find(text, 1, true)
    if at then return number, at - 1 end
  end
  error('not in the plan: ' .. text, 2)
end

local function put_cursor(text, within)
  local line, column = place(text)
  vim.api.nvim_win_set_cursor(0, { line, column + (within or 0) })
end

local function faults()
  local found = vim.diagnostic.get(0, { severity = { min = vim.diagnostic.severity.WARN } })
  return vim.tbl_map(function(d) return ('%d %s %s'):format(d.lnum + 1, d.code, d.message) end, found)
end

local function text() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') end

local function ask(client, method, params)
  local answer = client:request_sync(method, params, 20000, 0)
  if not answer or answer.err then error(method .. ': ' .. vim.inspect(answer), 2) end
  return answer.result
end

local function session()
  vim.opt.runtimepath:append(os.getenv('ROADMAP_GRAMMAR'))
  dofile(os.getenv('ROADMAP_SETTINGS'))
  vim.cmd.edit(os.getenv('ROADMAP_FILE'))
  local client
  until_true('the server is attached', function()
    client = vim.lsp.get_clients({ bufnr = 0, name = 'roadmapc' })[1]
    return client and client.initialized
  end)
  seen.filetype, seen.encoding, seen.root = vim.bo.filetype, client.offset_encoding, client.root_dir

  -- An owner is taken out, and found missing.
  local line = place('owner    raj')
  local owner = vim.api.nvim_buf_get_lines(0, line - 1, line, false)
  vim.api.nvim_buf_set_lines(0, line - 1, line, false, {})
  until_true('a missing owner is found', function() return #faults() > 0 end)
  seen.missing = faults()
  put_cursor('activity friends')
  local titles
  vim.ui.select = function(items, options, choose)
    titles = vim.tbl_map(options.format_item or tostring, items)
    choose(items[1], 1)
  end
  -- The first mend of what stands under the cursor, as somebody would take it.
  vim.lsp.buf.code_action({ context = { only = { 'quickfix' } } })
  until_true('the mend is made', function() return #faults() == 0 end)
  seen.mends, seen.mended = titles or {}, text()
  vim.api.nvim_buf_set_lines(0, line - 1, line, false, owner)

  local encoding = client.offset_encoding
  local function here() return vim.lsp.util.make_position_params(0, encoding) end
  put_cursor('owner    raj', 9)
  seen.completion = vim.tbl_map(function(item) return item.label end, ask(client, 'textDocument/completion', here()).items or {})
  vim.lsp.buf.definition()
  until_true('the definition is shown', function() return vim.api.nvim_get_current_line():find('^person raj') end)
  seen.definition = vim.api.nvim_get_current_line()
  put_cursor('kpi      customers >= 35', 10)
  seen.hover = vim.lsp.util.convert_input_to_markdown_lines(ask(client, 'textDocument/hover', here()).contents)

  put_cursor('person raj', 8)
  vim.lsp.buf.rename('phượng')
  until_true('the person has another name', function() return not text():find('owner%s+raj') end)
  seen.renamed = text()
  until_true('the names fit', function() return #faults() == 0 end)

  local indented = place('deadline 2026-02-20')
  vim.api.nvim_buf_set_lines(0, indented - 1, indented, false, { '          deadline   2026-02-20' })
  vim.cmd('silent write')
  seen.formatted = vim.api.nvim_buf_get_lines(0, indented - 1, indented, false)[1]

  if client.server_capabilities.semanticTokensProvider then
    put_cursor('phase spring')
    until_true('words have a meaning', function()
      return #(vim.lsp.semantic_tokens.get_at_pos(0) or {}) > 0
    end)
    seen.token = vim.lsp.semantic_tokens.get_at_pos(0)[1].type
  end

  -- Colours and folds of the grammar.
  seen.broken = vim.treesitter.get_parser(0, 'roadmap'):parse()[1]:root():has_error()
  local function colour(what, within)
    local row, column = place(what)
    local captures = vim.treesitter.get_captures_at_pos(0, row - 1, column + (within or 0))
    return captures[#captures].capture
  end
  seen.colours = {
    keyword = colour('phase spring'), name = colour('phase spring', 6), property = colour('focus   '),
    number = colour('1_800 GBP'), comment = colour('# People'), string = colour('"Fill the'),
  }
  vim.cmd('normal! zx')
  local inside = place('activity search') + 1
  seen.fold, seen.unfolded = vim.fn.foldlevel(inside), vim.fn.foldclosed(inside) == -1
  seen.highlighted = vim.treesitter.highlighter.active[vim.api.nvim_get_current_buf()] ~= nil

  client:stop()
  until_true('the server ends', function() return client:is_stopped() end)
end

local ok, problem = xpcall(session, debug.traceback)
seen.ok, seen.problem = ok, problem
io.stdout:write(vim.json.encode(seen), '\n')
vim.cmd(ok and 'qall!' or 'cquit!')
