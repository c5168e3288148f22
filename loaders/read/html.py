"""HTML → text with block structure: one line a block, a table's row as one line with tabs, menus and page furniture left out."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser, LexborNode

from loaders.read.markup import tame

_MARKUP = re.compile(
    r"<!doctype html|<html[\s>]|</?(?:p|div|span|br|h[1-6]|table|tr|td|th|li|ul|body|head|meta|strong|font|a|b)(?:\s[^<>]*)?/?>",
    re.I,
)
_ENTITY = re.compile(r"&(?:nbsp|[lg]t|amp|quot|[lr][sd]quo|middot|mdash|hellip|ensp|emsp|#\d{2,5}|#x[0-9a-f]{2,4});", re.I)
_CHARSET = re.compile(rb"<meta[^>]{1,300}charset=[\"']?\s*([\w-]+)", re.I)
_DROPPED = (
    "script",
    "style",
    "noscript",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "iframe",
    "button",
    "select",
    "svg",
    "template",
)
_BLOCKS = frozenset(
    {
        "address",
        "article",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    }
)
_FURNITURE = re.compile(
    r"^(?:nav|menu|breadcrumb|crumb|foot|footer|copyright|sidebar|share|toolbar|topbar|friendlink|pagination)\b", re.I
)
_MENUS = frozenset({"ul", "ol", "div"})
_WHITE = re.compile(r"[ \t\r\n\f]+")
_SENTENCE_END = re.compile(r"(?<=[。；：])[ \t]*\r?\n\s*")
_REPEATED = 10_000
"""How many characters a table may repeat in any case."""
_EDGES = " \t\u3000\xa0"


def is_html(text: str) -> bool:
    """Whether a text is a web page or was cut out of one; a few tags left over in a long text make none.

    >>> is_html("<p>免去缪军职务。</p>"), is_html("意见\\n" * 40 + "<p>盖章</p>")
    (True, False)
    """
    tags = _MARKUP.findall(text)
    if tags and tags[0][:2] == "<!":
        return True
    marks = len(tags) + len(_ENTITY.findall(text))
    return marks > 1 and marks > 0.3 * sum(1 for line in text.split("\n") if line.strip())


def declared_encoding(content: bytes) -> str:
    """The encoding that a page's head states, in lower case, or empty."""
    match = _CHARSET.search(content[:4096])
    return match[1].decode("ascii").lower() if match else ""


def read_page(text: str) -> tuple[str, str]:
    """The main text of a page, and the rest of the page that a comment, tag or script without end takes in.

    >>> read_page("<ul><li><a href=x>首页</a></li></ul><h1>通知</h1><table><tr><td>孔辉</td><td>局长</td></tr></table>")[0]
    '通知\\n孔辉\\t局长'
    >>> read_page("<p>任命孔辉为局长。<!-- 免去王铮")
    ('任命孔辉为局长。', '<!-- 免去王铮')
    """
    page = text.replace('\\"', '"') if '=\\"' in text else text
    markup = tame(page)
    return _main_text(markup.text), page[markup.broken_at :]


def _main_text(page: str) -> str:
    tree = LexborHTMLParser(page)
    body = tree.body
    if body is None:
        return ""
    for name in _DROPPED:
        for node in tree.css(name):
            node.decompose()
    for node in tree.css("[class],[id]"):
        if _is_furniture(node):
            node.decompose()
    for node in list(_iter_menus(body)):
        node.decompose()
    lines: list[str] = []
    _write(body, lines, [])
    title = _title(tree)
    if title and not any(title in _WHITE.sub("", line).replace("\u3000", "") for line in lines):
        lines.insert(0, title)
    return "\n".join(lines)


def _is_furniture(node: LexborNode) -> bool:
    names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}".split()
    return node.tag not in ("body", "html") and any(_FURNITURE.match(name) for name in names)


def _iter_menus(body: LexborNode) -> Iterator[LexborNode]:
    """The elements nearly all of whose text is links, as menus and lists of related pages are; the outermost of each."""
    found: list[LexborNode] = []
    open_nodes = [_Links(body, body.iter(include_text=True))]
    while open_nodes:
        links = open_nodes[-1]
        child = next(links.children, None)
        if child is None:
            open_nodes.pop()
            if open_nodes:
                above = open_nodes[-1]
                above.whole += links.whole
                above.linked += links.whole if links.node.tag == "a" else links.linked
            if links.node.tag in _MENUS and links.linked and links.linked >= 0.8 * links.whole:
                del found[links.before :]
                found.append(links.node)
        elif child.tag == "-text":
            links.whole += len(_WHITE.sub("", child.text(deep=False) or ""))
        elif not (child.tag or "-").startswith(("_", "-")):
            open_nodes.append(_Links(child, child.iter(include_text=True), len(found)))
    yield from found


class _Links(Struct):
    """How much text of an element has been seen, and how much of it is links."""

    node: LexborNode
    children: Iterator[LexborNode]
    before: int = 0
    """How many menus had been found when it began."""
    whole: int = 0
    linked: int = 0


def _title(tree: LexborHTMLParser) -> str:
    """What <title> says before the names of column and site, without white space."""
    node = tree.css_first("title")
    whole = _WHITE.sub("", node.text()) if node else ""
    return re.split(r"[_|]|--|——|-(?=[^-]*(?:网|门户|政府|局|委))", whole)[0]


def _write(root: LexborNode, lines: list[str], line: list[str]) -> None:
    """Write what stands in the element as lines; `line` collects the text of the line begun."""
    # with a stack of its own: pages nest deeper than Python recurses
    open_nodes = [(root, root.iter(include_text=True))]
    while open_nodes:
        node, children = open_nodes[-1]
        child = next(children, None)
        if child is None:
            open_nodes.pop()
            if node.tag in _BLOCKS:
                _flush(lines, line)
        elif child.tag == "-text":
            _write_text(child.text(deep=False) or "", lines, line)
        elif child.tag == "br":
            _flush(lines, line)
        elif child.tag == "table" and not _is_layout(child):
            _flush(lines, line)
            lines.extend(_rows(child))
        elif not (child.tag or "-").startswith(("_", "-")):
            if child.tag in _BLOCKS:
                _flush(lines, line)
            open_nodes.append((child, child.iter(include_text=True)))


def _write_text(text: str, lines: list[str], line: list[str]) -> None:
    """A text node; where a line of the source ends a sentence, a line of the text ends."""
    first, *others = _SENTENCE_END.split(text)
    line.append(_WHITE.sub(" ", first))
    for other in others:
        _flush(lines, line)
        line.append(_WHITE.sub(" ", other))


def _is_layout(table: LexborNode) -> bool:
    """Whether a table only places things on the page: it holds other tables, whole articles, or one cell a row."""
    cells = table.css("td,th")
    if table.css_first("table table") or any(len(cell.css("p")) > 3 for cell in cells):
        return True
    return len(cells) <= len(table.css("tr"))


def _rows(table: LexborNode) -> Iterator[str]:
    """The rows of a table, cells parted by tabs; a cell that spans rows is repeated in each, within reason."""
    spans: dict[int, tuple[int, str]] = {}
    printed = repeated = 0
    for row in table.css("tr"):
        texts: list[str] = []
        cells = deque(cell for cell in row.iter() if cell.tag in ("td", "th"))
        while cells or len(texts) in spans:
            column = len(texts)
            if column in spans:
                left, text = spans.pop(column)
                repeated += len(text) + 1
                if left > 1 and repeated < _REPEATED + 20 * printed:
                    spans[column] = (left - 1, text)
            else:
                cell = cells.popleft()
                text = _cell(cell)
                printed += len(text) + 1
                rows = cell.attributes.get("rowspan") or ""
                if rows.isdigit() and int(rows) > 1:
                    spans[column] = (int(rows) - 1, text)
            texts.append(text)
        if any(texts):
            yield "\t".join(texts) if len(texts) > 1 else texts[0]


def _cell(node: LexborNode) -> str:
    inner: list[str] = []
    rest: list[str] = []
    _write(node, inner, rest)
    _flush(inner, rest)
    return " ".join(part.strip(_EDGES) for part in inner)


def _flush(lines: list[str], line: list[str]) -> None:
    """End the line begun, if it holds anything."""
    text = "".join(line).replace("\xa0", " ").strip(" ")
    if text.strip(_EDGES):
        lines.append(text)
    line.clear()
