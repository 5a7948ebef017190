"""The way from a figure, wherever it is shown, to every value that it had."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from briefings import figure_life
from dashboard import components, history_choice, search, view
from dashboard.settle import NOBODY
from dashboard.view import View
from dashboard.words import lang, text


def offer(now: View, *, key: str) -> None:
    """Offer the life of the figure that another page shows of a province; nothing without one."""
    if now.province in ("", NOBODY):
        return

    def follow() -> None:
        view.choose(**fields)
        history_choice.choose(part="figure")
        search.go("history")

    fields = {name: getattr(now, name) for name in ("indicator", "boundary", "province", "year")}
    title = figure_life.title(now.indicator, now.year, now.boundary, now.province, lang())
    item = {"text": title, "href": href(now, part="figure"), "view": fields}
    components.links({"rows": [row("life.offer", [item])]}, key=key, on_opened=follow)


def row(label: str, items: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Describe a row of links by the key of its label."""
    return {"label": text(label), "items": list(items)}


def href(to: View, **own: Any) -> str:
    """Give the address of the history for a view and its own choices."""
    return f"/history?{urlencode({**view.to_params(to), **own})}"
