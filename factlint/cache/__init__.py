"""What is kept from run to run: where, under which name, and how it is sealed. Nothing kept is ever needed."""
