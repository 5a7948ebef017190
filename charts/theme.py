"""Colours, fonts and sizes of every figure: light, dark, and ``PAGE``, which follows the reader.

Colours were chosen in OKLCH. A sequential scale has one hue and even steps of lightness, dark for
much on light paper and light for much on dark. In the diverging scale no two classes share a
lightness, so that falls and rises stay apart in grey print. tests/charts/test_theme.py measures.
"""

from dataclasses import dataclass, fields
from typing import Literal

FONT = "'Be Vietnam Pro', 'Segoe UI', 'Noto Sans', Arial, sans-serif"

Palette = tuple[str, str, str, str, str]
Ramp = Literal["more", "less", "change"]


@dataclass(frozen=True, slots=True)
class Theme:
    """Values for presentation attributes. ``land`` is ground without a class; ``line`` is thin."""

    background: str
    ink: str
    muted: str
    line: str
    land: str
    land_line: str
    band: str
    accent: str
    more: Palette  # much is good: blue
    less: Palette  # much is bad: brown
    change: Palette  # strong fall, fall, about the same, rise, strong rise
    on_more: Palette  # ink for text on each class
    on_less: Palette
    on_change: Palette

    def fills(self, ramp: Ramp) -> Palette:
        """Give the five fills of a ramp, lowest class first."""
        palette: Palette = getattr(self, ramp)
        return palette

    def inks(self, ramp: Ramp) -> Palette:
        """Give the ink that is readable on each fill of a ramp."""
        palette: Palette = getattr(self, f"on_{ramp}")
        return palette


_D, _W = "#15202b", "#ffffff"

LIGHT = Theme(
    background="#ffffff",
    ink="#15202b",
    muted="#53606c",
    line="#ffffff",
    land="#f1f3f5",
    land_line="#c3cad1",
    band="#f3f6f8",
    accent="#b3261e",
    more=("#bae0f0", "#79bde0", "#3f95cb", "#226aa4", "#1b406e"),
    less=("#f0dbb9", "#e4af72", "#cc7e3d", "#a05429", "#69321e"),
    change=("#703416", "#cf853d", "#f0eeea", "#95cde9", "#1e71ac"),
    on_more=(_D, _D, _D, _W, _W),
    on_less=(_D, _D, _D, _W, _W),
    on_change=(_W, _D, _D, _D, _W),
)
DARK = Theme(
    background="#0e1117",
    ink="#eceff3",
    muted="#a3adb8",
    line="#0e1117",
    land="#1a1f27",
    land_line="#3a434e",
    band="#171c24",
    accent="#ffb4ab",
    more=("#263f59", "#2d5f87", "#4993c0", "#71bcdf", "#b0e1f1"),
    less=("#553324", "#844e2f", "#ba7a46", "#dca564", "#eed49f"),
    change=("#f3dba9", "#c07b3e", "#32363b", "#2d5c82", "#73bbe1"),
    on_more=(_W, _W, _D, _D, _D),
    on_less=(_W, _W, _D, _D, _D),
    on_change=(_D, _D, _W, _W, _D),
)


def _flat(theme: Theme) -> dict[str, str]:
    """Give every colour of a theme under the name of its CSS variable."""
    found: dict[str, str] = {}
    for field in fields(theme):
        value = getattr(theme, field.name)
        name = f"--dti-{field.name.replace('_', '-')}"
        if isinstance(value, tuple):
            found |= {f"{name}-{number}": colour for number, colour in enumerate(value)}
        else:
            found[name] = value
    return found


def _variable(name: str, light: str | Palette) -> str | Palette:
    css = f"--dti-{name.replace('_', '-')}"
    if isinstance(light, tuple):
        first, second, third, fourth, fifth = (
            f"var({css}-{number}, {colour})" for number, colour in enumerate(light)
        )
        return first, second, third, fourth, fifth
    return f"var({css}, {light})"


def _page() -> Theme:
    values = {field.name: getattr(LIGHT, field.name) for field in fields(LIGHT)}
    return Theme(**{name: _variable(name, value) for name, value in values.items()})  # type: ignore[arg-type]


# On a page, colours are CSS variables: the picture follows the reader's theme without a rerun.
# Files that leave the program take LIGHT or DARK: other programs do not know variables.
PAGE = _page()


def css() -> str:
    """Give the style sheet that defines the variables of ``PAGE``, by the page's color-scheme."""
    light, dark = _flat(LIGHT), _flat(DARK)
    plain = "".join(f"{name}:{colour};" for name, colour in light.items())
    both = "".join(f"{name}:light-dark({light[name]},{dark[name]});" for name in light)
    return f":root{{{plain}}}\n@supports (color:light-dark(red,red)){{:root{{{both}}}}}\n"
