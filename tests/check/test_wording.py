"""The words of findings."""

from __future__ import annotations

import pickle

from service.check.wording import Bilingual


def test_a_name_in_both_languages_survives_the_way_from_a_worker() -> None:
    sent = pickle.loads(pickle.dumps(Bilingual("742 triệu đồng", "742 million dong")))
    assert (str(sent), sent.english) == ("742 triệu đồng", "742 million dong")
