"""Bytes → text: UTF-8 with or without BOM, UTF-16 with BOM, GB18030. Anything else is an InputError with place and remedy."""

from __future__ import annotations

import codecs
import re

from graph.errors import InputError

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
_CONTROL = bytes(b for b in range(0x20) if b not in b"\t\n\v\f\r\x1b")
"""What no text holds."""
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


def decode(content: bytes, shown: str, declared: str = "") -> str:
    """The text of a file, BOM removed, CRLF and CR as LF, otherwise untouched.

    `declared` is the encoding that an HTML page states. Raises InputError for an empty file, for anything that is not text, and for
    an encoding that is neither UTF-8, UTF-16 with BOM nor GB18030.
    """
    if not content or not content.strip():
        raise InputError(f"{shown} is empty.", "Give a file that holds the text of a notice.")
    for magic, what in _OFFICE.items():
        if content.startswith(magic):
            raise InputError(f"{shown} is {what} (byte 0).", "Save it as text (.txt) or HTML first; only these can be read.")
    return _decoded(content, shown, declared).replace("\r\n", "\n").replace("\r", "\n")


def _decoded(content: bytes, shown: str, declared: str) -> str:
    mark = len(codecs.BOM_UTF8) if content.startswith(codecs.BOM_UTF8) else 0
    if mark:
        content = content[mark:]
    elif content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError as error:
            raise InputError(f"{shown} breaks off in its UTF-16 text at byte {error.start}.", "Save it again as UTF-8.") from None
    if len(content.translate(None, _CONTROL)) != len(content):
        at = next(i for i, byte in enumerate(content) if byte in _CONTROL)
        raise InputError(
            f"{shown} is not a text file: byte 0x{content[at]:02x} at byte {mark + at}.",
            "Give a text or HTML file in UTF-8 or GB18030.",
        )
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        damage = error
    if declared not in ("utf-8", "utf8"):
        text = _of_gb18030(content)
        if text is not None:
            return text
    raise InputError(
        f"{shown} is neither UTF-8 (byte 0x{content[damage.start]:02x} at byte {mark + damage.start}) nor GB18030.",
        "Save it as UTF-8, for instance with: iconv -f BIG5 -t UTF-8.",
    )


def _of_gb18030(content: bytes) -> str | None:
    """The text if the bytes are Chinese in GB18030; None when they decode to nonsense, as Big5 and damaged UTF-8 do."""
    mended = content.decode("utf-8", "replace")
    if len(_HAN.findall(mended)) > mended.count("\ufffd"):
        return None  # UTF-8 with a few broken bytes
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        return None
    han = _HAN.findall(text)
    if not han or sum(c in _FREQUENT for c in han) < 0.25 * len(han) or len(han) < 0.25 * sum(c > "\x7f" for c in text):
        return None
    return text
