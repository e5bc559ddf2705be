"""What a desk has decided to let stand: suppressions in texts and beside them, ignores by file, and the baseline."""
