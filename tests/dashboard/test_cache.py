"""What a run of a page keeps."""

from itertools import count
from types import SimpleNamespace

from streamlit.testing.v1 import AppTest

from dashboard import cache
from data.service import current


def page() -> None:
    """Stand for a page: it asks for the release in several of its parts."""
    import streamlit as st

    from dashboard import cache

    cache.settle_release()
    st.text(cache.release())
    st.text(cache.release())


def test_a_page_shows_one_release_although_somebody_publishes_while_it_is_drawn(monkeypatch):
    """Each part asked for the current release: map and table of one page were of two releases."""
    numbers = count(7)
    published = lambda: SimpleNamespace(release=SimpleNamespace(id=next(numbers)))  # noqa: E731
    monkeypatch.setattr(current, "figures", published)
    monkeypatch.setattr(cache, "_holds_any", bool)

    app = AppTest.from_function(page).run()

    assert [one.value for one in app.text] == ["7", "7"]
    assert [one.value for one in app.run().text] == ["8", "8"]
