"""What drawn charts with axes share: round ticks, names moved apart, the head and the foot."""

from collections.abc import Iterator, Sequence
from math import ceil, floor, log10

from charts.lines import Axis
from charts.svg import label, lines, tag, width_of, wrap
from charts.theme import Theme
from language import Lang
from language.numbers import number

MARGIN = 12.0
TITLE = 16.0
WORDS = 12.0
SMALL = 11.0
LEADING = 15.0
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


def ticks(low: float, high: float, most: int, *, whole: bool = False) -> list[float]:
    """Give round numbers within a range, ``most`` at most; whole numbers only where asked.

    A range of places begins with 1, because the first place is what a reader looks for.
    """
    step = _step((high - low) / max(most - 1, 1), whole=whole)
    first = ceil(low / step - 1e-9)
    found = [round(one * step, 10) for one in range(first, floor(high / step + 1e-9) + 1)]
    if whole and low <= 1 <= high and 1.0 not in found:
        found = [1.0, *(one for one in found if one > 1)]
    return found


def decimals_of(values: Sequence[float], at_most: int) -> int:
    """Count the decimals that ticks need to be written exactly."""
    for decimals in range(at_most):
        if all(abs(round(one, decimals) - one) < 1e-9 for one in values):
            return decimals
    return at_most


def tick_words(values: Sequence[float], axis: Axis, lang: Lang) -> list[str]:
    """Write the numbers of an axis, all with as many decimals as the finest needs."""
    decimals = decimals_of(values, max(axis.decimals, 1))
    return [number(one, decimals, lang) for one in values]


def apart(wanted: Sequence[float], gap: float, top: float, bottom: float) -> list[float]:
    """Move places apart that are closer than ``gap``; the order stays, all lie within the range.

    ``wanted`` rises. Where there is no room for all, they stand evenly from ``top`` on.
    """
    found = list(wanted)
    for position in range(1, len(found)):
        found[position] = max(found[position], found[position - 1] + gap)
    if found and found[-1] > bottom:
        found[-1] = max(bottom, top)
        for position in range(len(found) - 2, -1, -1):
            found[position] = min(found[position], found[position + 1] - gap)
    if found and found[0] < top:
        found = [max(one, top + place * gap) for place, one in enumerate(found)]
    return found


def head(title: str, subtitle: str, width: float, theme: Theme) -> tuple[str, float]:
    """Write title and subtitle; give them with the height they take, from the top."""
    inner = width - 2 * MARGIN
    first, second = wrap(title, TITLE, inner), wrap(subtitle, WORDS, inner)
    y = MARGIN + TITLE
    drawn = lines(MARGIN, y, first, size=TITLE, leading=TITLE * 1.2, font_weight=600)
    below = MARGIN + len(first) * TITLE * 1.2
    drawn += lines(MARGIN, below + WORDS, second, size=WORDS, leading=LEADING, fill=theme.muted)
    return drawn, below + len(second) * LEADING + 8


def foot(sentences: Sequence[str], y: float, width: float, theme: Theme) -> tuple[str, float]:
    """Write small print below a chart; give it with the height of the whole picture."""
    small = [line for words in sentences for line in wrap(words, SMALL, width - 2 * MARGIN)]
    drawn = lines(MARGIN, y + SMALL, small, size=SMALL, leading=LEADING, fill=theme.muted)
    return drawn, y + len(small) * LEADING + (6 if small else 0)


def legend(
    entries: Sequence[tuple[str, str]], y: float, width: float, mark: float
) -> tuple[str, float]:
    """Set samples with their names side by side, in as many rows as they need.

    ``entries`` are (sample drawn at 0, 0 and ``mark`` pixels wide, name). Gives what is drawn and
    where the next thing may begin.
    """
    drawn, x, row = "", MARGIN, y
    for sample, name in entries:
        room = width - 2 * MARGIN - mark - 6
        words = wrap(name, SMALL, room)
        wide = mark + 6 + max(width_of(line, SMALL) for line in words) + 18
        if x > MARGIN and x + wide - 18 > width - MARGIN:
            x, row = MARGIN, row + LEADING + 2
        drawn += tag("g", sample, transform=f"translate({x:.1f} {row + 6:.1f})")
        drawn += lines(x + mark + 6, row + 10, words, size=SMALL, leading=LEADING)
        x += wide
        row += (len(words) - 1) * LEADING
    return drawn, row + (LEADING + 6 if entries else 0)


def grid_lines(
    values: Sequence[tuple[float, str]], left: float, right: float, theme: Theme
) -> Iterator[str]:
    """Yield a level line for each (y, words), its words at the left."""
    for y, words in values:
        d = f"M{left:.1f} {y:.1f}H{right:.1f}"
        yield tag("path", d=d, stroke=theme.land_line, stroke_width=0.6)
        yield label(left - 6, y + 4, words, size=SMALL, fill=theme.muted, text_anchor="end")


def _step(rough: float, *, whole: bool) -> float:
    if rough <= 0:
        return 1.0
    scale = 10.0 ** floor(log10(rough))
    found = next(one * scale for one in STEPS if one * scale >= rough - 1e-12)
    return max(1.0, float(ceil(found))) if whole else found
