"""What each indicator is: unit, direction, source, breaks, how it merges. TOML files and loader."""

from data.catalogue.load import (
    dataflows,
    indicator,
    indicators,
    published_on,
    source,
    sources,
    units,
    weights,
    weights_by_year,
)
from data.catalogue.model import (
    Body,
    Dataflow,
    Derived,
    Indicator,
    Scale,
    Source,
    Unit,
    Weights,
)

__all__ = [
    "Body",
    "Dataflow",
    "Derived",
    "Indicator",
    "Scale",
    "Source",
    "Unit",
    "Weights",
    "dataflows",
    "indicator",
    "indicators",
    "published_on",
    "source",
    "sources",
    "units",
    "weights",
    "weights_by_year",
]
