"""An address may name anything; the reader gets the nearest sensible view and is told."""

from dashboard.settle import NOBODY, home_group, on_list, settle
from dashboard.view import View

PERIODS = ("2022", "2023", "2024")


def settled(view: View, home: str = "", only: str = ""):
    return settle(
        view,
        home=home,
        periods=lambda indicator, boundary: PERIODS,
        indicators=lambda boundary: ("dti_total", "poverty_rate_nso"),
        only=only,
    )


def test_an_empty_address_opens_the_newest_list_and_period():
    opened = settled(View()).view

    assert (opened.boundary, opened.year, opened.indicator) == ("34", "2024", "dti_total")
    assert opened.group == "northern-midlands-mountains"


def test_the_home_province_is_opened_on_the_list_that_is_read():
    """Lào Cai is 15 on the list of 34; on the list of 63 that code is Yên Bái."""
    assert settled(View(), home="15").view.province == "15"
    assert settled(View(boundary="63"), home="15").view.province == "10"


def test_a_reader_may_choose_no_province_although_there_is_a_home():
    assert settled(View(province=NOBODY), home="08").view.province == NOBODY


def test_unknown_names_in_a_link_are_replaced_and_said():
    opened = settled(View(province="99", year="1999", indicator="gdp", lang="vi"))

    assert opened.view.province == ""
    assert opened.view.year == "2024"
    assert len(opened.said) == 3
    assert "“99”" in opened.said[2]


def test_what_a_link_names_rightly_is_left_alone():
    whole = View("en", "02", "63", "country", "poverty_rate_nso", "2023", "grid")

    assert settled(whole).view == whole
    assert settled(whole).said == ()


def test_a_group_without_members_on_the_list_gives_way():
    """Tây Nguyên is a region of the 63 only."""
    opened = settled(View(boundary="34", group="central-highlands"))

    assert opened.view.group == "northern-midlands-mountains"
    assert len(opened.said) == 1


def test_changing_the_list_takes_the_province_along_not_its_code():
    assert on_list("15", "63", "34") == "15"  # Yên Bái is in Lào Cai now
    assert on_list("02", "63", "34") == "08"  # Hà Giang is in Tuyên Quang
    assert on_list("08", "34", "63") == "08"  # back to the part that has its name
    assert on_list("15", "34", "63") == "10"  # Lào Cai, not Yên Bái


def test_a_province_outside_the_mountains_is_compared_with_its_own_region():
    assert home_group("01", "34") == "red-river-delta"
    assert home_group("08", "34") == "northern-midlands-mountains"


def test_what_an_address_says_makes_no_links_on_the_page():
    """An unknown name was shown as written: "www.evil.example" became a link in our message."""
    opened = settled(View(province="www.evil.example", group="[x](http://evil.example)"))

    assert all("evil" not in sentence for sentence in opened.said)
    assert len(opened.said) == 2


def test_a_second_indicator_that_the_page_does_not_offer_gives_way_and_is_said():
    def asked(against: str):
        return settle(
            View(boundary="63", year="2023", against=against),
            home="",
            periods=lambda indicator, boundary: PERIODS,
            indicators=lambda boundary: ("dti_total", "poverty_rate_nso", "poverty_rate_molisa"),
            against=("poverty_rate_nso", "poverty_rate_molisa"),
            together=lambda view: ("2022",) if view.against == "poverty_rate_nso" else ("2023",),
        )

    wrong, right = asked("dti_total"), asked("poverty_rate_molisa")

    assert (wrong.view.against, wrong.view.year) == ("poverty_rate_nso", "2022")
    assert ["DTI" in wrong.said[0], "2023" in wrong.said[1]] == [True, True]
    assert (right.view.against, right.view.year, right.said) == ("poverty_rate_molisa", "2023", ())


def test_an_unknown_language_is_vietnamese_and_said():
    opened = settled(View(lang="fr"))

    assert (opened.view.lang, len(opened.said)) == ("vi", 1)
    assert "“fr”" in opened.said[0]


def test_a_list_without_figures_gives_way_to_one_that_has_some():
    """A store with one list only ended both pages with an error on the other."""
    opened = settle(
        View(boundary="63", province="02"),
        home="",
        periods=lambda indicator, boundary: ("2024",),
        indicators=lambda boundary: ("dti_total",) if boundary == "34" else (),
    )

    assert (opened.view.boundary, opened.view.province) == ("34", "08")
    assert "63 tỉnh, thành phố" in opened.said[0]
