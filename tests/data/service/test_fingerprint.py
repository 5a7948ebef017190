"""An address that is kept for a year belongs to one content."""

from dataclasses import replace
from datetime import UTC, datetime

from data.service import fingerprint
from data.store import Release

SHIPPED = Release(
    id=3,
    created_at=datetime(2026, 1, 5, 8, tzinfo=UTC),
    by="dti",
    note="",
    base_id=2,
    kind="shipped",
    accepted=(),
    file_sha256="a" * 64,
    file="dti_2022.xlsx",
    written=567,
)


def test_a_number_that_another_store_uses_too_has_another_address():
    """A re-created var/ showed the figures that the browser had kept of the old one."""
    again = replace(SHIPPED, created_at=datetime(2026, 1, 5, 9, tzinfo=UTC))
    demo = replace(SHIPPED, file_sha256="b" * 64)

    addresses = {fingerprint.figures_address(one, "63", "vi") for one in (SHIPPED, again, demo)}

    assert len(addresses) == 3


def test_the_same_release_keeps_its_address():
    address = fingerprint.figures_address(SHIPPED, "63", "vi")

    assert address == fingerprint.figures_address(replace(SHIPPED), "63", "vi")
    assert address.startswith("/figures/3-")
    assert address.endswith("/63.vi.json")


def test_another_version_of_the_program_writes_to_other_addresses(monkeypatch):
    before = fingerprint.fingerprint(SHIPPED)
    monkeypatch.setattr(fingerprint, "_program", lambda: "another version")
    fingerprint.fingerprint.cache_clear()

    after = fingerprint.fingerprint(SHIPPED)
    fingerprint.fingerprint.cache_clear()

    assert before != after
