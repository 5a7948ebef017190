"""Making a file in a child process at lower priority: readers' clicks do not wait for it.

The child is ``dti export --background``. One is at work at a time, and one for a single figure; the
others wait. Its file lies in a folder with a name that nobody guesses, for an hour at the latest.
"""

import json
import logging
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex
from threading import BoundedSemaphore, Thread, Timer
from typing import Literal

from data.settings import ROOT, settings

State = Literal["waiting", "running", "done", "failed", "stopped"]
KEPT_SECONDS = 3600.0
_AT_WORK = BoundedSemaphore(1)
_QUICK = BoundedSemaphore(1)  # single figures do not wait behind a whole set
_ENDING = 1, 2  # statuses with which the command says in words why there is no file

log = logging.getLogger("dti.export")


@dataclass(eq=False)
class Job:
    """One file that is being made.

    ``words`` are those of the command behind ``dti export``; ``name`` is the file's; ``is_apart``
    takes the figures of the illustrative store, which never are the official ones; ``template``
    is name and content of an office's own file, which was checked before. ``step`` of
    ``count`` is made of ``part`` now. ``said`` says why it failed, "" when it is our own fault.
    """

    words: tuple[str, ...]
    name: str
    is_apart: bool = False
    template: tuple[str, bytes] | None = None
    state: State = "waiting"
    step: int = 0
    count: int = 0
    part: str = ""
    said: str = ""
    folder: Path = field(default_factory=lambda: _folder())
    is_quick: bool = False
    _child: subprocess.Popen[str] | None = field(default=None, repr=False)

    @property
    def file(self) -> Path:
        """Where the file lies once it is done."""
        return self.folder / self.name

    @property
    def is_over(self) -> bool:
        """Tell whether nothing will change any more."""
        return self.state in ("done", "failed", "stopped")

    def start(self) -> "Job":
        """Begin, or wait until the one before has ended."""
        sweep()
        Thread(target=self._work, daemon=True, name="export").start()
        return self

    def stop(self) -> None:
        """Stop the work; nothing is left of the file."""
        if not self.is_over:
            self.state = "stopped"
            if self._child:
                self._child.terminate()

    def content(self) -> bytes:
        """Give the file's bytes; ``FileNotFoundError`` when it was removed."""
        return self.file.read_bytes()

    def remove(self) -> None:
        """Stop, and take the file away."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _work(self) -> None:
        with _QUICK if self.is_quick else _AT_WORK:
            if self.state == "waiting":
                self.state = "running"
                self._run()
        if self.state != "done":
            shutil.rmtree(self.folder, ignore_errors=True)
            return
        clock = Timer(KEPT_SECONDS, self.remove)
        clock.daemon = True
        clock.start()

    def _run(self) -> None:
        try:
            self.folder.mkdir(mode=0o700, parents=True)
            words = [*self.words, *self._with_template(), "--out", str(self.file)]
            with _started(words, self.is_apart) as child:
                self._child = child
                if self.state == "stopped":
                    child.terminate()
                self._follow(child)
        except OSError as error:
            log.warning("An export cannot be started: %s", error)
            self._fail("")

    def _with_template(self) -> list[str]:
        if self.template is None:
            return []
        name, content = self.template
        (self.folder / name).write_bytes(content)
        return ["--template", str(self.folder / name)]

    def _follow(self, child: subprocess.Popen[str]) -> None:
        told: list[str] = []
        reader = Thread(target=lambda: told.extend(child.stderr or ()), daemon=True)
        reader.start()
        for line in child.stdout or ():
            self._hear(line)
        status = child.wait()
        reader.join()
        if self.template:
            (self.folder / self.template[0]).unlink(missing_ok=True)
        if status == 0 and self.file.exists() and self.state == "running":
            self.state = "done"
        else:
            self._fail(told[-1].strip() if told and status in _ENDING and _is_said(told) else "")
            if not self.said and self.state == "failed":
                log.error("An export stopped with status %s: %s", status, "".join(told)[-4000:])

    def _hear(self, line: str) -> None:
        try:
            told = json.loads(line)
            self.part, self.step, self.count = told["name"], told["step"], told["of"]
        except (ValueError, KeyError, TypeError):
            log.warning("An export said %.200r.", line)

    def _fail(self, said: str) -> None:
        if self.state != "stopped":
            # where the server keeps its files is nobody's business
            self.state, self.said = "failed", said.replace(f"{self.folder}{os.sep}", "")


def _is_said(told: list[str]) -> bool:
    """Tell whether the command ended with a sentence: a traceback is a fault of ours."""
    return not any(line.startswith("Traceback") for line in told)


@contextmanager
def _started(words: list[str], is_apart: bool) -> Iterator[subprocess.Popen[str]]:
    """Start the command; when this process ends its pipe closes, and the child stops."""
    threads = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"}
    chosen = {"DTI_DEMO": "1"} if is_apart or settings().demo else {}
    command = [sys.executable, str(ROOT / "cli.py"), "export", *words, "--background"]
    pipe = subprocess.PIPE
    with subprocess.Popen(  # noqa: S603 - our own interpreter and our own file
        command,
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
        env={**os.environ, **threads, **chosen, "DTI_HOME": str(settings().home)},
        encoding="utf-8",
    ) as child:
        try:
            yield child
        finally:
            child.kill()


def made(words: tuple[str, ...], name: str, *, is_apart: bool = False) -> bytes:
    """Make the file of one figure and give its bytes: for a button that waits.

    ``FileNotFoundError`` when it was not made.
    """
    job = Job(words, name, is_apart, is_quick=True)
    job._work()
    try:
        return job.content()
    finally:
        job.remove()


def _root() -> Path:
    return settings().home / "exports"


def _folder() -> Path:
    return _root() / token_hex(16)


def sweep() -> None:
    """Remove what a server that is gone has left behind."""
    old = time.time() - KEPT_SECONDS
    for folder in _root().glob("*") if _root().is_dir() else ():
        if folder.stat().st_mtime < old:
            shutil.rmtree(folder, ignore_errors=True)
