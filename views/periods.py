"""A period in the address: two days, both included."""

from __future__ import annotations

from datetime import date

import streamlit as st

from views import address, state
from views.sidebar import FIRST_DAY, LAST_DAY
from views.words import t


def choose(start: date, end: date) -> tuple[date, date]:
    """The period that the address asks for, else the one given, with two fields to change it."""
    fields = ((state.FROM_DAY, address.FROM, start), (state.TO_DAY, address.TO, end))
    days = []
    for column, (key, name, default) in zip(st.columns(2), fields, strict=True):
        day = address.asked_day(name) or default
        address.follow(key, day)
        column.date_input(
            t(f"period.{name}"),
            key=key,
            format="YYYY-MM-DD",
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
            on_change=address.taken_from(key, name),
        )
        days.append(day)
    return days[0], days[1]
