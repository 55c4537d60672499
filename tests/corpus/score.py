"""Score the checker's JSON against the gold of a built corpus.

    python score.py GOLD_DIR RESULTS.json [--verbose]

RESULTS.json is what `tongket check --format json FILES...` printed. Prints one figure a row.
"""

# The scorer is kept as it was handed over, so that its figures can be compared: hence one long function. Only
# `after_file` was added: it is told the counts so far, for the intervals.
from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

from rapidfuzz import fuzz

TRAIT_FINDINGS = {
    "tracked": "document.tracked_changes",
    "comments": "document.comments",
    "hidden": "document.hidden_text",
    "tcvn3": "document.legacy_font",
    "vni": "document.legacy_font",
    "mixedfont": "document.legacy_font",
}
TONES = {
    "oá": "óa",
    "oà": "òa",
    "oả": "ỏa",
    "oã": "õa",
    "oạ": "ọa",
    "uý": "úy",
    "uỳ": "ùy",
    "uỷ": "ủy",
    "uỹ": "ũy",
    "uỵ": "ụy",
    "oé": "óe",
    "oè": "òe",
    "oẻ": "ỏe",
    "oẽ": "õe",
    "oẹ": "ọe",
}
SECTIONS = ("resolution_results", "lessons_learned", "new_term_goals", "resolution29_alignment")


def norm(text: str | None) -> str:
    t = unicodedata.normalize("NFC", text or "").casefold()
    t = re.sub(r"(?<![q])([ou][áàảãạýỳỷỹỵéèẻẽẹ])(?!\w)", lambda m: TONES.get(m[1], m[1]), t)
    t = re.sub(r"[–—‑]", "-", t)
    return re.sub(r"\s+", " ", t).strip(" .:;,-")


def bare(heading: str | None) -> str:
    t = norm(heading)
    t = re.sub(r"^(phần\s+(thứ\s+)?\w+\s*[.:\-]?\s*)", "", t)
    t = re.sub(r"^((?:[ivx]+|[a-d]|\d+(?:\.\d+)*)\s*[.)\-/:]\s*)+", "", t)
    return t.strip(" .:;,-")


def key(f: dict) -> tuple:
    return (
        f["code"],
        f.get("section")
        if f["code"].startswith("section.")
        else f.get("part")
        if f["code"].startswith("goals.part")
        else f.get("authority")
        if f["code"].startswith("authority.m")
        else None,
    )


def near_ok(gold_near: str | None, f: dict) -> bool:
    if not gold_near or f["code"] in ("figure.conflict", "figure.total", "term.mismatch"):
        return True  # two places are equally good answers
    q, n = norm(f.get("quote")), norm(gold_near)
    return bool(q) and (n in q or q in n or fuzz.partial_ratio(n, q) >= 80)


class Tally:
    def __init__(self):
        self.hit = self.miss = self.extra = 0

    @property
    def f1(self):
        d = 2 * self.hit + self.miss + self.extra
        return 2 * self.hit / d if d else 1.0

    @property
    def p(self):
        return self.hit / (self.hit + self.extra) if self.hit + self.extra else 1.0

    @property
    def r(self):
        return self.hit / (self.hit + self.miss) if self.hit + self.miss else 1.0


def score(gold_dir: Path, results: list[dict], verbose: bool = False, after_file=None) -> dict:  # noqa: C901, PLR0912, PLR0915
    pred = {r["file"]["name"]: r for r in results}
    n = Counter()
    auth, ind, find = Tally(), Tally(), Tally()
    by_code: dict[str, Tally] = defaultdict(Tally)
    confusion = Counter()
    say = print if verbose else (lambda *_a, **_k: None)
    for gf in sorted(gold_dir.glob("*.gold.json")):
        g = json.loads(gf.read_text("utf-8"))
        r = pred.get(g["file"])
        n["files"] += 1
        if r is None:
            say(f"-- {g['file']}: no result")
            n["no_result"] += 1
            r = {
                "kind": None,
                "verdict": None,
                "sections": [],
                "authorities": [],
                "indicators": [],
                "findings": [],
                "unit": None,
                "terms": {},
            }
        n["kind"] += r["kind"] == g["kind"]
        n["verdict"] += r["verdict"] == g["verdict"]
        if r["kind"] != g["kind"] or r["verdict"] != g["verdict"]:
            say(f"-- {g['file']}: kind {r['kind']} (gold {g['kind']}), verdict {r['verdict']} (gold {g['verdict']})")
        if g["unit"]["level"] != "base":  # bases are registered by each workspace, not by the default registry
            n["units_of"] += 1
            n["unit"] += ((r.get("unit") or {}).get("id")) == g["unit"]["id"]
            if ((r.get("unit") or {}).get("id")) != g["unit"]["id"]:
                say(f"   {g['file']}: unit {(r.get('unit') or {}).get('id')} gold {g['unit']['id']}")
        if g["kind"] == "term_report":
            n["terms_of"] += 2
            for k in ("closing", "opening"):
                n["terms"] += (r.get("terms") or {}).get(k) == g["terms"].get(k)
            ps = {s["id"]: s for s in r["sections"]}
            for sid in SECTIONS:
                gs, p = g["sections"][sid], ps.get(sid, {"status": None, "heading": None})
                n["sections_of"] += 1
                n["sections"] += p["status"] == gs["status"]
                confusion[(sid, gs["status"], p["status"])] += 1
                if p["status"] != gs["status"]:
                    say(f"   {g['file']}: {sid} {p['status']} gold {gs['status']}")
                if gs.get("heading") and gs["status"] != "missing":
                    n["headings_of"] += 1
                    ok = fuzz.ratio(bare(gs["heading"]), bare(p.get("heading"))) >= 88 or (
                        bare(p.get("heading"))
                        and bare(p.get("heading")) in bare(gs["heading"])
                        and len(bare(p["heading"])) > 12
                    )
                    n["headings"] += bool(ok)
                    if not ok:
                        say(f"   {g['file']}: {sid} heading {p.get('heading')!r} gold {gs['heading']!r}")
            gp = g["sections"]["new_term_goals"].get("parts")
            pp = ps.get("new_term_goals", {}).get("parts") or {}
            if gp and g["sections"]["new_term_goals"]["status"] != "missing":
                for k, v in gp.items():
                    n["parts_of"] += 1
                    n["parts"] += pp.get(k) == v
                    if pp.get(k) != v:
                        say(f"   {g['file']}: part {k} {pp.get(k)} gold {v}")
            ga = {(a["id"], a["status"]) for a in g.get("authorities", [])}
            pa = {
                (a["id"], a["status"]) for a in r["authorities"] if a["id"] in ("nq29", "kl49", "ct11", "ctr76", "nq45")
            }
            auth.hit += len(ga & pa)
            auth.miss += len(ga - pa)
            auth.extra += len(pa - ga)
            if ga != pa:
                say(f"   {g['file']}: authorities missed {sorted(ga - pa)} extra {sorted(pa - ga)}")
            gi = defaultdict(list)
            for i in g.get("indicators", []):
                gi[(i["id"], i["kind"])].append(float(i["value"]))
            for k, values in gi.items():
                got = [
                    float(i["value"])
                    for i in r["indicators"]
                    if (i["id"], i["kind"]) == k and i.get("value") is not None
                ]
                for v in values:
                    ok = any(abs(x - v) <= 0.0005 * max(abs(v), 1) for x in got)
                    ind.hit += ok
                    ind.miss += not ok
                    if not ok:
                        say(f"   {g['file']}: indicator {k} {v} got {got}")
                ind.extra += sum(1 for x in got if not any(abs(x - v) <= 0.0005 * max(abs(v), 1) for v in values))
        gold_f = list(g.get("findings", []))
        for t in g["traits"]:
            if t in TRAIT_FINDINGS and TRAIT_FINDINGS[t] not in {f["code"] for f in gold_f}:
                gold_f.append({"code": TRAIT_FINDINGS[t]})
        left = list(r["findings"])
        for gfnd in gold_f:
            m = next((f for f in left if key(f) == key(gfnd) and near_ok(gfnd.get("near"), f)), None)
            if m is not None:
                left.remove(m)
                find.hit += 1
                by_code[gfnd["code"]].hit += 1
            else:
                find.miss += 1
                by_code[gfnd["code"]].miss += 1
                say(f"   {g['file']}: missed {key(gfnd)} near {gfnd.get('near')!r}")
        known = {key(f) for f in gold_f}
        for f in left:
            if f.get("severity") == "info" and key(f) in known:
                continue
            find.extra += 1
            by_code[f["code"]].extra += 1
            say(f"   {g['file']}: extra {key(f)} quote {f.get('quote')!r}")
        for t in g.get("traps", []):
            n["traps_of"] += 1
            if any(
                f["code"] == t["code"] and near_ok(t.get("near"), f) for f in left
            ):  # findings that gold shares are no trap
                n["traps_hit"] += 1
                say(f"   {g['file']}: fell for trap {t}")
        if after_file:
            after_file(g["file"], n, {"authority": auth, "indicator": ind, "finding": find})

    def pct(a: str, b: str) -> float | None:
        return round(100 * n[a] / n[b], 1) if n[b] else None

    out = {
        "files": n["files"],
        "no_result": n["no_result"],
        "kind %": pct("kind", "files"),
        "verdict %": pct("verdict", "files"),
        "unit %": pct("unit", "units_of"),
        "terms %": pct("terms", "terms_of"),
        "section status %": pct("sections", "sections_of"),
        "heading located %": pct("headings", "headings_of"),
        "goal parts %": pct("parts", "parts_of"),
        "authority F1": round(100 * auth.f1, 1),
        "indicator recall": round(100 * ind.r, 1),
        "indicator F1": round(100 * ind.f1, 1),
        "finding precision": round(100 * find.p, 1),
        "finding recall": round(100 * find.r, 1),
        "finding F1": round(100 * find.f1, 1),
        "traps avoided %": round(100 - 100 * n["traps_hit"] / n["traps_of"], 1) if n["traps_of"] else None,
    }
    if verbose:
        print("\ncode                        hit miss extra")
        for c, t in sorted(by_code.items()):
            print(f"{c:28}{t.hit:3}{t.miss:5}{t.extra:6}")
    return out


if __name__ == "__main__":
    res = json.loads(Path(sys.argv[2]).read_text("utf-8"))
    for k, v in score(Path(sys.argv[1]), res, "--verbose" in sys.argv).items():
        print(f"{k:20} {v}")
