"""`read`: from the bytes of a file to its manuscript, or to the one reason why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.errors import UnreadableReport
from service.model.manuscript import Aside, Manuscript
from service.read import compact
from service.read.body import MAX_PARAGRAPHS, Body
from service.read.finish import Finisher, tables
from service.read.fonts import read_theme
from service.read.foreign import refusing
from service.read.gate import MAX_FILE, MAX_WHOLE, Container
from service.read.looks import SILENT
from service.read.notes import Margins
from service.read.numbering import Numbering
from service.read.package import Package
from service.read.scan import is_image_only
from service.read.shown import effective
from service.read.sniff import sight
from service.read.story import References, Story
from service.read.styles import Styles
from service.read.stylesheet import Sheet
from service.read.xml import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from service.model.manuscript import Place

_WORDLESS = ("image/", "audio/", "video/", "application/vnd.openxmlformats-package.")
"""Content types of pictures and the like, and of what ties the parts together."""
MAX_CHUNK_DEPTH = 3
"""How deep Word files inside Word files are followed."""
MAX_PACKAGES = 300
"""How many Word files inside one are opened in all."""


def read(data: bytes, name: str = "") -> Manuscript:
    """Read a Word package.

    Args:
        data: The whole file.
        name: Its name; used only to recognise Office's owner files.

    Returns:
        Everything that the file says.

    Raises:
        UnreadableReport: the file can't be judged; its key and variant say why.
    """
    with refusing():
        return _read(data, name)


def _read(data: bytes, name: str) -> Manuscript:
    if len(data) > MAX_FILE:
        raise UnreadableReport("file.too_large")
    sighting = sight(data, name)
    if sighting.package is None:
        raise UnreadableReport(sighting.key, sighting.variant)
    sighting.package.container.verify()
    manuscript = _Reader(sighting.package, Story(), 0).manuscript()
    if is_image_only(manuscript):
        raise UnreadableReport("file.image_only")
    return manuscript


class _Reader:
    """Reads one package into a story; a chunk that is a package itself goes into the same story."""

    def __init__(self, package: Package, story: Story, depth: int) -> None:
        self._package = package
        self._story = story
        self._depth = depth
        self._starts: list[int] = []
        self._lines: dict[str, list[str] | None] = {}
        self._theme = read_theme(self._part("theme"))
        sheet = self._package.related("styles")
        self._styles = Styles(Sheet(self._package.container.read(sheet) if sheet else None), self._theme)

    def manuscript(self) -> Manuscript:
        self.walk()
        story, finisher = self._story, Finisher(self._story)
        paragraphs = finisher.paragraphs()
        return Manuscript(
            format=self._package.format,
            paragraphs=paragraphs,
            tables=tables(story.grids, paragraphs),
            notes=tuple(story.notes),
            hidden=finisher.hidden.all(),
            comments=tuple(story.comments),
            replies=tuple(story.replies),
            insertions=finisher.insertions.all(),
            deletions=finisher.deletions.all(),
            legacy=finisher.legacy.all(),
            unread=(*story.unread, *self._damaged()),
            prompts=finisher.prompts.all(),
            pictures=story.pictures,
            page_pictures=story.page_pictures,
            largest_picture=story.largest_picture,
            blocks=tuple(self._starts),
        )

    def walk(self) -> None:
        """Read the main part, then what it refers to in this package."""
        root, blocks = compact.parse(self._package.container.read(self._package.main))
        bodies = root.findall(W + "body")
        if root.tag != W + "document" or not bodies:
            raise UnreadableReport("file.corrupt", "no_main")
        numbering = Numbering(self._part("numbering"), self._styles, self._theme)
        before, self._story.references = self._story.references, References()
        walk = Body(self._story, self._styles, numbering, self._theme, blocks=blocks, chunk=self._chunk)
        for body in bodies:  # a second one is against the rules and may hold half of the report
            walk.walk(body)
        self._starts = walk.starts
        margins = Margins(self._package, self._styles, self._theme)
        self._story.notes += margins.notes(self._story.references)
        comments, replies = margins.comments(self._story.references)
        self._story.comments += comments
        self._story.replies += replies
        self._story.references = before

    def _damaged(self) -> Iterator[Aside]:
        """Damaged parts that nothing refers to, so that the rest could be read; pictures hold no words."""
        for part in self._package.container.damaged:
            if "/media/" not in part and not self._package.content_type(part).startswith(_WORDLESS):
                yield Aside(part, None)

    def _part(self, kind: str) -> _Element | None:
        part = self._package.related(kind)
        return self._package.xml(part) if part else None

    def _chunk(self, ident: str, place: Place) -> None:
        link = self._package.links(self._package.main).get(ident)
        if link is None:
            self._miss(ident)
            return
        from service.read import chunks  # noqa: PLC0415 - a slow start for what few files hold

        if link.part not in self._lines:
            data = self._package.container.read(link.part)
            if data.startswith(b"PK") and self._depth < MAX_CHUNK_DEPTH:
                self._open(data)
                return
            self._lines[link.part] = chunks.lines(data, self._package.content_type(link.part) or link.part.lower())
        found = self._lines[link.part]
        if found is None:
            self._miss(link.part)
            return
        if len(self._story.drafts) + len(found) > MAX_PARAGRAPHS:
            raise UnreadableReport("file.too_large", "intricate")
        look = effective(SILENT, SILENT, SILENT, SILENT, self._styles.defaults)
        self._story.drafts.extend(chunks.drafts(found, self._styles.of_paragraph(None), look, place))

    def _open(self, data: bytes) -> None:
        """Read a Word file inside this one; all of them together have the limits of one file."""
        container, story = Container(data), self._story
        story.packages += 1
        story.weight += sum(member.size for member in container.members)
        if story.weight > MAX_WHOLE:
            raise UnreadableReport("file.too_large")
        if story.packages > MAX_PACKAGES:
            raise UnreadableReport("file.too_large", "intricate")
        _Reader(Package(container), story, self._depth + 1).walk()

    def _miss(self, part: str) -> None:
        """Tell of a document that stands here and can't be read."""
        self._story.unread.append(Aside(part, max(len(self._story.drafts) - 1, 0)))
