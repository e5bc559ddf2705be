"""Kinds of tokens, forms and bounds by their bare names, for the rooms that ask them of every token.

An attribute of an enumeration takes Python 3.11 ten times as long to find as a name of a module.
"""

from factlint.model.parse import TokenKind
from factlint.model.quantity import Bound, Form

WORD, NUMBER, DESIGNATOR, SYMBOL = TokenKind
CARDINAL, ORDINAL, FRACTION, MULTIPLE, INDEFINITE = Form
EXACT, APPROX, AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, RANGE = Bound
