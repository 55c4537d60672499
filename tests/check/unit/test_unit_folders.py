"""A folder of the inbox may say whose report lies in it."""

import pytest

from service.check.unit.units import judge_unit
from tests.check.builder import case


@pytest.mark.parametrize(
    "folder_name",
    [
        "hai-phong.hong-bang.ha-ly",
        "hai-phong/hong-bang/ha-ly",
        "hai-phong/hong-bang/ha-ly/thu 12.zip",
        "thu 12.zip/hai-phong/hong-bang/ha-ly",
        "thu 12.zip/ha-ly",
    ],
)
def test_a_folder_named_by_a_units_whole_id_is_that_unit_however_it_is_written(folder_name):
    found = judge_unit(case("BÁO CÁO", "Tổng kết nhiệm kỳ", "Năm qua có nhiều việc tốt.", folder_name=folder_name))
    assert found is not None
    assert (found.id, found.found_in) == ("hai-phong.hong-bang.ha-ly", "folder")
