"""What goes out as a Word file is, part by part, what it was when somebody last looked.

TONGKET_GOLDEN=write writes them anew; look at `git diff` before you keep it.
"""

import difflib
import hashlib
import io
import os
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from service.consolidate.progress import progress
from service.consolidate.reminders import reminders, single
from service.model.examination import Verdict
from service.outbox.annotated.copy import annotated_copy
from service.outbox.gap.report import gap_report
from service.outbox.phrasing.names import Names
from service.outbox.round.letters import reminder_letter
from service.outbox.round.report import round_report
from service.words import words
from tests.consolidate import sent
from tests.read.builder import members, zipped

FOLDER = Path(__file__).parent / "golden"
WRITING = os.environ.get("TONGKET_GOLDEN") == "write"
DAY = date(2020, 3, 5)
UNTIL = date(2020, 4, 17)
LOOKS = re.compile(r"word/(?:styles|theme|fontTable|settings|webSettings|numbering)|docProps/app|customXml")
"""Parts that come from the template as they are: a hash tells that they are the same."""


def canonical(data):
    """Every part on lines of its own, in order of names; ids that only Word's revisions need are left out."""
    lines = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in sorted(package.namelist()):
            lines.append(f"=== {name}")
            part = package.read(name)
            if LOOKS.match(name) or not name.endswith((".xml", ".rels")):
                lines.append(hashlib.sha256(part).hexdigest())
                continue
            root = etree.fromstring(part, etree.XMLParser(remove_blank_text=True))
            for element in root.iter(etree.Element):
                for attribute in [key for key in element.attrib if "rsid" in key]:
                    del element.attrib[attribute]
            lines += etree.tostring(root, pretty_print=True, encoding="unicode").split("\n")
    return lines


def sheet(world, language):
    return gap_report(world["templates"], world["gaps_report"], world["registry"], words(language), DAY)


def letter(world, language):
    return gap_report(world["templates"], world["unreadable"], world["registry"], words(language), DAY)


def copy(world, language):
    body = "".join(f"<w:p><w:r><w:t>{number}</w:t></w:r></w:p>" for number in range(60))
    return annotated_copy(zipped(members(body)), world["gaps_report"], words(language), DAY)


def board():
    """A round in which one unit is in time, one lacks something, one sent a speech, and one nothing."""
    speech = sent.report(3, sent.DU_HANG, "04-02", sent.SPEECH, verdict=Verdict.WRONG_KIND, name="tham luận.docx")
    lacking = sent.report(2, sent.AN_BIEN, "04-06", sent.LESSONS, sent.NQ29, sent.UNCOUNTED)
    return sent.board(sent.report(1, sent.LE_CHAN, "03-30", sent.REMARK), lacking, speech)


def progress_report(world, language):
    told, said = progress(board(), sent.REGISTRY, "hp", sent.ROUND, sent.TODAY), words(language)
    return round_report(world["templates"], told, sent.REGISTRY, said, UNTIL, gathered=sent.ROUND, names=Names(said))


def reminder_to_several(world, language):
    [asked] = reminders(board(), sent.REGISTRY, "hp", sent.ROUND, today=sent.TODAY, until=UNTIL)
    return reminder(world, language, asked)


def reminder_to_one(world, language):
    [asked] = single(board(), sent.REGISTRY, [sent.AN_BIEN.id], sent.ROUND, today=sent.TODAY, until=UNTIL)
    return reminder(world, language, asked)


def reminder(world, language, asked):
    said = words(language)
    return reminder_letter(
        world["templates"], asked, sent.REGISTRY, said, sent.TODAY, gathered=sent.ROUND, names=Names(said)
    )


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("make", [sheet, letter, copy, progress_report, reminder_to_several, reminder_to_one])
def test_an_output_is_what_it_was(make, language, templates, gaps_report, unreadable, registry):  # noqa: PLR0917 - a world
    world = {"templates": templates, "gaps_report": gaps_report, "unreadable": unreadable, "registry": registry}
    made = canonical(make(world, language))
    file = FOLDER / f"{make.__name__}.{language}.txt"
    if WRITING:
        FOLDER.mkdir(exist_ok=True)
        file.write_text("\n".join(made), "utf-8")
    kept = file.read_text("utf-8").split("\n")
    assert "\n".join(difflib.unified_diff(kept, made, "kept", "made", lineterm="", n=2)) == ""


def test_nothing_is_written_anew_unless_somebody_asks():
    assert not WRITING, "TONGKET_GOLDEN is set: look at git diff, then run without it"
