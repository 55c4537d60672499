"""Whether a word can be a Vietnamese syllable: the yardstick that tells legacy encodings apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0309\u0303\u0323"))
_ONSETS = frozenset(
    (
        "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph",
        "qu", "r", "s", "t", "th", "tr", "v", "x",
    )
)  # fmt: skip
_RHYMES = frozenset(
    (
        "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "ăc", "ăm", "ăn", "ăng", "ăp",
        "ăt", "âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây",
        "e", "ec", "em", "en", "eng", "eo", "ep", "et", "ê", "êch", "êm", "ên", "êng", "ênh", "êp", "êt", "êu",
        "i", "ia", "ich", "iêc", "iêm", "iên", "iêng", "iêp", "iêt", "iêu", "im", "in", "inh", "ip", "it", "iu",
        "y", "ych", "yêm", "yên", "yêng", "yêt", "yêu", "ym", "yn", "ynh", "yp", "yt", "yu",
        "o", "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oap", "oat", "oay", "oăc", "oăm", "oăn",
        "oăng", "oăt", "oc", "oe", "oen", "oeo", "oet", "oi", "om", "on", "ong", "ooc", "oong", "op", "ot",
        "ô", "ôc", "ôi", "ôm", "ôn", "ông", "ôp", "ôt", "ơ", "ơi", "ơm", "ơn", "ơp", "ơt",
        "u", "ua", "uân", "uâng", "uât", "uây", "uc", "uê", "uêch", "uên", "uênh", "uêt", "ui", "um", "un", "ung",
        "uôc", "uôi", "uôm", "uôn",
        "uông", "uôp", "uôt", "uơ", "up", "ut", "uy", "uya", "uych", "uyên", "uyêt", "uyn", "uynh",
        "uyt", "uyu",
        "ư", "ưa", "ưc", "ưi", "ưm", "ưn", "ưng", "ươc", "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu", "ưt", "ưu",
    )
)  # fmt: skip
COMMON = frozenset(
    (
        "án", "ấm", "bán", "bé", "bên", "bị", "bình", "bí", "bó", "bóng", "bố", "bốn", "bồi", "bộ", "bờ", "bỏ", "cá",
        "cái", "cán", "chân", "chí", "chính", "chín", "chị", "chỗ", "chống", "chú", "chúng", "chúc", "chuyên", "có",
        "còn", "cô", "công", "cố", "cốt", "cộng", "cơ", "cơm", "cũ", "cũng", "cùng", "cụ", "cụm", "dân", "dòng", "dù",
        "dùng", "dục", "dụng", "dừng", "dự", "dựa", "dựng", "gì", "giá", "giám", "giỏi", "giống", "giờ", "giúp", "góc",
        "góp", "gồm", "gốc", "hình", "hóa", "hòa", "hoàn", "hoàng", "hỏi", "hồ", "hồng", "hộ", "hơn", "hỗ", "hùng",
        "ích", "ít", "khá", "không", "khó", "khóa", "khối", "kính", "ký", "lãng", "lên", "lê", "lòng", "lớn", "lớp",
        "lý", "mãi", "mình", "môn", "mô", "một", "mỗi", "mới", "mùa", "mục", "nâng", "nên", "ngân", "nghìn", "ngũ",
        "ngoài", "ngô", "nguyên", "nhân", "nhìn", "nhỏ", "nhóm", "nhờ", "nối", "nói", "nông", "nơi", "núi", "ôn",
        "ông", "phân", "phía", "phí", "phó", "phòng", "phố", "phối", "phụ", "phúc", "phục", "quà", "quá", "quán",
        "quân", "quê", "quốc", "quý", "quyên", "rõ", "rồi", "rộng", "rút", "sáng", "sẽ", "số", "sông", "sống", "sơ",
        "sơn", "sớm", "sự", "tám", "tâm", "tân", "tên", "thêm", "thì", "thích", "thị", "tháng", "thân", "thí", "thôi",
        "thôn", "thông", "thống", "thúc", "thuê", "thừa", "tích", "tìm", "tình", "tín", "tính", "toàn", "toán", "tôi",
        "tồn", "tối", "tốt", "trên", "trì", "trí", "trình", "trị", "trò", "trông", "trồng", "trống", "tục", "tuyên",
        "từ", "từng", "tự", "vì", "vị", "vùng", "vũ", "vụ", "vừa", "xã", "xá", "xét", "xóm", "xuân", "xuyên", "ý",
        "yêu", "đó", "đôi", "đông", "hút", "khí", "lúc", "nộp", "phút", "phê", "thái", "thụ", "tờ", "trú", "túc",
    )
)  # fmt: skip
"""The commonest of those syllables that could also be another one in an old encoding: "số" rather than "sè"."""
_BEFORE_FRONT = frozenset(("k", "gh", "ngh"))
_BEFORE_BACK = frozenset(("c", "g", "ng"))
_STOPS = ("c", "ch", "p", "t")
_NEVER_ON_STOPS = "\u0300\u0309\u0303"
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4096)
def is_syllable(word: str) -> bool:
    """Whether `word` has a Vietnamese onset, rhyme and at most one tone."""
    if len(word) > 7 or not (word.islower() or word.isupper() or word.istitle()):
        return False
    spread = unicodedata.normalize("NFD", word.lower())
    toneless = spread.translate(_TONES)
    if len(spread) - len(toneless) > 1:
        return False
    plain = unicodedata.normalize("NFC", toneless)
    if plain.endswith(_STOPS) and any(tone in spread for tone in _NEVER_ON_STOPS):
        return False
    return plain == "gi" or any(_goes(plain[:cut], plain[cut:]) for cut in range(4))


def _goes(onset: str, rhyme: str) -> bool:
    """Whether an onset and a rhyme make a syllable as it is spelled: "ke" and "ca", not "ce" and "ka"."""
    if onset not in _ONSETS or rhyme not in _RHYMES:
        return False
    if onset in _BEFORE_FRONT:
        return rhyme[0] in "ieêy"
    return onset not in _BEFORE_BACK or rhyme[0] not in "ieê"


def score(text: str) -> tuple[int, int]:
    """Of the words with letters beyond ASCII: how many are Vietnamese syllables, and how many there are."""
    marked = [word for word in _WORD.findall(text) if not word.isascii()]
    return sum(map(is_syllable, marked)), len(marked)
