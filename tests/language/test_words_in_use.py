"""The program asks only for texts that exist, and fills their blanks."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from language import words

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("pages", "web", "dashboard", "briefings", "charts", "data", "indicators", "language")


def _sources() -> list[Path]:
    return [
        *ROOT.glob("*.py"),
        *(path for name in FOLDERS for path in ROOT.glob(f"{name}/**/*.py")),
    ]


def _calls(path: Path) -> Iterator[ast.Call]:
    """Yield calls of ``text`` from ``language`` whose key stands in the source."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if not any(isinstance(node, ast.ImportFrom) and _brings_text(node) for node in ast.walk(tree)):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "text" and node.args:
            yield node


def _brings_text(node: ast.ImportFrom) -> bool:
    return node.module in {"language", "language.words"} and any(
        name.name == "text" and name.asname is None for name in node.names
    )


def _mistakes(call: ast.Call) -> Iterator[str]:
    key = call.args[0]
    if not isinstance(key, ast.Constant):
        return
    if key.value not in words.texts("vi"):
        yield f"no text {key.value!r}"
        return
    blanks = {name for _, name, _, _ in Formatter().parse(words.texts("vi")[key.value]) if name}
    given = {keyword.arg for keyword in call.keywords}
    if None not in given and blanks - given:
        yield f"{key.value!r} lacks {sorted(blanks - given)}"


def test_every_text_that_is_asked_for_exists_and_has_its_blanks_filled():
    calls = [(path, call) for path in _sources() for call in _calls(path)]

    assert len(calls) > 10
    assert [
        f"{path.relative_to(ROOT)}:{call.lineno}: {mistake}"
        for path, call in calls
        for mistake in _mistakes(call)
    ] == []
