"""Fuzzing with coverage.

`python tests/fuzz/fuzz.py [SECONDS]` gives every target its share of the time; what it found worth keeping lies in
`.fuzz/corpus`, and an input that broke an oath in `.fuzz/found`. `python tests/fuzz/fuzz.py TARGET [libFuzzer's options
and files]` runs one target, or one such file again.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import warnings
import zipfile
from io import BytesIO
from pathlib import Path

import atheris

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
with atheris.instrument_imports(include=["service"]):
    from tests.fuzz.mutate import Dice, packed, strike_content, strike_member
    from tests.fuzz.targets import TARGETS, Target

KEPT = ROOT / ".fuzz"
LIMITS = ("-timeout=60", "-rss_limit_mb=2048", "-max_len=200000", "-print_final_stats=1", "-verbosity=0")
_HARDLY = 8
"""One mutation in so many goes by the bytes alone, structure or not."""


def whole_round(seconds: int) -> int:
    """Run every target; return 1 where an oath was broken."""
    broken = []
    for name in TARGETS:
        corpus, found = KEPT / "corpus" / name, KEPT / "found"
        corpus.mkdir(parents=True, exist_ok=True)
        found.mkdir(exist_ok=True)
        share = f"-max_total_time={max(seconds // len(TARGETS), 1)}"
        options = (*LIMITS, share, f"-artifact_prefix={found}/{name}-", str(corpus))
        with tempfile.TemporaryDirectory(prefix="tongket-") as folder:
            command, environment = [sys.executable, __file__, name, *options], os.environ | {"TMPDIR": folder}
            if subprocess.run(command, check=False, cwd=ROOT, env=environment).returncode:
                broken.append(name)
    sys.stdout.write(f"broken: {', '.join(broken)}; see {KEPT / 'found'}\n" if broken else "every oath was kept\n")
    return 1 if broken else 0


def one_target(target: Target, options: list[str]) -> None:
    """Hand over to libFuzzer, which ends this process."""
    warnings.simplefilter("ignore")  # zipfile warns of doubled names, which are wanted here
    folder = Path(tempfile.mkdtemp(prefix="tongket-fuzz-"))
    for number, data in enumerate(target.seeds()):
        (folder / f"seed-{number}").write_bytes(data)
    if target.words:
        quoted = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in target.words)
        (folder / "words.dict").write_text("".join(f'"{word}"\n' for word in quoted), encoding="ascii")
        options = [f"-dict={folder / 'words.dict'}", *options]
    if not any(Path(option).is_file() for option in options):
        options = [*options, str(folder)]
    atheris.Setup([sys.argv[0], *options], target.holds, **_mutator(target))
    atheris.Fuzz()


def _mutator(target: Target) -> dict[str, object]:
    if target.zipped:
        return {"custom_mutator": _strike_zip}
    return {"custom_mutator": _strike_markup} if target.markup else {}


def _strike_zip(data: bytes, max_size: int, seed: int) -> bytes:
    """Unpack, strike the members, and pack again."""
    chance = random.Random(seed)
    dice = Dice([chance.randrange(65_536) for _ in range(24)])
    listed = _unpacked(data) if chance.randrange(_HARDLY) else []
    if not listed:
        return bytes(atheris.Mutate(data, len(data)))
    if chance.randrange(4) == 0:
        at = chance.randrange(len(listed))
        name, content = listed[at]
        listed[at] = (name, bytes(atheris.Mutate(content, len(content))) if content else content)
    for _ in range(1 + chance.randrange(3)):
        strike_member(listed, dice)
    struck = packed(listed, dice)
    return struck if len(struck) <= max_size else data


def _strike_markup(data: bytes, max_size: int, seed: int) -> bytes:
    chance = random.Random(seed)
    if chance.randrange(_HARDLY) == 0:
        return bytes(atheris.Mutate(data, len(data)))
    struck = strike_content(data, Dice([chance.randrange(65_536) for _ in range(12)]))
    return struck if len(struck) <= max_size else data


def _unpacked(data: bytes) -> list[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > 1 << 20:
                return []
            return [(info.filename, archive.read(info)) for info in archive.infolist()]
    except Exception:  # noqa: BLE001  # zipfile raises whatever the bytes provoke
        return []


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1] in TARGETS:
        one_target(TARGETS[sys.argv[1]], sys.argv[2:])
    else:
        sys.exit(whole_round(int(sys.argv[1]) if len(sys.argv) > 1 else 3600))
