"""The one inline component: shows a drawing or a marked text, and gives back the id of what was clicked or entered."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from msgspec import Struct

HERE = Path(__file__).parent
STYLE = (HERE / "drawing.css").read_text("utf-8")
SCRIPT = (HERE / "drawing.js").read_text("utf-8")


class Form(Struct, frozen=True):
    """One rendering and the least width that it needs; the component shows the widest that fits."""

    needs: int
    markup: str


def drawing(forms: Sequence[Form], *, key: str, selected: str = "") -> str:
    """Show the form that fits the window; returns the id just picked, else an empty string."""
    show = st.components.v2.component(
        "drawing",
        html='<div class="box"></div><div class="tip" role="status" hidden></div>',
        css=STYLE,
        js=SCRIPT,
    )
    result = show(
        key=key,
        data={"forms": [{"needs": form.needs, "markup": form.markup} for form in forms], "selected": selected},
        on_pick_change=_nothing,
    )
    return str(result.pick or "")


def _nothing() -> None:
    """A trigger must have a callback; what it brings is read from the result."""


def standalone(svg: str) -> str:
    """The drawing as a file of its own, with its style inside and the colours of a light page."""
    style = STYLE.replace(":host", "svg")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + svg.replace(">", f"><style>{style}</style>", 1)
