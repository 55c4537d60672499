"""A running service goes over to a changed pack once it's sound; until then the old one judges."""

import threading

from service.flow.kept_rules import KEPT, last_in_force
from service.flow.rules_in_force import RulesInForce
from service.flow.service import serve
from service.flow.tools import tools
from service.settings import load
from service.words import words
from tests.flow import files

NEW = "changes: {findings: {results.uncompared: {severity: info}}}\n"


def own_rules(office, text):
    folder = office.root / "rules" / "office"
    folder.mkdir(exist_ok=True)
    (folder / "cua-hoi.yaml").write_text(text, "utf-8")


class Drama:
    """Does the next thing whenever the service tells what it waits for."""

    def __init__(self, office, *acts):
        self.stop, self.told, self._acts = threading.Event(), [], list(acts)
        self._office = office

    def hear(self, sentence):
        self.told.append(sentence)
        if self._acts and self._acts[0][0] in sentence:
            self._acts.pop(0)[1]()

    def play(self):
        with tools(load(self._office.root), words("vi"), self.hear) as means:
            serve(means, once=False, stop=self.stop)
        assert not self._acts, self.told


def test_a_sound_change_judges_what_comes_next_and_a_broken_one_nothing(office):
    office.drop(files.GOOD, "một.docx")
    seen = []

    def page():
        return office.outputs()["index.html"].decode()

    drama = Drama(
        office,
        ("Đã xem xét", lambda: own_rules(office, "changes: {findings: {results.uncompared: {severty: info}}}\n")),
        ("vẫn dùng tong-ket@1.0.0+", lambda: office.drop(files.GAPPY, "hai.docx")),
        ("Đã xem xét", lambda: own_rules(office, NEW)),
        ("được thay bằng tong-ket@1.0.0+", lambda: (seen.append(page()), office.drop(files.PDF, "ba.docx"))),
        ("Đã xem xét", lambda: None),
    )
    drama._acts[-1] = ("Đã xem xét", drama.stop.set)
    drama.play()
    [kept] = [sentence for sentence in drama.told if "vẫn dùng" in sentence]
    assert "office/cua-hoi.yaml, dòng 1, cột 43: không có mục “severty”. Có phải là “severity” không?" in kept
    assert "severty" in seen[0], "the dashboard says that the changed pack isn't in force"
    first, second, third = (next(each.examination.pack for each in office.ledger() if each.claim.name == name)
                            for name in ("một.docx", "hai.docx", "ba.docx"))  # fmt: skip
    assert first == second != third


def test_a_change_that_is_taken_back_is_none(office):
    with office.tools() as means:
        rules, executor = RulesInForce(means), means.executor
        own_rules(office, "changes: [\n")
        assert len(rules.renew().troubles) == 1
        assert rules.notice
        own_rules(office, "")
        (office.root / "rules" / "office" / "cua-hoi.yaml").unlink()
        assert rules.renew().troubles == []
        assert (rules.notice, means.executor is executor) == ("", True)


def test_a_file_that_was_only_touched_is_no_change(office):
    with office.tools() as means:
        rules, executor = RulesInForce(means), means.executor
        file = office.root / "rules" / "kinds.yaml"
        file.write_bytes(file.read_bytes())
        rules.renew()
        assert means.executor is executor


def test_whoever_asks_can_do_with_the_pack_last_in_force(office):
    settings = load(office.root)
    assert last_in_force(settings) is None
    office.run()
    with office.tools() as means:
        own_rules(office, "changes: [\n")
        assert last_in_force(settings).name == means.rulebook.name
    (settings.state / KEPT).write_text("{}", "utf-8")
    assert last_in_force(settings) is None
