"""Text into tokens and numerals: where numbers are, what is one token, what is one number."""
