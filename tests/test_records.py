"""Records are what frozen dataclasses with slots are, to those who use them."""

import copy
import dataclasses
import pickle

import pytest

from service.model.manuscript import Look, Paragraph, Place
from service.model.record import Record, replace

ONE = Paragraph(3, "Hội Khuyến học", place=Place(1, 2, 0))


def test_a_record_takes_its_fields_in_order_or_by_name_and_knows_the_rest():
    assert Paragraph(index=3, text="Hội Khuyến học", place=Place(table=1, row=2, column=0)) == ONE
    assert ONE.look == Look()
    with pytest.raises(TypeError, match="index"):
        Paragraph(text="không có số")
    with pytest.raises(TypeError, match="colour"):
        Look(colour="đỏ")


def test_a_record_stays_as_it_is():
    with pytest.raises(AttributeError, match="text"):
        ONE.text = "khác"
    with pytest.raises(AttributeError, match="text"):
        del ONE.text
    with pytest.raises(AttributeError, match="note"):
        ONE.note = "thêm"


def test_records_are_equal_by_what_they_hold_and_of_which_kind_they_are():
    class Spot(Record):
        table: int | None = None
        row: int | None = None
        column: int | None = None
        text_box: bool = False

    assert Place(1) == Place(1) != Place(2)
    assert hash(Place(1)) == hash(Place(1))
    assert Place(1) != Spot(1)
    assert len({Place(1), Place(1), Place(2)}) == 2


def test_replacing_a_field_makes_another_record():
    assert (
        replace(ONE, text="khác") == Paragraph(3, "khác", place=Place(1, 2, 0)) == dataclasses.replace(ONE, text="khác")
    )
    assert ONE.text == "Hội Khuyến học"
    with pytest.raises(TypeError, match="colour"):
        replace(ONE, colour="đỏ")


def test_the_functions_for_dataclasses_take_records():
    assert [one.name for one in dataclasses.fields(ONE)] == ["index", "text", "label", "look", "place"]
    assert [one.name for one in dataclasses.fields(Place)] == ["table", "row", "column", "text_box"]
    assert dataclasses.asdict(ONE)["place"] == {"table": 1, "row": 2, "column": 0, "text_box": False}


def test_a_record_travels_between_processes():
    assert pickle.loads(pickle.dumps(ONE)) == copy.deepcopy(ONE) == ONE
    assert repr(Place(1)) == "Place(table=1, row=None, column=None, text_box=False)"
