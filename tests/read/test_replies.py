"""What people answered to our comments is read apart from what they remarked themselves."""

import pytest

from service.read import read
from tests.read.builder import members, zipped

W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'


def comment(ident, author, text, para=""):
    mark = f' w14:paraId="{para}"' if para else ""
    return (
        f'<w:comment w:id="{ident}" w:author="{author}" w:date="2020-06-01T08:00:00Z">'
        f"<w:p{mark}><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>"
    )


def paragraph(text, *idents):
    anchors = "".join(f'<w:commentRangeStart w:id="{ident}"/>' for ident in idents)
    ends = "".join(
        f'<w:commentRangeEnd w:id="{ident}"/><w:r><w:commentReference w:id="{ident}"/></w:r>' for ident in idents
    )
    return f"<w:p>{anchors}<w:r><w:t>{text}</w:t></w:r>{ends}</w:p>"


def told(body, comments, links=""):
    """What is read as replies, and what as comments."""
    extended = f"<w15:commentsEx {W15}>{links}</w15:commentsEx>"
    relations = (
        '<Relationship Id="rIdEx" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended"'
        ' Target="commentsExtended.xml"/>'
    )
    more = {"relations": relations, "extra": {"word/commentsExtended.xml": extended}} if links else {}
    found = read(zipped(members(body, comments=comments, **more)))
    return [(one.author, one.text, one.to) for one in found.replies], [one.text for one in found.comments]


def link(para, parent=""):
    above = f' w15:paraIdParent="{parent}"' if parent else ""
    return f'<w15:commentEx w15:paraId="{para}"{above}/>'


OURS = comment(1, "tongket", "Chưa dẫn. (mã: k7m2q4)", "0A")


def test_a_reply_that_word_links_below_ours_is_a_reply_whatever_it_says():
    comments = OURS + comment(2, "Bà Hoa", "Đã sửa", "0B") + comment(3, "An", "Cảm ơn", "0C")
    links = link("0A") + link("0B", "0A") + link("0C", "0B")
    replies, remarks = told(paragraph("Báo cáo", 1, 2, 3), comments, links)
    assert replies == [("Bà Hoa", "Đã sửa", "Chưa dẫn. (mã: k7m2q4)"), ("An", "Cảm ơn", "Chưa dẫn. (mã: k7m2q4)")]
    assert remarks == []


def test_a_thread_of_people_is_theirs():
    comments = OURS + comment(2, "An", "Xem lại", "0B") + comment(3, "Bà Hoa", "Chấp nhận: đúng rồi", "0C")
    replies, remarks = told(paragraph("Báo cáo", 1, 2, 3), comments, link("0A") + link("0B") + link("0C", "0B"))
    assert (replies, remarks) == ([], ["Xem lại", "Chấp nhận: đúng rồi"])


def test_without_links_only_what_accepts_and_stands_next_to_ours_is_a_reply():
    comments = OURS + comment(2, "Bà Hoa", "Chấp nhận: đã nêu") + comment(3, "An", "Xem lại")
    assert told(paragraph("Báo cáo", 1, 2, 3), comments) == (
        [("Bà Hoa", "Chấp nhận: đã nêu", "Chưa dẫn. (mã: k7m2q4)")],
        ["Xem lại"],
    )


@pytest.mark.parametrize(
    "body", [paragraph("Báo cáo", 1) + paragraph("Hội viên", 2), paragraph("Báo cáo", 2) + paragraph("Hội viên", 1)]
)
def test_what_stands_elsewhere_answers_nothing(body):
    assert told(body, OURS + comment(2, "Bà Hoa", "Chấp nhận: đã nêu"))[0] == []


@pytest.mark.parametrize(
    "links", [link("0A", "0B") + link("0B", "0A"), link("0A") + link("0B", "0F"), link("0B", "0B")]
)
def test_links_that_lead_in_a_circle_or_nowhere_end(links):
    replies, remarks = told(paragraph("Báo cáo", 1, 2), OURS + comment(2, "An", "Xem lại", "0B"), links)
    assert len(replies) + len(remarks) == 1
