"""A reader with a browser: Chromium as it is installed, with no network and no page but those of a folder."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path  # noqa: TC003 - a field of a dataclass

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.outbox.board.builder import build

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


@dataclass
class Reader:
    """A page of the browser, and everything that went wrong on it."""

    page: Page
    outbox: Path
    troubles: list[str] = field(default_factory=list)
    """Messages in the console (the policy's among them), errors of scripts, dialogs, requests that left the folder."""

    def lay(self, submissions=(), waiting=(), **more):
        """Put the pages of a board into the outbox."""
        for path, data in build(submissions, waiting, **more).items():
            (self.outbox / path).parent.mkdir(parents=True, exist_ok=True)
            (self.outbox / path).write_bytes(data)
        return self

    def open(self, path="index.html", asked=""):
        """Open a page of the outbox, as from a share."""
        self.page.goto("about:blank")  # else another "#..." alone would load nothing
        self.page.goto((self.outbox / path).as_uri() + asked)
        return self.page

    def open_unit(self, unit):
        """Open the page of a unit."""
        return self.open(f"_tong-quan/don-vi/{unit.id}.html")

    @property
    def names(self):
        """The units that the list shows."""
        return self.page.locator("#rows .name").all_inner_texts()

    @property
    def told(self):
        """What the list says of itself."""
        return self.page.locator("#shown").inner_text()

    def watch(self):
        """Note whatever a page does that it must not do."""
        self.page.on("console", lambda message: self.troubles.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.troubles.append(dialog.message), dialog.dismiss()))
        self.page.on("request", lambda request: self._note(request.url))
        return self

    def _note(self, address):
        if not address.startswith(self.outbox.as_uri()):
            self.troubles.append(f"asked for {address}")


@pytest.fixture(scope="session")
def chromium():
    """The system's Chromium; nothing is downloaded."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip("Chromium isn't installed")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium, tmp_path):
    """Makes readers: each with its own window, as wide and as bright as asked for."""
    contexts = []

    def make(**options):
        context = chromium.new_context(
            **({"viewport": {"width": 1280, "height": 900}, "locale": "vi-VN", "offline": True} | options)
        )
        context.set_default_timeout(30_000)
        contexts.append(context)
        return Reader(context.new_page(), tmp_path).watch()

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def reader(opened):
    """A reader at a desk; at the end, nothing may have gone wrong."""
    one = opened()
    yield one
    assert one.troubles == []
