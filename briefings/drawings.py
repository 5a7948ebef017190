"""Rankings and grids drawn for pages and files: bars, places over the years."""

from briefings.payments import measures, payments_bars
from charts import bars, places
from charts.from_ranking import bars_figure
from charts.source_line import Origin, source_line
from charts.theme import PAGE, Theme
from data import catalogue
from data.service.ranking import Ranking
from data.service.series import Grid, Line
from language import Lang, text

# Drawn for a phone and scaled up on a wide screen: text stays readable on both.
PAGE_WIDTH = 400.0


def ranking_bars(
    ranking: Ranking, lang: Lang, *, home: str = "", theme: Theme = PAGE, width: float = PAGE_WIDTH
) -> str:
    """Draw the group's members as bars, best first, those without a figure last."""
    describe = payments_bars if ranking.indicator in measures() else bars_figure
    return bars.svg(describe(ranking, lang, home=home), lang, theme, width)


def places_grid(
    grid: Grid, lang: Lang, *, home: str = "", theme: Theme = PAGE, width: float = PAGE_WIDTH
) -> str:
    """Draw the places of a group's members over the periods, breaks as gaps."""
    about = catalogue.indicator(grid.indicator)
    figure = places.PlacesFigure(
        title=text("page.ranking.grid_title", lang, indicator=about.name[lang]),
        years=tuple(
            places.Year(
                one.period,
                one.period,
                0 if one.withheld else one.n,
                bool(one.break_before),
            )
            for one in grid.columns
        ),
        rows=tuple(_places(grid, line) for line in grid.lines),
        source=source_line(_origin(grid, lang), lang),
        home=home,
        across_for_reference=all(about.id in one.place_of for one in about.breaks),
    )
    return places.svg(figure, lang, theme, width)


def _origin(grid: Grid, lang: Lang) -> Origin:
    known = catalogue.sources()
    publishers = dict.fromkeys(known[one].publisher[lang] for one in grid.sources)
    return Origin("", "", grid.boundary, "; ".join(publishers), release=grid.release)


def _places(grid: Grid, line: Line) -> places.Places:
    ranks = {
        column.period: place.rank
        for column, place in zip(grid.columns, line.places, strict=True)
        if place.rank is not None
    }
    return places.Places(line.province_code, line.label, ranks)
