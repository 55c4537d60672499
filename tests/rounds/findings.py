"""Findings as reports bring them, with no more words than a test needs."""

from dataclasses import replace

from service.model.examination import Examination, FileFacts, Finding, Kind, Severity, Verdict

FILE = FileFacts("bc.docx", "0" * 64, 1, "docx")


def found(code="figure.percent", quote=None, **more):
    return Finding(code, Severity.WARNING, f"{code} {quote}", "vì", "sửa", quote=quote, **more)


def report(*findings, pack="tong-ket@1.0.0+00000000"):
    return Examination(FILE, Kind.TERM_REPORT, Verdict.GAPS, findings=findings, pack=pack)


def moved(finding, by):
    return replace(finding, paragraph=(finding.paragraph or 0) + by)
