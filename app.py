"""The entry: `streamlit run app.py`. Warms up before the first visit, answers /healthz, and keeps every request on this machine."""

from __future__ import annotations

import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join(
    (
        "default-src 'self'",
        # the start script of the page, charts that are compiled in the browser, the script of the drawing
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
HEADERS = {"Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}


class Closed:
    """Puts the headers on every answer that make the browser refuse to ask anything of another host."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self.app(scope, receive, sealed if scope["type"] == "http" else send)


async def healthz(request: Request) -> JSONResponse:
    """Says that the process answers; the graph is not asked."""
    return JSONResponse({"status": "ok"})


@asynccontextmanager
async def warm(app: object) -> AsyncIterator[None]:
    """Import what the pages need before the first visit, and take it out of the garbage collector's rounds.

    Streamlit collects after every run of a page; with the modules frozen that takes milliseconds instead of a tenth of a second.
    """
    import altair  # noqa: F401
    import networkx  # noqa: F401
    import pandas  # noqa: F401

    import loaders.pipeline  # noqa: F401
    import views.store  # noqa: F401

    gc.collect()
    gc.freeze()
    yield


def log_error(error: Exception) -> bool:
    """Errors outside a page's own boundary: the log gets them, the visitor sees no traceback."""
    logging.getLogger("views").error("script failed", exc_info=error)
    return False


app = st.App(
    "views/router.py",
    lifespan=warm,
    routes=[Route("/healthz", healthz)],
    middleware=[Middleware(Closed), Middleware(GZipMiddleware, minimum_size=1000)],
    on_script_error=log_error,
)
