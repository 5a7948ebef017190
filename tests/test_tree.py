"""The tree is the architecture: what import-linter cannot say is said here."""

import ast
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONFIG = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ROOTS = CONFIG["tool"]["importlinter"]["root_packages"]


def modules(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


def test_every_package_at_the_top_has_its_place_in_the_layers():
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}

    assert packages == set(ROOTS)


def test_nothing_imports_the_application_or_the_command_line():
    roots = {path: {name.split(".")[0] for name in imported(path)} for path in modules(*ROOTS)}

    assert [str(path) for path, names in roots.items() if names & {"app", "cli"}] == []


def test_a_file_in_dashboard_hides_no_package():
    """Streamlit puts the folder of its entry script first on the path."""
    names = {path.stem for path in (ROOT / "dashboard").glob("*.py")} - {"__init__"}

    assert names & (set(ROOTS) | set(sys.stdlib_module_names)) == set()


def test_what_ships_is_packed():
    packed = set(CONFIG["tool"]["hatch"]["build"]["include"])

    assert packed == {*ROOTS, "app.py", "cli.py"}


def test_locks_name_no_index():
    for lock in ROOT.glob("requirements*.txt"):
        assert "://" not in lock.read_text(encoding="utf-8"), lock.name
