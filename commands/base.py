"""What all commands have in common: options, language, the store, how they answer and end.

Exit status: 0 done (``check``: loads), 1 the installation or a lost race, 2 unknown name, 3 needs
review, 4 refused. What is heavy is imported inside the commands, so that ``dti --help`` is quick.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from language import LANGS, Lang, text

if TYPE_CHECKING:
    from data.service.figures import Figures
    from data.store import Store

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
By = Annotated[str, option("by", "--by")]
Note = Annotated[str, option("note", "--note")]
Reason = Annotated[str, option("reason", "--reason")]


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


def show(plain: object, as_json: bool, lines: Callable[[], Sequence[str]]) -> None:
    """Print one object as JSON, or the lines for people."""
    made = json.dumps(plain, ensure_ascii=False, indent=2) if as_json else "\n".join(lines())
    typer.echo(made)
