"""Write data/published/*.xlsx from the typed tables: ``python -m tools.published.build``.

The output is committed. The program reads the workbooks like any upload and never these tables.
"""

import sys
from pathlib import Path

from tools.published import illustrative
from tools.published.deliveries import WORKBOOKS
from tools.published.sheet import write
from tools.published.tables import figures

FOLDER = Path(__file__).resolve().parents[2] / "data" / "published"


def build(folder: Path) -> list[Path]:
    """Write all workbooks into a folder; give their paths, the illustrative one last."""
    (folder / "illustrative").mkdir(parents=True, exist_ok=True)
    paths = []
    for book in WORKBOOKS:
        paths.append(folder / book.file)
        write(paths[-1], book.sheets(figures(*book.tables)))
    paths.append(folder / "illustrative" / illustrative.FILE)
    write(paths[-1], [illustrative.sheet(illustrative.invented())])
    return paths


if __name__ == "__main__":
    for path in build(FOLDER):
        sys.stdout.write(f"{path.relative_to(FOLDER.parents[1])}\n")
