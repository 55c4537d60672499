"""Short texts put into an otherwise plain report, and what the whole check says of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from tests.check.builder import judged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

JUDGED = ("figure.", "placeholder.", "unit.", "authority.misquoted", "authority.anachronism")
"""The findings that these texts are about; of the others the frame around them has some."""
_HEADS = {
    "ward": ("HỘI KHUYẾN HỌC QUẬN LÊ CHÂN", "HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN", "An Biên"),
    "district": ("HỘI KHUYẾN HỌC THÀNH PHỐ HẢI PHÒNG", "HỘI KHUYẾN HỌC HUYỆN TIÊN LÃNG", "Tiên Lãng"),
    "commune": ("HỘI KHUYẾN HỌC HUYỆN TIÊN LÃNG", "HỘI KHUYẾN HỌC XÃ ĐẠI THẮNG", "Đại Thắng"),
    "school": ("HỘI KHUYẾN HỌC QUẬN LÊ CHÂN", "HỘI KHUYẾN HỌC TRƯỜNG THPT NGUYỄN VĂN CẨN", "Lê Chân"),
}
_PAST = (
    "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
    "Nghị quyết Đại hội được Ban Chấp hành thực hiện nghiêm túc, các chỉ tiêu cơ bản đều đạt.",
)
_BETWEEN = (
    "**II. BÀI HỌC KINH NGHIỆM",
    "Phải dựa vào chi ủy để chọn chi hội trưởng có uy tín, giao việc rõ và kiểm tra hằng quý.",
)
_FUTURE = (
    "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ NHIỆM KỲ 2020 - 2025",
    "Đưa hoạt động khuyến học về từng khu dân cư, lấy dòng họ và gia đình làm gốc.",
)
_END = ("TM. BAN CHẤP HÀNH", "CHỦ TỊCH", "Nguyễn Thị Lành")


@dataclass(frozen=True, slots=True)
class Short:
    """One text with what a careful reader finds in it."""

    name: str
    """Batch and number."""
    blocks: tuple[str | Sequence[Sequence[str]], ...]
    unit: str
    future: bool
    finds: tuple[str, ...]
    """Codes, each as often as it is to be found."""
    tells: Mapping[str, float | None]
    """Values by indicator and kind; None where the text tells none."""

    @property
    def answer(self) -> tuple[list[str], dict[str, float | None]]:
        """What the check finds in it, and what it reads for the indicators that `tells` names."""
        superior, body, place = _HEADS[self.unit]
        head = (superior, f"**{body}", "Số: 05/BC-HKH", f"{place}, ngày 20 tháng 5 năm 2020")
        title = ("^^BÁO CÁO", "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng nhiệm kỳ 2020 - 2025")
        past, future = ((), self.blocks) if self.future else (self.blocks, ())
        answer = judged(*head, *title, *_PAST, *past, *_BETWEEN, *_FUTURE, *future, *_END)
        read: dict[str, float] = {f"{one.id}.{one.kind}": one.value for one in answer.indicators}
        codes = sorted(each.code for each in answer.findings if each.code.startswith(JUDGED))
        return codes, {name: read.get(name) for name in self.tells}


def shorts(batches: str = "batch_*.yaml") -> Iterator[Short]:
    """The texts of the batches that a pattern names."""
    for file in sorted(Path(__file__).parent.glob(batches)):
        entries: list[dict[str, Any]] = yaml.safe_load(file.read_text("utf-8"))
        for number, entry in enumerate(entries, 1):
            text = entry["text"]
            yield Short(
                name=f"{file.stem}-{number}",
                blocks=(text,) if isinstance(text, str) else tuple(text),
                unit=entry.get("unit", "ward"),
                future=entry.get("at") == "future",
                finds=tuple(sorted(entry.get("finds", ()))),
                tells=entry.get("tells", {}),
            )
