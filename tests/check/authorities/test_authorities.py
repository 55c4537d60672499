"""Documents are known by everything that is told of them, never by the number alone."""

from datetime import date

import pytest

from service.check.authorities.judge import cited_in, cited_places, judge_authorities
from service.check.case import Context, Zone, make_case
from service.check.lists import phrasebook
from service.model.examination import Certainty, Severity
from service.model.manuscript import Manuscript, Note
from service.outline import outline
from tests.check.builder import TITLE, case, manuscript, rules, zoned

FIVE = ["nq29", "kl49", "ct11", "ctr76", "nq45"]
ALL_FIVE = "Thực hiện NQ 29-NQ/TW; KL 49-KL/TW; CT 11-CT/TW; CTr 76-CTr/TU; NQ 45-NQ/TW."


def report(*texts):
    return case(*TITLE, "I. KẾT QUẢ", *texts)


def judged(*texts, dated=date(2020, 7, 1), opening="2020-2025"):
    made = report(*texts)
    zones = (Zone.PAST,) * len(made.manuscript.paragraphs)
    context = Context(zones, "commune", "2015-2020", opening, dated)
    return judge_authorities(made, context, cited_places(made))


def told(*texts, **more):
    citations, _ = judged(*texts, **more)
    return {citation.id: citation.problem or "correct" for citation in citations}


def found(code, *texts, **more):
    _, findings = judged(*texts, **more)
    return [finding for finding in findings if finding.code == code]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Quán triệt Nghị quyết 29-NQ/TW của Trung ương khóa XI.", "nq29"),
        ("thực hiện NQ 29, CT 11, KL 49 và NQ 45", "nq29 ct11 kl49 nq45"),
        ("Theo tinh thần NQ số 29/NQ-TW ngày 4-11-2013 của BCH TW Đảng (khoá XI)", "nq29"),
        ("Nghị quyết số 29 – NQ/TƯ, ngày 04.11.2013 của Hội nghị lần thứ 8 BCHTW khóa XI", "nq29"),
        ("tinh thần Nghị quyết Trung ương 8, khóa XI về đổi mới căn bản, toàn diện giáo dục", "nq29"),
        ("Nghị quyết Hội nghị Trung ương lần thứ 8 khóa XI về đổi mới căn bản, toàn diện GD-ĐT", "nq29"),
        ("Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng (khóa XI) ngày 04 tháng 11 năm 2013", "nq29"),
        ("NQTW8 khóa XI", "nq29"),
        ("NQ TW 8 (khóa XI)", "nq29"),
        ("Nghị quyết số 29 của Trung ương về đổi mới căn bản, toàn diện giáo dục và đào tạo", "nq29"),
        ("Nghị quyết 29 NQ/TW", "nq29"),
        ("Nghị quyết số: 29-NQ/T.Ư ngày 4/11/2013", "nq29"),
        ("theo Nghị quyết số 29 - NQ / TW", "nq29"),
        ("Nghị quyết số\n29-NQ/TW ngày\n04/11/2013 của Ban\nChấp hành Trung ương", "nq29"),
        ("nghị quyết 29-nq/tw", "nq29"),
        ("NGHỊ QUYẾT SỐ 29-NQ/TW NGÀY 04/11/2013 CỦA BAN CHẤP HÀNH TRUNG ƯƠNG KHÓA XI", "nq29"),
        (
            "Nghị quyết của Ban Chấp hành Trung ương Đảng khóa XI về đổi mới căn bản, toàn diện giáo dục và đào tạo",
            "nq29",
        ),
        ("Nghị quyết Trung ương 8 khóa 11", "nq29"),
        (
            "Nghị quyết 29 “Về đổi mới căn bản, toàn diện giáo dục và đào tạo” của Ban Chấp hành Trung ương khóa XI",
            "nq29",
        ),
        ("Nghị quyết số 29-NQ/TW (khóa XI, ngày 04/11/2013)", "nq29"),
        ("Nghị quyết số 29-NQ/TW ngày 04/11 của Trung ương", "nq29"),
        ("Nghị quyết số 29-NQ/TW năm 2013 của Ban Chấp hành Trung ương", "nq29"),
        ("Ngày 04/11/2013, Ban Chấp hành Trung ương khóa XI ban hành Nghị quyết số 29-NQ/TW", "nq29"),
        ("thực hiện các nghị quyết của Đảng như Nghị quyết 29, Nghị quyết 45", "nq29 nq45"),
        ("Kết luận 49 của Ban Bí thư", "kl49"),
        ("Kết luận 49/KL-TW", "kl49"),
        ("Kết luận số 49-KL/TƯ ngày 10-5-2019", "kl49"),
        (
            (
                "Kết luận số 49-KL/TW ngày 10 tháng 5 năm 2019 của Ban Bí thư Trung ương Đảng khóa XII về tiếp tục "
                "thực hiện Chỉ thị số 11-CT/TW ngày 13 tháng 4 năm 2007 của Bộ Chính trị khoá X"
            ),
            "kl49 ct11",
        ),
        ("KL 49-KL/TW và CT11-CT/TW", "kl49 ct11"),
        ("Kết luận của Ban Bí thư về tiếp tục thực hiện Chỉ thị số 11-CT/TW", "kl49 ct11"),
        ("Kết luận số 49-KL/TW ngày 10/05/2019", "kl49"),
        ("Chỉ thị số 11/CT-TW ngày 13/04/2007", "ct11"),
        ("Chỉ thị 11 của Bộ Chính trị (khóa 10)", "ct11"),
        ("Chỉ thị số 11- CT/TW, ngày 13/4/2007 của BCT", "ct11"),
        (
            (
                "Chỉ thị của Bộ Chính trị khóa X về tăng cường sự lãnh đạo của Đảng đối với công tác khuyến học, "
                "khuyến tài"
            ),
            "ct11",
        ),
        ("Chương trình hành động 76 của Thành ủy", "ctr76"),
        ("CTr 76-CTr/TU của BTV Thành uỷ", "ctr76"),
        ("Chương trình số 76-CTr/TU ngày 08/7/2019 của Ban Thường vụ Thành ủy", "ctr76"),
        ("Chương trình hành động số 76-CTR/TU của Thành ủy Hải Phòng khóa XV", "ctr76"),
        ("Chương trình hành động của Ban Thường vụ Thành ủy thực hiện Nghị quyết số 45-NQ/TW", "ctr76 nq45"),
        ("Chương trình hành động số 76 - CTHĐ/TU", "ctr76"),
        (
            (
                "Nghị quyết 45 của Bộ Chính trị về xây dựng và phát triển thành phố Hải Phòng đến năm 2030, tầm nhìn "
                "đến năm 2045"
            ),
            "nq45",
        ),
        ("Nghị quyết số 45-NQ/TW ngày 24-01-2019", "nq45"),
        ("Nghị quyết số 45/NQ-TW ngày 24 tháng 1 năm 2019 của Bộ Chính trị khóa XII", "nq45"),
        ("các Nghị quyết số 29-NQ/TW, 45-NQ/TW; Kết luận 49-KL/TW, Chỉ thị 11-CT/TW của Đảng", "nq29 nq45 kl49 ct11"),
        (
            (
                "Nghị quyết 29-NQ/TW, Kết luận 49-KL/TW, Chỉ thị 11-CT/TW của Ban Chấp hành Trung ương, Ban Bí thư, "
                "Bộ Chính trị"
            ),
            "nq29 kl49 ct11",
        ),
        ("Kết luận 49-KL/TW (Ban Bí thư, 10/5/2019)", "kl49"),
        ("Nghị quyết 29 (khóa XI)", "nq29"),
        ("thực hiện NQ29/TW", "nq29"),
        ("Nghị quyết 29/TW khóa XI", "nq29"),
        ("Nghị quyết 29-TW", "nq29"),
        ("Nghị quyết số 29-NQ-TW", "nq29"),
        ("Nghị quyết số 29.NQ/TW", "nq29"),
        ("Nghị quyết số 29- NQTW của BCHTƯ Đảng", "nq29"),
        ("Nghị quyết số 29-NQ/TW (04/11/2013)", "nq29"),
        ("Nghị quyết số 29-NQ/TW - ngày 04/11/2013", "nq29"),
        ("Nghị quyết số 29-NQ/TW, khóa XI, của BCH TW", "nq29"),
        ("Nghị quyết số 29-NQ/TW ngày 04 /11/ 2013", "nq29"),
        ("Nghị quyết số 29-NQ/TW ngày04/11/2013", "nq29"),
        ("Nghị quyết số 29-NQ/TW của Hội nghị TW8 (khóa XI)", "nq29"),
        ("Nghị quyết HNTW 8 khóa XI", "nq29"),
        ("Nghị quyết Hội nghị TƯ8 khóa XI về đổi mới căn bản, toàn diện nền giáo dục Việt Nam", "nq29"),
        ("Chỉ thị 11 CT-TW", "ct11"),
        ("Kết luận số 49-KL/TW, ngày 10 - 5 - 2019", "kl49"),
        ("Kết luận 49KL/TW", "kl49"),
        ("Kết luận số 49 KL/TW ngày 10/5/2019", "kl49"),
        ("Nghị quyết số 29-NQ/TW, của Ban chấp hành Trung ương Đảng Cộng sản Việt Nam khóa XI", "nq29"),
        ("Nghị quyết số 29-NQ/TW, Hội nghị lần thứ 8 Ban Chấp hành Trung ương khóa XI", "nq29"),
        ("Nghị quyết số 29-NQ/TW của Đảng", "nq29"),
        (
            (
                "Nghị quyết số 45-NQ/TW của Bộ Chính trị (khóa XII) về xây dựng và phát triển TP Hải Phòng đến 2030, "
                "tầm nhìn 2045"
            ),
            "nq45",
        ),
        ("Nghị quyết số 45-NQ/TW ngày 24/01/2019 của Bộ Chính trị về xây dựng thành phố Hải Phòng", "nq45"),
        ("CTHĐ 76 của Thành ủy", "ctr76"),
        ("Chương trình hành động số 76 (CTr/TU)", "ctr76"),
        ("“Nghị quyết số 29-NQ/TW”", "nq29"),
        ("Nghị quyết số 29–NQ/TW;", "nq29"),
        ("Kết luận số 49‑KL/TW ngày 10/5/2019 của Ban Bí Thư", "kl49"),
        ("Kết luận số 49-KL/TW của Ban Bí thư Trung ương", "kl49"),
        ("văn bản số 49-KL/TW", "kl49"),
        ("Nghị quyết lần thứ 8 BCH Trung ương khóa XI", "nq29"),
        ("Nghị quyết TW8 (khóa XI)", "nq29"),
        ("NQ 29-NQ/TW; KL 49-KL/TW; CT 11-CT/TW; CTr 76-CTr/TU; NQ 45-NQ/TW.", "nq29 kl49 ct11 ctr76 nq45"),
        ("Nghị quyết 29/NQTW, Kết luận 49/KLTW", "nq29 kl49"),
        ("Nghị quyết 29-NQ/TW của Trung ương 8 khóa XI", "nq29"),
        ("Nghị quyết 8 của Ban Chấp hành Trung ương khóa XI về đổi mới căn bản, toàn diện giáo dục", "nq29"),
        ("Nghị quyết Trung ương 8 về đổi mới căn bản toàn diện giáo dục và đào tạo", "nq29"),
        (
            (
                "Chỉ thị 35-CT/TW ngày 30/5/2019; Kết luận 51-KL/TW ngày 30/5/2019 của Ban Bí thư về tiếp tục thực "
                "hiện Nghị quyết số 29-NQ/TW"
            ),
            "nq29",
        ),
        ("Chương trình số 12-CTr/TU của Thành ủy thực hiện Nghị quyết số 29-NQ/TW của Trung ương", "nq29"),
        ("Chương trình hành động số 25-CTr/TU ngày 20/01/2014 của Thành ủy thực hiện Nghị quyết 29-NQ/TW", "nq29"),
        (
            (
                "Nghị quyết số 44/NQ-CP ngày 09/6/2014 của Chính phủ ban hành Chương trình hành động thực hiện Nghị "
                "quyết số 29-NQ/TW về đổi mới căn bản, toàn diện giáo dục và đào tạo"
            ),
            "nq29",
        ),
        (
            (
                "Kế hoạch số 190-KH/TU ngày 12/8/2019 của Ban Thường vụ Thành ủy thực hiện Kết luận số 49-KL/TW ngày "
                "10/5/2019"
            ),
            "kl49",
        ),
        ("Nghị quyết về đổi mới căn bản, toàn diện giáo dục và đào tạo của Ban Chấp hành Trung ương khóa XI", "nq29"),
        ("các chỉ thị, nghị quyết số 11-CT/TW, 29-NQ/TW của Đảng", "nq29 ct11"),
        ("ban hành Kế hoạch thực hiện Kết luận số 49-KL/TW của Ban Thường vụ Quận ủy", "kl49"),
        ("Kế hoạch số 15-KH/QU thực hiện Kết luận số 49-KL/TW ngày 20/8/2019 của Ban Thường vụ Quận ủy", "kl49"),
        ("Quyết định ban hành Kế hoạch thực hiện Kết luận số 49-KL/TW của Thủ tướng Chính phủ", "kl49"),
        ("Kế hoạch của quận thực hiện Chương trình hành động số 76-CTr/TU của Ủy ban nhân dân quận", "ctr76"),
        ("Chỉ thị 11-CT/TW được Đảng ủy, UBND phường triển khai", "ct11"),
        ("Nghị quyết 29-NQ/TW và Chỉ thị 11-CT/TW của Bộ Chính trị", "nq29 ct11"),
        ("Chỉ thị 11-CT/TW và Kết luận 49-KL/TW của Ban Bí thư", "kl49 ct11"),
        ("thực hiện Kết luận 49-KL/TW và Chỉ thị 11-CT/TW của Ban Bí thư", "kl49 ct11"),
        ("tổng kết 10 năm thực hiện Chỉ thị 11-CT/TW năm 2017, quán triệt Kết luận 49-KL/TW tháng 8/2019", "kl49 ct11"),
        ("Nghị quyết 29-NQ/TW, Bộ Chính trị đã ban hành Kết luận 49", "nq29 kl49"),
        ("đưa Chỉ thị 11-CT/TW về từng tổ dân phố, Kết luận 49-KL/TW về tới chi hội ngày 20 tháng 8", "kl49 ct11"),
        (
            "Kế hoạch của Thành ủy thực hiện Nghị quyết 29-NQ/TW, của UBND thành phố thực hiện Kết luận 49-KL/TW",
            "kl49 nq29",
        ),
        ("Kết luận số 49-KL/TW ngày 10/5/2019 của Ban Bí thư được Ban Thường vụ Quận ủy cụ thể hóa", "kl49"),
        (
            "Nghị quyết 45-NQ/TW của Bộ Chính trị, Chương trình hành động số 76-CTr/TU ngày 08/7/2019 của Thành ủy",
            "nq45 ctr76",
        ),
        (
            (
                "Nghị quyết về “Đổi mới căn bản, toàn diện giáo dục và đào tạo” của Ban Chấp hành Trung ương "
                "khóa mười một"
            ),
            "nq29",
        ),
        ("Nghị quyết số 29-NQ/TW – về đổi mới căn bản, toàn diện giáo dục", "nq29"),
        ("theo tinh thần Nghị quyết Trung ương 8 (khóa XI), Kết luận 49 và Chỉ thị 11", "nq29 kl49 ct11"),
        ("Hội nghị lần thứ 8 Ban Chấp hành Trung ương khóa XI đã ban hành Nghị quyết số 29-NQ/TW", "nq29"),
        ("Bám sát Chỉ thị số 11-CT/TW, Kết luận số 49-KL/TW của Bộ Chính trị, Ban Bí thư", "kl49 ct11"),
        (
            (
                "Bám sát Chỉ thị số 11-CT/TW của Bộ Chính trị, Kết luận số 49-KL/TW của Ban Bí thư, Nghị quyết "
                "29-NQ/TW của Trung ương"
            ),
            "kl49 ct11 nq29",
        ),
        ("sơ kết 2 năm thực hiện Chỉ thị 11 và 1 năm Kết luận 49", "ct11 kl49"),
        ("Nghị quyết 29-NQ/TW ngày 4/11/2013 và Nghị quyết số 29-NQ/TW ngày 17/11/2022", "nq29"),
        ("Thông báo kết luận số 49-KL/TW", "kl49"),
        ("Nghị quyết của Đảng bộ thành phố, Nghị quyết 29 của BCH Trung ương", "nq29"),
        ("NQ 29/NQ-TW; KL 49/KL-TW; CT 11/CT-TW; 45/NQ-TW", "nq29 kl49 ct11 nq45"),
        ("Căn cứ Nghị quyết số 29-NQ/TW ngày 04/11/2013 Hội nghị Trung ương 8 khóa XI;", "nq29"),
        ("Kết luận số 49-KL/TW, ngày 10-5-2019 của Ban Bí thư T.Ư Đảng", "kl49"),
        (
            (
                "Nghị quyết số 29-NQ/TW của Ban Chấp hành Trung ương Đảng (Khóa XI) “Về đổi mới căn bản, toàn "
                "diện giáo dục và đào tạo, đáp ứng yêu cầu công nghiệp hóa, hiện đại hóa trong điều kiện kinh tế"
                " thị trường định hướng xã hội chủ nghĩa và hội nhập quốc tế”"
            ),
            "nq29",
        ),
        ("Nghị quyết 29-NQ/TW, đáp ứng yêu cầu công nghiệp hóa, hiện đại hóa", "nq29"),
        (
            ("Chương trình hành động số 76 – CTr/TU, ngày 8 tháng 7 năm 2019 của Ban Chấp hành Đảng bộ thành phố"),
            "ctr76",
        ),
        ("Chương trình hành động thực hiện Nghị quyết 45-NQ/TW của Thành ủy", "nq45"),
        ("Chương trình hành động số 76-CTr/TU của Thành uỷ về thực hiện Nghị quyết số 45-NQ/TW", "ctr76 nq45"),
        (
            (
                "Nghị quyết 45-NQ/TW ngày 24/1/2019 “Về xây dựng và phát triển thành phố Hải Phòng đến năm 2030,"
                " tầm nhìn đến năm 2045” của Bộ Chính trị"
            ),
            "nq45",
        ),
        ("Nghị quyết 29-NQ/TW khóa 11; Chỉ thị 11-CT/TW khóa 10; Nghị quyết 45-NQ/TW khóa 12", "nq29 ct11 nq45"),
    ],
)
def test_every_honest_way_of_writing_is_correct(text, ids):
    assert told(text) == dict.fromkeys(ids.split(), "correct")


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 29-NQ/TW ngày 17/11/2022 về tiếp tục đẩy mạnh công nghiệp hóa, hiện đại hóa đất nước",
        "Nghị quyết 29-NQ/TW khóa XIII về công nghiệp hóa, hiện đại hóa",
        "Nghị quyết số 29/NQ-CP ngày 12/3/2018 của Chính phủ",
        "Nghị quyết số 29-NQ/ĐU của Đảng ủy phường, Nghị quyết 29 được chi bộ triển khai",
        "Nghị quyết 29 của Hội đồng nhân dân quận",
        "Chỉ thị 29-CT/TW về phổ cập giáo dục",
        "Chỉ thị số 11/CT-UBND của Chủ tịch UBND thành phố",
        "Chỉ thị số 11/CT-TTg ngày 04/3/2020 của Thủ tướng Chính phủ",
        "Kết luận số 49-KL/TW ngày 28/02/2023 của Bộ Chính trị về đường sắt",
        "Kết luận 49-KL/TU của Ban Thường vụ Thành ủy",
        "Kết luận số 49/KL-TTr của Thanh tra quận",
        "Nghị quyết số 45-NQ/TW ngày 24/11/2023 về xây dựng đội ngũ trí thức",
        "Nghị quyết 45/NQ-HĐND ngày 20/12/2018",
        ("Quyết định 49/QĐ-UBND; Kế hoạch số 45-KH/TU; Công văn 29/HKH-VP; Thông báo số 11-TB/TU; Kế hoạch 76/KH-UBND"),
        (
            "Nghị quyết số 32-NQ/TW ngày 05/8/2003 của Bộ Chính trị khóa IX về xây dựng và phát triển thành phố "
            "Hải Phòng trong thời kỳ công nghiệp hóa, hiện đại hóa đất nước"
        ),
        "Nghị quyết số 43-NQ/TW ngày 24/01/2019 của Bộ Chính trị về xây dựng và phát triển thành phố Đà Nẵng",
        "Nghị quyết Trung ương 8 khóa XII về chiến lược phát triển kinh tế biển",
        "Nghị quyết Trung ương 4 khóa XII về xây dựng Đảng; Nghị quyết Trung ương 2 khóa VIII về giáo dục",
        "Nghị quyết Trung ương 8 khóa XI về Chiến lược bảo vệ Tổ quốc trong tình hình mới",
        (
            "đạt 29% (Nghị quyết 29%), 45 chi hội (Nghị quyết 45), Nghị quyết đề ra 29 chi hội, chỉ tiêu Nghị "
            "quyết 45 chi hội"
        ),
        "Nghị quyết 29 chi hội, thực hiện Nghị quyết 45.000 hội viên",
        "Thực hiện đổi mới căn bản, toàn diện giáo dục và đào tạo theo chủ trương của Đảng",
        "theo Nghị quyết của Đảng về đổi mới căn bản, toàn diện giáo dục và đào tạo",
        "Chỉ thị 05-CT/TW ngày 15/5/2016 của Bộ Chính trị về học tập và làm theo tư tưởng Hồ Chí Minh",
        "Chương trình hành động số 76-CTr/QU của Quận ủy thực hiện Nghị quyết Đại hội",
        "Nghị quyết số 88/2014/QH13 về đổi mới chương trình, sách giáo khoa giáo dục phổ thông",
        "Nghị quyết 14/2005/NQ-CP về đổi mới cơ bản và toàn diện giáo dục đại học",
        "Nghị quyết số 11 của chi bộ, Kết luận số 49 của Đoàn kiểm tra",
        "Nghị quyết Trung ương 8",
        "Nghị quyết Trung ương 5 khóa XII, Nghị quyết Trung ương 7 khóa XII",
        "Nghị quyết số 11-NQ/TW; Kết luận 29-KL/TW; Chỉ thị 45-CT/TW; Kết luận 11-KL/TW",
        "QĐ số 29-QĐ/TW; Quy định số 11-QĐi/TW; Hướng dẫn 49-HD/BTGTW",
        "Thông báo Kết luận số 49-TB/TW, Thông báo số 242-TB/TW",
        "Kết luận số 49/KL-UBKT của Ủy ban Kiểm tra",
        "Quyết định 112/2005/QĐ-TTg; Chỉ thị 02/2008/CT-TTg; Chỉ thị 02/CT-TTg ngày 08/01/2008",
        ("đổi mới căn bản, toàn diện giáo dục và đào tạo theo tinh thần Nghị quyết Đại hội XII của Đảng"),
        "Quyết định 281 của Chính phủ, Đề án 89, Đề án 281, QĐ 281",
    ],
)
def test_another_document_is_not_listed(text):
    assert told(text) == {}
    assert not found("authority.misquoted", text)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("Nghị quyết số 29-NQ/TW ngày 04/11/2014 của Ban Chấp hành Trung ương khóa XI", {"nq29": "date"}),
        ("Nghị quyết số 29-NQ/TW ngày 11/4/2013", {"nq29": "date"}),
        ("Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Bộ Chính trị", {"nq29": "issuer"}),
        ("Nghị quyết 29-NQ/TW của Ban Bí thư về đổi mới căn bản, toàn diện giáo dục", {"nq29": "issuer"}),
        ("Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương khóa XII", {"nq29": "congress"}),
        ("Nghị quyết 29-NQ/TW khóa XII về đổi mới căn bản, toàn diện giáo dục và đào tạo", {"nq29": "congress"}),
        (
            (
                "Nghị quyết số 92-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương khóa XI về đổi mới căn bản, toàn"
                " diện giáo dục và đào tạo"
            ),
            {"nq29": "number"},
        ),
        ("Nghị quyết số 19-NQ/TW về đổi mới căn bản, toàn diện giáo dục và đào tạo", {"nq29": "number"}),
        ("Nghị quyết số 29-CT/TW ngày 04/11/2013 của Ban Chấp hành Trung ương khóa XI", {"nq29": "number"}),
        (
            (
                "Nghị quyết số 29/NQ-CP ngày 04/11/2013 của Ban Chấp hành Trung ương khóa XI về đổi mới căn bản, toàn"
                " diện giáo dục"
            ),
            {"nq29": "number"},
        ),
        (
            (
                "Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương khóa XI về phát triển khoa học "
                "và công nghệ"
            ),
            {"nq29": "title"},
        ),
        (
            "Nghị quyết Trung ương 6 khóa XI (Nghị quyết số 29-NQ/TW) về đổi mới căn bản, toàn diện giáo dục",
            {"nq29": "congress"},
        ),
        ("Nghị quyết Trung ương 8 khóa X về đổi mới căn bản, toàn diện giáo dục và đào tạo", {"nq29": "congress"}),
        ("Kết luận 49-KL/TW ngày 10/5/2022", {"kl49": "date"}),
        (
            "Kết luận số 49-KL/TW ngày 05/10/2019 của Ban Bí thư về tiếp tục thực hiện Chỉ thị số 11-CT/TW",
            {"kl49": "date", "ct11": "correct"},
        ),
        ("Kết luận số 49-KL/TW ngày 10/5/2019 của Bộ Chính trị", {"kl49": "issuer"}),
        ("Kết luận số 49-KL/TW ngày 10/5/2019 của Ban Chấp hành Trung ương", {"kl49": "issuer"}),
        (
            "Kết luận số 94-KL/TW ngày 10/5/2019 của Ban Bí thư về tiếp tục thực hiện Chỉ thị 11-CT/TW",
            {"kl49": "number", "ct11": "correct"},
        ),
        ("Kết luận 49-KL/TW của Ban Bí thư khóa XI", {"kl49": "congress"}),
        ("Chỉ thị số 11-CT/TW ngày 13/4/2017 của Bộ Chính trị", {"ct11": "date"}),
        ("Chỉ thị 11-CT/TW của Ban Bí thư", {"ct11": "issuer"}),
        ("Chỉ thị số 11-CT/TW của Bộ Chính trị khóa XI", {"ct11": "congress"}),
        (
            (
                "Chỉ thị số 01-CT/TW ngày 13/4/2007 của Bộ Chính trị khóa X về tăng cường sự lãnh đạo của Đảng đối "
                "với công tác khuyến học, khuyến tài, xây dựng xã hội học tập"
            ),
            {"ct11": "number"},
        ),
        (
            (
                "Kết luận 49-KL/TW về tiếp tục thực hiện Chỉ thị số 10-CT/TW của Bộ Chính trị khóa X về tăng cường sự"
                " lãnh đạo của Đảng đối với công tác khuyến học"
            ),
            {"kl49": "correct", "ct11": "number"},
        ),
        (
            "Chương trình hành động số 67-CTr/TU của Ban Thường vụ Thành ủy thực hiện Nghị quyết số 45-NQ/TW",
            {"ctr76": "number", "nq45": "correct"},
        ),
        ("Chương trình hành động số 76-CTr/TU của Ủy ban nhân dân thành phố", {"ctr76": "issuer"}),
        ("Nghị quyết số 45-NQ/TW ngày 24/01/2018 của Bộ Chính trị", {"nq45": "date"}),
        ("Nghị quyết số 45-NQ/TW ngày 24/01/2019 của Ban Chấp hành Trung ương", {"nq45": "issuer"}),
        (
            (
                "Nghị quyết số 54-NQ/TW ngày 24/01/2019 của Bộ Chính trị về xây dựng và phát triển thành phố Hải "
                "Phòng đến năm 2030, tầm nhìn đến năm 2045"
            ),
            {"nq45": "number"},
        ),
        (
            (
                "Nghị quyết số 45-NQ/TW ngày 24/01/2019 của Bộ Chính trị về xây dựng và phát triển thành phố Hải "
                "Phòng đến năm 2025, tầm nhìn đến năm 2030"
            ),
            {"nq45": "title"},
        ),
        ("Nghị quyết số 45-NQ/TW ngày 24/01/2019 của Bộ Chính trị khóa XI", {"nq45": "congress"}),
        ("Nghị quyết 29-NQ/TW về đổi mới căn bản, toàn diện giáo dục và đào tạo của Bộ Chính trị", {"nq29": "issuer"}),
        ("Chỉ thị số 49-KL/TW của Ban Bí thư", {"kl49": "number"}),
        ("Nghị quyết số 11-CT/TW ngày 13/4/2007 của Bộ Chính trị", {"ct11": "number"}),
        (
            (
                "Chương trình hành động số 76-CTr/TU thực hiện Nghị quyết số 45-NQ/TW ngày 24/01/2019 của Ban Chấp "
                "hành Trung ương"
            ),
            {"ctr76": "correct", "nq45": "issuer"},
        ),
        ("Kết luận số 49-KL/TW ngày 10/5/2019 của Thủ tướng Chính phủ", {"kl49": "issuer"}),
        ("Chỉ thị số 11-CT/TW ngày 13/4/2007 của Chính phủ", {"ct11": "issuer"}),
        ("Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Quốc hội", {"nq29": "issuer"}),
        (
            ("Nghị quyết số 92-NQ/TW của BCH Trung ương khóa XI về “Đổi mới căn bản, toàn diện giáo dục và đào tạo”"),
            {"nq29": "number"},
        ),
        ("Nghị quyết số 35-NQ/TW ngày 24/01/2019 của Bộ Chính trị", {"nq45": "number"}),
        ("Nghị quyết 45-NQ/TW ngày 24/1/2019 về phát triển kinh tế biển", {"nq45": "title"}),
        (
            "Nghị quyết 45-NQ/TW ngày 24/01/2019 về xây dựng và phát triển thành phố Hải Phòng thời kỳ công nghiệp hóa",
            {"nq45": "title"},
        ),
        ("Nghị quyết 29-NQ/TW khóa X", {"nq29": "congress"}),
        ("Chỉ thị 11-CT/TW khóa IX của Bộ Chính trị", {"ct11": "congress"}),
        (
            "Chỉ thị số 11-CT/TW ngày 13/4/2007 của Bộ Chính trị (khoá XI) về tăng cường sự lãnh đạo",
            {"ct11": "congress"},
        ),
        (
            (
                "Kết luận số 49-KL/TW ngày 10/5/2019 của Ban Bí thư về tiếp tục thực hiện Chỉ thị số 11-CT/TW "
                "của Ban Bí thư khóa X"
            ),
            {"kl49": "correct", "ct11": "issuer"},
        ),
        ("Nghị quyết số 29-NQ/TW ngày 04 tháng 11 năm 2011", {"nq29": "date"}),
        ("Kết luận số 49-KL/TW ngày 15/10/2019 của Ban Bí thư", {"kl49": "date"}),
    ],
)
def test_a_particular_that_does_not_fit_is_named(text, problems):
    assert told(text) == problems
    wrong = {name for name, problem in problems.items() if problem != "correct"}
    assert {finding.authority for finding in found("authority.misquoted", text)} == wrong


def test_the_fullest_citation_is_quoted_from_the_type_to_the_last_particular():
    citations, _ = judged(
        "Thực hiện Nghị quyết 29-NQ/TW.",
        "Góp phần thực hiện Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương khóa XI về đổi mới.",
    )
    assert citations[0].quote == "Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương khóa XI"
    assert citations[0].paragraph == 4


def test_one_wrong_citation_among_right_ones_makes_the_authority_misquoted():
    texts = ("Kết luận số 49-KL/TW ngày 10/5/2019 của Ban Bí thư", "Kết luận số 49-KL/TW ngày 10/5/2018")
    citations, _ = judged(*texts)
    assert [(one.status, one.problem, one.quote) for one in citations] == [("misquoted", "date", texts[1])]
    assert [one.quote for one in found("authority.misquoted", *texts)] == [texts[1]]


def test_the_same_slip_again_is_for_information_only():
    texts = ("Kết luận số 49-KL/TW ngày 10/5/2018 của Ban Bí thư", "Kết luận 49-KL/TW ngày 10/5/2018")
    assert [one.severity for one in found("authority.misquoted", *texts)] == [Severity.WARNING, Severity.INFO]


def test_a_slip_that_nothing_else_confirms_is_to_be_checked():
    bare, full = "Kết luận 49-KL/TW ngày 10/5/2022", "Kết luận 49-KL/TW ngày 10/5/2022 của Ban Bí thư"
    assert found("authority.misquoted", bare)[0].certainty is Certainty.CHECK
    assert found("authority.misquoted", full)[0].certainty is Certainty.SURE


def test_a_bare_number_means_the_document_that_the_report_cites_in_full():
    own = "Nghị quyết số 29-NQ/ĐU ngày 12/4/2017 của Đảng ủy về khuyến học"
    assert told(own, "Sau khi có Nghị quyết số 29, phong trào chuyển biến rõ.") == {}
    assert told(own, "Thực hiện Nghị quyết 29-NQ/TW.", "Sau khi có Nghị quyết số 29.") == {"nq29": "correct"}


def test_the_date_of_the_programme_is_never_judged():
    for day in ("08/7/2019", "01/01/2019", "30/12/2019"):
        assert told(f"Chương trình hành động số 76-CTr/TU ngày {day} của Thành ủy") == {"ctr76": "correct"}


def test_a_footnote_counts_at_the_paragraph_that_refers_to_it():
    read = manuscript(*TITLE, "I. KẾT QUẢ", "Hội đã triển khai kịp thời.")
    note = Note("footnote", "Kết luận số 49-KL/TW ngày 10/5/2019 của Ban Bí thư.", 3)
    header = Note("header", "Chỉ thị 11-CT/TW")
    read = Manuscript(read.format, read.paragraphs, notes=(note, header))
    outlined = outline(read)
    made = make_case(read, outlined, outlined.pieces[0], rules(), phrasebook(rules()))
    citations, _ = judge_authorities(made, zoned(made, Zone.PAST), cited_places(made))
    assert [(one.id, one.paragraph) for one in citations] == [("kl49", 3)]


def test_a_table_and_a_heading_count():
    made = case(*TITLE, "I. THỰC HIỆN CHỈ THỊ SỐ 11-CT/TW", "Tốt.", [["Văn bản", "Số"], ["Kết luận", "49-KL/TW"]])
    citations, _ = judge_authorities(made, zoned(made, Zone.PAST), cited_places(made))
    assert [one.id for one in citations] == ["kl49", "ct11"]


def test_the_places_of_an_authority_are_told_however_it_is_written():
    made = report("Nghị quyết Trung ương 8 khóa XI", "Không dẫn gì.", "theo NQ 29")
    assert cited_in(cited_places(made), "nq29") == (3, 5)


def test_each_authority_that_is_cited_nowhere_is_a_finding_of_its_own_weight():
    missing = found("authority.missing", "Không dẫn văn bản nào.")
    assert [one.authority for one in missing] == FIVE
    assert missing[0].severity is Severity.ERROR
    assert all(one.severity is not Severity.ERROR for one in missing[1:])
    assert all(one.quote is None and one.paragraph is None for one in missing)
    assert not found("authority.missing", ALL_FIVE)


def test_a_misquoted_authority_is_not_missing_too():
    missing = found(
        "authority.missing", "Nghị quyết số 29-NQ/TW ngày 04/11/2014 về đổi mới căn bản, toàn diện giáo dục"
    )
    assert [one.authority for one in missing] == FIVE[1:]


@pytest.mark.parametrize(
    ("dated", "opening", "asked"),
    [
        (date(2020, 7, 1), "2020-2025", FIVE),
        (date(2019, 8, 1), "2019-2024", ["nq29", "kl49", "ct11", "nq45"]),
        (date(2019, 3, 1), "2019-2024", ["nq29", "ct11", "nq45"]),
        (date(2015, 6, 1), "2015-2020", ["nq29", "ct11"]),
        (None, "2020-2025", FIVE),
        (None, "2015-2020", ["nq29", "ct11"]),
        (None, None, FIVE),
    ],
)
def test_what_was_issued_after_the_report_is_not_asked_of_it(dated, opening, asked):
    missing = found("authority.missing", "Không dẫn gì.", dated=dated, opening=opening)
    assert [one.authority for one in missing] == asked


@pytest.mark.parametrize(
    ("dated", "text", "quotes"),
    [
        (date(2020, 3, 20), "thực hiện Quyết định số 489/QĐ-TTg ngày 08/4/2020 của Thủ tướng Chính phủ",
         ["Quyết định số 489/QĐ-TTg ngày 08/4/2020 của Thủ tướng Chính phủ"]),
        (date(2020, 4, 30), "thực hiện Quyết định số 489/QĐ-TTg ngày 08/4/2020", []),
        (date(2020, 3, 20), "thực hiện Quyết định 489 của Thủ tướng Chính phủ",
         ["Quyết định 489 của Thủ tướng Chính phủ"]),
        (date(2020, 7, 1), "Quyết định số 1373/QĐ-TTg; Quyết định 387/QĐ-TTg ngày 25/3/2022",
         ["Quyết định 387/QĐ-TTg ngày 25/3/2022", "Quyết định số 1373/QĐ-TTg"]),
        (date(2020, 7, 1), "Kết luận số 91-KL/TW ngày 12/8/2024 của Bộ Chính trị",
         ["Kết luận số 91-KL/TW ngày 12/8/2024 của Bộ Chính trị"]),
        (date(2020, 7, 1), "Nghị quyết 29-NQ/TW khóa XIII về công nghiệp hóa, hiện đại hóa đất nước",
         ["Nghị quyết 29-NQ/TW khóa XIII"]),
        (date(2020, 7, 1), "Kế hoạch số 12/KH-HKH ngày 15/8/2020 của Hội Khuyến học quận",
         ["Kế hoạch số 12/KH-HKH ngày 15/8/2020 của Hội Khuyến học"]),
        (date(2020, 7, 1), "Thông tư số 24/2023/TT-BGDĐT", ["Thông tư số 24/2023/TT-BGDĐT"]),
        (date(2020, 7, 1), "Thông tư số 22/2020/TT-BGDĐT", ["Thông tư số 22/2020/TT-BGDĐT"]),
        (date(2020, 7, 1), "Nghị định số 30/2020/NĐ-CP", []),
        (date(2020, 7, 1), "Chỉ thị số 14/CT-TTg", []),
        (date(2020, 7, 1), "Chỉ thị 14/CT-TTg ngày 25/5/2021", ["Chỉ thị 14/CT-TTg ngày 25/5/2021"]),
        (date(2020, 7, 1), "Kết luận số 91-KL/TW", []),
        (date(2020, 7, 1), "Kết luận số 49-KL/TW ngày 10/5/2022 của Ban Bí thư", []),
        (date(2020, 7, 1), "(Kèm theo Báo cáo số 18/BC-HKH ngày 06/7/2020)", []),
        (date(2019, 3, 1), "Kết luận số 49-KL/TW ngày 10/5/2019 của Ban Bí thư",
         ["Kết luận số 49-KL/TW ngày 10/5/2019 của Ban Bí thư"]),
        (date(2020, 7, 1), "Công văn 05/HKH-VP ngày 31/6/2021", ["Công văn 05/HKH-VP ngày 31/6/2021"]),
        (None, "Quyết định số 1373/QĐ-TTg ngày 30/7/2021", []),
        (None, "Quyết định số 677/QĐ-TTg ngày 03/6/2022", ["Quyết định số 677/QĐ-TTg ngày 03/6/2022"]),
    ],
)  # fmt: skip
def test_a_document_younger_than_the_report_is_noticed(dated, text, quotes):
    assert [one.quote for one in found("authority.anachronism", text, dated=dated)] == quotes


def test_a_younger_document_is_told_once_at_its_fullest_citation():
    texts = ("Quyết định 1373/QĐ-TTg", "Quyết định số 1373/QĐ-TTg ngày 30/7/2021", "QĐ 1373/QĐ-TTg")
    assert [one.quote for one in found("authority.anachronism", *texts)] == [texts[1]]


def test_the_words_of_the_findings_are_filled():
    text = "Kết luận 49-KL/TW ngày 10/5/2018; Quyết định 387/QĐ-TTg ngày 25/3/2022"
    _, findings = judged(text)
    assert {one.code for one in findings} == {"authority.misquoted", "authority.missing", "authority.anachronism"}
    for one in findings:
        assert "…”" not in one.message.removesuffix("…”")
        assert all("{" not in words and words for words in (one.message, one.why, one.fix, one.source))
