"""The consolidated outputs are built for whoever has units below, and never over a drafter's work."""

import pytest

from service.errors import UsageError
from service.executor.interface import Failed, Reason
from service.flow.city_round import consolidate_unit
from service.flow.tools import Tools
from tests.flow import files
from tests.flow.conftest import made_office


@pytest.fixture
def gathered(office):
    office.drop(files.GOOD)
    office.drop(files.DISTRICT)
    office.run()
    return office


def build(office, unit=None):
    with office.tools() as means:
        return [path.relative_to(office.outbox).as_posix() for path in consolidate_unit(means, unit)]


def test_the_top_unit_consolidates_where_none_is_named(gathered):
    names = ("bao-cao-tong-hop.docx", "tap-hop.docx", "so-lieu.xlsx")
    assert build(gathered) == [f"hai-phong/tong-hop/{name}" for name in names]
    assert "hai-phong/tong-hop/bao-cao-tong-hop.docx" in gathered.outputs()["index.html"].decode()


def test_a_district_consolidates_its_communes(gathered):
    folder = "hai-phong/kien-thuy/tong-hop"
    names = ("bao-cao-tong-hop.docx", "tap-hop.docx", "so-lieu.xlsx")
    assert build(gathered, "hai-phong.kien-thuy") == [f"{folder}/{name}" for name in names]


@pytest.mark.parametrize(
    ("unit", "key"),
    [("hai-phong.le-chan.an-bien", "city_report.nobody_below"), ("ha-noi", "city_report.unknown_unit")],
)
def test_a_unit_that_cannot_consolidate_is_a_wrong_call(office, unit, key):
    with pytest.raises(UsageError) as caught:
        build(office, unit)
    assert (caught.value.key, caught.value.exit_code) == (key, 2)


def test_an_empty_round_consolidates_to_a_report_of_what_is_missing(office):
    assert len(build(office)) == 3


def test_the_same_state_gives_no_new_version(gathered):
    assert build(gathered) == build(gathered)


def test_the_order_in_which_reports_came_changes_no_byte_of_the_compendium(tmp_path):
    def gathered_in_order(name, *sources):
        office = made_office(tmp_path / name)
        for source in sources:
            office.drop(source)
            office.run()
        return (office.outbox / build(office)[1]).read_bytes()

    reports = (files.GOOD, files.DISTRICT, files.OTHER_DISTRICT)
    assert gathered_in_order("a", *reports) == gathered_in_order("b", *reversed(reports))


def test_what_a_drafter_edited_is_never_written_over(gathered):
    report = gathered.outbox / build(gathered)[0]
    report.write_bytes(b"edited")
    assert build(gathered)[0] == "hai-phong/tong-hop/bao-cao-tong-hop-02.docx"
    assert report.read_bytes() == b"edited"


def test_a_version_that_was_removed_is_not_given_out_again(gathered):
    first = gathered.outbox / build(gathered)[0]
    first.write_bytes(b"edited")
    build(gathered)
    (first.parent / "bao-cao-tong-hop-02.docx").rename(first.parent / "bao-cao-tong-hop-05.docx")
    (first.parent / "bao-cao-tong-hop-05.docx").write_bytes(b"edited, too")
    assert build(gathered)[0] == "hai-phong/tong-hop/bao-cao-tong-hop-06.docx"


def test_a_report_that_cannot_be_read_again_is_told(gathered):
    class Failing:
        def each(self, _, items):
            return (Failed(item, Reason.DIED, EOFError()) for item in items)

    with gathered.tools() as means:
        values = {name: getattr(means, name) for name in Tools.__dataclass_fields__}
        consolidate_unit(Tools(**{**values, "executor": Failing()}), None)
    assert any(sentence.startswith(f"Không đọc lại được {files.GOOD.name}") for sentence in gathered.told)
