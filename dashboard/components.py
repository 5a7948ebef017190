"""Parts of a page that Streamlit has no element for: the map, a drawn figure, sentences to copy.

``js=`` and ``css=`` strings are sent again with every message, so they only load a module that the
browser keeps: its address carries a hash of its content.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

import streamlit as st

from charts import assets
from charts.table import Table
from dashboard import home
from dashboard.cache import figures_address
from dashboard.words import text


@cache
def _loader(name: str) -> str:
    """Give the few lines that load a module once; the line break says: not a path."""
    address = assets.assets()[name].path
    return (
        f'const module = import(location.origin + "{address}");\n'
        "export default component => module.then(m => m.default(component));\n"
    )


@cache
def _style(name: str) -> str:
    """Give a stylesheet by address."""
    return f'@import url("{assets.assets()[name].path}");\n/* an address, not a path */'


@cache
def _component(name: str, script: str, style: str) -> Callable[..., Any]:
    return st.components.v2.component(
        name,
        html=f'<div class="{name}"></div>',
        css=_style(style) if style else None,
        js=_loader(script),
        isolate_styles=False,
    )


def page_style() -> None:
    """Set the colours of drawn figures and the page's own style sheet, by address."""
    st.html(f"<style>{_style('theme.css')}{_style('page.css')}</style>")


def figure(svg: str, *, key: str) -> None:
    """Show a figure that ``charts`` drew: every text in it was escaped there."""
    _component("figure", "figure.js", "")(key=key, data={"svg": svg})


def table(shown: Table, *, key: str) -> None:
    """Show a table whose headings sort it; a click shows the columns that name sources."""
    words = {"show": text("action.show_source"), "hide": text("action.hide_source")}
    data = {**shown.as_data(), "sources": words}
    _component("table", "table.js", "table.css")(key=key, data=data)


def sentences(said: Sequence[str], source: str, *, key: str, button: str = "copy.button") -> None:
    """Show sentences with a button that copies them and their source.

    It also carries the cookie of the home province, which only the browser can set.
    """
    data = {
        "sentences": list(said),
        "source": source,
        "text": "\n".join(one for one in (*said, source) if one),
        "copy": text(button),
        "copied": text("copy.copied"),
        "failed": text("copy.failed"),
        "cookie": home.cookie(),
    }
    _component("sentences", "sentences.js", "sentences.css")(key=key, data=data)


def notice(
    kind: str,
    title: str,
    lines: Sequence[str] = (),
    *,
    key: str,
    cookie: Mapping[str, str] | None = None,
) -> None:
    """Say something about a file; its words may come from anybody and are never markup.

    ``kind`` is ``good, ask, bad, plain`` or ``name`` (of a file); the browser keeps ``cookie``.
    """
    data = {"kind": kind, "title": title, "lines": list(lines), "cookie": cookie}
    _component("notice", "notice.js", "notice.css")(key=key, data=data)


def search(data: Mapping[str, Any], *, key: str, on_picked: Callable[[], None]) -> None:
    """Show the search box; what was chosen comes as the trigger ``picked``.

    It stands on every page, so it also has the page run again after a lost connection.
    """
    _component("search", "search.js", "search.css")(
        key=key, data=dict(data), on_picked_change=on_picked, on_reconnected_change=_again
    )


def _again() -> None:
    """Run the page again, and nothing else."""


def links(data: Mapping[str, Any], *, key: str, on_opened: Callable[[], None]) -> None:
    """Show rows of links to other views of this page; a plain click is the trigger ``opened``."""
    _component("links", "links.js", "links.css")(
        key=key, data=dict(data), on_opened_change=on_opened
    )


def province_map(
    data: Mapping[str, str],
    *,
    key: str,
    on_province: Callable[[], None],
    on_year: Callable[[], None],
) -> None:
    """Show the map; ``data`` is a reference (release, list, year, group), not figures."""
    addresses = {
        "base": assets.assets()[f"base-{data['boundary']}.json"].path,
        "figures": figures_address(int(data["release"]), data["boundary"], data["lang"]),
    }
    _component("map", "map.js", "map.css")(
        key=key,
        data={**data, **addresses},
        on_province_change=on_province,
        on_year_change=on_year,
    )
