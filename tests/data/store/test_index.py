"""Reads of an indicator and a period search the key; they never walk over ten million rows."""

import pytest
from sqlalchemy import insert, text

from data.store import SourceFile, Store
from data.store.schema import observation
from data.store.state import covered, state
from indicators.model import Observation, Status


@pytest.fixture
def filled(store: Store) -> Store:
    """Forty indicators, twenty years, sixty provinces: enough that a scan would not pay."""
    one = Observation("02", "63", "i00", "1990", 1.0, "points", Status.A, "s01", "Bảng", "C5")
    store.publish([one], file=SourceFile("a.xlsx", b"a"), by="Lan", base=None)
    rows = [
        {
            "indicator_id": f"i{indicator:02}",
            "period": str(year),
            "boundary": "63",
            "province_code": f"{province:02}",
            "release_id": 1,
            "value": 1.0,
            "status": "A",
            "origin_id": 1,
            "cell": "C5",
        }
        for indicator in range(40)
        for year in range(2001, 2021)
        for province in range(60)
    ]
    with store.engine.begin() as open_:
        open_.execute(insert(observation), rows)
    return store


def plan(store: Store, query: object) -> str:
    """Ask the database how it would run a query."""
    words = {"sqlite": "EXPLAIN QUERY PLAN ", "postgresql": "EXPLAIN "}[store.engine.dialect.name]
    compiled = query.compile(store.engine, compile_kwargs={"literal_binds": True})
    with store.engine.begin() as open_:
        if store.engine.dialect.name == "postgresql":
            open_.execute(text("ANALYZE"))
        return "\n".join(str(row) for row in open_.exec_driver_sql(words + str(compiled)))


def test_one_indicator_and_period_is_found_through_the_key(filled: Store):
    lines = plan(filled, state(1, indicator_ids=["i07"], periods=["2010"])).splitlines()

    if filled.engine.dialect.name == "sqlite":
        assert any(
            "SEARCH observation USING PRIMARY KEY (indicator_id=? AND period=?)" in x for x in lines
        )
        assert any("SEARCH later USING PRIMARY KEY" in x for x in lines)
    else:
        assert any("observation_pkey" in x for x in lines)
    assert not any("SCAN observation" in x or "Seq Scan on observation" in x for x in lines)


def test_all_periods_of_one_indicator_are_found_through_the_key(filled: Store):
    found = plan(filled, state(1, indicator_ids=["i07"], boundary="63"))

    assert "SCAN observation" not in found
    assert "Seq Scan on observation" not in found


def test_the_menu_of_periods_does_not_touch_the_observations(filled: Store):
    assert "observation" not in plan(filled, covered(1))


def test_the_rows_read_through_the_index_are_the_right_ones(filled: Store):
    found = filled.observations(filled.release(1), indicator_ids=["i07"], periods=["2010"])

    assert len(found) == 60
    assert set(found["period"]) == {"2010"}
