"""Subset Be Vietnam Pro (OFL) to what Vietnamese and English pages need, as woff2.

    uv venv /tmp/build && uv pip sync --python /tmp/build/bin/python requirements-build.txt
    /tmp/build/bin/python -m tools.fonts.build             # in the root of the project

The fonts come from the package fontpkg-be-vietnam-pro; outputs are committed.
"""

import json
import shutil
from pathlib import Path

import fontpkg_be_vietnam_pro
from fontTools import subset
from fontTools.ttLib import TTFont

OUT = Path(__file__).parent.parent.parent / "charts" / "assets" / "fonts"
WEIGHTS = {400: "Regular", 600: "SemiBold", 700: "Bold"}
CHARACTERS = [
    *range(0x20, 0x7F),  # Latin
    *range(0xA0, 0x180),  # Latin-1 and Extended-A: Đ, Ă, Ĩ, Ũ
    *(0x1A0, 0x1A1, 0x1AF, 0x1B0),  # Ơ, Ư
    *range(0x300, 0x304),
    *(0x306, 0x309, 0x31B, 0x323),  # tone marks, for text that is not composed
    *range(0x1EA0, 0x1EFA),  # Vietnamese
    *range(0x2010, 0x2027),  # dashes, quotes, bullet, ellipsis
    *(0x2030, 0x2032, 0x2039, 0x203A, 0x20AB),  # per mille, prime, quotes, đồng
    *range(0x2190, 0x2194),  # arrows
    *(0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x25B2, 0x25BC),  # minus, comparisons, triangles
]


def options() -> subset.Options:
    """Keep kerning, mark placement and tabular figures; drop hints, which screens ignore."""
    chosen = subset.Options()
    chosen.flavor = "woff2"
    chosen.hinting = False
    chosen.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "tnum", "lnum"]
    chosen.notdef_outline = True
    return chosen


def build(weight: int, style: str, folder: Path) -> None:
    """Write one weight and say how large it became."""
    chosen = options()
    font = subset.load_font(str(folder / "files" / f"BeVietnamPro-{style}.ttf"), chosen)
    subsetter = subset.Subsetter(chosen)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    target = OUT / f"be-vietnam-pro-{weight}.woff2"
    subset.save_font(font, str(target), chosen)
    print(f"{target.name}: {target.stat().st_size:,} bytes")


def widths() -> dict[str, int]:
    """Give the advance of each letter in the semi-bold, in thousandths of the size."""
    font = TTFont(OUT / "be-vietnam-pro-600.woff2")
    advance, unit = font["hmtx"], font["head"].unitsPerEm
    letters = sorted(font.getBestCmap().items())
    return {chr(code): round(1000 * advance[glyph][0] / unit) for code, glyph in letters}


def main() -> None:
    """Write all weights, the table of widths and the licence beside them."""
    package = Path(str(fontpkg_be_vietnam_pro.__file__)).parent
    OUT.mkdir(parents=True, exist_ok=True)
    for weight, style in WEIGHTS.items():
        build(weight, style, package)
    table = json.dumps(widths(), ensure_ascii=False, separators=(",", ":"))
    (OUT / "widths.json").write_text(table + "\n", "utf-8")
    shutil.copyfile(package / "LICENSE", OUT / "OFL.txt")


if __name__ == "__main__":
    main()
