"""A store with hundreds of releases, written in one transaction: what years of work leave."""

from data.store import SourceFile, Store
from data.store.engine import writing
from data.store.releases import Act
from data.store.store import write_release
from indicators.model import Observation, Status


def fill(store: Store, count: int) -> None:
    """Correct the DTI of Hà Giang in 2022 once for each release: number / 1000."""
    base = None
    with writing(store.engine) as connection:
        for number in range(1, count + 1):
            place = ("index", Status.A, "s01", "B", "C5")
            found = Observation("02", "63", "dti_total", "2022", number / 1000, *place)
            file = SourceFile(f"tep_{number}.xlsx", str(number).encode())
            act = Act("Lan", "delivery", f"công văn {number}", request=str(number))
            base = write_release(connection, [found], file, base, act)
