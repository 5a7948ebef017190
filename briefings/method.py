"""What each indicator is, in words and tables, all of it from the catalogue; and how to cite."""

from collections.abc import Iterator

from charts.from_ranking import rule_words
from charts.table import Cell, Column, Line, Table
from data import catalogue, reference
from data.catalogue import Indicator
from data.service.figures import Figures
from data.service.placing import PLACE
from indicators.period import parse
from language import Lang, dates, numbers, text

# Columns of a few words; all others hold sentences and get room.
FEW = (
    "unit",
    "direction",
    "range",
    "id",
    "years",
    "source_id",
    "count",
    "valid_from",
    "valid_to",
    "mark",
)


def table(
    caption: str, names: tuple[str, ...], rows: Iterator[tuple[str, ...]], lang: Lang
) -> Table:
    """Make a table of sentences; ``names`` are keys under ``[method.column]``."""
    return Table(
        caption=caption,
        columns=tuple(
            Column(text(f"method.column.{name}", lang), sortable=False, is_long=name not in FEW)
            for name in names
        ),
        lines=tuple(Line(tuple(Cell(words) for words in row)) for row in rows),
        is_prose=True,
    )


def flow_table(flow: str, lang: Lang) -> Table:
    """List the indicators of a dataflow, in the order of the catalogue."""
    of_flow = [one for one in catalogue.indicators().values() if one.dataflow == flow]
    names = ("name", "definition", "unit", "direction", "range", "merge", "id")
    rows = (
        (
            one.name[lang],
            one.definition[lang],
            unit_words(one, lang),
            direction_words(one, lang),
            range_words(one, lang),
            merge_words(one, lang),
            one.id,
        )
        for one in of_flow
    )
    return table(catalogue.dataflows()[flow].name[lang], names, rows, lang)


def indicator_table(figures: Figures | None, indicator: str, lang: Lang) -> Table:
    """Say everything about one indicator, a line for each thing that is known of it."""
    about = catalogue.indicator(indicator)
    rows = (
        (text(f"method.about.{name}", lang), words)
        for name, words in _about(figures, about, lang)
        if words
    )
    return table(about.name[lang], ("about", "content"), rows, lang)


def _about(figures: Figures | None, one: Indicator, lang: Lang) -> Iterator[tuple[str, str]]:
    yield "name", one.name[lang]
    yield "flow", catalogue.dataflows()[one.dataflow].name[lang]
    yield "definition", one.definition[lang]
    yield "unit", unit_words(one, lang)
    yield "direction", direction_words(one, lang)
    yield "range", range_words(one, lang)
    yield "decimals", str(one.decimals)
    yield "derived", derived_words(one, lang)
    yield "merge", merge_words(one, lang)
    yield "breaks", " ".join(f"{text(each.reason, lang)}." for each in one.breaks)
    yield "bodies", bodies_words(one, lang)
    yield "source", source_words(one.source_id, lang)
    yield "share", share_words(one, lang)
    yield "periods", periods_words(figures, one, lang)
    yield "headings", "; ".join(one.headings)
    yield "id", one.id


def unit_words(one: Indicator, lang: Lang) -> str:
    """Name the unit."""
    return catalogue.units()[one.unit].name[lang]


def direction_words(one: Indicator, lang: Lang) -> str:
    """Say which end is the better one."""
    return text("method.direction.more" if one.direction == 1 else "method.direction.less", lang)


def range_words(one: Indicator, lang: Lang) -> str:
    """Say between which values a figure can be; outside it is a question to who loads it."""
    low, high = (numbers.number(end, _decimals(end), lang) for end in one.range)
    return text("method.range", lang, low=low, high=high)


def _decimals(value: float) -> int:
    """Count the decimals that a number needs to be written exactly."""
    return len(f"{value:.12g}".partition(".")[2])


def merge_words(one: Indicator, lang: Lang) -> str:
    """Say how the figures of old provinces become that of the new one."""
    weight = catalogue.indicator(one.merge_weight).short[lang].lower() if one.merge_weight else ""
    return text(f"method.merge.{one.merge}", lang, weight=weight)


def derived_words(one: Indicator, lang: Lang) -> str:
    """Say from what an indicator is computed; "" for one that is published only."""
    if one.derived is None:
        return ""
    of = ", ".join(catalogue.indicator(name).name[lang] for name in one.derived.of)
    return f"{rule_words(one.derived.rule, '', lang)} ({of})."


def bodies_words(one: Indicator, lang: Lang) -> str:
    """Name the bodies responsible, each with the year from which it is."""
    return "; ".join(
        text("method.body", lang, name=body.name[lang], year=body.since)
        if body.since
        else body.name[lang]
        for body in one.bodies
    )


def source_words(source_id: str, lang: Lang) -> str:
    """Name a source with its kind: a transcription by a third party is called one."""
    source = catalogue.source(source_id)
    kind = text(f"method.kind.{source.kind}", lang)
    return f"{source.publisher[lang]}: {source.title[lang]} ({kind}). {source.url}".strip()


def share_words(one: Indicator, lang: Lang) -> str:
    """Say when there are places: a published place is never ranked again."""
    if one.unit == PLACE:
        return text("withheld.not_ranked", lang)
    if one.rank_min_share == 1:
        return text("method.share_all", lang)
    share = numbers.percent(100 * one.rank_min_share, 0, lang)
    return text("method.share", lang, share=share)


def periods_words(figures: Figures | None, one: Indicator, lang: Lang) -> str:
    """Say for each list which periods have figures in the release shown."""
    if figures is None:
        return ""
    said = []
    for boundary in reversed(reference.boundaries()):
        found = figures.periods(one.id, boundary.id)
        periods = ", ".join(each if len(each) == 4 else dates.period(each, lang) for each in found)
        shown = periods or text("value.not_loaded", lang)
        said.append(f"{boundary.name[lang]}: {shown}")
    return "; ".join(said) + "."


def citation(figures: Figures, indicator: str, lang: Lang) -> str:
    """Say how to cite an indicator of a release: title, release, its day, publishers."""
    names = "; ".join(_publishers(figures, indicator, lang))
    return text(
        "method.citation",
        lang,
        title=text("app.title", lang),
        release=figures.release.id,
        day=dates.day(figures.release.created_at.date().isoformat(), lang),
        indicator=catalogue.indicator(indicator).name[lang],
        source=names,
    )


def _publishers(figures: Figures, indicator: str, lang: Lang) -> tuple[str, ...]:
    """Name who published the newest figures; without any, who usually does."""
    known = catalogue.sources()
    for boundary in reference.boundaries():
        if found := figures.periods(indicator, boundary.id):
            cells = figures.table(indicator, found[-1], boundary.id).values()
            used = dict.fromkeys(one.source_id for cell in cells for one in cell.origins)
            return tuple(dict.fromkeys(known[one].publisher[lang] for one in used))
    return (catalogue.source(catalogue.indicator(indicator).source_id).publisher[lang],)


def release_line(figures: Figures, lang: Lang) -> str:
    """Say which release is shown, and of which day it is."""
    day = dates.day(figures.release.created_at.date().isoformat(), lang)
    return text("method.release", lang, release=figures.release.id, day=day)


def years_without_weights(figures: Figures, lang: Lang) -> tuple[str, ...]:
    """Say for which years with a DTI the weights are not known."""
    lists = (boundary.id for boundary in reference.boundaries())
    found = {each for one in lists for each in figures.periods("dti_total", one)}
    years = (each for each in sorted(found, key=parse) if catalogue.weights(each) is None)
    return tuple(text("method.no_weights", lang, period=dates.period(each, lang)) for each in years)
