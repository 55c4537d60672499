"""A drafter's file is brought up to date in a new one beside it, and never written itself."""

import docx
import pytest

from service.errors import UsageError
from service.flow.city_round import consolidate_unit
from service.flow.updating import update_report
from tests.flow import files


@pytest.fixture
def drafted(office):
    office.drop(files.GOOD)
    office.run()
    with office.tools() as means:
        return consolidate_unit(means, None)[0]


def update(office, file):
    with office.tools() as means:
        return update_report(means, file)


def names(folder):
    return {path.name for path in folder.iterdir()}


def test_the_page_of_sources_lies_beside_the_report(drafted):
    page = (drafted.parent / "bao-cao-tong-hop-nguon.html").read_text("utf-8")
    assert "default-src 'none'" in page
    assert files.GOOD.name in page


def test_a_new_report_comes_into_a_new_file_and_the_drafters_stays(office, drafted):
    before = drafted.read_bytes()
    office.drop(files.DISTRICT)
    office.run()
    done = update(office, drafted)
    assert done.report.name == "bao-cao-tong-hop-cap-nhat-2.docx"
    assert drafted.read_bytes() == before
    assert {page.name for page in done.pages} == {
        "bao-cao-tong-hop-cap-nhat-2-thay-doi.html",
        "bao-cao-tong-hop-cap-nhat-2-nguon.html",
    }
    docx.Document(done.report)
    assert update(office, done.report).report is None


@pytest.mark.parametrize("lock", ["~$bao-cao-tong-hop.docx", "~$o-cao-tong-hop.docx", ".~lock.bao-cao-tong-hop.docx#"])
def test_a_file_that_is_open_is_refused(office, drafted, lock):
    (drafted.parent / lock).write_bytes(b"")
    before = names(drafted.parent)
    with pytest.raises(UsageError) as caught:
        update(office, drafted)
    assert (caught.value.key, names(drafted.parent)) == ("city_report.update.open", before)


def test_a_file_that_is_not_there_is_a_wrong_call(office, drafted):
    with pytest.raises(UsageError) as caught:
        update(office, drafted.parent / "khong-co.docx")
    assert caught.value.key == "cli.error.no_such_path"
