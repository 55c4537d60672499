"""Totals, percentages and units that contradict the report's own figures are found; what may be right is left alone."""
# ruff: noqa: E501 - sentences stay whole

from __future__ import annotations

from dataclasses import replace

import pytest

from service.check.case import Zone
from service.check.figures.doubts.percents import fits
from service.check.figures.judge import judge_figures
from tests.check.builder import TITLE, case, zoned
from tests.check.figures.told import judged, told

PAST, FUTURE = Zone.PAST, Zone.FUTURE


@pytest.mark.parametrize(
    ("text", "zone", "level", "expected", "codes"),
    [
        (
            "Năm 2016 vận động được 120 triệu đồng, năm 2017 được 131 triệu đồng, năm 2018 được 140 triệu đồng, năm 2019 được 155 triệu đồng, năm 2020 được 70 triệu đồng. Tổng cộng 5 năm được 661 triệu đồng.",
            PAST,
            "commune",
            {},
            ["figure.total"],
        ),
        (
            "Vận động quỹ được 1,2 tỷ đồng, đạt 115% chỉ tiêu Nghị quyết (1 tỷ đồng).",
            PAST,
            "commune",
            {"fund_raised.result": 1_200_000_000, "fund_raised.target": 1_000_000_000},
            ["figure.percent"],
        ),
        (
            "Toàn huyện có 39.480 hội viên, chiếm 31,8% dân số (142.000 người).",
            PAST,
            "district",
            {"members.result": 39_480},
            ["figure.percent"],
        ),
        (
            "Có 412 chi hội, gồm 142 chi hội thôn, 121 chi hội cơ quan, trường học và 139 chi hội dòng họ.",
            PAST,
            "district",
            {},
            ["figure.total"],
        ),
        (
            "Quỹ đã chi 14,981 tỷ đồng, gồm: cấp học bổng 9,204 tỷ đồng; khen thưởng 3,566 tỷ đồng; hỗ trợ trung tâm 1,385 tỷ đồng; chi khác 0,926 tỷ đồng.",
            PAST,
            "district",
            {},
            ["figure.total"],
        ),
        (
            "Mở 186 lớp (trồng trọt 62, chăn nuôi 41, pháp luật 37, nghề may 40) cho 12.480 lượt người học.",
            PAST,
            "commune",
            {"learner_visits.result": 12_480},
            ["figure.total"],
        ),
        (
            "Có 9/13 tổ dân phố được công nhận cộng đồng học tập, bằng 96,2%.",
            PAST,
            "commune",
            {"learning_communities.result": 9},
            ["figure.percent"],
        ),
        (
            "Gia đình học tập đạt 79,0% (31.460/41.950 hộ).",
            PAST,
            "district",
            {"learning_families.result": 31_460},
            ["figure.percent"],
        ),
        (
            "Số dư quỹ đến 31/5/2020: 236.450.000 đồng (của phường 62 triệu đồng, các chi hội 184,45 triệu đồng).",
            PAST,
            "commune",
            {},
            ["figure.total"],
        ),
        (
            "Dân số toàn xã 8.870 người, 2.640 hộ. Hội có 2.480 hội viên, chiếm 23,0% dân số.",
            PAST,
            "commune",
            {"members.result": 2480},
            ["figure.percent"],
        ),
        ("10/12 Hội phường được xếp loại vững mạnh, đạt 88,3%.", PAST, "district", {}, ["figure.percent"]),
        (
            "Quỹ vận động được 486 tỷ đồng, vượt chỉ tiêu Nghị quyết 450 triệu đồng.",
            PAST,
            "commune",
            {"fund_raised.target": 450_000_000},
            ["figure.unit"],
        ),
        ("Toàn xã vận động được 350 tỷ đồng cho quỹ khuyến học.", PAST, "commune", {}, ["figure.unit"]),
        ("Toàn huyện có 412.000 hội viên.", PAST, "district", {}, ["figure.unit"]),
        (
            "Hội vận động được 486 triệu đồng; trao 1.385 suất học bổng với số tiền 431 tỷ đồng.",
            PAST,
            "commune",
            {"fund_raised.result": 486_000_000, "scholarships.result": 1385},
            ["figure.unit"],
        ),
        ("Toàn quận có 118 chi hội. Đến tháng 5/2020 Hội có 121 chi hội.", PAST, "district", {}, ["figure.conflict"]),
        (
            "Toàn quận có 13.860 hội viên. Tổng số hội viên cuối nhiệm kỳ là 13.680 người.",
            PAST,
            "district",
            {},
            ["figure.conflict"],
        ),
        (
            "Các cấp Hội vận động được 4,28 tỷ đồng. Tổng số tiền vận động trong nhiệm kỳ là 4.824 triệu đồng.",
            PAST,
            "district",
            {},
            ["figure.conflict"],
        ),
        (
            "Hằng năm tổ chức bình xét, năm 2019 có 1.742/2.380 hộ (78,2%) đạt gia đình học tập.",
            PAST,
            "commune",
            {"learning_families.result": 1742},
            ["figure.percent"],
        ),
        (
            "Đến cuối năm 2019 phường có 18 tổ dân phố, 4.860 hộ với 17.940 người. Hội có 20 chi hội với 5.024 hội viên, bằng 30,2% dân số.",
            PAST,
            "commune",
            {"branches.result": 20, "members.result": 5024},
            ["figure.percent"],
        ),
        (
            "Tổng số tiền vận động được là 693 triệu đồng, gồm: quỹ xã 210 triệu đồng, các dòng họ 325 nghìn đồng, các nhà trường 158 triệu đồng.",
            PAST,
            "commune",
            {"fund_raised.result": 693_000_000},
            ["figure.unit"],
        ),
        (
            "Vận động quỹ được 5.240 triệu đồng, vượt 8,4% chỉ tiêu Nghị quyết (5.000 triệu đồng).",
            PAST,
            "district",
            {"fund_raised.result": 5_240_000_000, "fund_raised.target": 5_000_000_000},
            ["figure.percent"],
        ),
        (
            "Toàn huyện có 338 chi hội, trong đó 162 chi hội thôn, 96 chi hội cơ quan, trường học và 90 chi hội dòng họ; 112 ban khuyến học dòng họ.",
            PAST,
            "district",
            {"clan_boards.result": 112},
            ["figure.total"],
        ),
        (
            "Số dư quỹ là 3,85 tỷ đồng, trong đó quỹ cấp quận 1,25 tỷ đồng và quỹ các phường 2,9 tỷ đồng.",
            PAST,
            "district",
            {},
            ["figure.total"],
        ),
        (
            "Có 2.012/2.655 hộ đạt gia đình học tập, bằng 78,5%; 16/20 dòng họ học tập, bằng 80%.",
            PAST,
            "commune",
            {"learning_families.result": 2012, "learning_clans.result": 16, "learning_clans_rate.result": 80},
            ["figure.percent"],
        ),
        (
            "Huy động được 691,4 triệu đồng, đạt 125,2% so với chỉ tiêu Đại hội (600 triệu đồng).",
            PAST,
            "commune",
            {"fund_raised.result": 691_400_000, "fund_raised.target": 600_000_000},
            ["figure.percent"],
        ),
        (
            "Có 11 chi hội, gồm 9 chi hội tổ dân phố, 2 chi hội trường học và 1 chi hội công an.",
            PAST,
            "commune",
            {},
            ["figure.total"],
        ),
        (
            "Toàn quận có 52 trường học, gồm 18 trường mầm non, 16 trường tiểu học, 12 trường trung học cơ sở, 9 trường trung học phổ thông.",
            PAST,
            "district",
            {},
            ["figure.total"],
        ),
        (
            "Chi 655,1 triệu đồng, trong đó: học bổng 310,5 triệu đồng; khen thưởng 284,6 triệu đồng; hoạt động Hội 96,0 triệu đồng.",
            PAST,
            "commune",
            {},
            ["figure.total"],
        ),
    ],
)
def test_a_sentence_with_a_fault_is_found_and_its_figure_is_no_indicator(text, zone, level, expected, codes):
    assert told(text, zone=zone, level=level) == (expected, codes)


@pytest.mark.parametrize(
    ("blocks", "zone", "level", "expected", "codes"),
    [
        pytest.param(
            (
                "Kết quả",
                [
                    ["TT", "Chỉ tiêu", "Nghị quyết", "Thực hiện", "Đánh giá"],
                    ["1", "Vận động quỹ khuyến học", "15 tỷ đồng", "16,462 tỷ đồng", "Bằng 119,7%"],
                    ["2", "Số chi hội", "220", "231", "Bằng 105%"],
                ],
            ),
            PAST,
            "district",
            {
                "fund_raised.target": 15_000_000_000,
                "fund_raised.result": 16_462_000_000,
                "branches.target": 220,
                "branches.result": 231,
            },
            ["figure.percent"],
            id="plan percent wrong",
        ),
        pytest.param(
            (
                "Số liệu qua các năm",
                [
                    ["Nội dung", "2016", "2017", "2018", "2019", "6 tháng 2020", "Cộng"],
                    ["Số hội viên", "1.860", "1.995", "2.140", "2.330", "2.480", "2.480"],
                    ["Tiền vận động quỹ (triệu đồng)", "120", "131", "140", "155", "70", "661"],
                    ["Số suất học bổng", "310", "325", "340", "361", "120", "1.456"],
                    ["Lượt người học tại trung tâm", "1.120", "1.204", "1.250", "1.310", "420", "5.304"],
                ],
            ),
            PAST,
            "commune",
            {"members.result": 2480, "scholarships.result": 1456, "learner_visits.result": 5304},
            ["figure.total"],
            id="year total wrong",
        ),
        pytest.param(
            (
                "Biểu tổng hợp theo xã",
                [
                    ["TT", "Tên xã", "Hội viên", "Tổng số hộ", "Số hộ đạt gia đình học tập", "Tỷ lệ (%)"],
                    ["1", "Đại Đồng", "2.150", "2.400", "1.800", "75,0"],
                    ["2", "Đông Phương", "2.040", "2.200", "1.628", "74,0"],
                    ["3", "Hữu Bằng", "2.310", "2.500", "1.900", "79,0"],
                    ["4", "Kiến Quốc", "1.980", "2.000", "1.440", "72,0"],
                    ["", "Toàn huyện", "8.480", "9.100", "6.768", "74,4"],
                ],
            ),
            PAST,
            "district",
            {"members.result": 8480, "learning_families.result": 6768},
            ["figure.percent"],
            id="unit table pct wrong",
        ),
        pytest.param(
            (
                "Biểu tổng hợp theo xã",
                [
                    ["TT", "Tên xã", "Chi hội", "Hội viên"],
                    ["1", "Đại Đồng", "24", "2.150"],
                    ["2", "Đông Phương", "22", "2.040"],
                    ["3", "Hữu Bằng", "25", "2.310"],
                    ["4", "Kiến Quốc", "21", "1.980"],
                    ["", "Tổng cộng", "92", "8.840"],
                ],
            ),
            PAST,
            "district",
            {"branches.result": 92},
            ["figure.total"],
            id="unit total wrong",
        ),
        pytest.param(
            (
                "Số liệu qua các năm",
                [
                    ["Nội dung", "2016", "2017", "2018", "2019", "6 tháng 2020", "Tổng"],
                    ["Tiền vận động (triệu đồng)", "3.960", "4.215", "4,580", "5.126", "3.475", "21.356"],
                    ["Số lớp mở", "512", "535", "548", "561", "196", "2.352"],
                ],
            ),
            PAST,
            "district",
            {"fund_raised.result": 21_356_000_000},
            ["figure.unit"],
            id="comma slip",
        ),
        pytest.param(
            (
                "Kết quả",
                [
                    ["Danh hiệu", "Nghị quyết", "Kết quả"],
                    ["Gia đình học tập", "70%", "74,0% (1.954/2.640 hộ)"],
                    ["Dòng họ học tập", "60%", "78,0% (18/24)"],
                ],
            ),
            PAST,
            "commune",
            {
                "learning_families_rate.target": 70,
                "learning_families_rate.result": 74,
                "learning_families.result": 1954,
                "learning_clans_rate.target": 60,
                "learning_clans.result": 18,
            },
            ["figure.percent"],
            id="fraction cell wrong",
        ),
        pytest.param(
            (
                "Gia đình học tập đạt 74,0%.",
                [["Nội dung", "Kết quả"], ["Gia đình học tập (%)", "76,0"]],
            ),
            PAST,
            "commune",
            {},
            ["figure.conflict"],
            id="share conflicts",
        ),
        pytest.param(
            (
                "Trong 5 năm vận động quỹ được 693 triệu đồng.",
                [["Nội dung", "Kết quả"], ["Quỹ vận động (tỷ đồng)", "693"]],
            ),
            PAST,
            "commune",
            {},
            ["figure.unit"],
            id="unit slip table",
        ),
        pytest.param(
            ("Trong 5 năm vận động quỹ được 693 nghìn đồng, vượt chỉ tiêu Nghị quyết (600 triệu đồng).",),
            PAST,
            "commune",
            {"fund_raised.target": 600_000_000},
            ["figure.unit"],
            id="unit slip text",
        ),
        pytest.param(
            (
                "Tổng số tiền vận động được là 693 triệu đồng, gồm: quỹ xã 210 triệu đồng, các dòng họ 325 tỷ đồng, các nhà trường 158 triệu đồng.",
            ),
            PAST,
            "commune",
            {"fund_raised.result": 693_000_000},
            ["figure.unit"],
            id="parts of fund with a slip",
        ),
        pytest.param(
            (
                "Tổng số tiền vận động được là 693 triệu đồng, trong đó quỹ xã 210 triệu đồng, các dòng họ 325 triệu đồng và các nhà trường 185 triệu đồng.",
            ),
            PAST,
            "commune",
            {},
            ["figure.total"],
            id="parts wrong",
        ),
        pytest.param(
            ("Toàn xã mở 186 lớp, gồm 62 lớp trồng trọt, 41 lớp chăn nuôi, 37 lớp pháp luật và 56 lớp nghề.",),
            PAST,
            "commune",
            {},
            ["figure.total"],
            id="classes wrong",
        ),
        pytest.param(
            (
                "Có 14 chi hội, trong đó 9 chi hội xếp loại tốt (64,3%), 4 chi hội loại khá (28,6%), 2 chi hội loại trung bình (7,1%).",
            ),
            PAST,
            "commune",
            {},
            ["figure.total"],
            id="percent parts wrong",
        ),
    ],
)
def test_a_fault_of_a_table_or_between_places_is_found(blocks, zone, level, expected, codes):
    assert told(*blocks, zone=zone, level=level) == (expected, codes)


def test_a_share_quotes_the_fraction_and_the_percentage():
    _, findings = judged("Có 8.742/12.450 hộ được công nhận gia đình học tập, đạt 76,2%.", zone=PAST, level="district")
    assert [one.quote for one in findings] == ["8.742/12.450 hộ được công nhận gia đình học tập, đạt 76,2%"]
    assert "70,2%" in findings[0].message


def test_a_table_quotes_the_cell_of_the_total():
    rows = [["Thôn", "Hội viên"], ["Đông", "310"], ["Đoài", "298"], ["Cộng", "680"]]
    _, findings = judged(rows, zone=PAST)
    assert [(one.code, one.quote) for one in findings] == [("figure.total", "680")]


def test_a_conflict_names_both_places():
    _, findings = judged("Toàn quận có 118 chi hội.", "Đến nay toàn quận có 121 chi hội.", zone=PAST, level="district")
    (found,) = findings
    assert found.code == "figure.conflict"
    assert "118" in found.message
    assert "121" in found.message


def test_three_values_make_one_finding():
    blocks = ["Toàn quận có 118 chi hội.", "Tổng số chi hội là 118.", "Đến nay toàn quận có 121 chi hội."]
    assert told(*blocks, zone=PAST, level="district")[1] == ["figure.conflict"]


@pytest.mark.parametrize(
    ("stated", "step", "part", "whole", "right"),
    [
        (70.2, 0.1, 8742, 12450, True),
        (76.2, 0.1, 8742, 12450, False),
        (109.7, 0.1, 16.462, 15.0, True),
        (73, 1, 1742, 2380, True),
        (76, 1, 769, 1000, True),
        (78, 1, 769, 1000, False),
        (53.27, 0.01, 94297, 176958, True),
    ],
)
def test_a_percentage_may_be_rounded_or_cut_off(stated, step, part, whole, right):
    assert fits(stated, step, part, whole) is right


def test_a_very_long_paragraph_is_read_in_moderate_time():
    text = "Năm 2019 toàn quận có 231 chi hội, 46.250 hội viên, bằng 28,0% dân số, "
    values, _ = told(text * 300, zone=PAST, level="district")
    assert values["branches.result"] == 231


@pytest.mark.parametrize(
    "text",
    [
        "chỉ tiêu " + "i" * 3000 + " 5 hội viên",
        "chỉ tiêu " + "2015 - 2020 " * 60 + "abc 25%",
        "hội viên 1.820 người " + "2015 2016 " * 60 + "zz 2.464 người",
        "Hội viên" + "." * 40000 + "5",
        " " * 40000 + "hội viên 5",
        "46.250 hội viên " + "a" * 150 + " 5 hội viên",
    ],
    ids=["letters", "terms", "years", "dots", "spaces", "one word"],
)
def test_text_made_to_be_slow_is_not(text):
    judged(text, zone=PAST)


@pytest.mark.parametrize(
    "text",
    [
        "Tổng số 2.140 hội viên (nam 1.020, nữ 1.220).",
        "Hội có 2.140 hội viên, trong đó nam 1.020 người, nữ 1.220 người.",
        "Đến nay có 2.140 hội viên, trong đó có 1.220 nữ, 1.020 nam.",
    ],
)
def test_men_and_women_are_all_there_are(text):
    _, findings = judged(text, zone=PAST)
    assert [(one.code, one.quote) for one in findings] == [("figure.total", "2.140 hội viên")]


@pytest.mark.parametrize(
    "text",
    [
        "Tổng số 2.140 hội viên (nam 920, nữ 1.220).",
        "Hội có 2.140 hội viên, trong đó nữ 1.220 người, đảng viên 310 người.",
        "Trao 40 suất học bổng cho 12 em nam và 15 em nữ; 13 suất cho giáo viên.",
        "Hội có khoảng 2.140 hội viên, nam 1.020, nữ 1.220.",
    ],
)
def test_one_sex_alone_or_a_sum_that_fits_is_no_finding(text):
    assert told(text, zone=PAST)[1] == []


def test_a_present_state_among_the_goals_contradicts_the_results():
    past, future = "Số dư quỹ toàn quận đến 30/6/2020 là 1,26 tỷ đồng.", "Quỹ các cấp Hội hiện chỉ còn dư 1,62 tỷ đồng."
    made = case(*TITLE, past, future)
    zones = tuple(FUTURE if "1,62" in one.text else PAST for one in made.manuscript.paragraphs)
    _, findings = judge_figures(made, replace(zoned(made, PAST, "district"), zones=zones))
    assert [one.code for one in findings] == ["figure.conflict"]


def test_a_share_of_all_members_is_held_against_their_number():
    text = "Tổng số hội viên là 86.580 người; hội viên là đảng viên có 21.645 người, chiếm {} tổng số hội viên."
    _, findings = judged(text.format("35,0%"), zone=PAST, level="district")
    found = "21.645 người, chiếm 35,0% tổng số hội viên"
    assert [(one.code, one.quote) for one in findings] == [("figure.percent", found)]
    assert told(text.format("25,0%"), zone=PAST, level="district")[1] == []


def test_one_slipped_cell_does_not_hide_another_total():
    rows = [
        ["Nội dung", "2016", "2017", "2018", "Cộng"],
        ["Số suất học bổng", "120", "130", "140", "400"],
        ["Giá trị (nghìn đồng)", "3.120", "3.260.000", "3.405", "9.785"],
    ]
    assert told(rows, zone=PAST)[1] == ["figure.total", "figure.unit"]


def test_two_columns_of_results_are_two_units_and_no_conflict():
    rows = [
        ["Chỉ tiêu", "Phường cũ A: NQ", "Phường cũ A: kết quả", "Phường cũ B: NQ", "Phường cũ B: kết quả"],
        ["Hội viên (người)", "1.200", "1.284", "1.350", "1.416"],
        ["Chi hội", "8", "9", "10", "11"],
    ]
    assert told(rows, zone=PAST) == ({}, [])


def test_what_a_superior_set_is_no_target_of_a_table():
    rows = [
        ["Chỉ tiêu", "Nghị quyết Đại hội", "Thành phố giao", "Kết quả"],
        ["Gia đình học tập", "68%", "70%", "70,5%"],
    ]
    expected = {"learning_families_rate.target": 68, "learning_families_rate.result": 70.5}
    assert told(rows, zone=PAST, level="district") == (expected, [])


def test_a_table_of_sums_counts_no_members():
    rows = [["Khoản", "Số tiền"], ["Thu trong nhiệm kỳ", "412.500"], ["Hội viên đóng góp", "156.300"]]
    assert told("Thu, chi quỹ khuyến học (đơn vị tính: nghìn đồng)", rows, zone=PAST) == (
        {"fund_raised.result": 412_500_000},
        [],
    )


def test_a_handful_beside_a_multitude_is_no_slip():
    text = "Năm 2019 có 2.298/3.150 hộ đạt gia đình học tập, bằng 73,0%. Toàn xã có 2 gia đình học tập được khen."
    assert told(text, zone=PAST)[1] == []
