"""A running service prints gap reports to PDF while it has nothing else to do."""

import os

from service.errors import UnreadableReport
from service.flow import printing
from tests.flow.files import GOOD


def sheets(office):
    return {name: data for name, data in office.outputs().items() if name.endswith("phieu-ra-soat.pdf")}


def with_printer(monkeypatch, printed):
    monkeypatch.setattr(printing, "find", lambda: "soffice")
    monkeypatch.setattr(printing, "to_pdf", printed)


def test_each_sheet_is_printed_once_and_again_when_it_was_laid_anew(office, monkeypatch):
    with_printer(monkeypatch, lambda data: b"%PDF" + data[:2])
    office.drop(GOOD)
    office.run()
    assert sheets(office) == {}  # one run ends with the answers
    with office.tools() as means:
        printer = printing.Printing(means)
        assert [printer.print_next().done for _ in range(2)] == [1, 0]
        [(name, data)] = sheets(office).items()
        assert data == b"%PDFPK"
        sheet = office.outbox / name.replace(".pdf", ".docx")
        later = (office.outbox / name).stat().st_mtime_ns + 1_000_000_000
        os.utime(sheet, ns=(later, later))
        assert printer.print_next().done == 0
        printer.renew()
        assert printer.print_next().done == 1


def test_what_cant_be_printed_stays_a_word_file(office, monkeypatch):
    def refuse(_data):
        raise UnreadableReport("file.corrupt", "conversion")

    with_printer(monkeypatch, refuse)
    office.drop(GOOD)
    office.run()
    with office.tools() as means:
        printer = printing.Printing(means)
        assert [printer.print_next().done for _ in range(2)] == [0, 0]
    assert sheets(office) == {}


def test_nothing_is_printed_where_the_office_doesnt_want_it_or_nothing_can(office, monkeypatch):
    with_printer(monkeypatch, lambda _data: b"%PDF")
    office.drop(GOOD)
    office.run()
    office.set(pdf="false")
    with office.tools() as means:
        assert printing.Printing(means).print_next().done == 0
    office.set(pdf="true")
    monkeypatch.setattr(printing, "find", lambda: None)
    with office.tools() as means:
        assert printing.Printing(means).print_next().done == 0
