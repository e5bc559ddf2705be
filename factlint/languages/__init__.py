"""Figures of other languages than English, as the figures that two languages share."""

from factlint.languages.tell import is_chinese

__all__ = ["is_chinese"]
