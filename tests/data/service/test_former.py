"""What is in use around a delivery: its years are compared across a change of method too."""

from data.reference import provinces
from data.service import deliveries
from data.service.rights import Person
from data.store import Store
from tests.fixtures.workbooks import names, xlsx

LAN = Person("Lan", may_write=True)
CODES = tuple(provinces("63"))


def _check(store: Store, year: str, of: str, *, is_turned: bool = False) -> deliveries.Report:
    """A table of one year with the scores of a year, which may be another."""
    scores = [round(0.8 - n * 0.004 - (int(of) * n % 11) * 0.003, 4) for n in range(63)]
    if is_turned:
        rows = [["Chỉ số", *names()], [f"DTI {year}", *scores]]
    else:
        rows = [["Tỉnh", f"DTI {year}"], *map(list, zip(names(), scores, strict=True))]
    return deliveries.check(store, xlsx(rows), f"dti_{year}_{of}.xlsx")


def test_the_figures_of_2023_as_those_of_2024_are_asked_about_across_the_new_method(store: Store):
    """From 2023 to 2024 no score is compared; the same scores are no other year's all the same."""
    for year in ("2022", "2023"):
        deliveries.publish(store, _check(store, year, year), person=LAN)

    report = _check(store, "2024", "2023")

    (issue,) = report.delivery.issues
    assert (issue.code, issue.found, issue.expected) == ("issue.year_repeated", "2024", "2023")
    assert _check(store, "2024", "2024").delivery.outcome == "loads"


def test_jumps_of_provinces_side_by_side_are_one_question(store: Store):
    deliveries.publish(store, _check(store, "2022", "2022"), person=LAN)
    rows = [["Chỉ số", *names()], ["DTI 2023", *(0.78 - n * 0.004 for n in range(63))]]
    rows[1][1], rows[1][63] = 0.05, 0.99

    report = deliveries.check(store, xlsx(rows), "dti.xlsx")

    (question,) = report.questions
    assert (question.code, question.cells) == ("issue.jump", ("DTI!B2", "DTI!BL2"))
