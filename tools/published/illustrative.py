"""Illustrative QR figures: invented from a seed, plausible in size and growth, real in nothing."""

import random
from collections.abc import Iterator

from data.catalogue import indicator
from data.reference import provinces
from indicators.model import Status
from tools.published import layouts
from tools.published.sheet import Cell, Sheet
from tools.published.tables import Figure, figures

WATERMARK = "SỐ LIỆU MINH HỌA, KHÔNG PHẢI SỐ LIỆU THỰC"
FILE = "qr_minh_hoa.xlsx"
INDICATORS = ("qr_acceptance_points", "qr_transactions", "qr_value")
YEARS = ("2022", "2023", "2024")
_SEED = 20221123


def invented() -> list[Figure]:
    """Give three indicators of three years for each province on the oldest list.

    Points follow people and fall with the share of rural people; every year they grow by a
    quarter to two thirds, transactions a point and dong a transaction a little more.
    """
    people = {
        (one.province_code, one.indicator_id): one.value
        for one in figures("population")
        if one.period == YEARS[0]
    }
    dice = random.Random(_SEED)  # noqa: S311 - the same figures from the same seed are wanted
    return [
        Figure(code, "63", one, year, value, Status.X, "illustrative", "")
        for code in provinces("63")
        for year, values in _years(
            dice, people[code, "population"], people[code, "population_rural"]
        )
        for one, value in zip(INDICATORS, values, strict=True)
    ]


def _years(
    dice: random.Random, people: float, rural: float
) -> Iterator[tuple[str, tuple[float, float, float]]]:
    """Give points, transactions and billion VND for each year; ``people`` in thousands."""
    urban = 1 - rural / people
    points = people * (3 + 9 * urban) * (0.7 + 0.6 * dice.random())
    per_point = 350 + 400 * dice.random()
    per_transaction = 0.00018 + 0.00012 * dice.random()  # billion VND: 180 to 300 thousand dong
    for year in YEARS:
        transactions = round(points) * per_point
        yield (
            year,
            (
                float(round(points)),
                float(round(transactions)),
                round(transactions * per_transaction, 1),
            ),
        )
        points *= 1.25 + 0.4 * dice.random()
        per_point *= 1.1 + 0.2 * dice.random()
        per_transaction *= 0.95 + 0.08 * dice.random()


def sheet(found: list[Figure]) -> Sheet:
    """Lay the figures out with years over indicators, watermarked in title and beside the table."""
    values = {(f.province_code, f.period, f.indicator_id): f.value for f in found}
    columns = [(year, one) for year in YEARS for one in INDICATORS]
    body: list[list[Cell]] = [
        [number, code, place.name.vi, *(values[code, *column] for column in columns)]
        for number, (code, place) in enumerate(provinces("63").items(), start=1)
    ]
    lead = ["STT", "Mã tỉnh", layouts.NAMES]
    top = lead + [text for year in YEARS for text in (f"Năm {year}", "", "")]
    bottom = ["", "", "", *(_heading(one) for _, one in columns)]
    return Sheet(
        name="Minh họa",
        titles=(WATERMARK, "Thanh toán QR theo 63 tỉnh, thành phố"),
        header=(top, bottom),
        merged=[(0, c, 1, c) for c in range(3)] + [(0, c, 0, c + 2) for c in (3, 6, 9)],
        body=body,
        widths=(6, 9, 24, *[16] * len(columns)),
        formats=("0", "@", "@", *(layouts.number_format(one) for _, one in columns)),
        footer=(f"Nguồn: chương trình tự sinh, {WATERMARK} [illustrative]",),
        beside=WATERMARK,
    )


def _heading(indicator_id: str) -> str:
    unit = {"qr_transactions": " (món)", "qr_value": " (tỷ đồng)"}
    return indicator(indicator_id).name.vi + unit.get(indicator_id, "")
