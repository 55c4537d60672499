"""Unicode -> legacy Vietnamese font encodings, for building test documents.

TCVN3 (ABC fonts such as .VnTime): one byte a letter, shown here as Latin-1 characters.
VNI (VNI-Times): base letter followed by a mark character, Windows-1252.
"""

import unicodedata

_TCVN3 = dict(
    zip(
        "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđĂÂÊÔƠƯĐ",
        "\xb5\xb8\xb6\xb7\xb9\xa8\xbb\xbe\xbc\xbd\xc6\xa9\xc7\xca\xc8\xc9\xcb"
        "\xcc\xd0\xce\xcf\xd1\xaa\xd2\xd5\xd3\xd4\xd6\xd7\xdd\xd8\xdc\xde"
        "\xdf\xe3\xe1\xe2\xe4\xab\xe5\xe8\xe6\xe7\xe9\xac\xea\xed\xeb\xec\xee"
        "\xef\xf3\xf1\xf2\xf4\xad\xf5\xf8\xf6\xf7\xf9\xfa\xfd\xfb\xfc\xfe\xae"
        "\xa1\xa2\xa3\xa4\xa5\xa6\xa7",
        strict=True,
    )
)

_VNI_MARKS = {
    "a": {"": "a", "\u0300": "aø", "\u0301": "aù", "\u0309": "aû", "\u0303": "aõ", "\u0323": "aï"},
    "ă": {"": "aê", "\u0300": "aè", "\u0301": "aé", "\u0309": "aú", "\u0303": "aü", "\u0323": "aë"},
    "â": {"": "aâ", "\u0300": "aà", "\u0301": "aá", "\u0309": "aå", "\u0303": "aã", "\u0323": "aä"},
    "e": {"": "e", "\u0300": "eø", "\u0301": "eù", "\u0309": "eû", "\u0303": "eõ", "\u0323": "eï"},
    "ê": {"": "eâ", "\u0300": "eà", "\u0301": "eá", "\u0309": "eå", "\u0303": "eã", "\u0323": "eä"},
    "i": {"": "i", "\u0300": "ì", "\u0301": "í", "\u0309": "æ", "\u0303": "ó", "\u0323": "ò"},
    "o": {"": "o", "\u0300": "oø", "\u0301": "où", "\u0309": "oû", "\u0303": "oõ", "\u0323": "oï"},
    "ô": {"": "oâ", "\u0300": "oà", "\u0301": "oá", "\u0309": "oå", "\u0303": "oã", "\u0323": "oä"},
    "ơ": {"": "ô", "\u0300": "ôø", "\u0301": "ôù", "\u0309": "ôû", "\u0303": "ôõ", "\u0323": "ôï"},
    "u": {"": "u", "\u0300": "uø", "\u0301": "uù", "\u0309": "uû", "\u0303": "uõ", "\u0323": "uï"},
    "ư": {"": "ö", "\u0300": "öø", "\u0301": "öù", "\u0309": "öû", "\u0303": "öõ", "\u0323": "öï"},
    "y": {"": "y", "\u0300": "yø", "\u0301": "yù", "\u0309": "yû", "\u0303": "yõ", "\u0323": "î"},
    "đ": {"": "ñ"},
}


def to_tcvn3(text: str) -> str:
    """Encode mixed-case text; accented capitals become the lower-case code
    (as typists do before switching to an .VnTimeH font)."""
    out = []
    for ch in unicodedata.normalize("NFC", text):
        if ch in _TCVN3:
            out.append(_TCVN3[ch])
        elif ch.lower() in _TCVN3:
            out.append(_TCVN3[ch.lower()])
        else:
            out.append({"–": "-", "“": '"', "”": '"', "…": "...", "’": "'"}.get(ch, ch))
    return "".join(out)


def to_tcvn3_caps(text: str) -> str:
    """Text meant for an .VnTimeH font: typed in lower case, shown in capitals."""
    return to_tcvn3(unicodedata.normalize("NFC", text).lower())


def _vni_char(ch: str) -> str:
    low = ch.lower()
    d = unicodedata.normalize("NFD", low)
    tone = "".join(c for c in d[1:] if c in "\u0300\u0301\u0309\u0303\u0323")
    base = unicodedata.normalize("NFC", "".join(c for c in d if c not in "\u0300\u0301\u0309\u0303\u0323"))
    table = _VNI_MARKS.get(base)
    if table is None or tone not in table:
        return ch
    s = table[tone]
    return s.upper() if ch != low else s


def to_vni(text: str) -> str:
    return "".join(_vni_char(c) for c in unicodedata.normalize("NFC", text))
