"""``dti rank`` and ``dti series``: the figures in use, for people and as JSON."""

from collections.abc import Collection
from typing import Annotated

from commands.base import (
    DEFAULT_LANG,
    Boundary,
    InLang,
    Json,
    Period,
    app,
    figures_in_use,
    option,
    said,
    show,
    told,
)


@app.command(help=said("rank"))
def rank(
    indicator: str,
    period: Period = None,
    boundary: Boundary = None,
    group: Annotated[str, option("group", "--group")] = "country",
    as_json: Json = False,
    lang: InLang = DEFAULT_LANG,
) -> None:
    from briefings import shell
    from data.service import plain
    from data.service.choices import among, choose
    from data.service.ranking import ranking

    with told(lang) as said_in:
        among("indicator", indicator, known_indicators())
        figures = figures_in_use(said_in)
        asked = choose(figures, indicator, period, boundary, group)
        found = ranking(figures, indicator, asked.period, asked.boundary, group, lang=said_in)
        show(plain.ranking(found, said_in), as_json, lambda: shell.ranking(found, said_in))


@app.command(help=said("series"))
def series(
    indicator: str,
    province: Annotated[str, option("province", "--province")],
    boundary: Boundary = None,
    as_json: Json = False,
    lang: InLang = DEFAULT_LANG,
) -> None:
    from briefings import shell
    from data.service import plain
    from data.service.choices import among, choose_province
    from data.service.series import series as follow

    with told(lang) as said_in:
        among("indicator", indicator, known_indicators())
        code, on = choose_province(province, boundary)
        found = follow(figures_in_use(said_in), indicator, code, on, lang=said_in)
        show(plain.series(found, said_in), as_json, lambda: shell.series(found, said_in))


def known_indicators() -> Collection[str]:
    """Give the catalogue's names: a wrong one is refused before the store is opened."""
    from data.catalogue import indicators

    return indicators()
