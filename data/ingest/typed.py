"""A number that a person types as an answer, read as numbers are written in Vietnam."""

from data.catalogue import indicators
from data.ingest.numerals import read_column


def number_in(text: str, indicator: str) -> float | None:
    """Read "0,7292", "42.189" or "42 189" as a figure of an indicator.

    ``None`` for what is no number, and for what can be read in two ways that both are possible:
    a number is never taken a thousand times too large or too small.
    """
    (figure,) = read_column([text])
    if figure.value is not None:
        return figure.value
    # A thing that is counted whole has no decimals: "1.234" of them are 1234.
    is_whole = indicators()[indicator].decimals == 0
    readings = (one for one in figure.readings if one.is_integer() or not is_whole)
    fitting = [one for one in readings if is_possible(one, indicator)]
    return fitting[0] if len(fitting) == 1 else None


def is_possible(value: float, indicator: str) -> bool:
    """Whether a value lies within the range of its indicator."""
    low, high = indicators()[indicator].range
    return low <= value <= high
