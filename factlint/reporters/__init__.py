"""From a report to what people and programs read; nothing is judged here."""
