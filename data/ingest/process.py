"""Run a program that may do anything: with a clock, and with a limit on what it may answer."""

import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from threading import Timer
from typing import IO

_TOLD = 16 * 1024


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended: its exit status, its answer, and what it said on stderr.

    ``answer`` is longer than was allowed, by one byte, when the program was stopped for that.
    """

    status: int
    answer: bytes
    told: str


Answer = Callable[[bytes, float, int], Ended]
"""Takes the content, the seconds and the most bytes of an answer."""


def run(
    command: Sequence[str],
    content: bytes,
    *,
    environment: Mapping[str, str],
    seconds: float,
    most: int,
) -> Ended:
    """Give ``content`` to a program and take at most ``most`` bytes of answer.

    It is killed after ``seconds``, and as soon as it answers more. Raises ``OSError`` when it
    cannot be started.
    """
    with started(command, environment) as answer:
        return answer(content, seconds, most)


@contextmanager
def started(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[Answer]:
    """Start a program that waits for what it shall read; at the end it is killed.

    It gets ready while something else is done. Raises ``OSError`` when it cannot be started.
    """
    pipe = subprocess.PIPE
    with subprocess.Popen(  # noqa: S603 - our own interpreter and our own file
        command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment
    ) as child:
        try:
            yield partial(_answer, child)
        finally:
            child.kill()


def _answer(child: subprocess.Popen[bytes], content: bytes, seconds: float, most: int) -> Ended:
    with ThreadPoolExecutor(2) as others:
        clock = Timer(seconds, child.kill)
        clock.start()
        try:
            others.submit(_feed, child.stdin, content)
            told = others.submit(_read, child.stderr, _TOLD)
            answer = _read(child.stdout, most + 1)
            if len(answer) > most:
                child.kill()
            status = child.wait()
        finally:
            clock.cancel()
            child.kill()
        return Ended(status, answer, told.result().decode("utf-8", "replace"))


def _feed(pipe: IO[bytes] | None, content: bytes) -> None:
    """Write everything; a program that ends before it has read it all breaks the pipe."""
    if pipe:
        try:
            with pipe:
                pipe.write(content)
        except OSError:
            return


def _read(pipe: IO[bytes] | None, most: int) -> bytes:
    """Read to the end or to the limit; what is beyond it is never taken."""
    if pipe is None:
        return b""
    with pipe:
        return pipe.read(most)
