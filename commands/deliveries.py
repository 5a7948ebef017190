"""``dti check, publish, undo, releases``: what a file says, and the releases made of files."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.base import (
    DEFAULT_LANG,
    EXITS,
    Boundary,
    By,
    InLang,
    Json,
    Note,
    Period,
    Reason,
    app,
    fail,
    option,
    said,
    show,
    store,
    told,
)
from language import Lang, text

if TYPE_CHECKING:
    from data.service.deliveries import Report
    from data.store import Release, Store

Flow = Annotated[str | None, option("flow", "--flow")]
Delivered = Annotated[Path, typer.Argument(metavar="FILE", help=said("file"))]


@app.command(help=said("check"))
def check(
    file: Delivered,
    flow: Flow = None,
    period: Period = None,
    boundary: Boundary = None,
    table: Annotated[Path | None, option("table", "--table")] = None,
    as_json: Json = False,
    lang: InLang = DEFAULT_LANG,
) -> None:
    from briefings import shell
    from data.service import plain

    with told(lang) as said_in:
        report = report_on(store(said_in), file, flow, period, boundary)
        if table:
            shell.write_observations(report, table)
        show(plain.report(report, said_in), as_json, lambda: shell.report(report, said_in))
        raise typer.Exit(EXITS[report.delivery.outcome])


@app.command(help=said("publish"))
def publish(
    file: Delivered,
    by: By,
    note: Note = "",
    reason: Reason = "",
    accept: Annotated[list[str] | None, option("accept", "--accept")] = None,
    flow: Flow = None,
    period: Period = None,
    boundary: Boundary = None,
    as_json: Json = False,
    lang: InLang = DEFAULT_LANG,
) -> None:
    from briefings import shell
    from data.errors import NotAccepted, NothingLeft
    from data.service import plain
    from data.service.deliveries import require_known
    from data.service.proposals import Proposal, submit
    from data.service.rights import at_shell

    with told(lang) as said_in:
        opened = store(said_in)
        report = report_on(opened, file, flow, period, boundary)
        codes = accepted(accept or [])
        require_known(report, codes)
        try:
            made = submit(
                opened, report, person=at_shell(by), note=note, reason=reason, accept=codes
            )
        except NothingLeft:
            fail(text("cli.nothing_left", said_in), status=EXITS["review"])
        except NotAccepted:
            show(plain.report(report, said_in), as_json, lambda: shell.report(report, said_in))
            raise typer.Exit(EXITS[report.delivery.outcome]) from None
        if isinstance(made, Proposal):
            answer = {"proposal": made.id, **plain.report(report, said_in)}
            show(answer, as_json, lambda: [text("cli.proposed", said_in, number=made.id)])
        else:
            tell_release(report, made, as_json, said_in)


def tell_release(report: "Report", release: "Release", as_json: bool, lang: Lang) -> None:
    """Say which release came of a file: a new one, or the one that is in use."""
    from data.service import plain

    new = report.base is None or release.id != report.base.id
    answer = {"release": release.id, "new": new, **plain.report(report, lang)}
    key = "cli.published" if new else "cli.unchanged"
    show(answer, as_json, lambda: [text(key, lang, release=release.id)])


@app.command(help=said("undo"))
def undo(
    release: int,
    by: By,
    note: Note = "",
    as_json: Json = False,
    lang: InLang = DEFAULT_LANG,
) -> None:
    from briefings import shell
    from data.service.choices import among
    from data.service.deliveries import going_back
    from data.service.deliveries import undo as take_back
    from data.service.rights import at_shell

    with told(lang) as said_in:
        opened = store(said_in)
        seen = opened.releases()  # newest first: the state that the person sees now
        among("release", str(release), [str(one.id) for one in seen])
        new = take_back(opened, release, person=at_shell(by), note=note, base=seen[0])
        is_new = new.id != seen[0].id
        also = going_back(release, seen[0]) if is_new else ()
        answer = {"release": new.id, "undone": release, "base": seen[0].id, "also": list(also)}
        show(answer, as_json, lambda: shell.undone(new.id, release, seen[0].id, also, said_in))


@app.command(help=said("releases"))
def releases(as_json: Json = False, lang: InLang = DEFAULT_LANG) -> None:
    from briefings import shell
    from data.service import plain

    with told(lang) as said_in:
        found = store(said_in).releases()
        objects = [plain.release(one) for one in found]
        show(objects, as_json, lambda: shell.releases(found, said_in))


def report_on(
    opened: "Store", file: Path, flow: str | None, period: str | None, boundary: str | None
) -> "Report":
    """Check a file against the current release."""
    from data.service.choices import known_boundary, known_flow
    from data.service.deliveries import check as look

    known_flow(flow)
    known_boundary(boundary)
    return look(opened, file.read_bytes(), file.name, flow=flow, period=period, boundary=boundary)


def accepted(codes: Sequence[str]) -> set[str]:
    """Read the codes of ``--accept``, given one by one or with commas, with or without "issue."."""
    names = [name.strip() for code in codes for name in code.split(",") if name.strip()]
    return {name if name.startswith("issue.") else f"issue.{name}" for name in names}
