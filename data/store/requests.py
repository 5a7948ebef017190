"""What one click asks for, as a number: the same click that arrives twice asks for the same."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

from data.store.changes import key_of
from data.store.releases import GivenAnswer
from indicators.model import Observation


def of_delivery(
    by: str,
    file_sha256: str,
    observations: Iterable[Observation],
    accepted: Sequence[str],
    answers: Sequence[GivenAnswer],
) -> str:
    """Give 64 hexadecimal digits for one person's wish to publish these figures of this file.

    Note and reason are left out: who corrects a letter of the note has still clicked once.
    """
    asked = sha256(repr((by, file_sha256, sorted(accepted), list(answers))).encode())
    for found in observations:
        asked.update(f"{key_of(found)} {found.value!r} {found.status}\n".encode())
    return asked.hexdigest()


def of_undo(by: str, release_id: int) -> str:
    """Give 64 hexadecimal digits for one person's wish to take a release back."""
    return sha256(f"undo {release_id} by {by}".encode()).hexdigest()
