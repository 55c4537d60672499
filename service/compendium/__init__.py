"""The compendium: many reports' own text in one Word file, with its looks, and no word of it lost. Pure."""

from service.compendium.merging import merge
from service.compendium.whole import whole_extract

__all__ = ["merge", "whole_extract"]
