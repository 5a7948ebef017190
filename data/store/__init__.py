"""Published figures: releases that are only ever added, on SQLite or PostgreSQL."""

from data.store.changes import Change, Changes, Figure, Key, compare, key_of
from data.store.releases import Release, ReleaseKind
from data.store.store import Store
from data.store.write import SourceFile

__all__ = [
    "Change",
    "Changes",
    "Figure",
    "Key",
    "Release",
    "ReleaseKind",
    "SourceFile",
    "Store",
    "compare",
    "key_of",
]
