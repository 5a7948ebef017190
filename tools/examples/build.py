"""Write docs/examples: files as an office takes them away: ``python -m tools.examples.build``.

The output is committed, made of the published figures only, by the calls of ``dti export``. With
``--pictures`` the previews are drawn anew too; that needs LibreOffice, poppler and a browser.
"""

import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from briefings import export
from briefings.wish import Wish, settled
from data.service.figures import Figures
from data.service.opening import open_store
from data.settings import Settings
from tools.examples import previews

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "examples"
MADE = date(2026, 11, 23)
PROVINCE = {"province": "08", "boundary": "34"}
GROUP = {"group": "northern-midlands-mountains", "boundary": "34"}
EXAMPLES = {
    "tuyen-quang-deck.pptx": Wish("deck", **PROVINCE),
    "tuyen-quang-briefing.docx": Wish("briefing", **PROVINCE),
    "tuyen-quang-a4.pdf": Wish("sheet", **PROVINCE),
    "tuyen-quang-card.png": Wish("card", **PROVINCE),
    "northern-mountains-map.svg": Wish("map", **GROUP),
    "northern-mountains-bars.png": Wish("picture", figure="bars", **GROUP),
    "northern-mountains-workbook.xlsx": Wish("workbook", **GROUP),
    "northern-mountains-snapshot.html": Wish("snapshot", **GROUP),
}


def build(figures: Figures, folder: Path) -> list[Path]:
    """Write every example into a folder; the same figures give the same files."""
    folder.mkdir(parents=True, exist_ok=True)
    by = export.maker(figures, "vi", MADE)
    paths = []
    for name, wish in EXAMPLES.items():
        paths.append(folder / name)
        paths[-1].write_bytes(export.make(by, settled(figures, wish, name)).content)
    return paths


def main(*, with_pictures: bool) -> None:
    """Make the examples from a store of their own."""
    with TemporaryDirectory() as home:
        settings = Settings(home=Path(home), database_url="", published="on", demo=False)
        store = open_store(settings)
        release = store.current()
        assert release is not None
        for path in build(Figures(store, release), FOLDER):
            sys.stdout.write(f"{path.relative_to(FOLDER.parents[1])} {path.stat().st_size:,}\n")
        store.close()
    if with_pictures:
        previews.draw(FOLDER, EXAMPLES)


if __name__ == "__main__":
    main(with_pictures="--pictures" in sys.argv[1:])
