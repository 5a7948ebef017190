"""Which workbooks there are, and which typed tables each of them holds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from data.catalogue import indicator
from data.reference import provinces
from tools.published import layouts
from tools.published.regional import statistics_sheet
from tools.published.sheet import Sheet
from tools.published.tables import Figure, figures, left_out, totals

FOUNDATIONS = (
    "dti_awareness",
    "dti_institutions",
    "dti_infrastructure",
    "dti_human_resources",
    "dti_security",
)
ACTIVITIES = ("dti_government_activity", "dti_economy_activity", "dti_society_activity")
_MISSING_NOTE = "Ghi chú: dấu … là chưa có số liệu của chỉ số này cho địa phương đó."
_TRANSCRIBED = (
    "Ghi chú: chép lại từ cổng dti.gov.vn bởi bên thứ ba, đã đối chiếu với số trung bình và thứ "
    "hạng công bố."
)


@dataclass(frozen=True, slots=True)
class Workbook:
    """One workbook: its file name, the typed tables in it, and how its sheets are laid out."""

    file: str
    tables: tuple[str, ...]
    sheets: Callable[[list[Figure]], Sequence[Sheet]]


def _of(found: list[Figure], indicator_id: str) -> list[Figure]:
    return [one for one in found if one.indicator_id == indicator_id]


def _dti_2022(found: list[Figure]) -> list[Sheet]:
    printed = figures("dti_ranks_63")
    ranks = {
        one.province_code: one.value
        for one in _of(printed, "dti_total_rank_published")
        if one.period == "2022"
    }
    groups = {
        "Chỉ số DTI": ["dti_total"],
        "Nhóm chỉ số nền tảng chung": FOUNDATIONS,
        "Nhóm chỉ số hoạt động": ACTIVITIES,
    }
    titles = ("KẾT QUẢ ĐÁNH GIÁ CHUYỂN ĐỔI SỐ CẤP TỈNH NĂM 2022", "(63 tỉnh, thành phố)")
    notes = (_MISSING_NOTE, _TRANSCRIBED)
    return [layouts.index_sheet("DTI 2022", titles, found, groups, ranks=ranks, notes=notes)]


def _dti_year(year: str) -> Callable[[list[Figure]], Sequence[Sheet]]:
    def sheets(found: list[Figure]) -> list[Sheet]:
        groups = {
            "Chỉ số DTI": ["dti_total"],
            "Hạ tầng số": ["dti_infrastructure"],
            "Nhóm chỉ số hoạt động": ACTIVITIES,
        }
        ((row, value),) = totals("dti_total", year).items()
        titles = (f"CHỈ SỐ CHUYỂN ĐỔI SỐ CẤP TỈNH NĂM {year}", "(63 tỉnh, thành phố)")
        sheet = layouts.index_sheet(
            f"DTI {year}", titles, found, groups, mean=(row, value), notes=(_TRANSCRIBED,)
        )
        return [sheet]

    return sheets


def _dti_34(found: list[Figure]) -> list[Sheet]:
    titles = (
        "CHỈ SỐ CHUYỂN ĐỔI SỐ CẤP TỈNH NĂM 2024 THEO 34 TỈNH, THÀNH PHỐ",
        "Các giá trị đã công bố cho tỉnh, thành phố sau sắp xếp",
    )
    return [layouts.long_sheet("DTI 2024", titles, found, period="Năm đánh giá")]


def _dti_single(found: list[Figure]) -> list[Sheet]:
    titles = (
        "DTI CÁC NĂM 2020, 2021 VÀ TRỤ CỘT: CÁC GIÁ TRỊ CÔNG BỐ RỜI",
        "Theo 63 tỉnh, thành phố trước sắp xếp",
    )
    notes = layouts.left_out_lines(left_out({one.indicator_id for one in found}))
    return [layouts.long_sheet("DTI", titles, found, period="Năm đánh giá", notes=notes)]


def _ranks(boundary: str) -> Callable[[list[Figure]], Sequence[Sheet]]:
    def sheets(found: list[Figure]) -> list[Sheet]:
        count = len(provinces(boundary))
        when = "trước" if boundary == "63" else "sau"
        titles = (
            "THỨ HẠNG CHUYỂN ĐỔI SỐ CẤP TỈNH THEO CÔNG BỐ",
            f"Theo {count} tỉnh, thành phố {when} sắp xếp",
        )
        rows = left_out({one.indicator_id for one in found})
        notes = layouts.left_out_lines(row for row in rows if row.boundary == boundary)
        sheet = layouts.long_sheet(
            "Thứ hạng", titles, found, period="Năm đánh giá", of=count, notes=notes
        )
        return [sheet]

    return sheets


def _poverty_nso(found: list[Figure]) -> list[Sheet]:
    printed = {row: {"2023": v} for row, v in totals("poverty_rate_nso", "2023").items()}
    titles = (
        "Tỷ lệ hộ nghèo tiếp cận đa chiều phân theo địa phương",
        "Khảo sát mức sống dân cư, bảng V14.49",
    )
    return [statistics_sheet("V14.49", titles, "%", found, totals=printed)]


def _review(boundary: str) -> Callable[[list[Figure]], Sequence[Sheet]]:
    def sheets(found: list[Figure]) -> list[Sheet]:
        when = "trước" if boundary == "63" else "sau"
        titles = (
            "KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO: CÁC GIÁ TRỊ ĐÃ CÔNG BỐ",
            f"Theo {len(provinces(boundary))} tỉnh, thành phố {when} sắp xếp",
        )
        notes = (
            "Ghi chú: các năm theo chuẩn nghèo khác nhau, không nối thành một đường.",
            "Ghi chú: đơn vị tính là % số hộ; riêng số hộ nghèo là hộ.",
        )
        return [layouts.long_sheet("Rà soát", titles, found, notes=notes)]

    return sheets


def _population(found: list[Figure]) -> list[Sheet]:
    made = (
        ("Dân số", "population", "Dân số trung bình phân theo địa phương", "Nghìn người"),
        (
            "Nông thôn",
            "population_rural",
            "Dân số trung bình nông thôn phân theo địa phương",
            "Nghìn người",
        ),
        ("Diện tích", "area", "Diện tích phân theo địa phương", "km2"),
    )
    return [
        statistics_sheet(name, (title,), unit, _of(found, one)) for name, one, title, unit in made
    ]


def _living_standards(found: list[Figure]) -> list[Sheet]:
    made = (
        ("Máy vi tính", "household_computer_rate", "Tỷ lệ hộ có máy vi tính", "%"),
        (
            "Thu nhập",
            "monthly_income",
            "Thu nhập bình quân đầu người một tháng theo giá hiện hành",
            "Nghìn đồng",
        ),
    )
    return [
        statistics_sheet(
            name,
            (f"{title} phân theo địa phương",),
            unit,
            _of(found, one),
            totals={row: {"2023": value} for row, value in totals(one, "2023").items()},
        )
        for name, one, title, unit in made
    ]


def _papi(found: list[Figure]) -> list[Sheet]:
    made = (
        ("8.1", "papi_egov_access_to_portals"),
        ("8.2", "papi_egov_access_to_internet"),
        ("8.3", "papi_egov_responsiveness"),
    )
    return [
        statistics_sheet(
            f"PAPI {name}",
            (indicator(one).name.vi,),
            "điểm",
            _of(found, one),
            notes=(_MISSING_NOTE,),
        )
        for name, one in made
    ]


def _qr(found: list[Figure]) -> list[Sheet]:
    titles = (
        "ĐIỂM CHẤP NHẬN THANH TOÁN QR: CÁC GIÁ TRỊ ĐÃ CÔNG BỐ",
        "Theo 63 tỉnh, thành phố trước sắp xếp",
    )
    return [layouts.long_sheet("QR", titles, found, period="Tính đến ngày")]


WORKBOOKS = (
    Workbook("dan_so_dien_tich_2019_2024.xlsx", ("population",), _population),
    Workbook("dti_2022.xlsx", ("dti_2022",), _dti_2022),
    Workbook("dti_2023.xlsx", ("dti_2023",), _dti_year("2023")),
    Workbook("dti_2024.xlsx", ("dti_2024",), _dti_year("2024")),
    Workbook("dti_2024_34_tinh.xlsx", ("dti_2024_34",), _dti_34),
    Workbook("dti_gia_tri_roi.xlsx", ("dti_single_values",), _dti_single),
    Workbook("dti_thu_hang_63_tinh.xlsx", ("dti_ranks_63",), _ranks("63")),
    Workbook("dti_thu_hang_34_tinh.xlsx", ("dti_ranks_34",), _ranks("34")),
    Workbook("ho_ngheo_2023_cuc_thong_ke.xlsx", ("poverty_nso_2023",), _poverty_nso),
    Workbook("ra_soat_ho_ngheo_63_tinh.xlsx", ("household_review_63",), _review("63")),
    Workbook("ra_soat_ho_ngheo_34_tinh.xlsx", ("household_review_34",), _review("34")),
    Workbook("papi_quan_tri_dien_tu_2018_2024.xlsx", ("papi",), _papi),
    Workbook("thu_nhap_may_vi_tinh_2023.xlsx", ("living_standards_2023",), _living_standards),
    Workbook("qr_diem_chap_nhan.xlsx", ("qr",), _qr),
)
