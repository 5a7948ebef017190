"""The files that a session works on, from the moment they were chosen until they are in use.

They live in the session's memory only. Whatever takes time is a stage of a file: a click only sets
the stage, the page does the work when it comes to that file. So a second click, a lost connection
or another widget that interrupts the page begins nothing twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count
from typing import Literal, NamedTuple

import streamlit as st
from streamlit.runtime import exists, get_instance
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

from data.ingest.answers import Answer
from data.service.by_hand import Entry
from data.service.deliveries import Report
from data.store import Release

_DESK = "update.desk"

Stage = Literal["check", "shown", "publish", "done", "failed"]


class Place(NamedTuple):
    """One table of figures: what a link to a map needs."""

    indicator: str
    period: str
    boundary: str


@dataclass(slots=True)
class Upload:
    """One file, how far it has come, and what the person said about it.

    ``content`` is empty once the file is in use: the store keeps it from then on. ``entry`` is a
    figure that was entered by hand. ``made`` is the number of the release (or proposal) that came
    of it, ``beaten_by`` the release that somebody else published since the last check.
    """

    number: int
    name: str
    content: bytes
    stage: Stage = "check"
    answers: tuple[Answer, ...] = ()
    entry: Entry | None = None
    taught: dict[str, str] = field(default_factory=dict)
    unread: frozenset[tuple[str, str]] = frozenset()
    report: Report | None = None
    is_stale: bool = False
    beaten_by: Release | None = None
    fault: str = ""
    note: str = ""
    reason: str = ""
    made: int = 0
    is_proposal: bool = False
    is_new: bool = True
    places: tuple[Place, ...] = ()

    def key(self, name: str) -> str:
        """Name a widget of this file."""
        return f"update.{self.number}.{name}"


@dataclass(slots=True)
class Desk:
    """All files of a session, the newest first, and what was said of them.

    ``own`` are the releases that this session made; ``reviews`` the proposals it has looked at.
    """

    uploads: list[Upload] = field(default_factory=list)
    own: set[int] = field(default_factory=set)
    undo_asked: str = ""
    undo_said: tuple[str, str] | None = None
    entry_faults: tuple[str, ...] = ()
    reviews: dict[int, Report] = field(default_factory=dict)
    waiting_said: tuple[str, str] | None = None
    round: int = 0
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    def put(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Put files on top, in their order; one that lies there unchanged is not put twice."""
        there = {(one.name, one.content) for one in self.uploads}
        new = dict.fromkeys(one for one in files if one not in there)
        self.uploads[:0] = [Upload(next(self.numbers), name, content) for name, content in new]

    def enter(self, entry: Entry, name: str) -> None:
        """Put a figure that was entered by hand on the desk."""
        self.uploads.insert(0, Upload(next(self.numbers), name, b"", entry=entry))

    def remove(self, upload: Upload) -> None:
        """Take a file from the desk; its bytes are gone with it."""
        self.uploads = [one for one in self.uploads if one is not upload]


def desk() -> Desk:
    """Give the desk of this session."""
    found: Desk = st.session_state.setdefault(_DESK, Desk())
    return found


def take(key: str) -> None:
    """Take what was chosen in a file field to the desk; the field begins anew, empty."""
    here, files = desk(), st.session_state[key]
    here.put((one.name, one.getvalue()) for one in files)
    here.round += 1
    forget([one.file_id for one in files])


def forget(file_ids: Iterable[str]) -> None:
    """Drop Streamlit's own copies, which it would keep as long as the session lives."""
    context = get_script_run_ctx()
    kept = get_instance().uploaded_file_mgr if exists() else None
    if context is None or not isinstance(kept, MemoryUploadedFileManager):
        return
    for file_id in file_ids:
        kept.remove_file(context.session_id, file_id)
