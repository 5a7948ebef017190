"""The menu at every figure: closed it holds nothing, open it offers every format."""

import pytest

from briefings.wish import FORMATS

NORTH = "northern-midlands-mountains"
VIEW = {"province": "02", "boundary": "63", "group": NORTH, "year": "2023"}
MENUS = {
    "overview": ("overview.figures",),
    "ranking": ("ranking.map", "ranking.bars"),
    "profile": ("profile.trend.dti_total", "profile.trend.poverty_rate_nso"),
    "payments": ("payments.map", "payments.bars"),
    "poverty": ("poverty.scatter", "map.dti_total", "map.poverty_rate_nso"),
}
CHOSEN = {
    "profile": {"indicator": "poverty_rate_nso"},
    "payments": {"group": "country", "year": "2024"},
}


def offered(app):
    """Give the keys of the buttons of menus."""
    keys = [one.key for one in app.get("download_button")]
    return [key for key in keys if key.endswith(FORMATS)]


def menus(app):
    """Give the names of the menus on the page, in their order."""
    found = [one.proto.id for one in blocks(app.main) if one.type == "popover"]
    return [one.rpartition("-")[2] for one in found]


def blocks(block):
    """Give everything on the page, outermost first."""
    for child in getattr(block, "children", {}).values():
        yield child
        yield from blocks(child)


@pytest.mark.parametrize("page", MENUS)
def test_every_figure_of_a_page_has_a_menu_that_offers_every_format(at, page):
    app = at(page, **{**VIEW, **CHOSEN.get(page, {})})
    assert menus(app) == [f"{menu}.menu" for menu in MENUS[page]]
    assert offered(app) == []

    for menu in MENUS[page]:
        app.session_state[f"{menu}.menu"] = True
    app.run()

    assert not app.exception
    assert offered(app) == [f"{menu}{suffix}" for menu in MENUS[page] for suffix in FORMATS]


def test_places_over_the_years_are_offered_where_anybody_has_one(at):
    placed = at("ranking", **VIEW, show="grid", indicator="dti_total")
    nobody = at("ranking", **VIEW, show="grid", indicator="qr_acceptance_points")

    assert menus(placed) == ["ranking.places.menu"]
    assert menus(nobody) == []


def test_lines_to_be_explored_have_a_menu_of_their_own(at):
    app = at("profile", **VIEW, indicator="dti_total")
    app.toggle(key="profile.explore").set_value(True).run()

    assert "profile.lines.menu" in menus(app)


def test_one_menu_serves_map_and_bars_of_the_overview(at):
    app = at("overview", **VIEW)
    app.session_state["overview.figures.menu"] = True
    app.run()

    (which,) = [one for one in app.radio if one.key == "overview.figures.which"]
    assert which.options == ["Bản đồ", "Biểu đồ"]
    assert which.value == "map"
