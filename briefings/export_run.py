"""One export from beginning to end: check the names, make the file, write it whole.

As a child of the server it works at lower priority, tells each step as a line of JSON, and stops
when it is asked to or when the server is gone.
"""

import json
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Thread
from types import FrameType

from briefings import export, release_day, template_check
from briefings.office_template import BadTemplate
from briefings.whole_file import Cancelled, write
from briefings.wish import Asked, Wish, settled, templates_of
from data.service.figures import Figures
from language import Lang

Progress = Callable[[str, int, int], None]
NICENESS = 10


def run(
    figures: Figures,
    wish: Wish,
    out: Path,
    lang: Lang,
    made: date,
    *,
    template: Path | None = None,
    progress: Progress = release_day.silent,
) -> Asked:
    """Make the file of a wish and write it to ``out``.

    Raises
    ------
    UnknownChoice, PeriodError
        For a name that is not there; nothing was made.
    UnknownPeriod
        Where there are no figures of the kind.
    BadTemplate, OSError
        For an office's file that cannot be used or read.
    CannotWrite, Cancelled
        Nothing is left behind, and a former file is as it was.
    """
    asked = settled(figures, wish, out.name)
    slides, paper = _templates(asked, template)
    if asked.kind == "release-day":
        release_day.make(
            figures,
            asked.group,
            asked.boundary,
            lang,
            made,
            out,
            progress,
            period=asked.period,
            slides=slides,
            paper=paper,
        )
        return asked
    progress(out.name, 1, 1)
    by = export.maker(figures, lang, made, slides=slides, paper=paper)
    write(out, export.make(by, asked).content)
    return asked


def _templates(asked: Asked, template: Path | None) -> tuple[bytes | None, bytes | None]:
    """Read an office's file, for slides or for paper: of a whole set its ending decides."""
    if template is None:
        return None, None
    kinds = templates_of(asked.kind, asked.suffix)
    if not kinds:
        raise BadTemplate("office_template.unused")
    ending = template.suffix.casefold()
    kind = next((one for one in kinds if ending == f".{one}"), kinds[0])
    content = template_check.read(template, kind)
    return (None, content) if kind == "docx" else (content, None)


@contextmanager
def stoppable() -> Iterator[None]:
    """Turn the signals that end a program into ``Cancelled``, so that it tidies up."""
    former = {one: signal.signal(one, _stop) for one in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for one, handler in former.items():
            signal.signal(one, handler)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise Cancelled("The export was stopped.")


def in_background() -> None:
    """Let others go first, and stop when whoever started this is gone: the pipe closes then."""
    os.nice(NICENESS)
    Thread(target=_until_closed, daemon=True).start()


def _until_closed() -> None:
    # Not sys.stdin: its lock, held by a thread that waits, stops the interpreter from ending.
    while os.read(0, 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


def tell(name: str, number: int, count: int) -> None:
    """Tell a step to the server that started this."""
    print(json.dumps({"name": name, "step": number, "of": count}), flush=True)
