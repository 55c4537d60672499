"""Answers come back when their files are gone, and are given anew when asked for."""

import shutil
from pathlib import Path

import pytest

from service.flow.publishing import reopen
from service.flow.service import serve

REPORT = Path(__file__).parent.parent / "corpus/reports/d-phuong-lach-tray--manual-tracked-comments.docx"


@pytest.fixture
def judged(office):
    office.drop(REPORT, "bc.docx")
    office.run()
    return office


def test_a_deleted_outbox_is_filled_again_with_the_same_bytes(judged):
    before = judged.outputs()
    assert {"ban-ghi-chu.docx", "phieu-ra-soat.docx", "result.json"} <= {Path(path).name for path in before}
    shutil.rmtree(judged.outbox / "hai-phong")
    judged.run()
    after = judged.outputs()
    assert {path: data for path, data in after.items() if path != "index.html"} == {
        path: data for path, data in before.items() if path != "index.html"
    }


def test_nothing_is_judged_again_while_its_files_lie_there(judged):
    with judged.tools() as means:
        reopen(means, everything=False)
        assert means.ledger.open_claims() == ()


def test_everything_is_judged_again_when_asked_for(judged):
    with judged.tools() as means:
        reopen(means, everything=True)
        assert len(means.ledger.open_claims()) == 1
        serve(means, once=True, again=True)
        assert means.ledger.open_claims() == ()
