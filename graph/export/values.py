"""One value as text, in every output that has only text: true/false, empty for null, lists joined by ；."""

from __future__ import annotations

import json
from collections.abc import Mapping


def as_text(value: object) -> str:
    """The value as the command line and the exports print it.

    >>> as_text(True), as_text(None), as_text(["三政任〔2020〕1号", "三政任〔2020〕2号"])
    ('true', '', '三政任〔2020〕1号；三政任〔2020〕2号')
    """
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return "；".join(map(as_text, value))
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False, default=as_text)
    return str(value)
