import shutil

import pytest

from service.flow.service import serve
from service.flow.tools import Tools, tools
from service.flow.workspaces import make_workspace
from service.settings import load
from service.words import words

QUICK = {
    'executor = "processes"': 'executor = "inline"',
    "settle_seconds = 2": "settle_seconds = 0",
    "incomplete_seconds = 10": "incomplete_seconds = 0",
    "scan_seconds = 5": "scan_seconds = 0.1",
}


UNITS = """\
top: {id: hai-phong, name: Hải Phòng, type: thành phố}
districts:
  - {id: le-chan, name: Lê Chân, type: quận, communes: {phường: [An Biên]}}
  - {id: ngo-quyen, name: Ngô Quyền, type: quận, communes: {phường: [Lạch Tray]}}
  - {id: kien-thuy, name: Kiến Thụy, type: huyện, communes: {xã: [Tân Trào]}}
"""
"""Few units, so that a dashboard is made quickly."""


class Office:
    """A workspace as its people see it."""

    def __init__(self, root):
        self.root = root
        self.inbox, self.outbox = root / "inbox", root / "outbox"
        self.told = []

    def set(self, **values):
        file = self.root / "tongket.toml"
        lines = file.read_text("utf-8").split("\n")
        for name, value in values.items():
            [place] = [n for n, line in enumerate(lines) if line.startswith((f"{name} =", f"# {name} ="))]
            lines[place] = f"{name} = {value}"
        file.write_text("\n".join(lines), "utf-8")

    def drop(self, source, name="", folder=""):
        target = self.inbox / folder / (name or source.name)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        return target

    def tools(self):
        return tools(load(self.root), words("vi"), self.told.append)

    def run(self):
        with self.tools() as means:
            serve(means, once=True)

    def ledger(self):
        with self.tools() as means:
            return means.ledger.submissions()

    def outputs(self):
        files = (path for path in self.outbox.rglob("*") if path.is_file() and "_tong-quan" not in path.parts)
        return {path.relative_to(self.outbox).as_posix(): path.read_bytes() for path in files}

    def page(self, unit):
        """A unit's page of the dashboard."""
        return (self.outbox / "_tong-quan" / "don-vi" / f"{unit.replace('/', '.')}.html").read_text("utf-8")


@pytest.fixture
def office(tmp_path):
    return made_office(tmp_path / "hội")


def made_office(root):
    """An empty workspace of a few units."""
    make_workspace(root, words("vi"))
    file = root / "tongket.toml"
    text = file.read_text("utf-8")
    for old, new in QUICK.items():
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, "utf-8")
    for known in (root / "rules" / "units").iterdir():
        known.unlink()
    (root / "rules" / "units" / "don-vi.yaml").write_text(UNITS, "utf-8")
    return Office(root)


@pytest.fixture
def means(office):
    with office.tools() as opened:
        assert isinstance(opened, Tools)
        yield opened
