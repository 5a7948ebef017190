"""DTI and poverty: one series, a year with both figures, sentences, coefficients, honest gaps."""

import json
from functools import partial

import pytest

from dashboard import components
from data.store import SourceFile, Store
from indicators.model import Observation, Status
from tests.pages.conftest import link, opened, pick, shown

NORTH = "northern-midlands-mountains"
BORDER = "northern-mountain-border"


@pytest.fixture
def page(at):
    """Open the page as of 2023: the year of the survey that is loaded."""
    return partial(at, "poverty", year="2023")


@pytest.fixture
def seen(monkeypatch):
    """What the page hands to the parts that Streamlit has no element for, by key."""
    found = {}
    monkeypatch.setattr(
        components,
        "sentences",
        lambda said, source, *, key: found.__setitem__(key, "\n".join([*said, source])),
    )
    monkeypatch.setattr(components, "table", lambda data, *, key: found.__setitem__(key, data))
    monkeypatch.setattr(
        components, "province_map", lambda data, *, key, **_: found.__setitem__(key, data)
    )
    return found


def figure(app):
    """Give the chart's title, points and settings as the browser gets them."""
    proto = app.get("plotly_chart")[0].proto
    return json.loads(proto.spec), json.loads(proto.config)


def test_the_country_and_the_group_are_said_as_in_the_glossary(page, seen):
    page(boundary="63", province="02", group=NORTH)

    assert seen["poverty.sentences"].split("\n")[:2] == [
        "Năm 2023, nơi có tỷ lệ hộ nghèo cao hơn thường có điểm DTI thấp hơn, nhưng liên hệ yếu: "
        "r = −0,36 (n = 63; khoảng tin cậy 95%: −0,55 đến −0,12).",
        "Riêng 14 tỉnh vùng Trung du và miền núi phía Bắc, r = −0,39 (−0,76 đến 0,17): "
        "chưa đủ căn cứ để kết luận.",
    ]
    assert "Tương quan không phải là nguyên nhân." in seen["poverty.sentences"]
    assert "khi bỏ Cao Bằng: từ −0,36 thành −0,29" in seen["poverty.sentences"]


def test_nine_provinces_get_the_sentence_for_too_few(page, seen):
    page(boundary="34", group=NORTH)

    assert (
        "Nhóm chỉ có 9 tỉnh có số liệu; cần ít nhất 3 để tính trung vị và 10 để tính tương quan."
        in seen["poverty.sentences"]
    )
    texts = [[cell.text for cell in line.cells] for line in seen["poverty.coefficients"].lines]
    assert [line[2:5] for line in texts[2:]] == [["9", "–", "–"]] * 2


def test_it_opens_a_year_that_has_both_figures_and_says_so(at, seen):
    app = at("poverty", boundary="63", year="2022")

    assert link(app)["year"] == "2023"
    assert "2022" in app.info[0].value
    assert "2023" in app.info[0].value
    assert app.selectbox(key="choice.year").options == ["năm 2023"]


def test_the_other_series_has_its_own_years_and_is_never_mixed_in(page, seen):
    app = pick(page(boundary="63", province="02"), "against", "poverty_rate_molisa")
    chart, _ = figure(app)

    assert link(app)["against"] == "poverty_rate_molisa"
    assert app.selectbox(key="choice.year").options == ["năm 2024", "năm 2023", "năm 2022"]
    assert chart["layout"]["annotations"][0]["text"] == "DTI và tỷ lệ hộ nghèo (rà soát)"
    hover = " ".join(words for trace in chart["data"] for words in trace.get("hovertext", []))
    assert "rà soát" in hover
    assert "khảo sát" not in hover
    assert "Danh sách chỉ có 7 tỉnh, thành phố" in seen["poverty.sentences"]
    assert any("56/63" in caption.value for caption in app.caption)


def test_an_unknown_series_opens_the_survey_and_says_so(page, seen):
    app = page(boundary="63", against="poverty")

    assert shown(app)["against"] == "poverty_rate_nso"
    assert [info.value for info in app.info] == [
        "Danh sách đang xem chưa có số liệu của “poverty”; đang mở “Tỷ lệ hộ nghèo đa chiều "
        "(khảo sát mức sống, Cục Thống kê)”."
    ]


def test_both_maps_show_the_same_year_of_two_indicators(page, seen):
    page(boundary="63", group=NORTH)
    maps = [seen["map.dti_total"], seen["map.poverty_rate_nso"]]

    assert [one["indicator"] for one in maps] == ["dti_total", "poverty_rate_nso"]
    assert {one["year"] for one in maps} == {"2023"}
    assert {one["group"] for one in maps} == {NORTH}


def test_the_chart_has_all_pairs_the_line_and_our_words(page, seen):
    chart, config = figure(page(boundary="63", province="02", group=NORTH))
    points = [trace for trace in chart["data"] if trace["mode"] == "markers+text"]

    assert sum(len(trace["y"]) for trace in points) == 63
    assert chart["data"][0]["name"].strip("\u00a0") == "xu hướng chung của 63 địa phương"
    assert config["locales"]["vi"]["dictionary"]["Zoom"] == "Phóng to một vùng"


def test_without_a_home_nobody_is_marked(use, official_store, seen):
    use(official_store)
    chart, _ = figure(opened("poverty", boundary="63", year="2023", group=NORTH))

    assert [trace["name"].strip("\u00a0") for trace in chart["data"]][1:] == [
        "tỉnh, thành phố khác",
        "14 tỉnh vùng Trung du và miền núi phía Bắc",
    ]


def test_the_table_has_both_values_and_the_missing_ones(page, seen):
    page(boundary="63", against="poverty_rate_molisa", province="02", group=BORDER)
    lines = {line.cells[0].text: line for line in seen["poverty.values"].lines}

    assert [cell.text for cell in lines["Hà Giang"].cells[1:3]] == ["31,12", "0,6744"]
    assert [cell.text for cell in lines["Sơn La"].cells[1:3]] == ["chưa có số liệu", "0,6538"]
    assert lines["Hà Giang"].is_home


def test_without_any_poverty_figures_it_says_what_is_loaded(use, tmp_path, seen):
    store = Store(f"sqlite:///{tmp_path / 'dti.sqlite3'}")
    store.migrate()
    found = [
        Observation("01", "63", "dti_total", "2023", 0.7, "point", Status.A, "s01", "DTI", "C4")
    ]
    book = SourceFile("dti.xlsx", b"dti")
    store.publish(found, file=book, by="test", base=None)
    use(store, DTI_PUBLISHED="off")
    app = opened("poverty", boundary="63")

    assert app.info[-1].value.startswith("Chưa có năm nào có cả DTI và tỷ lệ hộ nghèo")
    assert not app.get("plotly_chart")
    assert "loaded" in seen
    store.close()
