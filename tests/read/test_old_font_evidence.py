"""What looks like a letter of an old font but is none: note marks, the wrong Đ, names from abroad, signs."""

from __future__ import annotations

import pytest

from service.read import read
from tests.read.old_fonts import sentences
from tests.read.test_legacy import UNICODE_LINE, in_tcvn3, p, r

UP = '<w:vertAlign w:val="superscript"/>'
AROUND = {
    "alone": "",
    "among Unicode": p(r(UNICODE_LINE, "Arial")),
    "beside an honest old font": p(r(in_tcvn3(UNICODE_LINE), ".VnTime")),
}
BESIDE_A_LIE = {**AROUND, "beside TCVN3 in an ordinary font": p(r(in_tcvn3(UNICODE_LINE), "Arial"))}


def stays(docx, around: str, *lines: str) -> None:
    manuscript = read(docx(around + "".join(p(r(line, "Arial")) for line in lines) + around))
    start = 1 if around else 0
    assert [one.text for one in manuscript.paragraphs[start : start + len(lines)]] == list(lines)
    assert not {one.paragraph for one in manuscript.legacy} & set(range(start, start + len(lines)))


@pytest.mark.parametrize("around", BESIDE_A_LIE.values(), ids=BESIDE_A_LIE)
@pytest.mark.parametrize("word", ["thu", "chi", "cho", "khi"])
def test_the_mark_of_a_note_behind_a_word_is_no_letter_of_an_old_font(docx, around, word):
    manuscript = read(docx(around * 2 + p(r(f"Tổng {word}", "Arial"), r("1", "Arial", UP), r(": 5", "Arial"))))
    assert manuscript.paragraphs[-1].text == f"Tổng {word}¹: 5"
    assert len(manuscript.legacy) == (2 if manuscript.legacy else 0)


def test_the_mark_of_a_note_stays_one_in_an_old_font(docx):
    marked = p(r(in_tcvn3("Tổng hội phí thu"), ".VnTime"), r("1", ".VnTime", UP), r(in_tcvn3(" được"), ".VnTime"))
    assert read(docx(marked)).paragraphs[0].text == "Tổng hội phí thu¹ được"


@pytest.mark.parametrize("around", BESIDE_A_LIE.values(), ids=BESIDE_A_LIE)
def test_a_typed_mark_in_a_unicode_line_stays(docx, around):
    stays(docx, around, "lớp 5B¹ ; hệ số x¹, m¹ và H¹", "Tổng thu¹ và chi¹ của hội")


@pytest.mark.parametrize("around", BESIDE_A_LIE.values(), ids=BESIDE_A_LIE)
@pytest.mark.parametrize(
    "line",
    [
        "Sở LÐ-TB&amp;XH; Quyết định số 281/QÐ-TTg",
        "SÐT: 0912345678; ÐT: 0225.3842.123",
        "Số 05/HÐ-KH; phường TÐ",
        "(CÐ-LÐ)",
        "TÐ",
        "NÐ-CP; 12/TÐ-BCH",
        "Ðông Khê, ÐẠI HỘI ÐẢNG BỘ",
    ],
)
def test_the_wrong_d_of_old_keyboards_is_no_letter_of_an_old_font(docx, around, line):
    manuscript = read(docx(around + p(r(line, "Arial")) + around))
    assert manuscript.paragraphs[1 if around else 0].text == line.replace("&amp;", "&")


def test_the_e_of_tcvn3_that_looks_like_the_wrong_d_is_read(docx):
    line = "Học sinh bé, mẹ khéo ép giá vé; lễ bé ngoan"
    assert read(docx(p(r(in_tcvn3(line), "Arial")))).paragraphs[0].text == line


@pytest.mark.parametrize("around", AROUND.values(), ids=AROUND)
@pytest.mark.parametrize(
    "lines",
    [
        ["Dự án do tổ chức Plan på Norge tài trợ.", "- Møn (Đan Mạch): 12 suất", "- Bø (Na Uy): 3 suất"],
        ["Lü Bu", "VTV©; HKH®"],
        ["Bön", "Ün"],
        ["daß", "în"],
        ["Steel pipe Ø 60 mm, phi Ø10", "µ = 5; 5µ", "Ü; Ñ; Æ; 2ª", "¬p"],
    ],
)
def test_short_foreign_words_and_signs_stay(docx, around, lines):
    stays(docx, around, *lines)


def test_a_list_of_foreign_names_in_a_unicode_report_stays(docx):
    names = ["Lü Bu", "VTV©; HKH®", "Bön", "Ün", "daß", "în", "Møn", "Bø"]
    report = "".join(p(r(line, "Arial")) for line in sentences()[:8] if line.isprintable() and "&" not in line)
    manuscript = read(docx(report + "".join(p(r(name, "Arial")) for name in names)))
    assert [one.text for one in manuscript.paragraphs][-len(names) :] == names


def test_a_document_in_another_language_is_no_old_font(docx):
    stays(
        docx,
        "",
        "Apple vurderer å kjøpe britisk oppstartfirma for en milliard dollar.",
        "Selvkjørende biler flytter forsikringsansvaret over på produsentene.",
        "Apple överväger att köpa brittisk startup för 1 miljard dollar.",
        "San Fransisco överväger förbud mot leveransrobotar på trottoarer.",
    )


def test_a_few_short_cells_in_an_ordinary_font_are_found_out_all_the_same(docx):
    cells = "Số", "Tổng", "Tên", "Lớp", "Hội"
    assert [one.text for one in read(docx("".join(p(r(in_tcvn3(cell), "Arial")) for cell in cells))).paragraphs] == [
        *cells
    ]


RARE = (
    "Hµi Khuyªn h÷c qu§n ðã v§n ðµng ðßþc 1.250 tri®u ð°ng, ðÕt 105% kª hoÕch ð« ra, vßþt chï tiêu Ngh¸ quyªt ÐÕi hµi.",
    "Nhi®m vø: tiªp tøc ð±i m¾i nµi dung, phß½ng thÑc hoÕt ðµng, tránh lãng phí, hãng xß·ng, ý thÑc, lý lu§n.",
    "Bài h÷c kinh nghi®m: luôn bám sát sñ lãnh ðÕo cüa c¤p üy Ðäng; giæ m¯i quan h® v¾i các ngành.",
    "Toàn qu§n có 41.250 hµi viên; xây dñng gia ðình h÷c t§p, cµng ð°ng h÷c t§p, ð½n v¸ h÷c t§p.",
)
SAYS = [
    "Hội Khuyến học quận đã vận động được 1.250 triệu đồng, đạt 105% kế hoạch đề ra, vượt chỉ tiêu Nghị quyết Đại hội.",
    "Nhiệm vụ: tiếp tục đổi mới nội dung, phương thức hoạt động, tránh lãng phí, hãng xưởng, ý thức, lý luận.",
    "Bài học kinh nghiệm: luôn bám sát sự lãnh đạo của cấp ủy Đảng; giữ mối quan hệ với các ngành.",
    "Toàn quận có 41.250 hội viên; xây dựng gia đình học tập, cộng đồng học tập, đơn vị học tập.",
]
"""The same, as Word shows it in VISCII and as it is."""


@pytest.mark.parametrize(
    "other",
    [
        "École française, été, élève, français, Château, Côte d'Azur, fête, forêt, où, à, ça, là, théâtre.",
        "Nhiệm vụ: tránh lãng phí, hãng xưởng, ý thức, lý luận, bò, cò, hòa bình, đổi mới nội dung.",
        in_tcvn3("Bài học kinh nghiệm: bám sát sự lãnh đạo của cấp ủy."),
    ],
)
def test_a_rare_encoding_is_decided_for_each_paragraph(docx, other):
    read_as = [one.text for one in read(docx("".join(p(r(line, "Arial")) for line in (*RARE, other)))).paragraphs]
    assert read_as[:4] == SAYS
    assert read_as[4] == ("Bài học kinh nghiệm: bám sát sự lãnh đạo của cấp ủy." if "µ" in other else other)


@pytest.mark.parametrize("line", ["Chính trong tháng", "Chính trong tháng tám", "Số liệu trong tháng"])
def test_a_short_unicode_line_in_a_capitals_font_stays(docx, line):
    assert read(docx(p(r(line, ".VnTimeH")))).paragraphs[0].text == line


def test_a_few_lines_in_a_rare_encoding_are_not_mended_by_another(docx):
    assert read(docx(p(r(RARE[0], "Arial")))).paragraphs[0].text == RARE[0]
