"""Files that are there whole or not at all: a full disk or a cancelled run leaves nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from data.errors import DataError


class CannotWrite(DataError):
    """A file cannot be written: ``path`` as it was asked for, ``errno`` of the system."""

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(f"Cannot write {path.name}: {error.strerror}.")
        self.path = path
        self.errno = error.errno or 0


class Cancelled(DataError):
    """Somebody stopped the work; nothing was left behind."""


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Give a place beside ``path`` to write to; it takes the name of ``path`` at the end.

    Whatever is raised meanwhile removes what was written and leaves a former file as it was.
    ``CannotWrite`` for what the system refuses: no room, no such folder, no right.
    """
    part = path.with_name(f".{path.name}.{token_hex(8)}.part")
    try:
        yield part
        part.replace(path)
    except OSError as error:
        raise CannotWrite(path, error) from error
    finally:
        part.unlink(missing_ok=True)


def write(path: Path, content: bytes) -> None:
    """Write a whole file, or nothing."""
    with whole(path) as part:
        part.write_bytes(content)
