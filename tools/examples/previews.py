"""Small pictures of the examples, as other programs show them: LibreOffice, poppler, Chromium."""

import subprocess
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.running import chromium

FOLDER = "previews"
COLOURS = 48
GROUND = "#c3cad1"
GAP = 6
# pages shown, columns, width of a page in pixels
PAGES = {
    ".pptx": (8, 3, 380),
    ".docx": (8, 4, 280),
    ".xlsx": (4, 2, 440),
    ".pdf": (1, 1, 620),
    ".png": (1, 1, 480),
    ".svg": (1, 1, 640),
    ".html": (1, 1, 900),
}


def name_of(example: str) -> str:
    """Name the preview of an example."""
    return f"{FOLDER}/{example.replace('.', '-')}.png"


def draw(folder: Path, names: Iterable[str]) -> None:
    """Draw a preview of every example in a folder, into a folder below it."""
    (folder / FOLDER).mkdir(exist_ok=True)
    for name in names:
        with TemporaryDirectory() as scratch:
            pages = _pages(folder / name, Path(scratch))
            sheet = _sheet(pages, *PAGES[Path(name).suffix])
            few = sheet.quantize(COLOURS, dither=Image.Dither.NONE)
            few.save(folder / name_of(name), optimize=True)


def _pages(file: Path, scratch: Path) -> list[Image.Image]:
    kind = file.suffix
    if kind == ".png":
        return [Image.open(file).convert("RGB")]
    if kind in (".svg", ".html"):
        return [_seen(file, scratch)]
    return _printed(file if kind == ".pdf" else _as_pdf(file, scratch), scratch)


def _seen(file: Path, scratch: Path) -> Image.Image:
    target = scratch / "seen.png"
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        page = browser.new_page(viewport={"width": 1200, "height": 900})
        page.goto(file.as_uri())
        seen = page.locator("svg").first if file.suffix == ".svg" else page
        seen.screenshot(path=target)
        browser.close()
    return Image.open(target).convert("RGB")


def _as_pdf(file: Path, scratch: Path) -> Path:
    order = ["soffice", f"-env:UserInstallation=file://{scratch}/profile", "--headless"]
    order += ["--convert-to", "pdf", "--outdir", str(scratch), str(file)]
    subprocess.run(order, check=True, capture_output=True)
    return scratch / f"{file.stem}.pdf"


def _printed(file: Path, scratch: Path) -> list[Image.Image]:
    subprocess.run(["pdftoppm", "-png", "-r", "80", str(file), str(scratch / "page")], check=True)
    return [Image.open(one).convert("RGB") for one in sorted(scratch.glob("page*.png"))]


def _sheet(pages: list[Image.Image], most: int, columns: int, width: int) -> Image.Image:
    shown = [_wide(page, width) for page in pages[:most]]
    rows = [shown[at : at + columns] for at in range(0, len(shown), columns)]
    heights = [max(page.height for page in row) for row in rows]
    across = min(columns, len(shown)) * (width + GAP) + GAP
    sheet = Image.new("RGB", (across, sum(heights) + GAP * (len(rows) + 1)), GROUND)
    top = GAP
    for row, height in zip(rows, heights, strict=True):
        for place, page in enumerate(row):
            sheet.paste(page, (GAP + place * (width + GAP), top))
        top += height + GAP
    return sheet


def _wide(page: Image.Image, width: int) -> Image.Image:
    height = round(page.height * width / page.width)
    return page.resize((width, height), Image.Resampling.LANCZOS)
