-- A Pandoc filter: a fenced block of class `timeline` becomes its figure.
--
--     ```{.timeline caption="What happened when" chart=overview}
--     timeline: {title: …}
--     events: …
--     ```
--
-- Inline SVG in HTML, PDF in LaTeX, SVG in all else. The attributes are optional;
-- `chart` is needed where the block has several. The environment variable DATELINE names the
-- program where it is not in the path.

local program = os.getenv("DATELINE") or "dateline"
local drawn = 0

local function draw(source, format, chart)
  return pandoc.system.with_temporary_directory("dateline", function(folder)
    local input = folder .. "/timeline.yaml"
    local file = assert(io.open(input, "w"))
    file:write(source)
    file:close()
    local arguments = {"render", input, "-f", format, "-o", "-"}
    if chart then
      table.insert(arguments, "-c")
      table.insert(arguments, chart)
    end
    return pandoc.pipe(program, arguments, "")
  end)
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
  local caption, chart = block.attributes.caption, block.attributes.chart
  if FORMAT:match("^html") or FORMAT == "revealjs" then
    return inline(draw(block.text, "svg", chart), caption)
  elseif FORMAT == "latex" or FORMAT == "beamer" then
    return picture(draw(block.text, "pdf", chart), "pdf", "application/pdf", caption)
  end
  return picture(draw(block.text, "svg", chart), "svg", "image/svg+xml", caption)
end
