"""Fuzzing with coverage: `python tests/fuzz/fuzz_read.py [libFuzzer's options]`; needs atheris, which is not locked.

The first byte of an input chooses between raw bytes and blows to the seed (tests/fuzz/mutate.py).
Without `-max_total_time` it goes on until something is found; the input is then left as crash-… in the folder.
"""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[2]))
with atheris.instrument_imports(include=["service"]):
    from tests.fuzz.oath import keeps_its_oath

from tests.fuzz.mutate import Dice, spoiled
from tests.fuzz.seed import seed

warnings.simplefilter("ignore")  # zipfile warns of doubled names, which are wanted here
SEED = seed()
RAW = 16
"""One input in so many is taken as the file itself."""


def one_input(data: bytes) -> None:
    if not data:
        return
    if data[0] % RAW == 0:
        keeps_its_oath(data[1:])
        return
    numbers = [int.from_bytes(data[at : at + 2], "little") for at in range(2, len(data), 2)]
    keeps_its_oath(spoiled(SEED, Dice(numbers), 1 + data[1] % 6 if len(data) > 1 else 1))


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
