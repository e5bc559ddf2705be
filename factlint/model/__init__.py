"""The nouns of the project: plain values, no input or output, nothing of ours but each other."""
