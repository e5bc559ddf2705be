"""The commands of the program, a module each; what they do is imported when they run, so that the start is quick."""
