"""Two versions of one text beside one another: an original and its translation, or two drafts."""

from factlint.comparing.drafts import compare_drafts
from factlint.comparing.translation import compare_translation

__all__ = ["compare_drafts", "compare_translation"]
