"""Bytes → text: UTF-8, UTF-16 and UTF-32 with or without BOM, GB18030, and files put together from UTF-8 and GB18030.

A few damaged bytes are replaced and told in an issue; anything else is an InputError with place and remedy.
"""

from __future__ import annotations

import codecs
import re

from msgspec import Struct

from graph.errors import InputError
from loaders.passage import ParsedIssue

_OFFICE = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive or an Office document",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"\x1f\x8b": "a gzip archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a rar archive",
}
_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_CONTROL = bytes(b for b in range(0x20) if b not in b"\t\n\v\f\r\x1b")
_MOST_CONTROL = 0.02
"""What no text holds, a few that word processors leave aside; null bytes not at all."""
_LOST = "\ufffd"
_HAN = re.compile("[\u4e00-\u9fff]")
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里"
    "如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利"
    "比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统"
    "接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六"
    "共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研"
    "界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选"
    "标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严任免职务副聘届通知关于研究决定人民政府局长主任"
)


class Decoded(Struct, frozen=True):
    """The text of a file, and what was wrong with its bytes."""

    text: str
    issues: tuple[ParsedIssue, ...] = ()


def decode(content: bytes, shown: str, declared: str = "") -> Decoded:
    """The text of a file, BOM removed, CRLF and CR as LF, otherwise untouched; each damaged place stands as U+FFFD.

    `declared` is the encoding that an HTML page states. Raises InputError for an empty file, for anything that is not text, for an
    encoding that is neither Unicode nor GB18030, and for a text that is damaged in more than a few places.
    """
    if not content or not content.strip():
        raise InputError(f"{shown} is empty.", "Give a file that holds the text of a notice.")
    for magic, what in _OFFICE.items():
        if content.startswith(magic):
            raise InputError(f"{shown} is {what} (byte 0).", "Save it as text (.txt) or HTML first; only these can be read.")
    read = _of_unicode(content, shown) or _of_bytes(content, shown, declared)
    if "\r" not in read.text:
        return read
    return Decoded(read.text.replace("\r\n", "\n").replace("\r", "\n"), read.issues)


def _of_unicode(content: bytes, shown: str) -> Decoded | None:
    """The text of a file in UTF-16 or UTF-32, which a BOM says or, for want of one, the characters; None for any other file."""
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            text, issues = _mended(content[len(mark) :], encoding, shown, len(mark))
            if "\0" in text:
                at = len(mark) + len(text[: text.index("\0")].encode(encoding))
                raise InputError(f"{shown} is not a text file: a null character at byte {at}.", "Save it again as UTF-8.")
            return Decoded(text, issues)
    if b"\0" not in content[:4096]:
        return None
    for encoding in _MARKS.values():
        text = content.decode(encoding, "replace")
        if "\0" not in text and _is_chinese(text) and _few(text):
            return Decoded(*_mended(content, encoding, shown, 0))
    return None


def _of_bytes(content: bytes, shown: str, declared: str) -> Decoded:
    """The text of a file in UTF-8 or GB18030, or in both."""
    mark = len(codecs.BOM_UTF8) if content.startswith(codecs.BOM_UTF8) else 0
    content = content[mark:] if mark else content
    found = len(content) - len(content.translate(None, _CONTROL))
    if found and (b"\0" in content or found > len(content) * _MOST_CONTROL):
        at = next(i for i, byte in enumerate(content) if byte in _CONTROL and (byte == 0 or b"\0" not in content))
        raise InputError(
            f"{shown} is not a text file: byte 0x{content[at]:02x} at byte {mark + at}.",
            "Give a text or HTML file in UTF-8 or GB18030.",
        )
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        damage = error
    if declared not in ("utf-8", "utf8"):
        text = _of_gb18030(content)
        if text is not None:
            return Decoded(text)
    mixed = _of_both(content)
    if mixed is not None:
        return mixed
    for encoding in ("utf-8", "gb18030"):
        text = content.decode(encoding, "replace")
        if _few(text) and (encoding == "utf-8" or _is_chinese(text)):
            return Decoded(*_mended(content, encoding, shown, mark))
    raise InputError(
        f"{shown} is neither UTF-8 (byte 0x{content[damage.start]:02x} at byte {mark + damage.start}) nor GB18030.",
        "Save it as UTF-8, for instance with: iconv -f BIG5 -t UTF-8.",
    )


def _mended(content: bytes, encoding: str, shown: str, before: int) -> tuple[str, tuple[ParsedIssue, ...]]:
    """The text with U+FFFD for what is damaged, and an issue that says so; raises InputError for more than a few damaged places.

    `before` is the length of the mark that has been taken off.
    """
    try:
        return content.decode(encoding), ()
    except UnicodeDecodeError as error:
        first = error
    text = content.decode(encoding, "replace")
    name = encoding.upper()
    if not _few(text):
        raise InputError(f"{shown} is damaged: it is no {name} from byte {before + first.start} on.", "Save it again as UTF-8.")
    count, at = text.count(_LOST), text.index(_LOST)
    said = "1 place" if count == 1 else f"{count} places"
    where = f"byte 0x{content[first.start]:02x} at byte {before + first.start}"
    reason = f"{said} in the file cannot be read as {name}, the first is {where}"
    return text, (ParsedIssue(kind="undecodable", text=_around(text, at), start=at, end=at + 1, reason=reason),)


def _of_both(content: bytes) -> Decoded | None:
    """The text of a file some of whose lines are UTF-8 and others GB18030; None when its lines are not both."""
    lines = content.split(b"\n")
    texts: list[str] = []
    foreign: list[int] = []
    for number, line in enumerate(lines):
        try:
            texts.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            texts.append("")
            foreign.append(number)
    if _HAN.search("".join(texts)) is None:
        return None
    others = _of_gb18030(b"\n".join(lines[number] for number in foreign))
    if others is None:
        return None
    for number, text in zip(foreign, others.split("\n"), strict=True):
        texts[number] = text
    start = sum(len(text) + 1 for text in texts[: foreign[0]])
    first, last = foreign[0] + 1, foreign[-1] + 1
    reason = f"{len(foreign)} lines from {first} to {last} are in GB18030, the others in UTF-8"
    issue = ParsedIssue(
        kind="mixed_encodings", text=texts[foreign[0]].strip()[:40], start=start, end=start + len(texts[foreign[0]]), reason=reason
    )
    return Decoded("\n".join(texts), (issue,))


def _around(text: str, at: int) -> str:
    """The line in which a place is, or what of it stands near."""
    start = max(text.rfind("\n", 0, at) + 1, at - 10)
    end = text.find("\n", at)
    return text[start : min(end if end >= 0 else len(text), at + 10)].strip()


def _few(text: str) -> bool:
    """Whether so little of a text is lost that the rest can be relied on."""
    lost = text.count(_LOST)
    if not lost:
        return True
    han = len(_HAN.findall(text))
    return lost <= max(min(3, 0.25 * han), 0.05 * han)


def _is_chinese(text: str) -> bool:
    """Whether a text is Chinese rather than what bytes in another encoding decode to."""
    han = _HAN.findall(text)
    return bool(han) and sum(c in _FREQUENT for c in han) >= 0.25 * len(han) and len(han) >= 0.25 * sum(c > "\x7f" for c in text)


def _of_gb18030(content: bytes) -> str | None:
    """The text if the bytes are Chinese in GB18030; None when they decode to nonsense, as Big5 and damaged UTF-8 do."""
    mended = content.decode("utf-8", "replace")
    if len(_HAN.findall(mended)) > mended.count(_LOST):
        return None  # UTF-8 with a few broken bytes
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return text if _is_chinese(text) else None
