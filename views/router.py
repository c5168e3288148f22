"""The page table: which file answers which address, with the sidebar around it and the error boundary at its edge."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from views import sidebar
from views.boundary import guarded
from views.words import html_language, t

HERE = Path(__file__).resolve().parent


def main() -> None:
    """One run of the application: navigation rebuilt in the language chosen, then the page asked for."""
    st.set_page_config(page_title=t("site"), page_icon=str(HERE / "static" / "icon.png"), layout="wide")
    page = st.navigation(
        [
            st.Page(file, title=t(name), url_path=path, default=not path)
            for pages in sidebar.SECTIONS.values()
            for file, path, name in pages
        ],
        position="hidden",
    )
    st.html(HERE / "static" / "page.css")
    # the language of the words, so that screen readers speak it and the right glyphs are chosen
    st.html(f"<script>document.documentElement.lang = '{html_language()}'</script>", unsafe_allow_javascript=True)
    sidebar.show_pages()

    def show() -> None:
        sidebar.show_as_of()
        page.run()

    guarded(show)


main()
