"""Reports typed in the fonts of before Unicode."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.read import read, tcvn3, vni
from service.read.syllable import is_syllable
from tests.read.builder import members, zipped
from tests.read.old_fonts import KINDS, UNICODE_ODDITIES, measured, sentences

SMALL = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
TO_TCVN3 = {letter: chr(code) for code, letter in tcvn3.TABLE.items()}
TONES = {"\u0300": "ø", "\u0301": "ù", "\u0309": "û", "\u0303": "õ", "\u0323": "ï", "": ""}
CIRCUMFLEX = dict(zip(TONES, "àáåãäâ", strict=True))
BREVE = dict(zip(TONES, "èéúüëê", strict=True))


def in_tcvn3(text: str) -> str:
    return "".join(TO_TCVN3.get(letter, letter) for letter in text)


def in_vni(text: str) -> str:
    return "".join(letter if letter.isascii() else _vni(letter) for letter in text)


def _vni(letter: str) -> str:
    spread = unicodedata.normalize("NFD", letter.lower())
    tone = next((mark for mark in spread if mark in TONES), "")
    plain = unicodedata.normalize("NFC", spread.replace(tone, "")) if tone else letter.lower()
    whole = {"đ": "ñ", "ì": "ì", "í": "í", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}.get(letter.lower())
    marked = {"â": "a", "ê": "e", "ô": "o"}
    if whole:
        written = whole
    elif plain in marked:
        written = marked[plain] + CIRCUMFLEX[tone]
    elif plain == "ă":
        written = "a" + BREVE[tone]
    else:
        written = {"ơ": "ô", "ư": "ö"}.get(plain, plain) + TONES[tone]
    return written.upper() if letter.isupper() else written


def r(text: str, font: str, more: str = "") -> str:
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    return f'<w:r><w:rPr>{fonts}{more}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("Uû ban nh©n d©n", "Uỷ ban nhân dân"),
        ("Héi KhuyÕn häc", "Hội Khuyến học"),
        ("B¸o c¸o tæng kÕt nhiÖm kú", "Báo cáo tổng kết nhiệm kỳ"),
        ("ph\u00ad¬ng h\u00adíng", "phương hướng"),
        ("KÕT QU¶ THùC HIÖN Sè 89/Q§-TTg CñA THñ T¦íNG", "KẾT QUẢ THỰC HIỆN SỐ 89/QĐ-TTg CỦA THỦ TƯỚNG"),
        ("§HQG Hµ Néi", "ĐHQG Hà Nội"),
        ("Sè héi viªn", "Số hội viên"),
    ],
)
def test_tcvn3_is_decoded(typed, read_as):
    assert tcvn3.decode(typed) == read_as


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("Xin chaøo caùc baïn", "Xin chào các bạn"),
        ("Hoäi Khuyeán hoïc", "Hội Khuyến học"),
        ("HOÄI KHUYEÁN HOÏC", "HỘI KHUYẾN HỌC"),
        ("ÑAÏI HOÄI, ñöôïc, ngöôøi, tröôùc", "ĐẠI HỘI, được, người, trước"),
        ("Ñaêng kyù, baèng, maët", "Đăng ký, bằng, mặt"),
    ],
)
def test_vni_is_decoded(typed, read_as):
    typed = typed.replace("maët", "maët")
    assert vni.decode(typed) == read_as


@given(st.text(st.sampled_from(SMALL + "bcdghklmnpqrstvx 0123456789.,()"), max_size=60))
def test_what_is_written_in_tcvn3_reads_back(text):
    assert tcvn3.decode(in_tcvn3(text)) == text


@given(
    st.lists(
        st.sampled_from([*SMALL, *SMALL.upper()]).flatmap(lambda one: st.sampled_from([one, "t" + one, one + "ng "]))
    )
)
def test_what_is_written_in_vni_reads_back(syllables):
    text = " ".join(syllables)
    assert vni.decode(in_vni(text)) == text


@pytest.mark.parametrize(
    ("font", "spoken"),
    [(".VnTime", "Hội Khuyến học"), (".VnTimeH", "HỘI KHUYẾN HỌC"), (".VnArial NarrowH", "HỘI KHUYẾN HỌC")],
)
def test_a_run_in_a_legacy_font_is_decoded_and_told(docx, font, spoken):
    manuscript = read(docx(p(r("Héi KhuyÕn häc", font))))
    assert manuscript.paragraphs[0].text == spoken
    assert [(one.text, one.paragraph, one.author) for one in manuscript.legacy] == [(spoken, 0, font)]


def test_a_letter_split_over_two_runs_is_one_letter(docx):
    manuscript = read(
        docx(p(r("Ho", "VNI-Times", "<w:b/>"), r("ä", "VNI-Times"), r("i Khuye", "VNI-Times"), r("án", "VNI-Times")))
    )
    assert manuscript.paragraphs[0].text == "Hội Khuyến"


def test_the_font_may_come_from_the_style_or_the_theme(docx):
    styles = (
        '<w:style w:type="paragraph" w:styleId="Cu">'
        '<w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/></w:rPr></w:style>'
    )
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:minorFont><a:latin typeface=".VnTime"/></a:minorFont></a:theme>'
    )
    body = '<w:p><w:pPr><w:pStyle w:val="Cu"/></w:pPr><w:r><w:t>Héi</w:t></w:r></w:p>'
    assert read(docx(body, styles=styles, theme=theme)).paragraphs[0].text == "Hội"


def test_one_paragraph_may_mix_old_and_new_fonts(docx):
    manuscript = read(
        docx(p(r("Hội ", "Times New Roman"), r("KhuyÕn häc", ".VnTime"), r(" phường", "Times New Roman")))
    )
    assert manuscript.paragraphs[0].text == "Hội Khuyến học phường"


@pytest.mark.parametrize("write", [in_tcvn3, in_vni])
def test_an_ordinary_font_over_legacy_letters_is_found_out(docx, write):
    words = "Ban Chấp hành Hội Khuyến học phường báo cáo kết quả thực hiện nghị quyết"
    manuscript = read(docx(p(r(write(words), "Times New Roman")) + p(r(write("Số liệu"), "Times New Roman"))))
    assert [one.text for one in manuscript.paragraphs] == [words, "Số liệu"]
    assert len(manuscript.legacy) == 2


def test_unicode_in_a_legacy_font_stays(docx):
    words = "Ban Chấp hành Hội Khuyến học phường", "là cá và tám", "Báo cáo"
    manuscript = read(docx("".join(p(r(text, ".VnTime")) for text in words)))
    assert [one.text for one in manuscript.paragraphs] == list(words)
    assert not manuscript.legacy


@pytest.mark.parametrize(
    "text",
    [
        "Báo cáo công tác",
        "là và có cho",
        "café, Müller, naïve",
        "50 m² © ± 5°",
        "A à ô",
        "quá khả năng",
        "già hoá",
        "xoà, khoá, toán",
    ],
)
def test_unicode_in_an_ordinary_font_stays(docx, text):
    assert read(docx(p(r(text, "Arial")))).paragraphs[0].text == text


UNICODE_LINE = "Trong nhiệm kỳ, Hội đã vận động được 3,2 tỷ đồng; trao 2.316 suất học bổng cho học sinh nghèo."


@pytest.mark.parametrize("around", ["", UNICODE_LINE, "its own"])
@pytest.mark.parametrize(("font", "write"), [(".VnTime", in_tcvn3), ("VNI-Times", in_vni)])
@pytest.mark.parametrize("text", ["500.000 đ", "1.200.000đ", "đ", "a) ă) â) đ) e) ê)", "ẵ ẳ"])
def test_a_lone_letter_is_what_its_old_font_shows(docx, font, write, text, around):
    line = r(write(UNICODE_LINE), font) if around == "its own" else r(around, "Times New Roman")
    read_as = [one.text for one in read(docx(p(line) * 3 + p(r(write(text), font)) + p(line) * 3)).paragraphs]
    assert read_as[3] == text


@pytest.mark.parametrize("text", ["500.000 ®", "®", "ủ", "© 2019", "½", "3 × 4", "ñ", "à", "ô)", "«"])
@pytest.mark.parametrize("font", ["Times New Roman", ".VnTime"])
def test_a_lone_letter_or_sign_among_unicode_stays(docx, font, text):
    line = p(r(UNICODE_LINE, font))
    assert read(docx(line + p(r(text, font)) + line)).paragraphs[1].text == text


def test_a_lone_sign_in_an_ordinary_font_stays_beside_paragraphs_in_an_old_one(docx):
    line = p(r(in_tcvn3(UNICODE_LINE), ".VnTime"))
    assert read(docx(line + p(r("500.000 ®", "Arial")) + line)).paragraphs[1].text == "500.000 ®"


def test_an_optional_hyphen_is_a_letter_of_tcvn3_and_nothing_elsewhere(docx):
    old = p(r("h", ".VnTime"), r("", ".VnTime").replace("<w:t ", "<w:softHyphen/><w:t "), r("íng dÉn", ".VnTime"))
    new = p(r("hướng", "Arial"), r(" dẫn", "Arial").replace("<w:t ", "<w:softHyphen/><w:t "))
    assert [one.text for one in read(docx(old + new)).paragraphs] == ["hướng dẫn", "hướng dẫn"]


@pytest.mark.parametrize("pasted", ["đội ngũ", "ngũ tuần", "củng cố đội ngũ", "đoàn kết", "nghị lực"])
def test_two_old_words_pasted_into_a_unicode_paragraph_are_both_read(docx, pasted):
    line = f"Trong nhiệm kỳ, Hội khuyến học phường đã vận động {{}} và có cán bộ; {UNICODE_LINE}"
    body = p(r(line.format(in_tcvn3(pasted)), "Times New Roman")) + p(r(UNICODE_LINE, "Times New Roman"))
    assert read(docx(body)).paragraphs[0].text == line.format(pasted)


@pytest.mark.parametrize("font", ["Times New Roman", ".VnTime"])
def test_a_greek_mu_for_the_micro_sign_of_tcvn3_is_its_letter(docx, font):
    text = "Nhà trường và gia đình là nền tảng"
    assert read(docx(p(r(in_tcvn3(text).replace("\u00b5", "\u03bc"), font)))).paragraphs[0].text == text
    assert read(docx(p(r(f"{UNICODE_LINE} 50 \u03bcg", font)))).paragraphs[0].text == f"{UNICODE_LINE} 50 \u03bcg"


def in_viscii(text: str) -> bytes:
    called = ["iconv", "-c", "-f", "UTF-8", "-t", "VISCII"]
    return subprocess.run(called, input=text.encode(), capture_output=True, check=True).stdout


def in_windows_1258(text: str) -> bytes:
    return "".join(one if one.encode("cp1258", "ignore") else _with_tone(one) for one in text).encode("cp1258")


def _with_tone(letter: str) -> str:
    spread = unicodedata.normalize("NFD", letter)
    tone = next(mark for mark in spread if mark in TONES)
    return unicodedata.normalize("NFC", spread.replace(tone, "")) + tone


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(in_viscii, marks=pytest.mark.skipif(shutil.which("iconv") is None, reason="iconv knows VISCII")),
        in_windows_1258,
    ],
)
def test_a_report_in_a_rare_encoding_is_read(docx, write):
    lines = [line for line in sentences()[:80] if not re.search("[^0-9A-Za-zÀ-ỹ ,.;:()%/-]|[ẲẴẪỶỸỴ]", line)]
    stored = ["".join(bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in write(line)) for line in lines]
    manuscript = read(docx("".join(p(r(line, "Arial")) for line in stored)))
    assert len(lines) > 20
    assert [one.text for one in manuscript.paragraphs] == [" ".join(line.split()) for line in lines]


def test_symbol_fonts_keep_their_letters_in_the_private_area(docx):
    text = "".join(chr(0xF000 + ord(letter)) for letter in in_tcvn3("Hội"))
    assert read(docx(p(r(text, ".VnTime")))).paragraphs[0].text == "Hội"


PRINTED = st.characters(
    min_codepoint=0x20, max_codepoint=0x1EFF, exclude_categories=["Cs", "Cc"], exclude_characters="<&>"
)


@given(
    st.lists(st.tuples(st.text(PRINTED, max_size=20), st.sampled_from(["Arial", ".VnTime", ".VnTimeH", "VNI-Times"])))
)
def test_any_text_in_any_font_is_read_without_trouble(runs):
    manuscript = read(zipped(members(p(*(r(text, font) for text, font in runs)))))
    assert len(manuscript.paragraphs) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_reports_read_right_however_they_are_stored(kind):
    total, wrong, where = measured(KINDS[kind], range(3), sentences())
    ambiguous = kind == "short cells, mixed, lies"  # "sè" alone is "sè" or "số": nobody could tell
    assert wrong <= total * (0.005 if ambiguous else 0.001), where


@pytest.mark.parametrize("font", ["Arial", ".VnTime", "VNI-Times"])
def test_unicode_is_never_damaged(docx, font):
    lines = [line for line in (*sentences()[::40], *UNICODE_ODDITIES) if "<" not in line and "&" not in line]
    manuscript = read(docx("".join(p(r(line, font)) for line in lines)))
    assert [one.text for one in manuscript.paragraphs] == lines
    assert not manuscript.legacy


@pytest.mark.parametrize(
    "word",
    ["nghiệm", "Khuyến", "QUYẾT", "giếng", "gì", "hóa", "hoá", "uỷ", "ủy", "quốc", "đường", "y", "khuỷu", "Nguyễn"],
)
def test_syllables_are_known(word):
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word", ["KhuyÕn", "hoïc", "tæng", "nhiÖm", "caùc", "xyz", "TiNH", "ngh", "báò", "cẻ", "ka", "gề", "nghà", "cảc"]
)
def test_what_is_no_syllable_is_known(word):
    assert not is_syllable(word)


@pytest.mark.parametrize(
    "text",
    [
        "Die Vergütung für zusätzliche Baumaßnahmen über die Straße wird während der Öffnungszeiten geprüft.",
        "Er det utført arbeid på bad, har det vært lekkasje, og er rørleggeren faglært?",
        "L'élève reçoit la leçon : le château, la forêt, l'île et le cœur naïf.",
    ],
)
def test_words_of_other_languages_stay_as_they_are(docx, text):
    manuscript = read(docx(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" * 3))
    assert [one.text for one in manuscript.paragraphs] == [text] * 3
    assert not manuscript.legacy
