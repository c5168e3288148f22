"""The edge of every page: whatever goes wrong becomes a sentence with a way on, and a line in the log."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable

import streamlit as st

from graph.errors import GraphError, QueryTimeoutError, StoreError
from views import store
from views.words import t

log = logging.getLogger("views")


def guarded(page: Callable[[], None]) -> None:
    """Run the page. A server that is gone gets a retry, an error of ours its own words, anything else a short id.

    Streamlit's signals for stopping and rerunning are no `Exception` and pass through.
    """
    try:
        page()
    except QueryTimeoutError as error:
        st.error(t("error.timeout", what=str(error)))
    except StoreError as error:
        log.warning("store: %s", error)
        st.error(t("error.server"))
        st.caption(str(error))
        if st.button(t("error.retry"), type="primary", key="retry"):
            store.reconnect()
            st.rerun()
    except GraphError as error:
        log.warning("%s", error)
        st.error(t("error.refused"))
        st.code(str(error), language=None, wrap_lines=True)
    except Exception:  # the page edge: a visitor gets a sentence, the log gets the traceback
        error_id = secrets.token_hex(3)
        log.exception("page failed, id %s", error_id)
        st.error(t("error.unknown", id=error_id))
