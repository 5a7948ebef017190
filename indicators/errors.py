"""Exceptions of the calculations, as a tree; the data layer's stand in ``data/errors.py``."""


class DtiError(Exception):
    """Root of every exception that this program raises on purpose."""


class CalculationError(DtiError):
    """A calculation cannot be done with the values given."""


class PeriodError(CalculationError):
    """A text that is not a period."""
