"""Lessons count under any heading or none, as long as something was learnt and told."""

import pytest

from tests.check.builder import GOALS, LESSONS, RESULTS, codes, judged, report, section

HEADINGS = [
    "BÀI HỌC KINH NGHIỆM",
    "ĐÁNH GIÁ CHUNG VÀ BÀI HỌC KINH NGHIỆM",
    "NHỮNG KINH NGHIỆM RÚT RA",
    "MỘT SỐ KINH NGHIỆM",
    "MỘT SỐ BÀI HỌC",
    "BÀI HỌC RÚT RA QUA THỰC TIỄN 5 NĂM",
    "NGUYÊN NHÂN, BÀI HỌC KINH NGHIỆM",
    "NGUYÊN NHÂN THÀNH CÔNG VÀ BÀI HỌC",
    "TỪ THỰC TIỄN HOẠT ĐỘNG CỦA HỘI RÚT RA NHỮNG KINH NGHIỆM SAU",
    "MẤY KINH NGHIỆM BƯỚC ĐẦU",
    "ĐÁNH GIÁ CHUNG, NGUYÊN NHÂN VÀ KINH NGHIỆM",
    "NHỮNG VẤN ĐỀ RÚT RA TỪ THỰC TIỄN",
    "KINH NGHIỆM CHỈ ĐẠO VÀ HOẠT ĐỘNG",
    "BÀI HỌC VỀ CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO",
    "HẠN CHẾ, NGUYÊN NHÂN VÀ BÀI HỌC KINH NGHIỆM",
    "ƯU ĐIỂM, KHUYẾT ĐIỂM, BÀI HỌC",
    "NHỮNG BÀI HỌC CHỦ YẾU",
    "MẤY ĐIỀU RÚT RA",
    "NHỮNG ĐIỀU CẦN RÚT KINH NGHIỆM",
    "ĐIỀU ĐÚC KẾT TỪ THỰC TIỄN",
    "NHỮNG ĐIỀU ĐÚC RÚT",
    "KINH NGHIỆM",
    "BÀI HỌC",
    "TỒN TẠI VÀ KINH NGHIỆM",
    "RÚT KINH NGHIỆM",
    "NGUYÊN NHÂN THÀNH CÔNG VÀ KINH NGHIỆM",
    "5 BÀI HỌC TỪ CƠ SỞ",
    "VỀ BÀI HỌC KINH NGHIỆM",
    "KINH NGHIỆM QUA 5 NĂM",
    "CÁCH LÀM HAY, KINH NGHIỆM TỐT",
    "BÀI HỌC LÃNH ĐẠO, CHỈ ĐẠO VÀ TỔ CHỨC HOẠT ĐỘNG",
    "ĐÚC RÚT KINH NGHIỆM",
    "NHỮNG KINH NGHIỆM QUÝ",
    "HẠN CHẾ VÀ NHỮNG ĐIỀU CẦN GHI NHỚ",
]

CASES = [
    ("empty", ("**II. BÀI HỌC KINH NGHIỆM",), "thin", "II. BÀI HỌC KINH NGHIỆM"),
    ("dots", ("**II. BÀI HỌC KINH NGHIỆM", "…………………"), "thin", "II. BÀI HỌC KINH NGHIỆM"),
    (
        "one stock",
        (
            "**II. BÀI HỌC KINH NGHIỆM",
            "Qua 5 năm hoạt động, Ban Chấp hành đã nghiêm túc rút kinh nghiệm để phong trào ngày càng phát triển.",
        ),
        "thin",
        "II. BÀI HỌC KINH NGHIỆM",
    ),
    (
        "two stock",
        (
            "**II. BÀI HỌC KINH NGHIỆM",
            (
                "Trong quá trình lãnh đạo, chỉ đạo, Ban Chấp hành đã rút ra nhiều bài học kinh nghiệm"
                " quý báu, làm cơ sở để thực hiện tốt hơn nhiệm vụ trong nhiệm kỳ tới."
            ),
            "Những bài học đó cần được các cấp Hội tiếp tục vận dụng, phát huy trong thời gian tới.",
        ),
        "thin",
        "II. BÀI HỌC KINH NGHIỆM",
    ),
    (
        "generic long one",
        (
            "**II. BÀI HỌC KINH NGHIỆM",
            (
                "Từ thực tiễn lãnh đạo, chỉ đạo và tổ chức hoạt động Hội trong nhiệm kỳ qua, Ban Chấp"
                " hành rút ra bài học kinh nghiệm là phải tăng cường sự lãnh đạo của cấp ủy Đảng, sự "
                "phối hợp của chính quyền, các ban, ngành, đoàn thể, phát huy tinh thần đoàn kết, "
                "trách nhiệm của cán bộ, hội viên."
            ),
        ),
        "thin",
        "II. BÀI HỌC KINH NGHIỆM",
    ),
    (
        "to be added",
        ("**II. BÀI HỌC KINH NGHIỆM", "(Ban Chấp hành bổ sung sau khi có ý kiến của Đảng ủy)"),
        "thin",
        "II. BÀI HỌC KINH NGHIỆM",
    ),
    (
        "short specific 1",
        (
            "**II. BÀI HỌC KINH NGHIỆM",
            "Chi hội nào có chi hội trưởng là đảng viên thì thu hội phí đủ.",
            "Công khai quỹ ở nhà văn hóa, dân tin.",
        ),
        "present",
        "II. BÀI HỌC KINH NGHIỆM",
    ),
    (
        "short specific 2",
        (
            "**II. BÀI HỌC KINH NGHIỆM",
            "Muốn có quỹ phải công khai; muốn đông hội viên phải vào từng dòng họ.",
        ),
        "present",
        "II. BÀI HỌC KINH NGHIỆM",
    ),
    (
        "numbered",
        (
            "**II. BÀI HỌC KINH NGHIỆM",
            "1. Dựa vào chi ủy tổ dân phố.",
            "2. Công khai thu chi quỹ tại nhà văn hóa.",
            "3. Chọn người có uy tín làm chi hội trưởng.",
        ),
        "present",
        "II. BÀI HỌC KINH NGHIỆM",
    ),
    (
        "(1) (2)",
        (
            "**II. BÀI HỌC KINH NGHIỆM",
            "(1) Phải dựa vào chi ủy tổ dân phố để chọn chi hội trưởng.",
            "(2) Công khai thu chi quỹ tại nhà văn hóa.",
        ),
        "present",
        "II. BÀI HỌC KINH NGHIỆM",
    ),
    (
        "typical commune",
        (
            "**II. BÀI HỌC KINH NGHIỆM",
            "- Phải có sự lãnh đạo của Đảng ủy, sự tạo điều kiện của UBND phường.",
            "- Cán bộ Hội phải nhiệt tình, tâm huyết, có uy tín.",
            "- Phải làm tốt công tác tuyên truyền, vận động; gắn khuyến học với xây dựng gia đình văn hóa.",
            "- Sử dụng quỹ đúng mục đích, công khai, minh bạch.",
        ),
        "present",
        "II. BÀI HỌC KINH NGHIỆM",
    ),
    (
        "in running text no heading",
        (
            (
                "Qua 5 năm hoạt động, Hội rút ra một số kinh nghiệm: một là phải dựa vào chi ủy tổ "
                "dân phố để chọn chi hội trưởng; hai là công khai thu chi quỹ tại nhà văn hóa."
            ),
        ),
        "present",
        None,
    ),
    (
        "running text, bai hoc o day la",
        (
            (
                "Bài học ở đây là ở đâu chi ủy vào cuộc, chi hội trưởng có uy tín thì ở đó số gia "
                "đình đăng ký học tập tăng, quỹ được công khai tại nhà văn hóa."
            ),
        ),
        "present",
        None,
    ),
    (
        "Noi nao",
        (
            (
                "Thực tiễn 5 năm cho thấy nơi nào chi ủy quan tâm, chi hội trưởng nhiệt tình thì nơi "
                "đó phong trào mạnh; nơi nào quỹ công khai thì dân đóng góp nhiều."
            ),
        ),
        "present",
        None,
    ),
    (
        "in limits section",
        (
            "**II. HẠN CHẾ, NGUYÊN NHÂN",
            (
                "Chi hội 7 sinh hoạt chưa đều vì thiếu nơi họp. Từ đó rút ra bài học: phải chọn chi "
                "hội trưởng có uy tín và mượn trường tiểu học làm nơi họp hằng quý."
            ),
        ),
        "present",
        None,
    ),
    (
        "missing: only intent",
        (
            "**II. HẠN CHẾ",
            (
                "Chi hội 7 sinh hoạt chưa đều. Ban Chấp hành cần nghiêm túc rút kinh nghiệm, đề ra "
                "biện pháp trong thời gian tới."
            ),
        ),
        "missing",
        None,
    ),
    (
        "missing: bai hoc school sense",
        (
            "**II. HẠN CHẾ",
            (
                "Chi hội 7 sinh hoạt chưa đều. Học sinh được kèm làm bài học ở nhà văn hóa mỗi tối "
                "thứ bảy, có 12 em tiến bộ."
            ),
        ),
        "missing",
        None,
    ),
    (
        "missing: exchange of experience",
        (
            "**II. HẠN CHẾ",
            (
                "Hội tổ chức 3 buổi trao đổi kinh nghiệm với phường bạn, đi thực tế mô hình dòng họ "
                "học tập ở huyện Vĩnh Bảo, có 40 cán bộ tham gia."
            ),
        ),
        "missing",
        None,
    ),
    (
        "missing: causes of success",
        (
            "**II. NGUYÊN NHÂN",
            (
                "Nguyên nhân của những kết quả đạt được là sự quan tâm của Đảng ủy, sự nhiệt tình của"
                " chi hội trưởng và sự đóng góp của các dòng họ Nguyễn, Trần ở tổ 4."
            ),
        ),
        "missing",
        None,
    ),
    (
        "missing: opening intent only",
        (
            "**II. HẠN CHẾ",
            "Chi hội 7 sinh hoạt chưa đều vì thiếu nơi họp.",
            "Đại hội có nhiệm vụ tổng kết, rút ra bài học kinh nghiệm và quyết định phương hướng.",
        ),
        "missing",
        None,
    ),
    (
        "combined with limits, whole",
        (
            "**II. HẠN CHẾ, NGUYÊN NHÂN VÀ BÀI HỌC KINH NGHIỆM",
            "**1. Hạn chế",
            "Chi hội 7 sinh hoạt chưa đều.",
            "**2. Nguyên nhân",
            "Thiếu nơi họp, cán bộ hay thay đổi.",
            "**3. Bài học kinh nghiệm",
            LESSONS[1],
            LESSONS[2],
        ),
        "present",
        "II. HẠN CHẾ, NGUYÊN NHÂN VÀ BÀI HỌC KINH NGHIỆM",
    ),
    (
        "combined, lessons part empty",
        (
            "**II. HẠN CHẾ, NGUYÊN NHÂN VÀ BÀI HỌC KINH NGHIỆM",
            "**1. Hạn chế",
            "Chi hội 7 sinh hoạt chưa đều, sổ sách của chi hội 9 còn thiếu nhiều mục, hội phí thu chậm.",
            "**2. Nguyên nhân",
            "Thiếu nơi họp, cán bộ hay thay đổi, kinh phí của phường cấp chậm.",
            "**3. Bài học kinh nghiệm",
            "Cần nghiêm túc rút kinh nghiệm.",
        ),
        "thin",
        "II. HẠN CHẾ, NGUYÊN NHÂN VÀ BÀI HỌC KINH NGHIỆM",
    ),
    (
        "combined without subs, only limits told",
        (
            "**II. HẠN CHẾ VÀ BÀI HỌC KINH NGHIỆM",
            "Chi hội 7 sinh hoạt chưa đều vì thiếu nơi họp, sổ sách của chi hội 9 còn thiếu nhiều mục.",
        ),
        "thin",
        "II. HẠN CHẾ VÀ BÀI HỌC KINH NGHIỆM",
    ),
    (
        "under Phan 1",
        ("**2. Bài học kinh nghiệm", LESSONS[1], LESSONS[2]),
        "present",
        "2. Bài học kinh nghiệm",
    ),
    (
        "danh gia chung with lessons paragraphs",
        (
            "**II. ĐÁNH GIÁ CHUNG",
            "Ưu điểm: Hội giữ được nền nếp sinh hoạt ở 12 chi hội.",
            (
                "Bài học: phải dựa vào chi ủy tổ dân phố để chọn chi hội trưởng có uy tín, công khai "
                "quỹ tại nhà văn hóa."
            ),
        ),
        "present",
        None,
    ),
    (
        "kinh nghiem: ",
        (
            "**II. ĐÁNH GIÁ CHUNG",
            "Hội giữ được nền nếp sinh hoạt ở 12 chi hội.",
            (
                "* Kinh nghiệm: dựa vào chi ủy tổ dân phố để chọn chi hội trưởng có uy tín, công khai"
                " quỹ tại nhà văn hóa, mỗi quý giao ban một lần."
            ),
        ),
        "present",
        None,
    ),
    (
        "odd heading, enumerated precepts",
        ("**II. NHỮNG ĐIỀU CẦN GHI NHỚ", LESSONS[1], LESSONS[2]),
        "present",
        "II. NHỮNG ĐIỀU CẦN GHI NHỚ",
    ),
    (
        "odd heading 2",
        ("**II. MUỐN PHONG TRÀO MẠNH", LESSONS[1], LESSONS[2]),
        "present",
        "II. MUỐN PHONG TRÀO MẠNH",
    ),
    (
        "lessons after goals (Phan 3)",
        ("**II. HẠN CHẾ", "Chi hội 7 sinh hoạt chưa đều."),
        "missing",
        None,
    ),
    (
        "kinh nghiem tot cua co so",
        (
            "**II. MÔ HÌNH, KINH NGHIỆM TỐT",
            "Dòng họ Nguyễn ở tổ 4 lập quỹ 60 triệu đồng. Chi hội 3 mở tủ sách 400 cuốn.",
        ),
        "missing",
        None,
    ),
    (
        "tu kinh nghiem",
        (
            "**II. HẠN CHẾ",
            (
                "Chi hội 7 sinh hoạt chưa đều. Một số cán bộ mới thiếu kinh nghiệm, ngại vận động, sổ"
                " sách còn sai sót, phải làm lại nhiều lần trong năm 2018."
            ),
        ),
        "missing",
        None,
    ),
    (
        "bai hoc 1:",
        (
            "**II. BÀI HỌC KINH NGHIỆM",
            "Bài học 1: dựa vào chi ủy.",
            "Bài học 2: quỹ công khai ở nhà văn hóa, ai cũng xem được.",
        ),
        "present",
        "II. BÀI HỌC KINH NGHIỆM",
    ),
    (
        "in Phan I item V",
        ("**V. MỘT SỐ KINH NGHIỆM RÚT RA", LESSONS[1], LESSONS[2]),
        "present",
        "V. MỘT SỐ KINH NGHIỆM RÚT RA",
    ),
    (
        "danh gia chung subs",
        (
            "**II. ĐÁNH GIÁ CHUNG",
            "**1. Ưu điểm",
            "Tổ chức Hội có ở 14 tổ dân phố.",
            "**2. Hạn chế",
            "Chi hội 7 họp chưa đều.",
            "**3. Bài học kinh nghiệm",
            LESSONS[1],
            LESSONS[2],
        ),
        "present",
        "3. Bài học kinh nghiệm",
    ),
    (
        "kinh nghiem trong cau ket",
        (
            "**II. HẠN CHẾ, NGUYÊN NHÂN",
            "Chi hội 7 họp chưa đều do thiếu nơi họp.",
            (
                "Bài học lớn nhất của nhiệm kỳ là muốn giữ phong trào thì phải có chi hội trưởng tận "
                "tâm và nơi họp cố định."
            ),
        ),
        "present",
        None,
    ),
    (
        "hoc sinh rut kinh nghiem",
        (
            "**II. HẠN CHẾ",
            (
                "Chi hội 7 họp chưa đều. Sau mỗi hội thi, các cháu cùng thầy cô rút kinh nghiệm để "
                "lần sau làm tốt hơn, nhiều em tiến bộ rõ rệt."
            ),
        ),
        "missing",
        None,
    ),
    (
        "tong ket rut kinh nghiem",
        (
            "**II. HẠN CHẾ",
            "Hằng năm, Ban Chấp hành họp kiểm điểm, rút kinh nghiệm và bình xét thi đua cho 12 chi hội.",
        ),
        "missing",
        None,
    ),
    (
        "bai hoc lam nguoi",
        ("**II. HẠN CHẾ", "Câu chuyện của em Lan là bài học về nghị lực cho học sinh toàn phường."),
        "missing",
        None,
    ),
    (
        "kinh nghiem cua quan ban",
        (
            "**II. HẠN CHẾ",
            "Kinh nghiệm của Hội Khuyến học phường Cát Dài là mở tủ sách ở nhà văn hóa, phường ta chưa làm được.",
        ),
        "missing",
        None,
    ),
    (
        "mused precepts without the word",
        (
            "**II. HẠN CHẾ",
            "Một số chi hội sinh hoạt chưa đều.",
            (
                "Ngẫm lại 5 năm, anh em bảo nhau mấy điều để khóa sau làm khá hơn. Một là họ nào có người đứng ra thì"
                " họ ấy mạnh, nên trước hết phải chọn được người. Hai là tiền nong phải có hai người giữ."
            ),
        ),
        "present",
        None,
    ),
    (
        "causes looked back on are no lessons",
        (
            "**II. HẠN CHẾ",
            "Nhìn lại những điều chưa làm được, nguyên nhân một là cán bộ thiếu, hai là quỹ ít, ba là địa bàn rộng.",
        ),
        "missing",
        None,
    ),
    (
        "what was learned",
        ("**II. ĐIỀU HỌC ĐƯỢC SAU MỘT NHIỆM KỲ", *LESSONS[1:]),
        "present",
        "II. ĐIỀU HỌC ĐƯỢC SAU MỘT NHIỆM KỲ",
    ),
]
"""What it is, the lines in place of the lessons, the section's status, its heading."""


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_of_lessons_is_recognised(heading):
    answer = section(judged(*report(lessons=(f"**II. {heading}", *LESSONS[1:]))), "lessons_learned")
    assert (answer.status, answer.heading) == ("present", f"II. {heading}")


@pytest.mark.parametrize(("what", "lines", "status", "heading"), CASES, ids=[case[0] for case in CASES])
def test_lessons_are_judged_as_a_reader_would(what, lines, status, heading):
    answer = judged(*report(lessons=lines))
    lessons = section(answer, "lessons_learned")
    assert (lessons.status, lessons.heading) == (status, heading), what
    told = [f"section.{status}:lessons_learned"] if status != "present" else []
    assert codes(answer, "section.") == told


def test_lessons_may_stand_behind_the_goals():
    answer = section(judged(*report(lessons=(), more=("**IV. BÀI HỌC KINH NGHIỆM", *LESSONS[1:]))), "lessons_learned")
    assert (answer.status, answer.heading) == ("present", "IV. BÀI HỌC KINH NGHIỆM")


def test_lessons_announced_in_the_opening_or_the_last_words_are_none():
    last = ("**IV. KẾT LUẬN", "Từ những bài học kinh nghiệm nêu trên, Hội quyết tâm hoàn thành nhiệm vụ.")
    opening = ("Đại hội có nhiệm vụ tổng kết, rút ra bài học kinh nghiệm và quyết định phương hướng như sau:",)
    assert codes(judged(*report(lessons=(), more=last)), "section.") == ["section.missing:lessons_learned"]
    assert codes(judged(*report(lessons=(), opening=opening)), "section.") == ["section.missing:lessons_learned"]


def test_only_the_lessons_of_a_combined_section_are_its_text():
    lines = ("**II. HẠN CHẾ VÀ BÀI HỌC", "**1. Hạn chế", "Chi hội 7 họp chưa đều.", "**2. Bài học", *LESSONS[1:])
    blocks = report(lessons=lines)
    answer = section(judged(*blocks), "lessons_learned")
    start = blocks.index(LESSONS[1])
    assert answer.spans == ((start, start + 2),)
    assert answer.heading == "II. HẠN CHẾ VÀ BÀI HỌC"


def test_a_missing_section_shows_what_came_closest():
    causes = ("**II. NGUYÊN NHÂN", "Thiếu nơi họp, cán bộ hay thay đổi.")
    answer = section(judged(*report(lessons=causes)), "lessons_learned")
    assert answer.near_misses == ("II. NGUYÊN NHÂN",)


def test_a_heading_that_only_its_text_tells_is_less_sure():
    odd = section(judged(*report(lessons=("**II. MUỐN PHONG TRÀO MẠNH", *LESSONS[1:]))), "lessons_learned")
    named = section(judged(*report()), "lessons_learned")
    assert odd.confidence < 0.6 < named.confidence


def test_tasks_and_remedies_that_are_counted_are_no_lessons():
    tasks = (*GOALS[:3], "Một là, phải củng cố 12 chi hội.", "Hai là, phải mở lớp buổi tối.", GOALS[4])
    assert codes(judged(*report(lessons=(), goals=tasks)), "section.") == ["section.missing:lessons_learned"]
    limits = (*RESULTS, "**II. HẠN CHẾ", "Một là, chi hội 7 họp chưa đều.", "Hai là, sổ sách chi hội 9 còn thiếu.")
    assert codes(judged(*report(results=limits, lessons=())), "section.") == ["section.missing:lessons_learned"]
