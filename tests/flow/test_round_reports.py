"""Round reports are laid for reviewers beside the other consolidated outputs, and never over anybody's work."""

import pytest

from service.errors import UsageError
from service.flow.round_reports import report_round
from tests.flow import files


def build(office, unit=None):
    with office.tools() as means:
        return [path.relative_to(office.outbox).as_posix() for path in report_round(means, unit)]


def test_the_city_and_each_district_get_a_report(office):
    assert build(office) == [
        "hai-phong/tong-hop/bao-cao-tien-do.docx",
        "hai-phong/le-chan/tong-hop/bao-cao-tien-do.docx",
        "hai-phong/ngo-quyen/tong-hop/bao-cao-tien-do.docx",
        "hai-phong/kien-thuy/tong-hop/bao-cao-tien-do.docx",
    ]


def test_one_unit_can_be_asked_for(office):
    assert build(office, "hai-phong.le-chan") == ["hai-phong/le-chan/tong-hop/bao-cao-tien-do.docx"]
    with pytest.raises(UsageError):
        build(office, "hai-phong.le-chan.an-bien")


def test_the_dashboard_lists_it(office):
    office.drop(files.GOOD)
    office.run()
    build(office, "hai-phong")
    assert "hai-phong/tong-hop/bao-cao-tien-do.docx" in office.outputs()["index.html"].decode()


def test_the_same_state_gives_no_new_version_and_an_edited_one_is_kept(office):
    [first] = build(office, "hai-phong")
    assert build(office, "hai-phong") == [first]
    (office.outbox / first).write_bytes(b"edited")
    assert build(office, "hai-phong") == ["hai-phong/tong-hop/bao-cao-tien-do-02.docx"]
    assert (office.outbox / first).read_bytes() == b"edited"
