"""Published figures: releases that are only ever added, on SQLite or PostgreSQL."""

from data.store.changes import Change, Changes, Figure, Key, Kind, compare, figure_of, key_of
from data.store.lessons import Lesson
from data.store.past import Writing
from data.store.proposals import Decision, Draft, Proposal
from data.store.releases import GivenAnswer, Release, ReleaseKind
from data.store.store import Store
from data.store.write import SourceFile

__all__ = [
    "Change",
    "Changes",
    "Decision",
    "Draft",
    "Figure",
    "GivenAnswer",
    "Key",
    "Kind",
    "Lesson",
    "Proposal",
    "Release",
    "ReleaseKind",
    "SourceFile",
    "Store",
    "Writing",
    "compare",
    "figure_of",
    "key_of",
]
