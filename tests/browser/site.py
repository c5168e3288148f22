"""A window on the site that notes everything a quiet page must not do."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, expect

SETTLED = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  return app && app.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED'
    && !document.querySelector('[data-testid=stSkeleton]') && !document.querySelector('[data-stale=true]');
}"""
PATIENCE = 60_000
EXPECTED_404 = ("/_stcore/health", "/_stcore/host-config")
"""What Streamlit asks for beside a page's own address before it finds the true one."""


class Site:
    """One window. `outside` are requests to other hosts, `complaints` what the console called an error or a violation."""

    def __init__(self, base: str, context: BrowserContext) -> None:
        self.base = base
        self.page: Page = context.new_page()
        self.outside: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", self._asked)
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.base, self.base.replace("http", "ws"), "data:", "blob:")):
            self.outside.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        lost = "status of 404" in message.text and message.location.get("url", "").endswith(EXPECTED_404)
        if (message.type == "error" and not lost) or "Content Security Policy" in message.text:
            self.complaints.append(f"{message.text} {message.location.get('url', '')}")

    def open(self, path: str = "", **query: str) -> Page:
        """Open an address and wait until the page stands still."""
        self.page.goto(f"{self.base}/{path}?{urlencode(query, quote_via=quote)}")
        return self.settle()

    def settle(self) -> Page:
        """Wait until the script has run, the window is connected and nothing is stale."""
        self.page.wait_for_function(SETTLED, timeout=PATIENCE)
        return self.page

    def sees(self, text: str) -> None:
        """The text is visible, in the page or in one of its drawings."""
        expect(self.page.get_by_text(text).first).to_be_visible(timeout=PATIENCE)
        self.settle()

    def overflow(self) -> int:
        """By how many pixels the page is wider than its window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
