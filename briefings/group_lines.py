"""A group's members over the years as lines to be explored: who rose, who fell, who came closer."""

from charts.lines import Axis, BreakMark, Line, LinesFigure
from charts.source_line import Origin, source_line
from data import catalogue, reference
from data.service import series
from data.service.series import Grid
from language import Lang, dates, text
from language.numbers import number


def group_lines(grid: Grid, lang: Lang, *, home: str) -> LinesFigure:
    """Describe one line for each member; gaps stay gaps, a change of method parts the lines."""
    about = catalogue.indicator(grid.indicator)
    unit = catalogue.units()[about.unit].name[lang]
    columns = enumerate(grid.columns)
    return LinesFigure(
        title=about.name[lang],
        subtitle=reference.group(grid.group).name[lang],
        periods=tuple(column.period for column in grid.columns),
        lines=tuple(_line(grid, line, lang, home) for line in grid.lines),
        axis=Axis(f"{about.short[lang]} ({unit})", about.decimals),
        source=source_line(_origin(grid, unit, lang), lang),
        description=text("profile.explored", lang, indicator=about.name[lang]),
        breaks=tuple(
            BreakMark(position, text(column.break_before, lang))
            for position, column in columns
            if column.break_before
        ),
        illustrative=grid.illustrative,
    )


def _line(grid: Grid, line: series.Line, lang: Lang, home: str) -> Line:
    is_home = line.province_code == home
    return Line(
        name=line.label,
        values=tuple(place.value for place in line.places),
        hover=tuple(_hover(grid, line, position, lang) for position in range(len(line.places))),
        is_home=is_home,
        is_faint=not is_home,
    )


def _hover(grid: Grid, line: series.Line, position: int, lang: Lang) -> str:
    """Say a point in words: province, period, value with unit, place where there is one."""
    place, column = line.places[position], grid.columns[position]
    if place.value is None:
        return ""
    about = catalogue.indicator(grid.indicator)
    value = number(place.value, about.decimals, lang) + catalogue.units()[about.unit].suffix[lang]
    said = f"{line.label}, {dates.period(column.period, lang)}: {value}"
    if place.rank is None:
        return said
    return f"{said}, {text('chart.map.rank', lang, rank=place.rank, n=column.n)}"


def _origin(grid: Grid, unit: str, lang: Lang) -> Origin:
    known = catalogue.sources()
    publishers = dict.fromkeys(known[one].publisher[lang] for one in grid.sources)
    marks = {place.status for line in grid.lines for place in line.places}
    return Origin(
        unit,
        "",
        grid.boundary,
        "; ".join(publishers),
        release=grid.release,
        marks=tuple(sorted(marks)),
    )
