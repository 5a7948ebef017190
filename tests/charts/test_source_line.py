"""The line under every figure."""

from charts.source_line import Origin, source_line

ORIGIN = Origin(
    unit="điểm",
    period="2024",
    boundary="34",
    source="Bộ Khoa học và Công nghệ",
    published_on="2025-10-21",
    release=12,
    marks=("A", "P", "M"),
    rules=("Quy đổi: trung bình cộng",),
)


def test_it_says_unit_period_list_source_release_and_marks():
    assert source_line(ORIGIN, "vi") == (
        "Đơn vị tính: điểm · Năm 2024 · 34 tỉnh, thành phố (từ ngày 01/7/2025) · "
        "Nguồn: Bộ Khoa học và Công nghệ · công bố ngày 21/10/2025 · "
        "Tình trạng số liệu: sơ bộ · Quy đổi: trung bình cộng · Bản số liệu số 12"
    )


def test_what_is_not_known_is_left_out():
    line = source_line(Origin("điểm", "2024", "34", "Bộ"), "vi")

    assert "công bố" not in line
    assert "Bản số liệu" not in line
    assert "Tình trạng" not in line
