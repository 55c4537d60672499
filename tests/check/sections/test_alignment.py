"""Resolution 29 counts where the work is tied to it, anywhere in the body."""

import pytest

from tests.check.builder import DIRECTIONS, GOALS, LESSONS, OPENING, RESULTS, codes, judged, report, section

BASE = {"opening": (), "results": RESULTS, "lessons": LESSONS, "goals": (GOALS[0], DIRECTIONS, *GOALS[2:])}

CASES = [
    ("nothing", "goals", (), "missing"),
    (
        "in tasks cited",
        "goals",
        (
            (
                "Hội phối hợp với nhà trường tuyên truyền Nghị quyết số 29-NQ/TW ngày 04/11/2013 của "
                "Ban Chấp hành Trung ương khóa XI tới phụ huynh."
            ),
        ),
        "present",
    ),
    (
        "in tasks short",
        "goals",
        ("Tiếp tục thực hiện NQ 29-NQ/TW về đổi mới căn bản, toàn diện giáo dục và đào tạo.",),
        "present",
    ),
    (
        "in tasks NQ 29 only",
        "goals",
        ("Tiếp tục thực hiện tốt Nghị quyết 29 của Trung ương về đổi mới giáo dục.",),
        "present",
    ),
    (
        "TW 8 khóa XI",
        "goals",
        (
            (
                "Bám sát tinh thần Nghị quyết Trung ương 8 khóa XI về đổi mới căn bản, toàn diện giáo"
                " dục và đào tạo để hỗ trợ nhà trường."
            ),
        ),
        "present",
    ),
    (
        "paraphrased",
        "goals",
        ("Hội góp phần cùng ngành Giáo dục đổi mới căn bản, toàn diện giáo dục và đào tạo.",),
        "thin",
    ),
    (
        "paraphrased 2",
        "goals",
        ("Hưởng ứng công cuộc đổi mới giáo dục và đào tạo của Đảng.",),
        "thin",
    ),
    (
        "paraphrased 3",
        "goals",
        ("Đồng hành với nhà trường trong đổi mới giáo dục phổ thông.",),
        "thin",
    ),
    (
        "can cu list",
        "opening",
        (
            (
                "Căn cứ Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương khóa XI "
                "về đổi mới căn bản, toàn diện giáo dục và đào tạo;"
            ),
            "Căn cứ Điều lệ Hội Khuyến học Việt Nam;",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
        ),
        "thin",
    ),
    (
        "can cu list dashes",
        "opening",
        (
            "Căn cứ các văn bản:",
            (
                "- Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương khóa XI về đổi"
                " mới căn bản, toàn diện giáo dục và đào tạo;"
            ),
            "- Kết luận số 49-KL/TW ngày 10/5/2019 của Ban Bí thư;",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
        ),
        "thin",
    ),
    (
        "can cu heading list",
        "opening",
        (
            "**CĂN CỨ XÂY DỰNG BÁO CÁO",
            (
                "- Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương khóa XI về đổi"
                " mới căn bản, toàn diện giáo dục và đào tạo;"
            ),
            "- Kết luận số 49-KL/TW ngày 10/5/2019 của Ban Bí thư;",
        ),
        "thin",
    ),
    (
        "opening: Thực hiện NQ29 … báo cáo",
        "opening",
        (
            (
                "Thực hiện Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương khóa "
                "XI, Kết luận số 49-KL/TW của Ban Bí thư, Hội Khuyến học phường An Biên báo cáo kết "
                "quả nhiệm kỳ như sau:"
            ),
        ),
        "thin",
    ),
    (
        "opening tells the tie",
        "opening",
        (
            (
                "Năm năm qua, thực hiện Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành "
                "Trung ương khóa XI, Hội đã phối hợp với các nhà trường vận động phụ huynh ủng hộ "
                "chương trình mới, góp phần đổi mới căn bản, toàn diện giáo dục."
            ),
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
        ),
        "present",
    ),
    (
        "results: đã quán triệt",
        "results",
        (
            (
                "Hội tổ chức học tập, quán triệt Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp "
                "hành Trung ương khóa XI cho 100% cán bộ Hội."
            ),
        ),
        "present",
    ),
    (
        "results: tham mưu",
        "results",
        (
            (
                "Hội tham mưu cho Đảng ủy ban hành kế hoạch thực hiện Nghị quyết số 29-NQ/TW ngày "
                "04/11/2013 của Ban Chấp hành Trung ương khóa XI."
            ),
        ),
        "present",
    ),
    (
        "lessons",
        "lessons",
        (
            (
                "Ba là, gắn hoạt động Hội với đổi mới giáo dục theo tinh thần Nghị quyết số 29-NQ/TW "
                "ngày 04/11/2013 của Ban Chấp hành Trung ương khóa XI."
            ),
        ),
        "present",
    ),
    (
        "enumerated authorities in goals",
        "goals",
        (
            (
                "Tiếp tục thực hiện Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung "
                "ương khóa XI; Chỉ thị số 11-CT/TW; Kết luận số 49-KL/TW; Nghị quyết số 45-NQ/TW; "
                "Chương trình hành động số 76-CTr/TU."
            ),
        ),
        "present",
    ),
    (
        "other NQ29 HDND",
        "goals",
        ("Thực hiện Nghị quyết số 29/NQ-HĐND ngày 12/12/2018 của Hội đồng nhân dân phường về dự toán ngân sách.",),
        "missing",
    ),
    (
        "other NQ29 XIII",
        "goals",
        (
            (
                "Thực hiện Nghị quyết số 29-NQ/TW ngày 17/11/2022 của Hội nghị Trung ương 6 khóa XIII"
                " về công nghiệp hóa, hiện đại hóa."
            ),
        ),
        "missing",
    ),
    (
        "misquoted date",
        "goals",
        (
            (
                "Hội phối hợp với nhà trường thực hiện Nghị quyết số 29-NQ/TW ngày 04/11/2014 của Ban"
                " Chấp hành Trung ương về đổi mới căn bản, toàn diện giáo dục và đào tạo."
            ),
        ),
        "present",
    ),
    (
        "misquoted number meant",
        "goals",
        (
            (
                "Hội phối hợp với nhà trường thực hiện Nghị quyết số 92-NQ/TW ngày 04/11/2013 của Ban"
                " Chấp hành Trung ương khóa XI về đổi mới căn bản, toàn diện giáo dục và đào tạo."
            ),
        ),
        "present",
    ),
    (
        "school sense doi moi",
        "results",
        ("Trường tiểu học đổi mới phương pháp dạy học, có 12 giáo viên giỏi.",),
        "missing",
    ),
    (
        "new programme",
        "results",
        ("Phụ huynh đồng thuận với chương trình giáo dục phổ thông mới.",),
        "missing",
    ),
    (
        "the next sentence takes it up",
        "goals",
        (
            (
                "Nghị quyết số 29-NQ/TW dạy rằng học không chỉ ở trường. Hội xin nhận phần mình: chăm nếp học ở nhà,"
                " mở lớp buổi tối cho người lớn."
            ),
        ),
        "present",
    ),
    (
        "the next sentence is about something else",
        "goals",
        ("Có Nghị quyết số 29-NQ/TW, Nghị quyết số 45-NQ/TW. Đảng bộ phường đã có kế hoạch riêng cho năm 2020.",),
        "thin",
    ),
]
"""What it is, where the lines are added, the lines, and the section's status."""


@pytest.mark.parametrize(("what", "place", "lines", "status"), CASES, ids=[case[0] for case in CASES])
def test_alignment_is_judged_as_a_reader_would(what, place, lines, status):
    parts = {**BASE, "opening": OPENING}
    parts[place] = (*BASE[place], *lines) if lines or place != "opening" else OPENING
    answer = judged(*report(**parts))
    aligned = section(answer, "resolution29_alignment")
    assert aligned.status == status, what
    told = [f"section.{status}:resolution29_alignment"] if status != "present" else []
    assert codes(answer, "section.") == told


def test_a_citation_in_the_text_outweighs_one_among_the_legal_bases():
    basis = "Căn cứ Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương khóa XI;"
    blocks = report(opening=(basis, *OPENING))
    answer = section(judged(*blocks), "resolution29_alignment")
    assert (answer.status, answer.paragraph) == ("present", blocks.index(GOALS[1]))
    assert answer.spans == ((answer.paragraph, answer.paragraph + 1),)


def test_what_is_only_listed_shows_its_citation():
    basis = "Căn cứ Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương khóa XI;"
    answer = judged(*report(**{**BASE, "opening": (basis, *OPENING)}))
    (thin,) = [finding for finding in answer.findings if finding.code == "section.thin"]
    assert "Nghị quyết số 29-NQ/TW" in thin.quote
    assert "căn cứ" in thin.message
