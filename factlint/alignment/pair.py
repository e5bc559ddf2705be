"""Two claims that may speak of one fact, with what was worked out of the two."""

from factlint.alignment.score import Match
from factlint.alignment.slips import Comparison, Slip, compare, tell_slip
from factlint.model.claim import Claim
from factlint.model.record import dataclass


@dataclass(slots=True)
class Pair:
    """Two claims that may speak of one fact, and how strong the case is."""

    first: Claim
    second: Claim
    match: Match
    _comparison: Comparison | None = None
    _slip: Slip | None = None

    @property
    def comparison(self) -> Comparison:
        """The two figures under the readings that are fair to both, compared once for all checks."""
        if self._comparison is None:
            assert self.first.quantity is not None and self.second.quantity is not None
            self._comparison = compare(self.first.quantity, self.second.quantity)
        return self._comparison

    @property
    def slip(self) -> Slip:
        """The one slip that turns one figure into the other, told once for all checks."""
        if self._slip is None:
            assert self.first.quantity is not None and self.second.quantity is not None
            self._slip = tell_slip(self.first.quantity, self.second.quantity)
        return self._slip
