"""Ways through the history: hundreds of releases, one figure over all of them, undone twice."""

from time import perf_counter

import pytest
from streamlit import config

from data.service import deliveries
from data.service.rights import Person
from data.store import Store
from tests.long_history import fill
from tests.pages.conftest import link, opened
from tests.pages.uploads import press, said, store, workbook

__all__ = ["said", "store"]

LAN, MINH = (Person(name, may_write=True) for name in ("Lan", "Minh"))
FIGURE = {"indicator": "dti_total", "boundary": "63", "province": "02", "year": "2024"}


@pytest.fixture(scope="module")
def five_hundred(tmp_path_factory):
    """A store of 500 releases: the DTI of Hà Giang in 2022 was corrected every time."""
    own = Store(f"sqlite:///{tmp_path_factory.mktemp('long') / 'dti.sqlite3'}")
    own.migrate()
    fill(own, 500)
    yield own
    own.close()


def listed(said):
    return [line.cells[0].text for line in said["history.releases"].lines]


def linked(said, row):
    return [one["text"] for one in said["history.links"]["rows"][row]["items"]]


def test_of_500_releases_the_newest_25_are_listed_and_the_others_are_pages_away(
    use, five_hundred, said
):
    use(five_hundred)
    opened("history")

    assert listed(said) == [str(number) for number in range(500, 475, -1)]
    assert linked(said, 0) == listed(said)
    assert linked(said, 1) == ["1", "2", "3", "20"]
    assert [
        one["text"]
        for row in said["history.links"]["rows"]
        for one in row["items"]
        if one["is_current"]
    ] == ["500", "1"]


def test_a_link_to_an_old_release_opens_it_on_its_page_of_the_list(use, five_hundred, said):
    use(five_hundred)
    app = opened("history", open="130")

    assert listed(said) == [str(number) for number in range(150, 125, -1)]
    assert linked(said, 1) == ["1", "13", "14", "15", "16", "17", "20"]
    assert said["history.release"][1] == "Bản số liệu số 130"
    assert link(app)["open"] == "130"


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("open", "501"),
        ("page", "99"),
        ("part", "x"),
        ("open", "-1"),
        ("page", "²"),
        ("open", "9" * 40),
    ],
)
def test_a_link_to_what_is_not_there_shows_the_list(use, five_hundred, said, field, wrong):
    use(five_hundred)
    opened("history", **{field: wrong})

    first = "25" if wrong == "99" else "500"  # beyond the last page stands the last
    assert listed(said)[0] == first


def test_a_click_among_500_releases_reads_none_of_them_again_and_sends_little(
    use, five_hundred, said
):
    use(five_hundred)
    app = opened("history", open="130")
    began = perf_counter()
    app.run()

    assert perf_counter() - began < 1
    assert sum(len(one.options) for one in app.selectbox) == 0
    sent = [said["history.releases"].as_data(), said["history.links"]]
    assert len(str(sent)) < 40_000


def test_any_two_of_500_releases_are_compared_by_number(use, five_hundred, said):
    use(five_hundred)
    app = opened("history", part="two")
    app.number_input(key="history.earlier").set_value(100).run()
    cells = said["history.between.changed"].lines[0].cells

    assert [cell.text for cell in cells][2:5] == ["0,1000", "0,5000", "+0,4000"]
    assert said["history.earlier.words"][1].startswith("Bản số 100, ")
    assert (link(app)["part"], link(app)["earlier"]) == ("two", "100")


@pytest.fixture
def corrected(store):
    """Hà Giang 2024: 0,7292 as shipped, then 0,73 with a reason, then taken back by Minh."""
    report = deliveries.check(store, workbook(D7=0.73), "sua.xlsx")
    made = deliveries.publish(store, report, person=LAN, note="công văn 12", reason="in nhầm")
    deliveries.undo(store, made.id, person=MINH, base=made)
    return made.id


def test_a_figure_tells_every_value_it_had_with_who_file_cell_and_reason(
    use, store, corrected, said
):
    use(store)
    opened("history", part="figure", **FIGURE)
    undone, changed, shipped = (
        [cell.text for cell in line.cells] for line in said["history.life"].lines
    )

    assert undone[:2] == [f"Bản số {corrected + 1}", "0,7292"]
    assert undone[3:] == ["Minh", "khôi phục", "dti_2024.xlsx, trang tính “DTI 2024”, ô D7", "–"]
    assert changed[1] == "0,7300"
    assert changed[3:] == [
        "Lan",
        "nạp tệp",
        "sua.xlsx, trang tính “DTI 2024”, ô D7",
        "công văn 12 Lý do đính chính: in nhầm",
    ]
    assert shipped[1:2] + shipped[3:5] == ["0,7292", "Chương trình", "kèm chương trình"]
    assert linked_releases(said)[:2] == [str(corrected + 1), str(corrected)]


def linked_releases(said):
    return [one["text"] for one in said["history.life_links"]["rows"][0]["items"]]


def test_a_converted_figure_leads_to_the_figures_it_is_computed_from(use, store, said):
    use(store)
    opened("history", part="figure", **{**FIGURE, "boundary": "34", "province": "08"})

    assert "history.life" not in said
    parts = said["history.parts"]["rows"][0]["items"]
    assert [one["text"] for one in parts] == [
        "Tuyên Quang (cũ): DTI, năm 2024",
        "Hà Giang: DTI, năm 2024",
    ]
    assert parts[1]["view"] == FIGURE


def test_a_figure_that_was_taken_back_altogether_still_has_its_life(use, store, said):
    report = deliveries.check(store, workbook(A1="DTI năm 2030"), "2030.xlsx", period="2030")
    made = deliveries.publish(store, report, person=LAN, accept=report.open_codes)
    deliveries.undo(store, made.id, person=LAN, base=made)
    use(store)
    app = opened("history", part="figure", **{**FIGURE, "year": "2030"})

    values = [line.cells[1].text for line in said["history.life"].lines]
    assert values == ["đã đưa về như khi chưa có", "0,7292"]
    assert link(app)["year"] == "2030"


def test_without_a_province_the_page_asks_for_one(use, store, said):
    use(store)
    app = opened("history", part="figure", province="none")

    assert [one.value for one in app.info] == ["Hãy chọn tỉnh, thành phố."]
    assert "history.life" not in said


def test_a_table_of_figures_leads_to_the_life_of_the_one_that_is_looked_at(use, store, said):
    use(store)
    opened("ranking", **FIGURE)
    (one,) = said["ranking.life"]["rows"][0]["items"]

    assert one["text"] == "Hà Giang: Chỉ số chuyển đổi số cấp tỉnh (DTI), năm 2024"
    assert one["view"] == FIGURE
    assert "part=figure" in one["href"]


def test_undoing_what_was_undone_says_that_there_is_nothing_to_undo(use, store, corrected, said):
    """The page said "Đã khôi phục" although nothing had changed."""
    use(store)
    before = store.current()
    app = opened("history", open=str(corrected))
    key = f"history.undo.{corrected}"
    press(app, f"{key}.ask")

    assert said[f"{key}.words"][:2] == (
        "plain",
        f"Không có gì để khôi phục: số đang dùng (bản số {before.id}) đã đúng như trước bản số "
        f"{corrected}.",
    )
    assert not [one for one in app.button if one.key == f"{key}.do"]
    assert store.current() == before


@pytest.mark.parametrize("address", ["0.0.0.0", "192.0.2.7", "", "may-chu.tinh.gov.vn"])
def test_a_click_on_an_undo_is_refused_by_the_service_where_others_reach_the_server(
    use, store, corrected, said, address
):
    """A forged click looks like this one: what the page shows is not what decides."""
    use(store)
    before, key = store.current(), f"history.undo.{corrected + 1}"
    app = opened("history")
    press(app, f"{key}.ask")
    app.text_input(key=f"{key}.person").set_value("Lan")
    told = config.get_option("server.address")
    config.set_option("server.address", address)
    try:
        press(app, f"{key}.do")
    finally:
        config.set_option("server.address", told)

    words = "Máy chủ này chỉ cho xem số liệu. Chưa có số nào thay đổi."
    assert said["undo.said"][:2] == ("bad", words)
    assert not [one for one in app.button if "undo" in one.key]
    assert store.current() == before


def test_an_undo_that_somebody_else_did_first_names_them(use, store, said):
    made = deliveries.publish(
        store, deliveries.check(store, workbook(D7=0.73), "sua.xlsx"), person=LAN
    )
    use(store)
    app = opened("history")
    key = f"history.undo.{made.id}"
    press(app, f"{key}.ask")
    theirs = deliveries.undo(store, made.id, person=MINH, base=made)
    app.text_input(key=f"{key}.person").set_value("Lan")
    press(app, f"{key}.do")

    assert said["undo.said"][1].startswith(
        f"Chưa khôi phục: Minh vừa đưa vào sử dụng bản số liệu số {theirs.id}."
    )
    assert store.current() == theirs


def test_an_undo_of_an_undo_brings_the_figures_into_use_again(use, store, corrected, said):
    use(store)
    app = opened("history")
    key = f"history.undo.{corrected + 1}"
    press(app, f"{key}.ask")
    app.text_input(key=f"{key}.person").set_value("Lan")
    press(app, f"{key}.do")

    assert said["undo.said"] == (
        "good",
        f"Đã khôi phục về trước bản số {corrected + 1}: bản số liệu số {corrected + 2}.",
        [],
    )
    assert said["history.release"][1] == f"Bản số liệu số {corrected + 2}"
