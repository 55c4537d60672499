"""Indicators are read from sentences and tables in many wordings; what speaks of a part or of others is none."""
# ruff: noqa: E501 - sentences stay whole

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.check.case import Zone
from service.check.indicators import Statement, agree, choose, same
from tests.check.builder import rules
from tests.check.told import about, judged, told

PAST, FUTURE = Zone.PAST, Zone.FUTURE


@pytest.mark.parametrize(
    ("text", "zone", "level", "expected"),
    [
        (
            "Đến nay, Hội Khuyến học huyện có 21 tổ chức cơ sở, 356 chi hội, 128 ban khuyến học dòng họ với tổng số 41.372 hội viên, chiếm 26,4% dân số toàn huyện.",
            PAST,
            "district",
            {"branches.result": 356, "clan_boards.result": 128, "members.result": 41_372, "member_rate.result": 26.4},
        ),
        (
            "Năm 2020 phát triển mới gần 2.000 hội viên, nâng tổng số hội viên toàn quận lên gần 33.000 người, đạt 24,1% so với dân số.",
            PAST,
            "district",
            {"members.result": about(33_000), "member_rate.result": 24.1},
        ),
        (
            "Đầu nhiệm kỳ toàn xã có 1.820 hội viên; đến tháng 5/2020 có 2.464 hội viên, tăng 644 hội viên.",
            PAST,
            "commune",
            {"members.result": 2464},
        ),
        ("Hội viên tăng từ 1.820 người năm 2015 lên 2.464 người năm 2020.", PAST, "commune", {"members.result": 2464}),
        (
            "Tỷ lệ hội viên so với dân số đạt 27,8%, vượt 2,8% so với chỉ tiêu Nghị quyết Đại hội đề ra (25%).",
            PAST,
            "commune",
            {"member_rate.result": 27.8, "member_rate.target": 25},
        ),
        (
            "Nghị quyết Đại hội đề ra phấn đấu 25% dân số là hội viên, kết quả đạt 27,8%.",
            PAST,
            "commune",
            {"member_rate.target": 25, "member_rate.result": 27.8},
        ),
        (
            "Toàn phường có 1.450 hộ được công nhận danh hiệu “Gia đình học tập”, đạt 78,4% số hộ; 5 dòng họ được công nhận “Dòng họ học tập”; 8/8 tổ dân phố đạt “Cộng đồng học tập”; 4/4 đơn vị đạt “Đơn vị học tập”.",
            PAST,
            "commune",
            {
                "learning_families.result": 1450,
                "learning_families_rate.result": 78.4,
                "learning_clans.result": 5,
                "learning_communities.result": 8,
                "learning_units.result": 4,
            },
        ),
        (
            "Năm 2019 có 2.310 hộ đăng ký gia đình học tập, cuối năm bình xét được 2.050 hộ đạt, bằng 88,7% số hộ đăng ký.",
            PAST,
            "commune",
            {"learning_families.result": 2050},
        ),
        (
            "Hội đã công nhận hơn 32.000 hộ gia đình học tập, 44 dòng họ học tập, 53 đơn vị học tập, 54 cộng đồng học tập khu dân cư và 10 cộng đồng học tập cấp xã.",
            PAST,
            "district",
            {
                "learning_families.result": about(32_000),
                "learning_clans.result": 44,
                "learning_units.result": 53,
                "learning_communities.result": 54,
            },
        ),
        (
            "Gia đình học tập đạt 76,1% (NQ 72%), dòng họ học tập đạt 71,0% (NQ 65%), cộng đồng học tập đạt 88,9% (NQ 80%), đơn vị học tập đạt 90% (NQ 85%).",
            PAST,
            "commune",
            {
                "learning_families_rate.result": 76.1,
                "learning_families_rate.target": 72,
                "learning_clans_rate.result": 71,
                "learning_clans_rate.target": 65,
                "learning_communities_rate.result": 88.9,
                "learning_communities_rate.target": 80,
                "learning_units_rate.result": 90,
                "learning_units_rate.target": 85,
            },
        ),
        (
            "Trong 5 năm, các cấp Hội vận động được 222 triệu đồng, đã chi 198 triệu đồng, hiện còn dư 24 triệu đồng.",
            PAST,
            "commune",
            {"fund_raised.result": 222_000_000, "fund_balance.result": 24_000_000},
        ),
        (
            "Tổng thu quỹ khuyến học trong nhiệm kỳ được 3 tỷ 250 triệu đồng; tổng chi 2 tỷ 980 triệu đồng; tồn quỹ 612.500.000đ.",
            PAST,
            "district",
            {"fund_raised.result": 3_250_000_000, "fund_balance.result": 612_500_000},
        ),
        (
            "Hiện tồn quỹ khuyến học ở các cấp Hội hơn 2,5 tỷ đồng, trong đó Hội quận quản lý 930 triệu đồng, các phường 1,1 tỷ đồng.",
            PAST,
            "district",
            {"fund_balance.result": about(2_500_000_000)},
        ),
        (
            "Các cấp Hội đã trao tặng 13.240 suất học bổng với tổng số tiền 8,4 tỷ đồng cho học sinh nghèo.",
            PAST,
            "district",
            {"scholarships.result": 13_240},
        ),
        (
            "Từ nguồn quỹ đã cấp 1.677 xuất học bổng, phần thưởng trị giá 667 triệu đồng, mỗi suất từ 300.000 đồng đến 1 triệu đồng.",
            PAST,
            "commune",
            {"scholarships.result": 1677},
        ),
        ("Năm học 2018 - 2019 trao 420 suất học bổng; riêng dịp khai giảng trao 95 suất.", PAST, "commune", {}),
        (
            "Huyện có 21/21 xã, thị trấn thành lập trung tâm học tập cộng đồng; 5 năm mở 2.140 lớp với 198.600 lượt người tham gia học tập.",
            PAST,
            "district",
            {"learning_centres.result": 21, "learner_visits.result": 198_600},
        ),
        (
            "Toàn quận có 15 trung tâm học tập cộng đồng, năm 2019 có 12 trung tâm xếp loại tốt, 3 trung tâm xếp loại khá.",
            PAST,
            "district",
            {"learning_centres.result": 15},
        ),
        (
            "Trung tâm học tập cộng đồng xã mở 96 lớp thu hút trên 5.300 lượt người; riêng năm 2019 có 1.240 lượt người.",
            PAST,
            "commune",
            {"learner_visits.result": about(5300)},
        ),
        (
            "Đến năm 2025: 31% dân số là hội viên; 80% hộ đạt gia đình học tập; 6/6 thôn đạt cộng đồng học tập; vận động quỹ 620 triệu đồng trở lên.",
            FUTURE,
            "commune",
            {
                "member_rate.goal": 31,
                "learning_families_rate.goal": 80,
                "learning_communities.goal": 6,
                "fund_raised.goal": about(620_000_000),
            },
        ),
        (
            "Phấn đấu đến cuối nhiệm kỳ có từ 30% dân số trở lên tham gia Hội; 85% gia đình, 75% dòng họ, 95% cộng đồng và 90% đơn vị được công nhận danh hiệu học tập.",
            FUTURE,
            "commune",
            {
                "member_rate.goal": about(30),
                "learning_families_rate.goal": 85,
                "learning_clans_rate.goal": 75,
                "learning_communities_rate.goal": 95,
                "learning_units_rate.goal": 90,
            },
        ),
        (
            "Tỷ lệ hội viên tăng từ 28,0% lên 32% dân số; quỹ tăng 15 - 20% mỗi năm; mỗi năm vận động 200 triệu đồng.",
            FUTURE,
            "commune",
            {"member_rate.goal": 32},
        ),
        (
            "Phát triển hội viên đạt 33% dân số vào năm 2025 (năm 2020 là 28,4%).",
            FUTURE,
            "commune",
            {"member_rate.goal": 33},
        ),
        (
            "Duy trì 18 trung tâm học tập cộng đồng; vận động quỹ khuyến học toàn huyện đạt ít nhất 12 tỷ đồng; trao 40.000 suất học bổng, phần thưởng.",
            FUTURE,
            "district",
            {"learning_centres.goal": 18, "fund_raised.goal": about(12_000_000_000), "scholarships.goal": 40_000},
        ),
        (
            "Chi bộ có 46 đảng viên; Hội Cựu giáo chức cử 64 hội viên dạy kèm; câu lạc bộ thơ có 35 hội viên.",
            PAST,
            "commune",
            {},
        ),
        (
            "Hội Khuyến học phường Đằng Giang có 5.120 hội viên, 19 chi hội, là đơn vị dẫn đầu quận.",
            PAST,
            "district",
            {},
        ),
        ("Dòng họ Nguyễn Khắc vận động được 85 triệu đồng, trao 240 suất học bổng cho con cháu.", PAST, "commune", {}),
        ("Gia đình hiếu học có 1.250 hộ, bằng 61,2%; dòng họ hiếu học 14 dòng họ.", PAST, "commune", {}),
        (
            "Số dư quỹ đầu nhiệm kỳ là 1,2 tỷ đồng; số dư cuối nhiệm kỳ là 1,85 tỷ đồng.",
            PAST,
            "district",
            {"fund_balance.result": 1_850_000_000},
        ),
        (
            "Toàn huyện hiện có 2492 hội viên sinh hoạt ở 46 chi hội.",
            PAST,
            "district",
            {"members.result": 2492, "branches.result": 46},
        ),
        (
            "Tổng số hội viên: 46,250 người; tổng số chi hội: 231.",
            PAST,
            "district",
            {"members.result": 46_250, "branches.result": 231},
        ),
        (
            "Theo Nghị quyết Đại hội, quỹ vận động phải đạt 4 tỷ đồng; kết quả 5 năm vận động được 4,28 tỷ đồng, bằng 107% kế hoạch.",
            PAST,
            "district",
            {"fund_raised.target": 4_000_000_000, "fund_raised.result": 4_280_000_000},
        ),
        (
            "So với mục tiêu Quyết định 281/QĐ-TTg đề ra (70% gia đình, 50% dòng họ), huyện đạt 74,2% gia đình học tập.",
            PAST,
            "district",
            {"learning_families_rate.result": 74.2},
        ),
        ("Cả chín thôn đều đạt danh hiệu cộng đồng học tập.", PAST, "commune", {"learning_communities.result": 9}),
        (
            "Số ban khuyến học dòng họ tăng thêm 12 ban, đến nay là 58 ban.",
            PAST,
            "district",
            {"clan_boards.result": 58},
        ),
        (
            "Đến hết năm 2019, toàn huyện có 29.836 hộ trên tổng số 41.210 hộ đạt danh hiệu gia đình học tập, chiếm tỷ lệ 72,4%.",
            PAST,
            "district",
            {"learning_families.result": 29_836, "learning_families_rate.result": 72.4},
        ),
        (
            "Tỷ lệ gia đình học tập năm 2016 là 61,2%, năm 2017 là 65,0%, năm 2018 là 68,9%, năm 2019 là 72,4%.",
            PAST,
            "district",
            {"learning_families_rate.result": 72.4},
        ),
        (
            "Năm 2016 vận động được 120 triệu đồng, năm 2017 được 131 triệu đồng, năm 2018 được 140 triệu đồng, năm 2019 được 155 triệu đồng, năm 2020 được 70 triệu đồng. Tổng cộng 5 năm được 616 triệu đồng.",
            PAST,
            "commune",
            {"fund_raised.result": 616_000_000},
        ),
        (
            "Vận động quỹ được 1,2 tỷ đồng, đạt 120% chỉ tiêu Nghị quyết (1 tỷ đồng).",
            PAST,
            "commune",
            {"fund_raised.result": 1_200_000_000, "fund_raised.target": 1_000_000_000},
        ),
        (
            "Toàn huyện có 39.480 hội viên, chiếm 31,8% dân số (khoảng 142.000 người).",
            PAST,
            "district",
            {"members.result": 39_480, "member_rate.result": 31.8},
        ),
        (
            "Có 412 chi hội, trong đó có 142 chi hội thôn, 121 chi hội trường học.",
            PAST,
            "district",
            {"branches.result": 412},
        ),
        (
            "Mở 186 lớp (trồng trọt 62, chăn nuôi 41, pháp luật 37,…) cho 12.480 lượt người học.",
            PAST,
            "commune",
            {"learner_visits.result": 12_480},
        ),
        (
            "Có 9/13 tổ dân phố được công nhận cộng đồng học tập, bằng 69,2%.",
            PAST,
            "commune",
            {"learning_communities.result": 9, "learning_communities_rate.result": 69.2},
        ),
        (
            "Gia đình học tập đạt 75,0% (31.460/41.950 hộ).",
            PAST,
            "district",
            {"learning_families.result": 31_460, "learning_families_rate.result": 75},
        ),
        (
            "Hội có 24 chi hội (trong đó 9 chi hội thôn, 3 chi hội trường học, 12 chi hội dòng họ) với 1.985 hội viên, tỷ lệ 26,1% dân số.",
            PAST,
            "commune",
            {"branches.result": 24, "members.result": 1985, "member_rate.result": 26.1},
        ),
        (
            "Số chi hội: 24; số hội viên: 1.985; số ban khuyến học dòng họ: 12.",
            PAST,
            "commune",
            {"branches.result": 24, "members.result": 1985, "clan_boards.result": 12},
        ),
        (
            "Công tác phát triển hội viên được coi trọng, từ 1.540 hội viên (năm 2015) đến nay đã có 1.985 hội viên, đạt 104,5% chỉ tiêu Nghị quyết (1.900 hội viên).",
            PAST,
            "commune",
            {"members.result": 1985, "members.target": 1900},
        ),
        (
            "Toàn huyện có 412 chi hội, 39.480 hội viên. Xã Đoàn Xá có 24 chi hội, 2.150 hội viên; xã Tú Sơn có 26 chi hội với 2.480 hội viên.",
            PAST,
            "district",
            {"branches.result": 412, "members.result": 39_480},
        ),
        (
            "Tiêu biểu như xã Du Lễ có 92% gia đình đạt gia đình học tập; dòng họ Ngô vận động quỹ được 120 triệu đồng.",
            PAST,
            "district",
            {},
        ),
        ("Quỹ khuyến học của phường hiện có 145.600.000 đồng.", PAST, "commune", {"fund_balance.result": 145_600_000}),
        (
            "Bình quân mỗi năm vận động được 95 triệu đồng, cả nhiệm kỳ được 476 triệu đồng.",
            PAST,
            "commune",
            {"fund_raised.result": 476_000_000},
        ),
        ("Năm 2019 vận động được 112 triệu đồng, cao nhất trong nhiệm kỳ.", PAST, "commune", {}),
        (
            "Cá nhân ông Nguyễn Văn Tư ủng hộ quỹ 50 triệu đồng; Công ty Sao Biển tài trợ 200 suất học bổng trị giá 100 triệu đồng.",
            PAST,
            "commune",
            {},
        ),
        (
            "Hội đã phối hợp với nhà trường trao 86 suất quà trị giá 25,8 triệu đồng dịp Tết Canh Tý 2020.",
            PAST,
            "commune",
            {"scholarships.result": 86},
        ),
        (
            "Toàn nhiệm kỳ đã khen thưởng cho 4.820 lượt học sinh, 560 lượt giáo viên; trao 1.240 suất học bổng.",
            PAST,
            "commune",
            {"scholarships.result": 1240},
        ),
        (
            "Tổng số suất học bổng, phần thưởng đã trao là 6.412 suất với tổng giá trị 2,1 tỷ đồng.",
            PAST,
            "district",
            {"scholarships.result": 6412},
        ),
        (
            "Trung tâm đã mở 62 lớp học nghề, 118 chuyên đề với tổng số 9.460 lượt học viên.",
            PAST,
            "commune",
            {"learner_visits.result": 9460},
        ),
        ("Câu lạc bộ đọc sách thu hút 3.200 lượt người; thư viện phục vụ 12.500 lượt bạn đọc.", PAST, "commune", {}),
        (
            "Các trung tâm học tập cộng đồng đã thu hút 45.120 lượt người đến học; tuyên truyền cho trên 52 nghìn lượt người nghe.",
            PAST,
            "district",
            {"learner_visits.result": 45_120},
        ),
        (
            "Cả 12/12 trung tâm học tập cộng đồng được xếp loại khá, tốt.",
            PAST,
            "district",
            {"learning_centres.result": 12},
        ),
        (
            "100% xã, thị trấn (18/18) có trung tâm học tập cộng đồng.",
            PAST,
            "district",
            {"learning_centres.result": 18},
        ),
        ("Mỗi xã có một trung tâm học tập cộng đồng, hoạt động theo quy chế.", PAST, "district", {}),
        (
            "Kết quả: 95,2% hộ gia đình đăng ký phấn đấu, 78,3% hộ được công nhận gia đình học tập.",
            PAST,
            "commune",
            {"learning_families_rate.result": 78.3},
        ),
        (
            "Trong số 1.954 gia đình học tập có 1.212 gia đình giữ vững danh hiệu ba năm liền, chiếm 62,0%.",
            PAST,
            "commune",
            {"learning_families.result": 1954},
        ),
        (
            "Danh hiệu Gia đình học tập: 1.954 hộ, đạt 74,0%; Dòng họ học tập: 18 dòng họ, đạt 75,0%; Cộng đồng học tập: 8 thôn, đạt 88,9%; Đơn vị học tập: 6 đơn vị, đạt 100%.",
            PAST,
            "commune",
            {
                "learning_families.result": 1954,
                "learning_families_rate.result": 74,
                "learning_clans.result": 18,
                "learning_clans_rate.result": 75,
                "learning_communities.result": 8,
                "learning_communities_rate.result": 88.9,
                "learning_units.result": 6,
                "learning_units_rate.result": 100,
            },
        ),
        (
            "Xã được công nhận cộng đồng học tập cấp xã loại tốt với 92 điểm; có 7/9 thôn đạt danh hiệu “Cộng đồng học tập”.",
            PAST,
            "commune",
            {"learning_communities.result": 7},
        ),
        (
            "Có 131 trong tổng số 150 cơ quan, trường học được công nhận đơn vị học tập, bằng 87,3%.",
            PAST,
            "district",
            {"learning_units.result": 131, "learning_units_rate.result": 87.3},
        ),
        (
            "Tỷ lệ GĐHT đạt 76%, DHHT đạt 71%, CĐHT đạt 90%, ĐVHT đạt 88%.",
            PAST,
            "commune",
            {
                "learning_families_rate.result": 76,
                "learning_clans_rate.result": 71,
                "learning_communities_rate.result": 90,
                "learning_units_rate.result": 88,
            },
        ),
        (
            "Hội viên toàn xã 1.985 người, bằng 26,1% dân số; nữ chiếm 54%; hội viên dưới 40 tuổi chiếm gần 15%.",
            PAST,
            "commune",
            {"members.result": 1985, "member_rate.result": 26.1},
        ),
        ("Hội viên là cán bộ, giáo viên có 312 người, hội viên là đảng viên có 420 người.", PAST, "commune", {}),
        (
            "Toàn phường có 2.610 hội viên, trong đó 1.420 hội viên là nữ, 860 hội viên là hưu trí, 330 hội viên là giáo viên.",
            PAST,
            "commune",
            {"members.result": 2610},
        ),
        (
            "Vận động quỹ đạt 486 triệu đồng/450 triệu đồng, bằng 108% chỉ tiêu Nghị quyết.",
            PAST,
            "commune",
            {"fund_raised.result": 486_000_000},
        ),
        (
            "Phấn đấu mỗi năm phát triển thêm 100 hội viên, đến năm 2025 có 2.900 hội viên, đạt 30% dân số.",
            FUTURE,
            "commune",
            {"members.goal": 2900, "member_rate.goal": 30},
        ),
        (
            "Chỉ tiêu: hội viên 30%; gia đình học tập 80%; dòng họ học tập 75%; quỹ khuyến học vận động 500 triệu đồng; 100% chi hội hoạt động tốt.",
            FUTURE,
            "commune",
            {
                "member_rate.goal": 30,
                "learning_families_rate.goal": 80,
                "learning_clans_rate.goal": 75,
                "fund_raised.goal": 500_000_000,
            },
        ),
        (
            "Nâng tỷ lệ gia đình học tập từ 74% năm 2020 lên 82% năm 2025; dòng họ học tập từ 75% lên 85%.",
            FUTURE,
            "commune",
            {"learning_families_rate.goal": 82, "learning_clans_rate.goal": 85},
        ),
        (
            "Phấn đấu 100% thôn có chi hội; 90% trở lên số thôn đạt cộng đồng học tập; 80-85% gia đình đạt gia đình học tập.",
            FUTURE,
            "commune",
            {"learning_communities_rate.goal": about(90)},
        ),
        (
            "Thành lập mới 5 chi hội trong doanh nghiệp; xây dựng quỹ khuyến học đạt trên 1 tỷ đồng vào cuối nhiệm kỳ.",
            FUTURE,
            "district",
            {"fund_raised.goal": about(1_000_000_000)},
        ),
        (
            "Số dư quỹ đến 31/5/2020: 236.450.000 đồng (của phường 52 triệu đồng, các chi hội 184,45 triệu đồng).",
            PAST,
            "commune",
            {"fund_balance.result": 236_450_000},
        ),
        (
            "Dân số toàn xã 8.870 người, 2.640 hộ. Hội có 2.480 hội viên, chiếm 28,0% dân số.",
            PAST,
            "commune",
            {"members.result": 2480, "member_rate.result": 28},
        ),
        (
            "Hội có 2.480 hội viên, chiếm 23,0% dân số.",
            PAST,
            "commune",
            {"members.result": 2480, "member_rate.result": 23},
        ),
        (
            "Có 245 em đỗ đại học, chiếm 61,5% số học sinh dự thi; 18/24 dòng họ có quỹ khuyến học, đạt 75%.",
            PAST,
            "commune",
            {},
        ),
        ("Vượt 7% so với kế hoạch; hoàn thành 108% chỉ tiêu; tăng 12% so với nhiệm kỳ trước.", PAST, "district", {}),
        (
            "Có 9.640 hội viên là cán bộ, công chức, chiếm 24,4% tổng số 39.480 hội viên.",
            PAST,
            "district",
            {"members.result": 39_480},
        ),
        (
            "Nghị quyết Đại hội đề ra các chỉ tiêu: hội viên đạt 25% dân số; 70% gia đình đạt gia đình học tập; vận động quỹ 1 tỷ đồng.",
            PAST,
            "district",
            {"member_rate.target": 25, "learning_families_rate.target": 70, "fund_raised.target": 1_000_000_000},
        ),
        (
            "Quỹ vận động được 21.356 triệu đồng, vượt chỉ tiêu Nghị quyết (18 tỷ đồng).",
            PAST,
            "district",
            {"fund_raised.result": 21_356_000_000, "fund_raised.target": 18_000_000_000},
        ),
        (
            "Huyện đầu tư 85 tỷ đồng xây dựng trường chuẩn quốc gia; Hội vận động được 912 triệu đồng cho quỹ.",
            PAST,
            "district",
            {"fund_raised.result": 912_000_000},
        ),
        (
            "Toàn quận có gần 14.000 hội viên. Tổng số hội viên cuối nhiệm kỳ là 13.860 người.",
            PAST,
            "district",
            {"members.result": 13_860},
        ),
        (
            "Các cấp Hội vận động được 4,28 tỷ đồng. Tổng số tiền vận động trong nhiệm kỳ là 4.284 triệu đồng.",
            PAST,
            "district",
            {"fund_raised.result": 4_284_000_000},
        ),
        (
            "Hội viên: 2.480/8.870 nhân khẩu = 27,96%.",
            PAST,
            "commune",
            {"members.result": 2480, "member_rate.result": 27.96},
        ),
        (
            "GĐHT: 1.954/2.640 hộ = 74,0%; DHHT: 18/24 = 75%; CĐHT: 8/9 thôn = 88,9%; ĐVHT: 6/6 = 100%.",
            PAST,
            "commune",
            {
                "learning_families.result": 1954,
                "learning_families_rate.result": 74,
                "learning_clans.result": 18,
                "learning_clans_rate.result": 75,
                "learning_communities.result": 8,
                "learning_communities_rate.result": 88.9,
                "learning_units.result": 6,
                "learning_units_rate.result": 100,
            },
        ),
        (
            "Có 1.954 hộ/2.640 hộ đạt gia đình học tập (đạt 74,0%), vượt 4% so với NQ.",
            PAST,
            "commune",
            {"learning_families.result": 1954, "learning_families_rate.result": 74},
        ),
        (
            "Quỹ khuyến học: Tổng thu 486.200.000đ; tổng chi: 431.000.000đ; tồn quỹ: 92.700.000đ (trong đó dư kỳ trước 37.500.000đ).",
            PAST,
            "commune",
            {"fund_raised.result": 486_200_000, "fund_balance.result": 92_700_000},
        ),
        (
            "Số tiền huy động được trong cả nhiệm kỳ ước đạt 1,25 tỷ đồng, bằng 125% kế hoạch.",
            PAST,
            "commune",
            {"fund_raised.result": about(1_250_000_000)},
        ),
        (
            "Nguồn quỹ huy động hằng năm đều tăng: năm 2016: 210 triệu đồng; năm 2017: 235 triệu đồng; năm 2018: 251 triệu đồng; năm 2019: 264 triệu đồng; 6 tháng đầu năm 2020: 120 triệu đồng; tổng cộng: 1.080 triệu đồng.",
            PAST,
            "commune",
            {"fund_raised.result": 1_080_000_000},
        ),
        ("- Số hội viên đạt 32% dân số trở lên.", FUTURE, "commune", {"member_rate.goal": about(32)}),
        (
            "- Có trên 82% số hộ đạt danh hiệu Gia đình học tập.",
            FUTURE,
            "commune",
            {"learning_families_rate.goal": about(82)},
        ),
        (
            "- Quỹ khuyến học: phấn đấu vận động 900 triệu đồng (bình quân 180 triệu đồng/năm).",
            FUTURE,
            "commune",
            {"fund_raised.goal": 900_000_000},
        ),
        (
            "- 100% trung tâm học tập cộng đồng xếp loại khá trở lên; 100% chi hội hoạt động tốt; kết nạp 300 hội viên mới.",
            FUTURE,
            "commune",
            {},
        ),
        ("- Mỗi năm có từ 82 - 85% gia đình đạt danh hiệu gia đình học tập.", FUTURE, "commune", {}),
        (
            "Trong nhiệm kỳ, Hội kết nạp được 652 hội viên mới, đưa tổng số hội viên lên 2.480 đồng chí.",
            PAST,
            "commune",
            {"members.result": 2480},
        ),
        (
            "Hội Khuyến học thị trấn có 12 chi hội, với 1.180 hội viên (chiếm 28% dân số), 9 ban khuyến học dòng họ, dòng tộc.",
            PAST,
            "commune",
            {"branches.result": 12, "members.result": 1180, "member_rate.result": 28, "clan_boards.result": 9},
        ),
        (
            "Nếu như đầu nhiệm kỳ mới có 186 chi hội với 30.200 hội viên thì đến cuối nhiệm kỳ đã có 231 chi hội với 46.250 hội viên.",
            PAST,
            "district",
            {"branches.result": 231, "members.result": 46_250},
        ),
        ("Số hội viên tăng 652 người so với năm 2015, nay là 2.480 người.", PAST, "commune", {"members.result": 2480}),
        (
            "Cán bộ, hội viên đóng góp 120 triệu đồng; doanh nghiệp ủng hộ 250 triệu đồng; tổng cộng vận động được 370 triệu đồng.",
            PAST,
            "commune",
            {"fund_raised.result": 370_000_000},
        ),
        ("Đã có 8/8 trường học, 5/6 cơ quan đạt đơn vị học tập.", PAST, "commune", {}),
        (
            "Tổ chức 118 lớp, chuyên đề cho 6.240 lượt người; riêng lớp tin học có 312 lượt người.",
            PAST,
            "commune",
            {"learner_visits.result": 6240},
        ),
        ("Bình quân mỗi năm có 12.000 lượt người học tập tại trung tâm.", PAST, "commune", {}),
        (
            "Nghị quyết Đại hội lần thứ III đề ra: Hội viên đạt 25% dân số trở lên, gia đình học tập đạt 70%, quỹ đạt 500 triệu đồng. Kết quả: hội viên đạt 27,3%; gia đình học tập đạt 73,2%.",
            PAST,
            "commune",
            {
                "member_rate.target": about(25),
                "learning_families_rate.target": 70,
                "member_rate.result": 27.3,
                "learning_families_rate.result": 73.2,
            },
        ),
        (
            "Thực hiện chỉ tiêu Nghị quyết về phát triển hội viên (chỉ tiêu 25%, thực hiện 27,3%), xây dựng gia đình học tập (chỉ tiêu 70%, thực hiện 73,2%).",
            PAST,
            "commune",
            {
                "member_rate.target": 25,
                "member_rate.result": 27.3,
                "learning_families_rate.target": 70,
                "learning_families_rate.result": 73.2,
            },
        ),
        (
            "Hội viên đạt 27,3%/25% chỉ tiêu; gia đình học tập 73,2%/70%.",
            PAST,
            "commune",
            {"member_rate.result": 27.3, "learning_families_rate.result": 73.2},
        ),
        (
            "Trao 2.316 suất quà, học bổng, trị giá 463 triệu đồng; tặng 120 xe đạp, 45 máy tính.",
            PAST,
            "commune",
            {"scholarships.result": 2316},
        ),
        ("Cấp học bổng cho 352 lượt học sinh nghèo, mỗi suất 1 triệu đồng.", PAST, "commune", {}),
        ("Toàn quận có 12/12 phường thành lập Hội Khuyến học, 100% tổ dân phố có chi hội.", PAST, "district", {}),
        ("Hội có 98% chi hội hoạt động tốt, 2% chi hội trung bình.", PAST, "district", {}),
        (
            "Có 3 khu dân cư, 3/3 khu dân cư đạt cộng đồng học tập; 7/8 cơ quan, đơn vị đạt đơn vị học tập, bằng 87,5%.",
            PAST,
            "district",
            {"learning_communities.result": 3, "learning_units.result": 7, "learning_units_rate.result": 87.5},
        ),
        ("Chi 14,9 tỷ đồng cho học bổng 9,2 tỷ đồng, khen thưởng 5,7 tỷ đồng.", PAST, "district", {}),
        (
            "Năm 2015 toàn huyện có 186 ban khuyến học dòng họ, năm 2020 có 212 ban.",
            PAST,
            "district",
            {"clan_boards.result": 212},
        ),
        (
            "Đến tháng 6/2020, tổng số hội viên toàn quận đạt 46.250 người (tăng 10.770 người so với năm 2015), chiếm 28% dân số.",
            PAST,
            "district",
            {"members.result": 46_250, "member_rate.result": 28},
        ),
        ("Quỹ Hội cấp quận 2,8 tỷ đồng, quỹ Hội cấp phường 7,2 tỷ đồng.", PAST, "district", {}),
        (
            "Dư đầu kỳ 42 triệu đồng, thu trong nhiệm kỳ 596 triệu đồng, chi 541 triệu đồng, dư cuối kỳ 97 triệu đồng.",
            PAST,
            "commune",
            {"fund_raised.result": 596_000_000, "fund_balance.result": 97_000_000},
        ),
        (
            "Tính đến 30/6/2020 số dư quỹ là 3,85 tỷ đồng, tăng 1,48 tỷ đồng so với đầu nhiệm kỳ.",
            PAST,
            "district",
            {"fund_balance.result": 3_850_000_000},
        ),
        ("Một số phường có số dư quỹ lớn: Đằng Giang 420 triệu đồng, Đông Khê 385 triệu đồng.", PAST, "district", {}),
        (
            "Hội Khuyến học huyện quản lý 18 Hội cơ sở, 412 chi hội và 39.480 hội viên. Riêng khối trường học có 54 chi hội với 3.120 hội viên.",
            PAST,
            "district",
            {"branches.result": 412, "members.result": 39_480},
        ),
        (
            "Phát triển hội viên: chỉ tiêu Nghị quyết 25% dân số, kết quả 27,3%.",
            PAST,
            "commune",
            {"member_rate.target": 25, "member_rate.result": 27.3},
        ),
        (
            "Hằng năm tổ chức bình xét, năm 2019 có 1.742/2.380 hộ (73,2%) đạt gia đình học tập; 9/11 (81,8%) tổ dân phố đạt cộng đồng học tập.",
            PAST,
            "commune",
            {
                "learning_families.result": 1742,
                "learning_families_rate.result": 73.2,
                "learning_communities.result": 9,
                "learning_communities_rate.result": 81.8,
            },
        ),
        (
            "Trong 1.742 hộ được công nhận gia đình học tập có 1.102 hộ đạt loại tốt, chiếm 63,3%.",
            PAST,
            "commune",
            {"learning_families.result": 1742},
        ),
        ("Hội vận động xây dựng quỹ khuyến học được trên một tỷ đồng.", PAST, "commune", {}),
        ("Quỹ vận động 1tỷ2, chi 1tỷ1.", PAST, "commune", {"fund_raised.result": 1_200_000_000}),
        (
            "Vận động ủng hộ được 2.150 bộ sách, 340 triệu đồng tiền mặt và hiện vật trị giá 120 triệu đồng.",
            PAST,
            "commune",
            {},
        ),
        (
            "Tổng giá trị vận động được 460 triệu đồng (tiền mặt 340 triệu đồng, hiện vật quy tiền 120 triệu đồng).",
            PAST,
            "commune",
            {"fund_raised.result": 460_000_000},
        ),
        (
            "Có 28,4% dân số tham gia Hội, 76% số hộ đạt gia đình học tập, cao hơn bình quân chung của huyện (26% và 72%).",
            PAST,
            "commune",
            {"member_rate.result": 28.4, "learning_families_rate.result": 76},
        ),
        ("Chỉ tiêu thành phố giao là 26% dân số, quận đạt 28,0%.", PAST, "district", {}),
        (
            "Trung tâm học tập cộng đồng các phường (12 trung tâm) mở 1.042 lớp với 105.200 lượt người.",
            PAST,
            "district",
            {"learning_centres.result": 12, "learner_visits.result": 105_200},
        ),
        ("Đến năm 2025: 100% trường học, 90% cơ quan và 60% doanh nghiệp đạt đơn vị học tập.", FUTURE, "district", {}),
        (
            "Phấn đấu vận động quỹ đạt 5,5 tỷ đồng, tăng 28,5% so với nhiệm kỳ 2015 - 2020 (4,28 tỷ đồng).",
            FUTURE,
            "district",
            {"fund_raised.goal": 5_500_000_000},
        ),
        (
            "Mục tiêu đến năm 2022 đạt 29%, đến năm 2025 đạt 32% dân số là hội viên.",
            FUTURE,
            "district",
            {"member_rate.goal": 32},
        ),
        (
            "Đến cuối năm 2019 phường có 18 tổ dân phố, 4.860 hộ với 17.940 nhân khẩu. Hội có 20 chi hội với 5.024 hội viên, bằng 28,0% dân số.",
            PAST,
            "commune",
            {"branches.result": 20, "members.result": 5024, "member_rate.result": 28},
        ),
        (
            "Phường có 4.860 hộ với 17.940 người. Hội có 5.024 hội viên, bằng 30,2% số người từ 18 tuổi trở lên.",
            PAST,
            "commune",
            {"members.result": 5024},
        ),
        (
            "Các phường tổ chức 184 buổi nói chuyện với trên 15 nghìn lượt người dự. 6/6 phường có trung tâm học tập cộng đồng, thu hút gần 38 nghìn lượt người học.",
            PAST,
            "district",
            {"learning_centres.result": 6, "learner_visits.result": about(38_000)},
        ),
        (
            "Tuyên truyền tới 39.000 hội viên; tập huấn cho 412 chi hội; biểu dương 120 hội viên.",
            PAST,
            "district",
            {"branches.result": 412},
        ),
        ("Tỷ lệ hội viên đóng hội phí đạt 95%; tỷ lệ hội viên dự sinh hoạt đạt 85%.", PAST, "district", {}),
        ("Hội viên đóng hội phí đạt 95%, hội viên tham gia sinh hoạt đạt trên 85%.", PAST, "district", {}),
        (
            "Tỷ lệ hội viên so với dân số tăng từ 22,4% (năm 2015) lên 28,3% (năm 2020).",
            PAST,
            "district",
            {"member_rate.result": 28.3},
        ),
        (
            "Thư viện các phường phục vụ 12.600 lượt người; trung tâm học tập cộng đồng đón 8.450 lượt người.",
            PAST,
            "district",
            {"learner_visits.result": 8450},
        ),
        (
            "Phong trào nuôi lợn đất thu được 1,2 tỷ đồng. Toàn quận vận động được 16,4 tỷ đồng cho quỹ khuyến học.",
            PAST,
            "district",
            {"fund_raised.result": 16_400_000_000},
        ),
        (
            "Qua 5 năm, tổng nguồn quỹ khuyến học vận động được đạt 5.240 triệu đồng, so với chỉ tiêu Nghị quyết là 5.000 triệu đồng vượt 4,8%.",
            PAST,
            "district",
            {"fund_raised.result": 5_240_000_000, "fund_raised.target": 5_000_000_000},
        ),
        (
            "Vận động quỹ được 5.240 triệu đồng, vượt 4,8% chỉ tiêu Nghị quyết (5.000 triệu đồng).",
            PAST,
            "district",
            {"fund_raised.result": 5_240_000_000, "fund_raised.target": 5_000_000_000},
        ),
        (
            "Gia đình học tập đạt 75,0%, vượt 5% so với chỉ tiêu Nghị quyết (70%).",
            PAST,
            "district",
            {"learning_families_rate.result": 75, "learning_families_rate.target": 70},
        ),
        (
            "Số chi hội tăng từ 198 (năm 2015) lên 231 (năm 2020), số hội viên tăng từ 35.480 lên 46.250 người.",
            PAST,
            "district",
            {"branches.result": 231, "members.result": 46_250},
        ),
        (
            "Toàn huyện có 338 chi hội, trong đó 162 chi hội thôn, 96 chi hội cơ quan, trường học và 80 chi hội dòng họ; 112 ban khuyến học dòng họ; 52.300 hội viên.",
            PAST,
            "district",
            {"branches.result": 338, "clan_boards.result": 112, "members.result": 52_300},
        ),
        (
            "Quỹ khuyến học của Hội đến nay có số dư 1.245.600.000 đồng, gửi tiết kiệm 1 tỷ đồng.",
            PAST,
            "district",
            {"fund_balance.result": 1_245_600_000},
        ),
        (
            "Kinh phí hỗ trợ của Ủy ban nhân dân quận mỗi năm 30 triệu đồng; hội phí thu được 126 triệu đồng.",
            PAST,
            "district",
            {},
        ),
        ("Các nhà hảo tâm ủng hộ quỹ 420 triệu đồng; Hội trích quỹ 95 triệu đồng mua sách.", PAST, "commune", {}),
        (
            "Từ năm 2016 đến năm 2020, các cấp Hội vận động được 3,2 tỷ đồng, trao 8.460 suất học bổng.",
            PAST,
            "district",
            {"fund_raised.result": 3_200_000_000, "scholarships.result": 8460},
        ),
        (
            "Từ đầu nhiệm kỳ đến nay, Hội đã trao 1.385 suất học bổng và phần thưởng.",
            PAST,
            "commune",
            {"scholarships.result": 1385},
        ),
        ("Trong nhiệm kỳ có 1.385 lượt học sinh được nhận học bổng, 2.140 em được khen thưởng.", PAST, "commune", {}),
        ("Đến nay có 18/18 xã, thị trấn có Hội Khuyến học; 142/142 thôn có chi hội khuyến học.", PAST, "district", {}),
        ("Dòng họ có 86 ban khuyến học, tăng 12 ban.", PAST, "district", {}),
        (
            "Hiện có 86 ban khuyến học dòng họ, 12 ban khuyến học cơ quan, 24 ban khuyến học trường học.",
            PAST,
            "district",
            {"clan_boards.result": 86},
        ),
        (
            "Phấn đấu có 90 ban khuyến học dòng họ, 250 chi hội và 48.000 hội viên vào năm 2025.",
            FUTURE,
            "district",
            {"clan_boards.goal": 90, "branches.goal": 250, "members.goal": 48_000},
        ),
        (
            "Vận động quỹ trong 5 năm đạt 26 tỷ đồng, bình quân mỗi năm trên 5 tỷ đồng; trao 50.000 suất học bổng, phần thưởng.",
            FUTURE,
            "district",
            {"fund_raised.goal": 26_000_000_000, "scholarships.goal": 50_000},
        ),
        (
            "Phấn đấu 32% dân số là hội viên (năm 2020: 28,0%); 80% gia đình đạt gia đình học tập (năm 2020: 75,0%).",
            FUTURE,
            "district",
            {"member_rate.goal": 32, "learning_families_rate.goal": 80},
        ),
        (
            "Đến năm 2025, 100% tổ dân phố đạt cộng đồng học tập, hiện nay là 88,1%.",
            FUTURE,
            "district",
            {"learning_communities_rate.goal": 100},
        ),
        (
            "Trung tâm học tập cộng đồng: phấn đấu 12/12 trung tâm xếp loại tốt; thu hút 120.000 lượt người học trong nhiệm kỳ.",
            FUTURE,
            "district",
            {"learner_visits.goal": 120_000, "learning_centres.goal": 12},
        ),
        (
            "Hội đã vận động 3.120 hội viên tham gia hiến đất, 25.000 ngày công.",
            PAST,
            "district",
            {"members.result": 3120},
        ),
        (
            "Quỹ được sử dụng đúng mục đích: cấp học bổng 120 triệu đồng, khen thưởng 210 triệu đồng, hỗ trợ trung tâm 45 triệu đồng, cộng 375 triệu đồng.",
            PAST,
            "commune",
            {},
        ),
        (
            "Vận động được 693 triệu đồng; chi 612 triệu đồng; cộng số dư kỳ trước 64 triệu đồng, hiện còn 145 triệu đồng.",
            PAST,
            "commune",
            {"fund_raised.result": 693_000_000, "fund_balance.result": 145_000_000},
        ),
        (
            "Bằng khen của Trung ương Hội cho 5 tập thể, 12 cá nhân; Giấy khen của quận cho 26 tập thể, 61 cá nhân; tổng cộng 31 tập thể, 73 cá nhân.",
            PAST,
            "district",
            {},
        ),
        (
            "Có 148 trong số 168 tổ dân phố (88,1%) đạt danh hiệu cộng đồng học tập; còn 20 tổ chưa đạt.",
            PAST,
            "district",
            {"learning_communities.result": 148, "learning_communities_rate.result": 88.1},
        ),
        (
            "Tỷ lệ gia đình học tập: 75,0 %; dòng họ học tập: 78,8 %; cộng đồng học tập: 88,1 %.",
            PAST,
            "district",
            {
                "learning_families_rate.result": 75,
                "learning_clans_rate.result": 78.8,
                "learning_communities_rate.result": 88.1,
            },
        ),
        ("Năm 2020 đăng ký 32.000 hộ gia đình học tập, 45 dòng họ học tập.", PAST, "district", {}),
        (
            "Có 31.460 gia đình được công nhận “Gia đình học tập” (chiếm 75,0% tổng số hộ), 41 dòng họ được công nhận “Dòng họ học tập” (78,8%).",
            PAST,
            "district",
            {
                "learning_families.result": 31_460,
                "learning_families_rate.result": 75,
                "learning_clans.result": 41,
                "learning_clans_rate.result": 78.8,
            },
        ),
        (
            "Sau 5 năm, số hội viên đã tăng 10.770 người, từ 35.480 người lên 46.250 người.",
            PAST,
            "district",
            {"members.result": 46_250},
        ),
        (
            "Đến 30/6/2020 có 46.250 hội viên/165.200 dân, đạt 28,0%.",
            PAST,
            "district",
            {"members.result": 46_250, "member_rate.result": 28},
        ),
        (
            "Trên địa bàn phường có 4 trường học, 12 cơ quan; 4/4 trường học và 9/12 cơ quan đạt đơn vị học tập.",
            PAST,
            "commune",
            {},
        ),
        (
            "Có 13/16 đơn vị (4/4 trường học, 9/12 cơ quan) đạt đơn vị học tập, bằng 81,3%.",
            PAST,
            "commune",
            {"learning_units.result": 13, "learning_units_rate.result": 81.3},
        ),
        (
            "Có 13/16 đơn vị (4 trường học, 9 cơ quan) đạt đơn vị học tập.",
            PAST,
            "commune",
            {"learning_units.result": 13},
        ),
        (
            "Toàn xã có 8/9 thôn đạt cộng đồng học tập; thôn Đông có 95% hộ đạt gia đình học tập.",
            PAST,
            "commune",
            {"learning_communities.result": 8},
        ),
        ("Tỷ lệ gia đình học tập của các thôn đều trên 70%, cao nhất là thôn Đông đạt 88%.", PAST, "commune", {}),
        (
            "Kết quả bình xét năm 2019 so với năm 2015: gia đình học tập từ 61,0% lên 74,0%; dòng họ học tập từ 58,3% lên 75,0%.",
            PAST,
            "commune",
            {"learning_families_rate.result": 74, "learning_clans_rate.result": 75},
        ),
        (
            "Nghị quyết giao vận động 500 triệu đồng, thực hiện 545 triệu đồng, đạt 109%.",
            PAST,
            "commune",
            {"fund_raised.target": 500_000_000, "fund_raised.result": 545_000_000},
        ),
        (
            "Chỉ tiêu hội viên: Nghị quyết 25% - thực hiện 27,3%.",
            PAST,
            "commune",
            {"member_rate.target": 25, "member_rate.result": 27.3},
        ),
        (
            "Hội viên (chỉ tiêu NQ: 25%): đạt 27,3% dân số.",
            PAST,
            "commune",
            {"member_rate.target": 25, "member_rate.result": 27.3},
        ),
        (
            "Quỹ khuyến học vận động được 545 triệu đồng (đạt 109% chỉ tiêu), trao 1.630 suất học bổng và phần thưởng (đạt 108% chỉ tiêu).",
            PAST,
            "commune",
            {"fund_raised.result": 545_000_000, "scholarships.result": 1630},
        ),
        (
            "Đại hội nhiệm kỳ trước đề ra chỉ tiêu 12.000 suất học bổng, phần thưởng; kết quả trao được 13.240 suất, vượt 10,3%.",
            PAST,
            "district",
            {"scholarships.target": 12_000, "scholarships.result": 13_240},
        ),
        (
            "Tính đến tháng 6 năm 2020, số dư quỹ khuyến học của quận là 1,25 tỷ đồng, của các phường là 2,6 tỷ đồng; cộng 3,85 tỷ đồng.",
            PAST,
            "district",
            {"fund_balance.result": 3_850_000_000},
        ),
        (
            "Số dư quỹ là 3,85 tỷ đồng, trong đó quỹ cấp quận 1,25 tỷ đồng và quỹ các phường 2,6 tỷ đồng.",
            PAST,
            "district",
            {"fund_balance.result": 3_850_000_000},
        ),
        (
            "Toàn quận có 12 Hội phường; 231 chi hội; 46 ban khuyến học dòng họ; 46.250 hội viên (28,0% dân số).",
            PAST,
            "district",
            {"branches.result": 231, "clan_boards.result": 46, "members.result": 46_250, "member_rate.result": 28},
        ),
        (
            "Hội Khuyến học xã có 09 chi hội thôn, 03 chi hội trường học, tổng số 12 chi hội với 1.850 hội viên.",
            PAST,
            "commune",
            {"branches.result": 12, "members.result": 1850},
        ),
        ("Xã có 9 chi hội thôn và 3 chi hội trường học.", PAST, "commune", {}),
        (
            "Ban khuyến học dòng họ: 21 ban; chi hội: 14; hội viên: 2.480 đồng chí.",
            PAST,
            "commune",
            {"clan_boards.result": 21, "branches.result": 14, "members.result": 2480},
        ),
        (
            "Phong trào “Gia đình hiếu học” từ năm 2014 được thay bằng gia đình học tập; năm 2013 có 1.120 gia đình hiếu học.",
            PAST,
            "commune",
            {},
        ),
        (
            "Có 98 lớp với 4.120 lượt học viên, trong đó 36 lớp nghề với 1.080 lượt học viên.",
            PAST,
            "commune",
            {"learner_visits.result": 4120},
        ),
        (
            "Trung tâm học tập cộng đồng mở 98 lớp cho 4.120 lượt người: pháp luật 1.500 lượt, sức khỏe 1.420 lượt, nghề 1.200 lượt.",
            PAST,
            "commune",
            {"learner_visits.result": 4120},
        ),
        (
            "Trung tâm học tập cộng đồng đón 4.120 lượt người năm 2019, 18.600 lượt người trong 5 năm.",
            PAST,
            "commune",
            {"learner_visits.result": 18_600},
        ),
        (
            "Học sinh giỏi: 1 giải quốc gia, 24 giải thành phố, 310 giải quận; tỷ lệ đỗ lớp 10 công lập 71,5%.",
            PAST,
            "district",
            {},
        ),
        (
            "Có 5.360 lượt học sinh giỏi được thưởng, 210 giáo viên giỏi; tổng số tiền thưởng 1,05 tỷ đồng.",
            PAST,
            "district",
            {},
        ),
        ("Hội trao 2.150 suất học bổng, 6.400 phần thưởng.", PAST, "district", {"scholarships.result": 2150}),
        ("Trong đó trao 815 suất học bổng cho học sinh nghèo.", PAST, "district", {}),
        ("Học bổng: 2.150 suất; phần thưởng: 6.400 suất.", PAST, "district", {"scholarships.result": 2150}),
        (
            "Vận động được trên 3 tỷ đồng; chi tiết: năm 2016 là 520 triệu đồng, năm 2017 là 580 triệu đồng, năm 2018 là 610 triệu đồng, năm 2019 là 690 triệu đồng, năm 2020 là 640 triệu đồng.",
            PAST,
            "district",
            {"fund_raised.result": about(3_000_000_000)},
        ),
        ("Bình quân quỹ đạt 52.000 đồng/người; mức đóng hội phí 12.000 đồng/năm.", PAST, "district", {}),
        (
            "Toàn huyện vận động 9.640 triệu đồng (năm 2016: 1.620; năm 2017: 1.780; năm 2018: 1.950; năm 2019: 2.310; 7 tháng năm 2020: 1.980).",
            PAST,
            "district",
            {"fund_raised.result": 9_640_000_000},
        ),
        (
            "Phấn đấu 100% xã, thị trấn có trung tâm học tập cộng đồng hoạt động hiệu quả; 18/18 trung tâm xếp loại khá trở lên.",
            FUTURE,
            "district",
            {"learning_centres.goal": 18},
        ),
        ("Vận động mỗi hội viên ủng hộ 20.000 đồng; phấn đấu quỹ đạt 1 tỷ đồng.", FUTURE, "district", {}),
        (
            "Tổng quỹ vận động nhiệm kỳ 2020 - 2025 đạt 6 tỷ đồng trở lên.",
            FUTURE,
            "district",
            {"fund_raised.goal": about(6_000_000_000)},
        ),
        (
            "Tăng tỷ lệ hội viên trên dân số thêm 4%, đạt 32% vào năm 2025.",
            FUTURE,
            "district",
            {"member_rate.goal": 32},
        ),
        (
            "Giữ vững 12 chi hội; phát triển thêm 2 chi hội doanh nghiệp; đến cuối nhiệm kỳ có 14 chi hội.",
            FUTURE,
            "commune",
            {"branches.goal": 14},
        ),
        (
            "Hằng năm 80% trở lên số hộ đạt gia đình học tập.",
            FUTURE,
            "commune",
            {"learning_families_rate.goal": about(80)},
        ),
        (
            "Mục tiêu đến năm 2025 vận động quỹ 850 triệu đồng, tăng 22,7% so với nhiệm kỳ trước (693 triệu đồng).",
            FUTURE,
            "commune",
            {"fund_raised.goal": 850_000_000},
        ),
    ],
)
def test_a_sentence_tells_its_indicators_and_no_others(text, zone, level, expected):
    assert told(text, zone=zone, level=level) == (expected, [])


@pytest.mark.parametrize(
    ("blocks", "zone", "level", "expected"),
    [
        pytest.param(
            (
                "Bảng 1. Kết quả thực hiện chỉ tiêu Nghị quyết",
                [
                    ["STT", "Nội dung", "ĐVT", "Chỉ tiêu NQ", "Kết quả 2020", "So với NQ"],
                    ["1", "Tổng số hội viên", "người", "2.400", "2.480", "Vượt 80"],
                    ["2", "Tỷ lệ hội viên/dân số", "%", "27", "28,0", "Vượt 1%"],
                    ["3", "Số chi hội", "chi hội", "12", "14", "Vượt"],
                    ["4", "Gia đình học tập", "hộ", "1.800", "1.954", "108,6%"],
                    ["5", "Quỹ vận động", "triệu đồng", "600", "693", "115,5%"],
                    ["6", "Số suất học bổng, phần thưởng", "suất", "2.000", "2.316", "115,8%"],
                    ["7", "Trung tâm học tập cộng đồng", "trung tâm", "1", "1", "Đạt"],
                ],
            ),
            PAST,
            "commune",
            {
                "members.result": 2480,
                "members.target": 2400,
                "member_rate.result": 28,
                "member_rate.target": 27,
                "branches.result": 14,
                "branches.target": 12,
                "learning_families.result": 1954,
                "learning_families.target": 1800,
                "fund_raised.result": 693_000_000,
                "fund_raised.target": 600_000_000,
                "scholarships.result": 2316,
                "scholarships.target": 2000,
                "learning_centres.result": 1,
                "learning_centres.target": 1,
            },
            id="ind rows",
        ),
        pytest.param(
            (
                "Số liệu qua các năm",
                [
                    ["Nội dung", "2016", "2017", "2018", "2019", "6 tháng 2020", "Cộng"],
                    ["Số hội viên", "1.860", "1.995", "2.140", "2.330", "2.480", "2.480"],
                    ["Tiền vận động quỹ (triệu đồng)", "120", "131", "140", "155", "70", "616"],
                    ["Số suất học bổng", "310", "325", "340", "361", "120", "1.456"],
                    ["Lượt người học tại trung tâm", "1.120", "1.204", "1.250", "1.310", "420", "5.304"],
                ],
            ),
            PAST,
            "commune",
            {
                "members.result": 2480,
                "fund_raised.result": 616_000_000,
                "scholarships.result": 1456,
                "learner_visits.result": 5304,
            },
            id="year table",
        ),
        pytest.param(
            (
                "Biểu tổng hợp theo xã",
                [
                    ["TT", "Tên xã", "Chi hội", "Hội viên", "Tổng số hộ", "Gia đình học tập", ""],
                    ["1", "Đại Đồng", "24", "2.150", "2.400", "1.800", "75,0"],
                    ["2", "Đông Phương", "22", "2.040", "2.200", "1.628", "74,0"],
                    ["3", "Hữu Bằng", "25", "2.310", "2.500", "1.900", "76,0"],
                    ["4", "Kiến Quốc", "21", "1.980", "2.000", "1.440", "72,0"],
                    ["Cộng", "", "92", "8.480", "9.100", "6.768", "74,4"],
                ],
            ),
            PAST,
            "district",
            {"branches.result": 92, "members.result": 8480, "learning_families.result": 6768},
            id="unit table",
        ),
        pytest.param(
            (
                "Biểu tổng hợp theo xã",
                [
                    ["TT", "Tên xã", "Chi hội", "Hội viên"],
                    ["1", "Đại Đồng", "24", "2.150"],
                    ["2", "Đông Phương", "22", ""],
                    ["3", "Hữu Bằng", "25", "…"],
                    ["4", "Kiến Quốc", "21", "1.980"],
                    ["", "Tổng cộng", "92", "8.840"],
                ],
            ),
            PAST,
            "district",
            {"branches.result": 92, "members.result": 8840},
            id="blank cell",
        ),
        pytest.param(
            (
                "Biểu",
                [
                    ["TT", "Đơn vị", "Hội viên"],
                    ["I", "Khối xã", "6.500"],
                    ["1", "Đại Đồng", "2.150"],
                    ["2", "Đông Phương", "2.040"],
                    ["3", "Hữu Bằng", "2.310"],
                    ["II", "Khối cơ quan", "1.200"],
                    ["1", "Trường học", "700"],
                    ["2", "Cơ quan huyện", "500"],
                    ["", "Tổng cộng", "7.700"],
                ],
            ),
            PAST,
            "district",
            {"members.result": 7700},
            id="groups",
        ),
        pytest.param(
            (
                "Chỉ tiêu đến năm 2025",
                [
                    ["TT", "Chỉ tiêu", "Thực hiện năm 2020", "Mục tiêu năm 2025"],
                    ["1", "Hội viên so với dân số (%)", "28,0", "32"],
                    ["2", "Gia đình học tập (%)", "75", "80"],
                    ["3", "Số thôn đạt cộng đồng học tập", "8", "9"],
                    ["4", "Vận động quỹ cả nhiệm kỳ (triệu đồng)", "700", "850"],
                    ["5", "Học bổng, phần thưởng (suất/năm)", "450", "500"],
                ],
            ),
            FUTURE,
            "commune",
            {
                "member_rate.result": 28,
                "member_rate.goal": 32,
                "learning_families_rate.result": 75,
                "learning_families_rate.goal": 80,
                "learning_communities.result": 8,
                "learning_communities.goal": 9,
                "fund_raised.result": 700_000_000,
                "fund_raised.goal": 850_000_000,
            },
            id="goals",
        ),
        pytest.param(
            (
                "Lộ trình thực hiện",
                [
                    ["Chỉ tiêu", "2021", "2022", "2023", "2024", "2025"],
                    ["Tỷ lệ hội viên/dân số (%)", "28,5", "29", "30", "31", "32"],
                    ["Gia đình học tập (%)", "76", "77", "78", "79", "80"],
                    ["Vận động quỹ (triệu đồng)", "150", "160", "170", "180", "190"],
                ],
            ),
            FUTURE,
            "commune",
            {"member_rate.goal": 32, "learning_families_rate.goal": 80},
            id="goals by year",
        ),
        pytest.param(
            (
                "So sánh đầu và cuối nhiệm kỳ",
                [
                    ["Nội dung", "Năm 2015", "Năm 2020", "Tăng, giảm"],
                    ["Hội viên", "1.828", "2.480", "652"],
                    ["Chi hội", "12", "14", "2"],
                    ["Ban khuyến học dòng họ", "17", "21", "4"],
                    ["Số dư quỹ (triệu đồng)", "96", "145", "49"],
                ],
            ),
            PAST,
            "commune",
            {
                "members.result": 2480,
                "branches.result": 14,
                "clan_boards.result": 21,
                "fund_balance.result": 145_000_000,
            },
            id="start/end",
        ),
        pytest.param(
            (
                "Kết quả bình xét năm 2019",
                [
                    ["Mô hình", "Tổng số", "Được công nhận", "Tỷ lệ"],
                    ["Gia đình học tập", "2.640", "1.954", "74,0%"],
                    ["Dòng họ học tập", "24", "18", "75,0%"],
                    ["Cộng đồng học tập", "9", "8", "88,9%"],
                    ["Đơn vị học tập", "6", "6", "100%"],
                ],
            ),
            PAST,
            "commune",
            {
                "learning_families.result": 1954,
                "learning_families_rate.result": 74,
                "learning_clans.result": 18,
                "learning_clans_rate.result": 75,
                "learning_communities.result": 8,
                "learning_communities_rate.result": 88.9,
                "learning_units.result": 6,
                "learning_units_rate.result": 100,
            },
            id="two values in cell",
        ),
        pytest.param(
            (
                "Kết quả",
                [
                    ["Danh hiệu", "Nghị quyết", "Kết quả"],
                    ["Gia đình học tập", "70%", "74,0% (1.954/2.640 hộ)"],
                    ["Dòng họ học tập", "60%", "75,0% (18/24)"],
                    ["Cộng đồng học tập", "80%", "88,9% (8/9)"],
                ],
            ),
            PAST,
            "commune",
            {
                "learning_families_rate.target": 70,
                "learning_families_rate.result": 74,
                "learning_families.result": 1954,
                "learning_clans_rate.target": 60,
                "learning_clans_rate.result": 75,
                "learning_clans.result": 18,
                "learning_communities_rate.target": 80,
                "learning_communities_rate.result": 88.9,
                "learning_communities.result": 8,
            },
            id="fraction cell",
        ),
        pytest.param(
            (
                "Thu chi quỹ (đơn vị tính: nghìn đồng)",
                [
                    ["Nội dung", "Số tiền"],
                    ["Dư đầu kỳ", "37.500"],
                    ["Vận động trong nhiệm kỳ", "486.000"],
                    ["Chi trong nhiệm kỳ", "431.000"],
                    ["Số dư cuối kỳ", "92.500"],
                ],
            ),
            PAST,
            "commune",
            {"fund_raised.result": 486_000_000, "fund_balance.result": 92_500_000},
            id="income",
        ),
        pytest.param(
            (
                "Biểu",
                [
                    ["Đơn vị", "Chi hội", "Ban khuyến học dòng họ"],
                    ["Thôn 1", "3", "2"],
                    ["Thôn 2", "4", "-"],
                    ["Thôn 3", "2", "1"],
                    ["Cộng", "9", "3"],
                ],
            ),
            PAST,
            "commune",
            {"branches.result": 9, "clan_boards.result": 3},
            id="dash zero",
        ),
        pytest.param(
            (
                "Biểu",
                [
                    ["Đơn vị", "Chi hội", "Hội viên"],
                    ["Toàn huyện", "62", "6.500"],
                    ["Đại Đồng", "20", "2.150"],
                    ["Đông Phương", "19", "2.040"],
                    ["Hữu Bằng", "23", "2.310"],
                ],
            ),
            PAST,
            "district",
            {"branches.result": 62, "members.result": 6500},
            id="total top",
        ),
        pytest.param(
            (
                "Biểu vận động quỹ (tỷ đồng)",
                [
                    ["Đơn vị", "2016", "2017", "2018", "2019", "2020", "Cộng"],
                    ["Khối phường", "1,23", "1,34", "1,42", "1,53", "0,81", "6,34"],
                    ["Khối trường", "0,52", "0,61", "0,66", "0,72", "0,31", "2,82"],
                    ["Cộng", "1,75", "1,95", "2,08", "2,25", "1,12", "9,15"],
                ],
            ),
            PAST,
            "district",
            {},
            id="decimals",
        ),
        pytest.param(
            (
                "Biểu",
                [
                    ["Đơn vị", "Hội viên", "Tỷ lệ hội viên/dân số (%)"],
                    ["Xã A", "2.150", "27,0"],
                    ["Xã B", "2.040", "28,5"],
                    ["Xã C", "2.310", "26,4"],
                    ["Toàn huyện", "6.500", "27,2"],
                ],
            ),
            PAST,
            "district",
            {"members.result": 6500, "member_rate.result": 27.2},
            id="avg row",
        ),
    ],
)
def test_a_table_tells_its_indicators(blocks, zone, level, expected):
    assert told(*blocks, zone=zone, level=level) == (expected, [])


@pytest.mark.parametrize(
    ("blocks", "zone", "level", "expected"),
    [
        pytest.param(
            (
                "Nghị quyết Đại hội nhiệm kỳ 2015 - 2020 đề ra các chỉ tiêu sau:",
                "- Hội viên đạt 25% dân số;",
                "- 70% gia đình đạt gia đình học tập;",
                "- Vận động quỹ 600 triệu đồng.",
                "Sau 5 năm, kết quả đạt được như sau:",
                "- Hội viên: 2.480 người, đạt 28,0% dân số;",
                "- 1.954/2.640 hộ đạt gia đình học tập, bằng 74,0%;",
                "- Vận động quỹ được 693 triệu đồng.",
            ),
            PAST,
            "commune",
            {
                "member_rate.target": 25,
                "learning_families_rate.target": 70,
                "fund_raised.target": 600_000_000,
                "members.result": 2480,
                "member_rate.result": 28,
                "learning_families.result": 1954,
                "learning_families_rate.result": 74,
                "fund_raised.result": 693_000_000,
            },
            id="targets as bullets",
        ),
        pytest.param(
            (
                "Năm 2016: vận động quỹ được 120 triệu đồng, kết nạp 110 hội viên, trao 310 suất học bổng.",
                "Năm 2017: vận động quỹ được 131 triệu đồng, trao 325 suất học bổng.",
                "Năm 2019: có 2.330 hội viên; trao 361 suất học bổng.",
                "Tổng hợp 5 năm: vận động quỹ được 616 triệu đồng; trao 1.456 suất học bổng.",
            ),
            PAST,
            "commune",
            {"members.result": 2330, "fund_raised.result": 616_000_000, "scholarships.result": 1456},
            id="year paragraphs",
        ),
        pytest.param(
            (
                "Các chỉ tiêu chủ yếu đến năm 2025:",
                "1. Tỷ lệ hội viên so với dân số: 32%.",
                "2. Gia đình học tập: 80%; dòng họ học tập: 83%; cộng đồng học tập: 100%; đơn vị học tập: 95%.",
                "3. Vận động quỹ trong nhiệm kỳ: 850 triệu đồng.",
                "4. Số suất học bổng, phần thưởng: 2.800 suất.",
                "5. Trung tâm học tập cộng đồng thu hút 15.000 lượt người học.",
            ),
            FUTURE,
            "commune",
            {
                "member_rate.goal": 32,
                "learning_families_rate.goal": 80,
                "learning_clans_rate.goal": 83,
                "learning_communities_rate.goal": 100,
                "learning_units_rate.goal": 95,
                "fund_raised.goal": 850_000_000,
                "scholarships.goal": 2800,
                "learner_visits.goal": 15_000,
            },
            id="goals bullets",
        ),
        pytest.param(
            (
                "Nghị quyết Đại hội Đảng bộ xã đề ra 80% gia đình văn hóa, 75% gia đình học tập. Nghị quyết Đại hội Hội Khuyến học xã đề ra 70% gia đình đạt gia đình học tập, kết quả đạt 74,0%.",
            ),
            PAST,
            "commune",
            {"learning_families_rate.target": 70, "learning_families_rate.result": 74},
            id="own congress vs party congress",
        ),
        pytest.param(
            (
                "Toàn xã có 2.480 hội viên, đạt 28,0% dân số (8.870 người).",
                "Phụ lục",
                [
                    ["Nội dung", "Kết quả"],
                    ["Số hội viên", "2.480"],
                    ["Tỷ lệ hội viên/dân số", "27,96%"],
                    ["Quỹ vận động (đồng)", "693.000.000"],
                ],
            ),
            PAST,
            "commune",
            {"members.result": 2480, "member_rate.result": 27.96, "fund_raised.result": 693_000_000},
            id="comparison with text and annex",
        ),
        pytest.param(
            (
                "Quỹ vận động được gần 700 triệu đồng.",
                [["Nội dung", "Kết quả"], ["Quỹ vận động (triệu đồng)", "693"]],
            ),
            PAST,
            "commune",
            {"fund_raised.result": 693_000_000},
            id="rounded sums agree",
        ),
        pytest.param(
            (
                "Tổng số tiền vận động được là 693 triệu đồng, gồm: quỹ xã 210 triệu đồng, các dòng họ 325 triệu đồng, các nhà trường 158 triệu đồng.",
            ),
            PAST,
            "commune",
            {"fund_raised.result": 693_000_000},
            id="parts of fund",
        ),
        pytest.param(
            (
                "Tổng số tiền vận động được là 693 triệu đồng, trong đó quỹ xã 210 triệu đồng, các dòng họ 325 triệu đồng…",
            ),
            PAST,
            "commune",
            {"fund_raised.result": 693_000_000},
            id="open parts",
        ),
        pytest.param(
            (
                "Tổng số tiền vận động được là 693 triệu đồng, trong đó quỹ xã 210 triệu đồng, các dòng họ 225 triệu đồng.",
            ),
            PAST,
            "commune",
            {"fund_raised.result": 693_000_000},
            id="two parts of many",
        ),
        pytest.param(
            ("Toàn xã mở 186 lớp, gồm 62 lớp trồng trọt, 41 lớp chăn nuôi, 37 lớp pháp luật và 46 lớp nghề.",),
            PAST,
            "commune",
            {},
            id="classes add up",
        ),
        pytest.param(
            ("Có 245 học sinh giỏi, trong đó 12 giải quốc gia, 86 giải thành phố, 147 giải quận.",),
            PAST,
            "district",
            {},
            id="students",
        ),
        pytest.param(
            (
                "Trong nhiệm kỳ có 26 tập thể và 61 cá nhân được khen thưởng, trong đó 5 tập thể, 12 cá nhân được Trung ương Hội tặng Bằng khen.",
            ),
            PAST,
            "district",
            {},
            id="awards",
        ),
        pytest.param(
            (
                "Ban Chấp hành gồm 31 đồng chí, trong đó 9 đồng chí nữ, 11 đồng chí là cán bộ hưu trí, 20 đồng chí đương chức.",
            ),
            PAST,
            "district",
            {},
            id="BCH",
        ),
        pytest.param(
            (
                "Có 14 chi hội, trong đó 9 chi hội xếp loại tốt (64,3%), 4 chi hội loại khá (28,6%), 1 chi hội loại trung bình (7,1%).",
            ),
            PAST,
            "commune",
            {"branches.result": 14},
            id="percent parts",
        ),
        pytest.param(
            ("Số hội viên tăng 36% so với đầu nhiệm kỳ (1.828 hội viên), nay là 2.480 hội viên.",),
            PAST,
            "commune",
            {"members.result": 2480},
            id="growth",
        ),
        pytest.param(
            ("Có 62% là hộ công nhân; 99,4% học sinh tốt nghiệp; 245 em đỗ đại học, đạt 61,5%.",),
            PAST,
            "commune",
            {},
            id="students percent unknown base",
        ),
    ],
)
def test_paragraphs_and_tables_are_read_together(blocks, zone, level, expected):
    assert told(*blocks, zone=zone, level=level) == (expected, [])


def test_the_quote_holds_the_figure_and_its_noun():
    found, _ = judged("Toàn quận có 41.250 hội viên.", zone=PAST, level="district")
    assert [(one.quote, one.unit) for one in found] == [("41.250 hội viên", "person")]


def test_the_quote_of_a_table_is_its_cell():
    found, _ = judged([["Nội dung", "Kết quả"], ["Số hội viên", "2.480"], ["Số chi hội", "14"]], zone=PAST)
    assert [(one.id, one.quote, one.paragraph) for one in found] == [("members", "2.480", 5), ("branches", "14", 7)]


def test_an_indicator_says_of_when_it_is_where_the_text_does():
    found, _ = judged("Năm 2019 có 1.954/2.640 hộ đạt gia đình học tập, bằng 74,0%.", zone=PAST)
    assert {one.as_of for one in found} == {"2019"}


def test_the_same_figure_in_other_words_is_no_conflict():
    text = "Quỹ vận động được 4,28 tỷ đồng."
    values, codes = told(
        text, [["Nội dung", "Kết quả"], ["Quỹ vận động (triệu đồng)", "4.284"]], zone=PAST, level="district"
    )
    assert (values, codes) == ({"fund_raised.result": 4_284_000_000}, [])


def test_every_rule_names_lists_that_are_there():
    for rule in rules().indicators:
        for name in (*rule.nouns, *rule.things, *rule.one_each, *rule.bases):
            assert name in rules().vocabulary, (rule.id, name)


def test_rounded_values_agree_and_others_do_not():
    assert same(28.0, 0.1, 27.96, 0.01, percent=True)
    assert same(4.28e9, 1e7, 4.284e9, 1e6)
    assert not same(28.3, 0.1, 28.0, 0.1, percent=True)
    assert not same(118, 1, 121, 1)


def _statement(value: float, strength: int) -> Statement:
    return Statement("members", "result", value, 1.0, strength, str(value), 0)


@given(st.lists(st.tuples(st.integers(1, 10**6), st.integers(1, 3)), min_size=1, max_size=8))
def test_one_value_at_most_is_chosen_and_never_beside_a_conflict(given_values):
    choice = choose([_statement(value, strength) for value, strength in given_values], rules().indicators)
    assert len(choice.statements) + len(choice.conflicts) <= 1
    for one, other in choice.conflicts:
        assert not agree(one, other, percent=False)


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet=" 0123456789.,;:%()/-–…đhộicviênquỹtỷtriệudânsốgiađnhhọctậpnăm", max_size=160),
    st.sampled_from([PAST, FUTURE]),
)
def test_no_text_breaks_the_reading(text, zone):
    judged(text, [["TT", text[:30], "2019"], ["1", text[:12], text[12:20]], ["Cộng", "", text[:4]]], zone=zone)
