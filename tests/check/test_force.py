"""The life of a rule: drafts aren't run, trials are told apart, retired rules judge the reports of their time."""

from dataclasses import replace
from datetime import date

import pytest

from service import answer
from service.check.examine import examine
from service.model.examination import FileFacts
from service.outline import outline
from tests.check.builder import HEAD, manuscript, report, rules

UNQUANTIFIED = "goals.unquantified"
GOALS = (
    "**III. PHƯƠNG HƯỚNG, MỤC TIÊU, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
    "Mục tiêu: mọi gia đình đều yêu việc học, người lớn học nghề.",
    "Nhiệm vụ: củng cố các chi hội, mở lớp ngoại ngữ buổi tối tại trung tâm học tập cộng đồng.",
)


def judged(rulebook, head=HEAD):
    read = manuscript(*report(goals=GOALS, head=head))
    return examine(read, outline(read), rulebook, FileFacts("a.docx", "", 0, "docx"))


def with_code(**life):
    pack = rules()
    rule = replace(pack.findings[UNQUANTIFIED], **life)
    return replace(pack, findings={**pack.findings, UNQUANTIFIED: rule})


def with_authority(name, **life):
    pack = rules()
    return replace(
        pack, authorities=tuple(replace(rule, **life) if rule.id == name else rule for rule in pack.authorities)
    )


def codes(findings):
    return {found.authority or found.code for found in findings}


@pytest.mark.parametrize(
    ("life", "told", "tried"),
    [
        ({}, True, False),
        ({"state": "draft"}, False, False),
        ({"state": "trial"}, False, True),
        ({"state": "retired", "effective_to": date(2020, 5, 20)}, True, False),
        ({"state": "retired", "effective_to": date(2020, 5, 19)}, False, False),
        ({"effective_from": date(2020, 5, 21)}, False, False),
        ({"state": "trial", "effective_from": date(2020, 5, 21)}, False, False),
    ],
)
def test_a_code_is_told_by_its_state_and_the_day_of_the_report(life, told, tried):
    found = judged(with_code(**life))
    assert (UNQUANTIFIED in codes(found.findings), UNQUANTIFIED in codes(found.trial)) == (told, tried)


def test_a_report_without_a_date_is_judged_by_the_round():
    head = HEAD[:2]
    assert UNQUANTIFIED in codes(judged(with_code(effective_from=date(2021, 12, 31)), head).findings)
    assert UNQUANTIFIED not in codes(judged(with_code(effective_from=date(2022, 1, 1)), head).findings)


def test_an_authority_on_trial_is_missed_by_reviewers_alone():
    whole, trial, draft = judged(rules()), judged(with_authority("kl49", state="trial")), judged(
        with_authority("kl49", state="draft")
    )  # fmt: skip
    assert "kl49" in codes(whole.findings)
    assert "kl49" not in codes(trial.findings) | codes(draft.findings) | codes(draft.trial)
    assert codes(trial.trial) == {"kl49"}
    assert trial.verdict == whole.verdict


def test_what_is_on_trial_is_kept_in_the_ledger_and_never_in_the_officer_s_file():
    found = judged(with_code(state="trial"))
    assert UNQUANTIFIED not in answer.to_json(found)
    assert answer.from_json(answer.to_json(found, kept=True)) == found
