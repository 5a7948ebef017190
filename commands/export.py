"""``dti export``: slides, documents, workbooks and pictures of the figures in use."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

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
from language import Lang, text


@app.command(help=said("export"))
def export(
    kind: Annotated[str, typer.Argument(metavar="KIND", help=said("kind"))],
    out: Annotated[Path, option("out", "--out")],
    province: Annotated[str, option("province", "--province")] = "",
    group: Annotated[str, option("group", "--group")] = "",
    boundary: Boundary = None,
    period: Period = None,
    indicator: Annotated[str, option("indicator", "--indicator")] = "",
    figure: Annotated[str, option("figure", "--figure")] = "",
    template: Annotated[Path | None, option("template", "--template")] = None,
    release: Annotated[int | None, option("of_release", "--release")] = None,
    background: Annotated[bool, option("background", "--background")] = False,
    as_json: Json = False,
    lang: InLang = DEFAULT_LANG,
) -> None:
    from dataclasses import asdict
    from datetime import date

    from briefings import export_run
    from briefings.wish import SUFFIXES, Wish
    from data.service.choices import among

    with told(lang) as said_in, export_run.stoppable():
        among("export", kind, SUFFIXES)
        if background:
            export_run.in_background()
        figures = figures_in_use(said_in, release)
        wish = Wish(kind, province, group, boundary, period, indicator, figure)
        tell = export_run.tell if background else in_words(said_in)
        made = date.today()
        done = export_run.run(figures, wish, out, said_in, made, template=template, progress=tell)
        if not background:
            answer = {"file": str(out), "release": figures.release.id, **asdict(done)}
            show(answer, as_json, lambda: [text("export.done", said_in, name=str(out))])


def in_words(lang: Lang) -> Callable[[str, int, int], None]:
    """Give the function that tells each step to a person, beside what a program may read."""

    def tell(name: str, number: int, count: int) -> None:
        words = text("export.step", lang, name=name, number=number, count=count)
        typer.echo(words, err=True)

    return tell
