"""A small round, made by hand: two districts, a commune, a file that can't be used, a unit that sent nothing."""

from dataclasses import replace
from pathlib import Path

import pytest

from service.consolidate import consolidate
from service.gaps import standings
from service.model.city import Extract, Passage
from service.model.examination import (
    PARTS,
    Certainty,
    Citation,
    Examination,
    FileFacts,
    Finding,
    Indicator,
    Kind,
    SectionAnswer,
    Severity,
    Status,
    Terms,
    UnitMatch,
    Verdict,
)
from service.model.submission import Claim, Submission
from service.model.unit import Registry, Unit

CITY = Unit("hai-phong", "Hải Phòng", "city", "thành phố", None)
NGO_QUYEN = Unit("hai-phong.ngo-quyen", "Ngô Quyền", "district", "quận", "hai-phong")
LE_CHAN = Unit("hai-phong.le-chan", "Lê Chân", "district", "quận", "hai-phong")
KIEN_THUY = Unit("hai-phong.kien-thuy", "Kiến Thụy", "district", "huyện", "hai-phong")
DO_SON = Unit("hai-phong.do-son", "Đồ Sơn", "district", "quận", "hai-phong")
LACH_TRAY = Unit("hai-phong.ngo-quyen.lach-tray", "Lạch Tray", "commune", "phường", "hai-phong.ngo-quyen")

DIRECTIVE = "Văn bản của Ban Thường vụ Thành ủy về Đại hội Hội Khuyến học các cấp (9/2019), yêu cầu về báo cáo"


@pytest.fixture
def templates():
    return Path(__file__).parents[2] / "templates"


@pytest.fixture
def registry():
    return Registry((CITY, NGO_QUYEN, LACH_TRAY, LE_CHAN, KIEN_THUY, DO_SON))


def match(unit):
    return UnitMatch(unit.id, unit.association, unit.level, "letterhead")


def facts(name, number=1):
    return FileFacts(name, f"{number:064x}", 48_211, "docx")


@pytest.fixture
def gaps_report():
    """A report with a bit of everything."""
    sections = (
        SectionAnswer(
            "resolution_results",
            Status.PRESENT,
            "PHẦN THỨ NHẤT: KIỂM ĐIỂM VIỆC THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ IV, NHIỆM KỲ 2015 - 2020",
            8,
            "Toàn quận có 46.250 hội viên",
            spans=((8, 40),),
        ),
        SectionAnswer("lessons_learned", Status.MISSING, near_misses=("3. Nguyên nhân của những hạn chế",)),
        SectionAnswer(
            "new_term_goals",
            Status.PRESENT,
            "PHẦN THỨ HAI: PHƯƠNG HƯỚNG, NHIỆM VỤ NHIỆM KỲ 2020 - 2025",
            52,
            parts=("objectives", "directions", "key_tasks"),
            spans=((52, 80),),
        ),
        SectionAnswer("resolution29_alignment", Status.THIN, None, 5, "Căn cứ Nghị quyết số 29-NQ/TW"),
    )
    authorities = (
        Citation("nq29", "correct", "Nghị quyết số 29-NQ/TW ngày 04/11/2013", 5),
        Citation("ct11", "correct", "Chỉ thị số 11-CT/TW ngày 13/4/2007 của Bộ Chính trị", 55),
        Citation("kl49", "misquoted", "Kết luận số 49-KL/TW ngày 10/5/2018 của Ban Bí thư", 55, "date"),
    )
    indicators = (
        Indicator("members", 46_250, "person", "result", "46.250 hội viên", 12, "2020"),
        Indicator("member_rate", 28.0, "percent", "result", "đạt 28,0% dân số", 12),
    )
    return Examination(
        facts("BC tổng kết Q. Ngô Quyền (sửa lần 3).docx"),
        Kind.TERM_REPORT,
        Verdict.GAPS,
        match(NGO_QUYEN),
        Terms("2015-2020", "2020-2025"),
        sections,
        authorities,
        indicators,
        gap_findings(),
        "tong-ket@1.0.0",
    )


def gap_findings():
    source = f"{DIRECTIVE}: “từ đó rút ra bài học kinh nghiệm trong tổ chức chỉ đạo và hoạt động Hội”"
    cites = "Báo cáo cần gắn với các văn bản chỉ đạo mà Thành ủy nêu tên."
    return (
        Finding(
            "section.missing",
            Severity.ERROR,
            "Chưa thấy phần bài học kinh nghiệm.",
            "Bài học kinh nghiệm là một trong bốn nội dung mà báo cáo phải có.",
            "Thêm mục “Bài học kinh nghiệm”, nêu từ ba bài học trở lên, mỗi bài gắn với một việc đã làm.",
            source,
            section="lessons_learned",
        ),
        Finding(
            "section.thin",
            Severity.ERROR,
            "Nghị quyết 29-NQ/TW mới được liệt kê ở phần căn cứ, chưa gắn với việc của Hội.",
            "Báo cáo cần cho thấy hoạt động Hội hỗ trợ đổi mới căn bản, toàn diện giáo dục như thế nào.",
            "Thêm một đoạn trong phương hướng hoặc nhiệm vụ, nêu việc cụ thể của Hội.",
            f"{DIRECTIVE}: “theo tinh thần Nghị quyết 29-NQ/TW”",
            section="resolution29_alignment",
            quote="Căn cứ Nghị quyết số 29-NQ/TW ngày 04/11/2013",
            paragraph=5,
        ),
        Finding(
            "goals.part_missing",
            Severity.WARNING,
            "Phần nhiệm kỳ mới chưa thấy giải pháp.",
            "Bốn nội dung của phần này là mục tiêu, phương hướng, nhiệm vụ trọng tâm và giải pháp.",
            "Thêm mục “Giải pháp”, mỗi nhiệm vụ trọng tâm có ít nhất một giải pháp.",
            f"{DIRECTIVE}: “tìm ra những giải pháp”",
            section="new_term_goals",
            part="solutions",
        ),
        *(
            Finding(
                "authority.missing",
                Severity.WARNING,
                f"Chưa dẫn {name}.",
                cites,
                "Dẫn văn bản ở phần căn cứ hoặc phương hướng, nêu việc Hội làm để thực hiện.",
                DIRECTIVE,
                authority=authority,
            )
            for authority, name in (
                ("ctr76", "Chương trình hành động số 76-CTr/TU của Ban Thường vụ Thành ủy"),
                ("nq45", "Nghị quyết số 45-NQ/TW ngày 24/01/2019 của Bộ Chính trị"),
            )
        ),
        Finding(
            "authority.misquoted",
            Severity.WARNING,
            "Ngày của Kết luận số 49-KL/TW ghi 10/5/2018; văn bản ban hành ngày 10/5/2019.",
            "Dẫn đúng ngày để người đọc tra được văn bản.",
            "Sửa thành “ngày 10/5/2019”.",
            "Kết luận số 49-KL/TW ngày 10/5/2019 của Ban Bí thư",
            section="new_term_goals",
            authority="kl49",
            quote="Kết luận số 49-KL/TW ngày 10/5/2018 của Ban Bí thư",
            paragraph=55,
        ),
        Finding(
            "figure.percent",
            Severity.WARNING,
            "Tỷ lệ 72% không khớp: 15.772/17.528 là 90,0%.",
            "Số liệu tổng hợp lên cấp trên lấy từ đây.",
            "Kiểm tra lại tử số, mẫu số hoặc ghi rõ tỷ lệ tính trên tổng số nào.",
            section="resolution_results",
            quote="15.772 gia đình được công nhận, chiếm 72%",
            paragraph=21,
            certainty=Certainty.CHECK,
        ),
        Finding(
            "document.comments",
            Severity.INFO,
            "Tệp còn 3 góp ý của người đọc.",
            "Bản gửi cấp trên nên là bản sạch.",
            "Vào Xem lại (Review), chọn Xóa (Delete) các góp ý.",
        ),
    )


@pytest.fixture
def unreadable():
    return Examination(
        facts("bc kien thuy quet.docx", 2),
        None,
        Verdict.UNREADABLE,
        match(KIEN_THUY),
        findings=(
            Finding(
                "file.image_only",
                Severity.ERROR,
                "Tệp chỉ có ảnh chụp các trang, không có chữ để đọc.",
                "Chương trình đọc chữ trong tệp Word, không đọc chữ trong ảnh.",
                "Gửi tệp Word gốc mà đơn vị đã soạn; nếu chỉ còn bản giấy thì gõ lại.",
            ),
        ),
    )


def claim(number, name, received="2020-07-05T10:00:00+07:00"):
    return Claim(f"{number:064x}", name, "", 48_211, received, id=number)


def figures(*rows):
    return tuple(
        Indicator(name, value, unit, kind, quote, paragraph, as_of, approximate)
        for name, value, unit, kind, quote, paragraph, as_of, approximate in rows
    )


def complete(unit, name, number, indicators, *, near=False):
    """A report with all four sections."""
    sections = (
        SectionAnswer("resolution_results", Status.PRESENT, "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI", 8),
        SectionAnswer("lessons_learned", Status.PRESENT, "IV. BÀI HỌC KINH NGHIỆM", 41),
        SectionAnswer("new_term_goals", Status.PRESENT, "PHẦN THỨ HAI: PHƯƠNG HƯỚNG, NHIỆM VỤ", 50, parts=PARTS),
        SectionAnswer("resolution29_alignment", Status.PRESENT, None, 47, "Hội góp phần cùng ngành Giáo dục"),
    )
    authorities = (
        Citation("nq29", "correct", "Nghị quyết số 29-NQ/TW ngày 04/11/2013", 47),
        Citation("kl49", "correct", "Kết luận số 49-KL/TW ngày 10/5/2019", 47),
        Citation("ct11", "correct", "Chỉ thị số 11-CT/TW", 47),
    )
    findings = (
        Finding(
            "authority.missing",
            Severity.WARNING,
            "Chưa dẫn Nghị quyết số 45-NQ/TW.",
            "Báo cáo cần gắn với các văn bản chỉ đạo.",
            "Dẫn văn bản ở phần phương hướng.",
            DIRECTIVE,
            authority="nq45",
        ),
    )
    return Examination(
        facts(name, number),
        Kind.TERM_REPORT,
        Verdict.COMPLETE,
        match(unit),
        Terms("2015-2020", "2020-2025"),
        sections,
        authorities,
        indicators,
        findings if near else (),
        "tong-ket@1.0.0",
    )


RESULTS = (
    "Ban Chấp hành khóa IV đã cụ thể hóa Nghị quyết thành chương trình công tác toàn khóa. Hằng năm có kiểm điểm.",
    "Đến tháng 6 năm 2020 toàn quận có 231 chi hội với 46.250 hội viên, bằng 28,0% dân số, vượt 3 điểm phần trăm.",
    "Quỹ khuyến học các cấp vận động được 16,462 tỷ đồng, đạt 109,7% chỉ tiêu.",
)
LESSONS = (
    "Một là, phải tranh thủ được sự lãnh đạo của cấp ủy, sự phối hợp của chính quyền. Nơi nào làm tốt thì đạt.",
    "Hai là, lấy gia đình và tổ dân phố làm gốc.",
    "Ba là, quỹ khuyến học chỉ bền khi minh bạch.",
)
GOALS = (
    "Xây dựng Hội Khuyến học vững mạnh, làm nòng cốt liên kết các lực lượng xã hội trong khuyến học, khuyến tài.",
    "Phấn đấu đến năm 2025 tỷ lệ hội viên đạt 32% dân số; 80% gia đình đạt danh hiệu gia đình học tập.",
)
ALIGNMENT = (
    "Hội góp phần cùng ngành Giáo dục thực hiện Nghị quyết số 29-NQ/TW ngày 04/11/2013 về đổi mới căn bản, toàn diện.",
)


def words_of(*extra):
    def under(start, texts):
        return tuple(Passage(start + at, text) for at, text in enumerate(texts))

    return Extract(
        (
            ("resolution_results", under(9, RESULTS)),
            ("lessons_learned", under(42, (*LESSONS[:2], *extra, LESSONS[2]))),
            ("new_term_goals", under(51, GOALS)),
            ("resolution29_alignment", under(47, ALIGNMENT)),
        )
    )


@pytest.fixture
def board(registry, gaps_report, unreadable):
    """Ngô Quyền has gaps, Lê Chân is complete, Lạch Tray too, Kiến Thụy can't be read, Đồ Sơn is silent."""
    le_chan = complete(
        LE_CHAN,
        "Bao cao tong ket NK - Le Chan.docx",
        3,
        figures(
            ("members", 41_250.0, "person", "result", "gần 41.250 hội viên", 12, "2019", True),
            ("members", 45_000.0, "person", "goal", "45.000 hội viên", 60, None, False),
            ("fund_raised", 14_250_500_000.0, "VND", "result", "14.250,5 triệu đồng", 20, None, False),
            ("member_rate", 20.5, "percent", "result", "20,5% dân số", 12, None, False),
        ),
        near=True,
    )
    lach_tray = complete(
        LACH_TRAY,
        "=HYPERLINK(x).docx",
        4,
        figures(("members", 2_310.0, "person", "result", "=2.310 hội viên", 11, None, False)),
    )
    fund = figures(("fund_raised", 16_462_000_000.0, "VND", "result", "16,462 tỷ đồng", 18, None, False))
    gaps_report = replace(gaps_report, indicators=(*gaps_report.indicators, *fund))
    sent = [
        Submission(claim(1, gaps_report.file.name), gaps_report),
        Submission(claim(2, unreadable.file.name), unreadable),
        Submission(claim(3, le_chan.file.name), le_chan),
        Submission(claim(4, lach_tray.file.name), lach_tray),
        Submission(claim(5, "le chan ban moi.docx"), replace(unreadable, unit=match(LE_CHAN))),
    ]
    return standings(registry, sent)


@pytest.fixture
def city(board, registry):
    own = "Riêng quận Lê Chân rút thêm bài học về vận động người xa quê ủng hộ quỹ."
    return consolidate(board, registry, CITY.id, {1: words_of(), 3: words_of(own), 4: words_of()})
