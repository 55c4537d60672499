"""What any report could say is thin at any length; what only this unit can say is not, however short."""

import pytest

from service.check.sections.substance import cut, evidence, figures, is_thin, telling
from tests.check.builder import case

LEAST = 8

GENERAL = [
    "Cần tiếp tục phát huy những kết quả đã đạt được, khắc phục những tồn tại, hạn chế.",
    "Qua 5 năm hoạt động, Ban Chấp hành đã nghiêm túc rút kinh nghiệm để phong trào ngày càng phát triển.",
    (
        "Trong quá trình lãnh đạo, chỉ đạo, Ban Chấp hành đã rút ra nhiều bài học kinh nghiệm quý báu, làm cơ"
        " sở để thực hiện tốt hơn nhiệm vụ trong nhiệm kỳ tới. Những bài học đó cần được các cấp Hội tiếp tục"
        " vận dụng, phát huy trong thời gian tới."
    ),
    (
        "Từ thực tiễn lãnh đạo, chỉ đạo và tổ chức hoạt động Hội trong nhiệm kỳ qua, Ban Chấp hành rút ra bài"
        " học kinh nghiệm là phải tăng cường sự lãnh đạo của cấp ủy Đảng, sự phối hợp của chính quyền, các "
        "ban, ngành, đoàn thể, phát huy tinh thần đoàn kết, trách nhiệm của cán bộ, hội viên."
    ),
    "Tiếp tục phát huy thành tích đã đạt được, khắc phục khó khăn, phấn đấu hoàn thành tốt nhiệm vụ được giao.",
    (
        "Tiếp tục quán triệt các chủ trương của Đảng, chính sách của Nhà nước về công tác khuyến học, khuyến "
        "tài. Nâng cao chất lượng hoạt động của các cấp Hội, phát huy vai trò của cán bộ, hội viên, góp phần "
        "xây dựng quê hương ngày càng giàu đẹp, văn minh."
    ),
    (
        "Trong nhiệm kỳ tới, dưới sự lãnh đạo của Đảng ủy, sự quản lý, điều hành của chính quyền, sự phối hợp"
        " của Mặt trận Tổ quốc và các đoàn thể, toàn Hội tiếp tục phát huy truyền thống hiếu học, tinh thần "
        "đoàn kết, trách nhiệm, chủ động, sáng tạo, khắc phục mọi khó khăn, quyết tâm thực hiện thắng lợi các"
        " nhiệm vụ đề ra, góp phần đưa phong trào khuyến học ngày càng phát triển vững mạnh, đáp ứng yêu cầu "
        "của sự nghiệp công nghiệp hóa, hiện đại hóa đất nước."
    ),
    "Trong nhiệm kỳ qua, Hội đã thực hiện tốt các nhiệm vụ được giao.",
    (
        "Nhìn chung, nhiệm kỳ qua công tác khuyến học của phường đã đạt được nhiều kết quả đáng khích lệ, "
        "được cấp ủy, chính quyền và nhân dân ghi nhận, đánh giá cao."
    ),
    (
        "Phát huy ưu điểm, khắc phục khuyết điểm, quyết tâm đưa phong trào khuyến học của phường phát triển "
        "lên tầm cao mới, xứng đáng với niềm tin của Đảng bộ và nhân dân trong phường."
    ),
    "Từ những kết quả trên, có thể rút ra một số bài học kinh nghiệm bổ ích cho nhiệm kỳ sau.",
    "Luôn bám sát sự chỉ đạo của cấp trên, đoàn kết, thống nhất, nêu cao tinh thần trách nhiệm.",
    "Phải thường xuyên quan tâm, chăm lo, đẩy mạnh phong trào, tăng cường công tác lãnh đạo, chỉ đạo.",
    "Nội dung này Ban Chấp hành sẽ hoàn thiện sau khi xin ý kiến cấp ủy.",
    "(Ban Chấp hành bổ sung sau khi có ý kiến của Đảng ủy)",
    "Hội sẽ xây dựng chương trình hành động cụ thể để thực hiện có hiệu quả Nghị quyết Đại hội.",
    (
        "Tập trung thực hiện tốt các nhiệm vụ, giải pháp nhằm nâng cao chất lượng, hiệu quả hoạt động của Hội"
        " trong tình hình mới."
    ),
    "Ban Chấp hành khóa mới sẽ căn cứ tình hình thực tế của địa phương để xây dựng phương hướng, nhiệm vụ cụ thể.",
]

SPECIFIC = [
    "Chi hội nào có chi hội trưởng là đảng viên thì thu hội phí đủ. Công khai quỹ ở nhà văn hóa, dân tin.",
    "Muốn có quỹ phải công khai; muốn đông hội viên phải vào từng dòng họ.",
    "Dựa vào chi ủy tổ dân phố. Công khai thu chi quỹ tại nhà văn hóa. Chọn người có uy tín làm chi hội trưởng.",
    (
        "Phải có sự lãnh đạo của Đảng ủy, sự tạo điều kiện của UBND phường. Cán bộ Hội phải nhiệt tình, tâm "
        "huyết, có uy tín. Phải làm tốt công tác tuyên truyền, vận động; gắn khuyến học với xây dựng gia đình"
        " văn hóa. Sử dụng quỹ đúng mục đích, công khai, minh bạch."
    ),
    "Đến năm 2025: 30% dân số vào Hội; mở 4 chi hội; quỹ 300 triệu.",
    "Việc chính: sửa phòng đọc, lập 2 ban khuyến học dòng họ.",
    "Học phải ra tiền: lớp nào dạy nghề bán được hàng thì đông.",
    "Thăm nhà trước khi vận động. Khen thưởng phải kịp lúc.",
    "Lấy dòng họ làm nòng cốt; trưởng họ nói một câu bằng cán bộ nói mười câu.",
    (
        "Một là, tranh thủ sự lãnh đạo của cấp ủy, phối hợp với nhà trường. Hai là, chọn cán bộ Hội có uy "
        "tín, nhiệt tình. Ba là, quản lý quỹ công khai, minh bạch."
    ),
    "Giao chỉ tiêu cho từng chi hội; mỗi ủy viên phụ trách một tổ dân phố.",
    "Mở lớp ngoại ngữ buổi tối, lập tủ sách ở nhà văn hóa thôn.",
    "Phối hợp với trường học và Đoàn Thanh niên kèm học sinh yếu trong hè.",
    "Tuyên truyền trên loa truyền thanh; vận động con em xa quê ủng hộ quỹ.",
    (
        "Củng cố chi hội, mở lớp ngoại ngữ buổi tối tại trung tâm học tập cộng đồng, phân công ủy viên phụ "
        "trách địa bàn."
    ),
]


def lines(*texts):
    return tuple(line for line in case(*texts).lines if line.text.strip())


@pytest.mark.parametrize("text", GENERAL)
def test_general_sentences_are_thin(text):
    assert is_thin(lines(text), LEAST)


def test_a_long_section_is_not_thin_however_general_its_sentences():
    assert is_thin(lines(*GENERAL), LEAST)
    assert not is_thin(lines(*GENERAL * 40), LEAST)


@pytest.mark.parametrize("text", SPECIFIC)
def test_short_but_specific_sentences_are_not_thin(text):
    assert not is_thin(lines(text), LEAST)


def test_much_general_talk_stays_thin():
    assert is_thin(lines(*GENERAL[5:10]), LEAST)


def test_general_talk_with_something_specific_among_much_is_not_thin():
    assert not is_thin(lines(*GENERAL[:2], *SPECIFIC[:4]), LEAST)


def test_nothing_placeholders_and_promises_are_thin():
    assert is_thin((), LEAST)
    assert is_thin(lines("…………………", "......"), LEAST)
    assert is_thin(lines("Đang được bổ sung."), LEAST)


def test_figures_make_up_for_words_and_years_do_not():
    assert not is_thin(lines("Hội viên: 640 người; quỹ 85 triệu đồng; 12 chi hội."), LEAST)
    assert figures(lines("Trong nhiệm kỳ 2015 - 2020, năm 2019, lần thứ 5")) == 0
    assert figures(lines("có 12 chi hội, 27,8% dân số, 85 triệu đồng")) == 3


def test_a_table_is_never_general_talk():
    made = case([["Chỉ tiêu", "Kết quả"], ["Hội viên", "640 người"], ["Quỹ", "85 triệu"]])
    assert not is_thin(made.lines, LEAST)


def test_words_of_stock_phrases_are_not_counted():
    assert telling(lines("Tiếp tục phát huy những kết quả đã đạt được")) == 0
    assert telling(lines("Sửa phòng đọc")) == 3


def test_evidence_is_the_first_line_that_tells_something():
    shown = evidence(lines("Trong nhiệm kỳ qua, Hội đã đạt nhiều kết quả.", "Tổ 5 mở phòng đọc sách tại nhà cụ Huy."))
    assert shown == "Tổ 5 mở phòng đọc sách tại nhà cụ Huy."
    assert evidence(()) is None


def test_a_piece_of_a_line_keeps_the_phrases_inside_it():
    (line,) = lines("Mục tiêu: 30%. Giải pháp: mở lớp.")
    piece = cut(line, line.text.index("Giải"), len(line.text))
    (hit,) = piece.of("part.solutions")
    assert piece.text[hit.start : hit.end] == "Giải pháp"
    assert not piece.of("part.objectives")
