"""What a reader looks at in the history: which part, which release, which page of the list.

These choices stand in the address of this page only. 0 and "" are what nobody chose: the newest
release, the newest page. A page of the menu, whose address says nothing, begins there.
"""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Literal, cast, get_args

import streamlit as st

from dashboard import view

Part = Literal["releases", "two", "figure"]
PARTS: tuple[Part, ...] = get_args(Part)
PAGE = 25  # releases that are listed at once

_CHOICE = "history.choice"
_LINK = "history.link"
_CHOSEN = "history.chosen"
_LONGEST = 9  # digits: no store has as many releases


@dataclass(frozen=True, slots=True)
class Choice:
    """One view of the history; releases by number."""

    part: Part = "releases"
    open: int = 0
    page: int = 0
    earlier: int = 0
    later: int = 0


NUMBERS = tuple(field.name for field in fields(Choice) if field.name != "part")


def read(numbers: Collection[int]) -> Choice:
    """Give the choices of this session, after a link or the back button changed the address.

    ``numbers`` are the releases there are; a link to another one is no choice.
    """
    names = ("part", *NUMBERS)
    asked = {name: st.query_params[name] for name in names if name in st.query_params}
    found = current()
    if not st.session_state.pop(_CHOSEN, False) and asked != st.session_state.get(_LINK, {}):
        found = _of(asked)
    releases = ("open", "earlier", "later")
    gone = {name: 0 for name in releases if getattr(found, name) not in numbers}
    return _keep(replace(found, **cast("dict[str, Any]", gone)))


def _of(asked: Mapping[str, str]) -> Choice:
    """Read what an address says: anybody may have written it."""
    numbers = {name: number(asked.get(name, "")) for name in NUMBERS}
    part = next((one for one in PARTS if one == asked.get("part")), PARTS[0])
    return Choice(part, **numbers)


def number(words: str) -> int:
    """Read a number of an address; 0 for what is none."""
    is_number = words.isascii() and words.isdecimal() and len(words) <= _LONGEST
    return int(words) if is_number else 0


def current() -> Choice:
    """Give the choices as they were read or made last."""
    found: Choice = st.session_state.get(_CHOICE, Choice())
    return found


def choose(**changes: Any) -> None:
    """Change some of the choices: for callbacks."""
    _keep(replace(current(), **changes))
    st.session_state[_CHOSEN] = True
    view.choose()  # nor is the address of before a link for the choices of all pages


def _keep(found: Choice) -> Choice:
    st.session_state[_CHOICE] = found
    return found


def own() -> dict[str, str]:
    """Give what the address of this page says of them, and take it for known.

    The part always stands in it: the browser keeps an entry of its history for what comes next.
    """
    said = {name: str(value) for name, value in asdict(current()).items() if value}
    st.session_state[_LINK] = said
    return said
