"""Colours are measured: for every eye, for grey paper, for text on them."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from charts import theme
from charts.theme import DARK, LIGHT, Theme

Vector = NDArray[np.float64]

# Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB
SEEN_BY = {
    "everybody": np.eye(3),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
}
BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def linear(colour: str) -> Vector:
    channels = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def luminance(colour: str, eye: str = "everybody") -> float:
    seen = np.clip(SEEN_BY[eye] @ linear(colour), 0, 1)
    return float(seen @ [0.2126, 0.7152, 0.0722])


def lightness(colour: str, eye: str = "everybody") -> float:
    """CIE L*, 0-100: what grey print keeps."""
    return 116 * np.cbrt(luminance(colour, eye)) - 16


def contrast(one: str, other: str) -> float:
    high, low = sorted([luminance(one), luminance(other)], reverse=True)
    return (high + 0.05) / (low + 0.05)


@BOTH
@pytest.mark.parametrize("ramp", ["more", "less"])
@pytest.mark.parametrize("eye", SEEN_BY)
def test_a_sequential_scale_goes_one_way_in_clear_steps(colours: Theme, ramp: str, eye: str):
    levels = [lightness(colour, eye) for colour in getattr(colours, ramp)]

    steps = [after - before for before, after in pairwise(levels)]

    assert all(step * steps[0] > 0 for step in steps)
    assert min(abs(step) for step in steps) >= 9


@BOTH
@pytest.mark.parametrize("eye", SEEN_BY)
def test_no_two_classes_of_change_share_a_grey(colours: Theme, eye: str):
    levels = [lightness(colour, eye) for colour in colours.change]

    assert min(abs(one - other) for one, other in combinations(levels, 2)) >= 8


@BOTH
@pytest.mark.parametrize("ramp", ["more", "less", "change"])
def test_text_on_every_class_is_readable(colours: Theme, ramp: str):
    pairs = zip(colours.fills(ramp), colours.inks(ramp), strict=True)

    assert min(contrast(fill, ink) for fill, ink in pairs) >= 4.5


@BOTH
def test_small_print_and_marks_are_readable(colours: Theme):
    for ink in (colours.ink, colours.muted, colours.accent):
        assert contrast(ink, colours.background) >= 4.5
        assert contrast(ink, colours.band) >= 4.5


@BOTH
def test_ground_without_a_class_is_no_class(colours: Theme):
    classes = [*colours.more, *colours.less]

    assert min(abs(lightness(colours.land) - lightness(one)) for one in classes) >= 6


def test_the_page_theme_defines_every_variable_it_uses():
    defined = theme.css()

    for value in (theme.PAGE.ink, *theme.PAGE.more, *theme.PAGE.on_change):
        name = value.removeprefix("var(").split(",")[0]
        assert f"{name}:light-dark(" in defined
        assert f"{name}:#" in defined
