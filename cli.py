"""The dashboard's work from a shell: ``dti check, publish, undo, releases, rank, series, export,
serve``.

``proposals, approve`` and ``send-back`` are for installations where a second person approves.

Exit status: 0 done (``check``: loads), 1 the installation or a lost race, 2 unknown name, 3 needs
review, 4 refused. What is heavy is
imported inside the commands, so that ``dti --help`` is quick.
"""

import json
import os
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from language import LANGS, Lang, text

if TYPE_CHECKING:
    from data.service.deliveries import Report
    from data.service.figures import Figures
    from data.store import Release, Store

EXIT_UNKNOWN = 2
EXITS = {"loads": 0, "review": 3, "refused": 4}
DEFAULT_LANG: Lang = "vi"


def said(name: str) -> str:
    """Give the help text of a command or option."""
    return text(f"cli.help.{name}")


def option(name: str, *flags: str) -> Any:
    """Make an option with its help text."""
    return typer.Option(*flags, help=said(name))


app = typer.Typer(
    add_completion=False,
    help=said("app"),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Json = Annotated[bool, option("json", "--json")]
InLang = Annotated[str, option("lang", "--lang")]
Boundary = Annotated[str | None, option("boundary", "--boundary")]
Period = Annotated[str | None, option("period", "--period")]
Flow = Annotated[str | None, option("flow", "--flow")]
By = Annotated[str, option("by", "--by")]
Note = Annotated[str, option("note", "--note")]
Reason = Annotated[str, option("reason", "--reason")]
Delivered = Annotated[Path, typer.Argument(metavar="FILE", help=said("file"))]


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


@app.command(help=said("proposals"))
def proposals(
    number: Annotated[int | None, typer.Argument(help=said("proposal"))] = None,
    as_json: Json = False,
    lang: InLang = DEFAULT_LANG,
) -> None:
    from briefings import shell
    from data.service import plain
    from data.service import proposals as waiting

    with told(lang) as said_in:
        opened = store(said_in)
        if number is not None:
            known_proposal(opened, number)
            report = waiting.review(opened, number)
            show(plain.report(report, said_in), as_json, lambda: shell.report(report, said_in))
            return
        found = waiting.proposals(opened)
        objects = [plain.proposal(one) for one in found]
        show(objects, as_json, lambda: shell.proposals(found, said_in))


@app.command(help=said("approve"))
def approve(
    number: int,
    by: By,
    base: Annotated[int | None, option("base", "--base")] = None,
    as_json: Json = False,
    lang: InLang = DEFAULT_LANG,
) -> None:
    from data.service import proposals as waiting
    from data.service.rights import at_shell

    with told(lang) as said_in:
        opened = store(said_in)
        known_proposal(opened, number)
        found, report = waiting.proposal(opened, number), waiting.review(opened, number)
        now = report.base.id if report.base else 0
        if found.decided is None and (found.base_id or 0) != now != base:
            fail(text("cli.approve_stale", said_in, number=number, release=now), status=1)
        made = waiting.approve(opened, number, report, person=at_shell(by))
        tell_release(report, made, as_json, said_in)


@app.command("send-back", help=said("send_back"))
def send_back(
    number: int,
    by: By,
    reason: Reason = "",
    as_json: Json = False,
    lang: InLang = DEFAULT_LANG,
) -> None:
    from data.service import plain
    from data.service import proposals as waiting
    from data.service.rights import at_shell

    with told(lang) as said_in:
        opened = store(said_in)
        known_proposal(opened, number)
        found = waiting.send_back(opened, number, person=at_shell(by), reason=reason)
        done = text("cli.sent_back", said_in, number=number)
        show(plain.proposal(found), as_json, lambda: [done])


def known_proposal(opened: "Store", number: int) -> None:
    """Refuse a proposal that is not there."""
    from data.service.choices import among
    from data.service.proposals import proposals as listed

    among("proposal", str(number), [str(one.id) for one in listed(opened)])


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


@app.command(help=said("releases"))
def releases(as_json: Json = False, lang: InLang = DEFAULT_LANG) -> None:
    from briefings import shell
    from data.service import plain

    with told(lang) as said_in:
        found = store(said_in).releases()
        objects = [plain.release(one) for one in found]
        show(objects, as_json, lambda: shell.releases(found, said_in))


@app.command(help=said("serve"))
def serve(
    host: Annotated[str | None, option("host", "--host")] = None,
    port: Annotated[int | None, option("port", "--port")] = None,
    demo: Annotated[bool, option("demo", "--demo")] = False,
) -> None:
    with told(DEFAULT_LANG):
        command, environment = serve_command(host, port, demo)
    os.execve(command[0], command, environment)  # noqa: S606 - becomes the server: gets its signals


def serve_command(
    host: str | None, port: int | None, demo: bool
) -> tuple[list[str], dict[str, str]]:
    """Give the command that runs the server, and its environment."""
    from data.settings import ROOT, settings

    at, on = host or settings().host, str(port or settings().port)
    streamlit = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")]
    set_ = {"DTI_HOST": at, "DTI_PORT": on, **({"DTI_DEMO": "1"} if demo else {})}
    return [*streamlit, "--server.address", at, "--server.port", on], {**os.environ, **set_}


@contextmanager
def told(name: str) -> Iterator[Lang]:
    """Give the language of a command; what a person can mend ends it with a sentence."""
    lang = next((each for each in LANGS if each == name), None)
    if lang is None:
        fail(text("cli.unknown.lang", DEFAULT_LANG, name=name, names=", ".join(LANGS)))
    try:
        yield lang
    except typer.Exit:
        raise
    except Exception as error:
        from briefings.shell import why_not

        found = why_not(error, lang)
        if found is None:
            raise
        fail(found.sentence, status=found.status)


def fail(sentence: str, *, status: int = EXIT_UNKNOWN) -> NoReturn:
    """Say what is wrong, and end."""
    typer.echo(sentence, err=True)
    raise typer.Exit(status)


def known_indicators() -> Collection[str]:
    """Give the catalogue's names: a wrong one is refused before the store is opened."""
    from data.catalogue import indicators

    return indicators()


def store(lang: Lang) -> "Store":
    """Open the store of this installation; a fresh one is filled, with a line for each workbook."""
    from data.service.opening import open_store
    from data.settings import settings

    def progress(name: str, number: int, count: int) -> None:
        typer.echo(text("cli.filling", lang, name=name, number=number, count=count), err=True)

    return open_store(settings(), progress)


def figures_in_use(lang: Lang, number: int | None = None) -> "Figures":
    """Give the figures of the current release or of one by number, or say that there are none."""
    from data.service.choices import among
    from data.service.figures import Figures

    opened = store(lang)
    release = opened.current()
    if number is not None:
        among("release", str(number), [str(one.id) for one in opened.releases()])
        release = opened.release(number)
    if release is None:
        fail(text("cli.empty", lang))
    return Figures(opened, release)


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


def show(plain: object, as_json: bool, lines: Callable[[], Sequence[str]]) -> None:
    """Print one object as JSON, or the lines for people."""
    made = json.dumps(plain, ensure_ascii=False, indent=2) if as_json else "\n".join(lines())
    typer.echo(made)


def main() -> None:
    """Run the command; text is UTF-8 whatever the terminal says."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    app()


if __name__ == "__main__":
    main()
