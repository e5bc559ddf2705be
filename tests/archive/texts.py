"""Made-up releases of made-up firms, as many as a test wants."""

from pathlib import Path

NAMES = ("Harbour Line", "Lake Museum", "Tarn Valley Clinic", "Norrland Rail", "Sel Bay Dairy")
VERBS = ("carried", "drew", "treated", "served", "paid")
NOUNS = ("passengers", "visitors", "patients", "travellers", "farmers")


def release(number: int, *, year: int = 2022, value: int | None = None) -> str:
    """Return a release that tells three figures of a year, the same for the same number and year."""
    who = number % len(NAMES)
    told = value if value is not None else 100_000 + (number * 7919 + year * 104_729) % 900_000
    return (
        f"{NAMES[who]}, report no. {number}\n\n"
        f"14 May {year + 1}\n\n{NAMES[who]} {VERBS[who]} {told:,} {NOUNS[who]} in {year}, it said on Sunday.\n\n"
        f"At the end of {year} {NAMES[who]} employed {1000 + number:,} gardeners. Report {number} has {number % 7 + 2} pages.\n"
    )


def write_releases(folder: Path, count: int) -> Path:
    """Write so many releases into a folder; all of one firm and year differ in what they tell."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:04}.txt").write_text(release(number, year=2000 + number // 5 % 20), encoding="utf-8")
    return folder


OLD = """\
Harbour Line carries more passengers

AALBORG, 14 May 2023 -- Harbour Line carried 2.64 million passengers in 2022, the ferry company said on Sunday. Revenue
rose 7.7% to 412 million euros.

At the end of 2022 Harbour Line employed 1,284 sailors.
"""
NEW = """\
Harbour Line opens a quay

AALBORG, 20 May 2024 -- Harbour Line, which carried 2.46 million passengers in 2022, opened a quay on Monday. At the end of
2022 Harbour Line employed 1,284 sailors.
"""
