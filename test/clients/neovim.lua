-- Drives Neovim's own language client: attach, wait for diagnostics, apply all safe fixes, say what was seen.
-- Arguments by environment: COPYDESK_SERVER (JSON list: the command), COPYDESK_FILE, COPYDESK_OUT.
local command = vim.json.decode(vim.env.COPYDESK_SERVER)
-- How long anything may take that is waited for, in milliseconds.
local patience = 60000
local seen = { diagnostics = {}, messages = {} }

local function fail(text)
  seen.error = text
end

local ok, problem = pcall(function()
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.COPYDESK_FILE))
  local buffer = vim.api.nvim_get_current_buf()
  local id = vim.lsp.start_client({
    name = 'copydesk',
    cmd = command,
    root_dir = vim.fn.fnamemodify(vim.env.COPYDESK_FILE, ':h'),
    get_language_id = function() return 'plaintext' end,
  })
  if not id then return fail('the client did not start') end
  local client = vim.lsp.get_client_by_id(id)
  vim.lsp.buf_attach_client(buffer, id)
  if not vim.wait(patience, function() return #vim.diagnostic.get(buffer) > 0 end, 20) then
    return fail('no diagnostics came')
  end
  for _, one in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(seen.diagnostics, { line = one.lnum, column = one.col, severity = one.severity, code = one.code, source = one.source })
  end
  local function ask(method, params)
    local answer = vim.lsp.buf_request_sync(buffer, method, params, patience)
    return answer and answer[id] and answer[id].result
  end
  local document = vim.lsp.util.make_text_document_params(buffer)
  local first = vim.diagnostic.get(buffer)[1]
  local position = { line = first.lnum, character = first.col }
  local hover = ask('textDocument/hover', { textDocument = document, position = position })
  seen.hover = hover and hover.contents.value
  local actions = ask('textDocument/codeAction', {
    textDocument = document,
    range = { start = position, ['end'] = position },
    context = { diagnostics = {}, only = { 'source.fixAll.copydesk' } },
  })
  if not actions or #actions ~= 1 then return fail('expected one fix-all action') end
  vim.lsp.util.apply_workspace_edit(actions[1].edit, client.offset_encoding)
  seen.text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
  local quiet = vim.wait(patience, function()
    for _, one in ipairs(vim.diagnostic.get(buffer)) do
      if one.code == seen.diagnostics[1].code then return false end
    end
    return true
  end, 20)
  if not quiet then return fail('the repaired text is still flagged') end
  vim.cmd('undo')
  seen.undone = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
  client.stop()
end)
if not ok then fail(tostring(problem)) end
local out = assert(io.open(vim.env.COPYDESK_OUT, 'w'))
out:write(vim.json.encode(seen))
out:close()
vim.cmd('qa!')
