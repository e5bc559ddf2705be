"""Programs that other programs talk to: the language server of editors, the tools of assistants."""
