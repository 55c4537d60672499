"""`make demo`: the main job on sample reports, as an office would do it.

    python tests/corpus/demo.py FOLDER

Makes a throw-away workspace in FOLDER, drops reports of districts and communes into its inbox as officers
name them, runs the service until nothing is left, consolidates, and prints what was found and where to look.
"""  # fmt: skip

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
MARK = ".tongket-demo"
"""Only a folder that this script made is ever removed."""

DROPS = {
    # districts
    "reports/d-quan-ngo-quyen--styles-sdt.docx": "BC tổng kết NK 2015-2020 HKH quận Ngô Quyền (chính thức).docx",
    "reports/d-quan-do-son--textbox.docx": "Do Son - du thao bao cao Dai hoi lan 3.docx",
    "reports/d-huyen-kien-thuy--manual-tabs.docx": "Kien Thuy/bao cao cua BCH trinh DH.docx",
    "reports/d-huyen-an-duong--tcvn3-manual.docx": "BCTK AN DUONG.docx",
    "reports/d-huyen-bach-long-vi--mixedfont.docx": "Bach Long Vi.docx",
    "reports-demo/m-quan-le-chan--*.docx": "Le Chan/BC TONG KET NHIEM KY.docx",
    "reports-demo/m-huyen-thuy-nguyen--*.docx": "HKH Thuy Nguyen BC nhiem ky.docx",
    # communes
    "reports/d-phuong-lach-tray--autonum-tracked-comments-hidden.docx": "Ngo Quyen/Lach Tray sua lan 2.docx",
    "reports/d-xa-tan-trao--plainheads-nfd.docx": "Kien Thuy/xa Tan Trao.docx",
    "reports-demo/m-phuong-an-bien--*.docx": "Le Chan/An Bien bc dai hoi.docx",
    "reports-demo/m-phuong-du-hang--*.docx": "Le Chan/DU HANG.docx",
    "reports-demo/m-phuong-vinh-niem--*.docx": "Le Chan/bao cao Vinh Niem (1).docx",
    "reports-demo/m-phuong-tran-nguyen-han--*.docx": "Le Chan/p Tran Nguyen Han.docx",
    "reports-demo/m-xa-doan-xa--*.docx": "Kien Thuy/Doan Xa.docx",
    "reports-demo/m-thi-tran-nui-doi--*.docx": "Kien Thuy/TT Nui Doi.docx",
    "reports-demo/m-xa-minh-tan-kien-thuy--*.docx": "Kien Thuy/Minh Tan.docx",
    "reports-demo/m-phuong-may-to--*.docx": "Ngo Quyen/May To.docx",
    "reports-demo/m-phuong-dang-giang--*.docx": "Ngo Quyen/Dang Giang.docx",
    # sent by mistake
    "reports/d-cao-dang-ky-nghe-hai-tan--manual.docx": "BC nam hoc 2019-2020.docx",
    "reports-demo/m-tham-luan-*.docx": "tham luan tai DH.docx",
    # broken on the way
    "bad/bc-bi-cat.docx": "Hong Bang/bao cao (chep tu USB).docx",
    "bad/bc-co-mat-khau.docx": "Hai An - mat khau.docx",
    "bad/bc-that-la-pdf.docx": "Duong Kinh.docx",
}
"""Sample file (the first that fits the pattern) to the name under which it is dropped."""

SECTIONS = {
    "resolution_results": "kết quả Nghị quyết",
    "lessons_learned": "bài học",
    "new_term_goals": "mục tiêu nhiệm kỳ mới",
    "resolution29_alignment": "gắn với NQ 29",
}
VERDICTS = {
    "complete": "đủ bốn phần",
    "gaps": "cần bổ sung",
    "wrong_kind": "sai loại văn bản",
    "unreadable": "không đọc được",
}


def main(folder: Path) -> int:
    """Run the demo; return its exit code."""
    started = time.monotonic()
    if folder.exists() and not (folder / MARK).exists():
        print(f"{folder} was not made by this demo; name another folder.")
        return 2
    shutil.rmtree(folder, ignore_errors=True)
    tongket("init", folder)
    (folder / MARK).touch()
    count = drop(folder / "inbox")
    print(f"\n{count} tệp đã thả vào {folder / 'inbox'}\n")
    tongket("run", folder, "--once")
    print()
    tongket("consolidate", folder)
    tongket("consolidate", folder, "--unit", "hai-phong.le-chan")
    print()
    table(folder)
    look(folder)
    print(f"Xong trong {time.monotonic() - started:.0f} giây.")
    return 0


def tongket(*arguments: object) -> None:
    """Run the command as an office would."""
    subprocess.run([sys.executable, "-m", "service", *map(str, arguments)], check=True)


def drop(inbox: Path) -> int:
    """Copy the samples under the names that officers give them."""
    for pattern, name in DROPS.items():
        source = next(iter(sorted(HERE.glob(pattern))), None)
        if source is None:
            continue
        target = inbox / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    return sum(1 for file in inbox.rglob("*") if file.is_file())


def table(folder: Path) -> None:
    """Print unit, verdict and what is missing, for every file."""
    rows = [row(json.loads(file.read_text("utf-8"))) for file in sorted((folder / "outbox").rglob("result.json"))]
    heads = ("ĐƠN VỊ", "KẾT LUẬN", "CÒN THIẾU, CẦN XEM LẠI")
    widths = [max(len(each[n]) for each in [heads, *rows]) for n in range(2)]
    for unit, verdict, missing in [heads, *rows]:
        print(f"{unit:{widths[0]}}  {verdict:{widths[1]}}  {missing}")
    print()


def row(result: dict) -> tuple[str, str, str]:
    """One file's line."""
    unit = result["unit"]["name"] if result["unit"] else f"(chưa rõ đơn vị) {result['file']['name']}"
    lacking = [
        f"{SECTIONS[section['id']]}{' (sơ sài)' if section['status'] == 'thin' else ''}"
        for section in result["sections"]
        if section["status"] != "present"
    ]
    others = sum(1 for finding in result["findings"] if not finding["code"].startswith("section."))
    if result["verdict"] in ("wrong_kind", "unreadable"):
        lacking = [result["findings"][0]["message"]]
    elif others:
        lacking.append(f"{others} nhận xét khác")
    return unit, VERDICTS[result["verdict"]], "; ".join(lacking) or "–"


def look(folder: Path) -> None:
    """Say where to look."""
    outbox = folder / "outbox"
    print("Mở xem:")
    print(f"  Bảng theo dõi       {outbox / 'index.html'}")
    for name, pattern in (
        ("Phiếu rà soát", "hai-phong/le-chan/**/phieu-ra-soat*.docx"),
        ("Báo cáo tổng hợp", "hai-phong/tong-hop/bao-cao-tong-hop*.docx"),
        ("Tập hợp báo cáo", "hai-phong/tong-hop/tap-hop*.docx"),
        ("Bảng số liệu", "hai-phong/tong-hop/so-lieu*.xlsx"),
    ):
        found = sorted(outbox.glob(pattern))
        if found:
            print(f"  {name:19} {found[0]}")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "demo")))
