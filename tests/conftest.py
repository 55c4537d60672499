"""What all tests share."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# A loaded machine is slow, not wrong.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport():
    """Where TONGKET_NO_SKIP is set (continuous integration), a skipped test is a failed one."""
    outcome = yield
    report = outcome.get_result()
    if report.skipped and os.environ.get("TONGKET_NO_SKIP") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be skipped: {report.longrepr}"
