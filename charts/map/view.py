"""The two pieces of the Earth that maps show, and how degrees become whole units."""

from dataclasses import dataclass
from math import cos, radians

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Units = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class View:
    """A frame in degrees, drawn ``width`` units wide (equirectangular, true at its middle)."""

    id: str
    west: float
    east: float
    south: float
    north: float
    width: int

    @property
    def per_lon(self) -> float:
        """Units for one degree of longitude."""
        return self.width / (self.east - self.west)

    @property
    def per_lat(self) -> float:
        """Units for one degree of latitude."""
        return self.per_lon / cos(radians((self.north + self.south) / 2))

    @property
    def height(self) -> int:
        """Units from the northern to the southern edge."""
        return round((self.north - self.south) * self.per_lat)

    def project(self, points: Points) -> Units:
        """Turn (lon, lat) pairs, shape ``(n, 2)``, to whole units from the north-west corner.

        A vertex that two provinces share gets the same units in both: no gap appears.
        """
        x = (points[:, 0] - self.west) * self.per_lon
        y = (self.north - points[:, 1]) * self.per_lat
        return np.rint(np.column_stack([x, y])).astype(np.int64)


VIEWS = {
    # 1 unit is 0.0026 degrees: a third of the source's grid step at 1280 px
    "north": View("north", 101.9, 108.2, 20.1, 23.6, 2400),
    "national": View("national", 101.5, 118.2, 6.4, 23.8, 2400),
}
INSET = View("inset", 101.5, 118.2, 6.4, 23.8, 320)
