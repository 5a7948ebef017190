"""Exceptions of the calculations, as a tree; the data layer's stand in ``data/errors.py``."""


class DtiError(Exception):
    """Root of every exception that this program raises on purpose."""


class CalculationError(DtiError):
    """A calculation cannot be done with the values given."""


class PeriodError(CalculationError):
    """A text that is not a period."""


class ObservationError(CalculationError):
    """A figure that contradicts itself: a value that is missing, or not a number."""


class WeightsError(CalculationError):
    """Weights that cannot be used: negative, incomplete, or shares that do not sum to one."""
