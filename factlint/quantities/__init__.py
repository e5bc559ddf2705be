"""Quantities, periods and names with numbers, read from sentences by ordered passes."""

from factlint.quantities.parse import parse_document, parse_sentence, parse_sentences

__all__ = ["parse_document", "parse_sentence", "parse_sentences"]
