"""Chinese: numerals with 万 and 亿, units, bounds, changes and periods."""

from factlint.languages.zh.figures import read_figures
from factlint.languages.zh.periods import read_periods
from factlint.languages.zh.sentences import sentences_of

__all__ = ["read_figures", "read_periods", "sentences_of"]
