-- A Pandoc filter: a fenced block of class `timeline` becomes its figure.
--
--     ```{.timeline caption="What happened when" chart=overview}
--     timeline: {title: …}
--     events: …
--     ```
--
-- Inline SVG in HTML, PDF in LaTeX, SVG in all else. The attributes are optional;
-- `chart` is needed where the block has several. The environment variable DATELINE names the
-- program where it is not in the path. What is wrong in the blocks is told at its lines of
-- the document; then Pandoc makes none.

local FILTER_FAILED = 83  -- what Pandoc itself exits with

local blocks, drawn, failed = 0, 0, 0
local documents = {}  -- name -> its lines, and from which one on the next block is

-- It is run in another folder.
local function find_program()
  local named = os.getenv("DATELINE") or "dateline"
  if named:find("[/\\]") and not pandoc.path.is_absolute(named) then
    return pandoc.path.join {pandoc.system.get_working_directory(), named}
  end
  return named
end

local program = find_program()

local function split(text)
  local lines = {}
  for line in (text .. "\n"):gmatch("(.-)\r?\n") do
    table.insert(lines, line)
  end
  return lines
end

local function read(name)
  local file = io.open(name, "rb")
  if not file then
    return {lines = {}, from = 1}
  end
  local text = file:read("a")
  file:close()
  return {lines = split(text), from = 1}
end

-- In a list or a quotation something stands before each line.
local function is_line(whole, line)
  local before = whole:sub(1, #whole - #line)
  return before:match("^[%s>]*$") and whole:sub(#before + 1) == line or
    line == "" and whole:match("^[%s>]*$")
end

local function stands_at(lines, wanted, first)
  for i, line in ipairs(wanted) do
    if not is_line(lines[first + i - 1] or "", line) then
      return false
    end
  end
  return true
end

-- The document that a block is in, and how many lines are before it; no number where it is
-- not found. Pandoc does not tell, of most kinds of documents.
local function find_place(text)
  local wanted = split(text)
  for _, name in ipairs(PANDOC_STATE.input_files) do
    documents[name] = documents[name] or read(name)
    local document = documents[name]
    for first = document.from, #document.lines do
      if stands_at(document.lines, wanted, first) then
        document.from = first + #wanted
        return name, first - 1
      end
    end
  end
  local first = PANDOC_STATE.input_files[1]
  return first and first ~= "-" and first or "standard input", nil
end

local function write(name, text)
  local file = assert(io.open(name, "w"))
  file:write(text)
  file:close()
end

-- What the program writes; or nil, and how it failed: its exit status, or words where it
-- cannot be run.
local function run(arguments)
  local done, output = pcall(pandoc.pipe, program, arguments, "")
  if done then
    return output
  end
  local status = type(output) ~= "string" and output.error_code
  return nil, status or tostring(output)
end

local function complain(document, text, failure)
  local reason = ""
  if type(failure) == "string" then
    reason = ": `" .. program .. "` cannot be run; the variable DATELINE names the program"
  elseif failure == 2 then
    reason = "; the attribute `chart=ID` picks one of several charts"
  end
  failed = failed + 1
  io.stderr:write(string.format("%s: no figure of timeline block %d, which begins `%s`%s\n",
    document, blocks, text:match("[^\n]*"), reason))
end

-- The file has the name and the lines of the document, so that messages have them too.
local function draw(block, format)
  blocks = blocks + 1
  local document, before = find_place(block.text)
  document = pandoc.path.filename(document)
  local input = before and document or document .. ", timeline block " .. blocks
  local arguments = {"render", "-f", format, "-o", "-"}
  if block.attributes.chart then
    table.insert(arguments, "-c")
    table.insert(arguments, block.attributes.chart)
  end
  table.insert(arguments, "--")
  table.insert(arguments, input)
  local figure, failure = pandoc.system.with_temporary_directory("dateline", function(folder)
    return pandoc.system.with_working_directory(folder, function()
      write(input, ("\n"):rep(before or 0) .. block.text)
      return run(arguments)
    end)
  end)
  if not figure then
    complain(document, block.text, failure)
  end
  return figure
end

local function escape(text)
  return (text:gsub("[&<>]", {["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;"}))
end

local function inline(svg, caption)
  local figure = "<figure>\n" .. svg:gsub("^<%?xml.-%?>\n", "")
  if caption then
    figure = figure .. "<figcaption>" .. escape(caption) .. "</figcaption>\n"
  end
  return pandoc.RawBlock("html", figure .. "</figure>")
end

local function picture(contents, format, mime, caption)
  drawn = drawn + 1
  local name = "timeline-" .. drawn .. "." .. format
  pandoc.mediabag.insert(name, mime, contents)
  local words = caption and {pandoc.Str(caption)} or {}
  if pandoc.Figure then
    local image = pandoc.Plain {pandoc.Image({}, name)}
    return caption and pandoc.Figure({image}, {pandoc.Plain(words)}) or image
  end
  return pandoc.Para {pandoc.Image(words, name, caption and "fig:" or "")}
end

function CodeBlock(block)
  if not block.classes:includes("timeline") then
    return nil
  end
  local in_latex = FORMAT == "latex" or FORMAT == "beamer"
  local figure = draw(block, in_latex and "pdf" or "svg")
  if not figure then
    return nil
  elseif FORMAT:match("^html") or FORMAT == "revealjs" then
    return inline(figure, block.attributes.caption)
  elseif in_latex then
    return picture(figure, "pdf", "application/pdf", block.attributes.caption)
  end
  return picture(figure, "svg", "image/svg+xml", block.attributes.caption)
end

-- An error would be told with a trace of this file, which is of no use to who writes.
function Pandoc()
  if failed > 0 then
    os.exit(FILTER_FAILED)
  end
end
