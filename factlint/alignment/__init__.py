"""Which claims may be compared with which, and how sure that is."""

from factlint.alignment.evidence import Evidence, Pair
from factlint.alignment.slips import compare

__all__ = ["Evidence", "Pair", "compare"]
