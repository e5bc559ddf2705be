"""Events that happen once, each told of one thing: which two tellings are compared, and which are not."""

import pytest

from factlint.alignment.events import event_pairs
from tests.alignment.reading import evidence


def _pairs(text: str) -> list[tuple[str, str]]:
    found = evidence(text)
    return [(found.quote(a.when.span), found.quote(b.when.span)) for a, b in event_pairs(found)]


@pytest.mark.parametrize(
    ("first", "second", "dates"),
    [
        ("Marta Lund Ilves (3 May 1901 – 7 June 1980) was a chemist.", "Marta Ilves was born in 1903.", ("3 May 1901", "1903")),
        ("Marta Lund Ilves (3 May 1901 – 7 June 1980) was a chemist.", "Marta Ilves died on June 7, 1990.", ("7 June 1980", "June 7, 1990")),
        ("Marta Ilves, 2nd Countess of Lund, (3 May 1901 – 7 June 1980) was a chemist.", "Marta Ilves passed away in 1970.", ("7 June 1980", "1970")),
        ("Christopher Aldous Pell (1 May 1951 – 2 May 2011) was a rower.", "Chris Pell died in 2013.", ("2 May 2011", "2013")),
        ("Jaan Tarn (Estonian: Jaan; born 4 March 1960) is a sculptor.", "Jaan Tarn was born on 4 May 1960.", ("4 March 1960", "4 May 1960")),
        ("The Salt Road is a 1930 comedy by Ines Vidal.", "The Salt Road is a 1940 comedy in two acts.", ("1930", "1940")),
        ("Tidewater is a 2017 Danish drama film set in Esbjerg.", "Tidewater is a 2004 film.", ("2017", "2004")),
        ("The film was released on March 23, 2007.", "Lanterns at Sea was released in 2017.", ("March 23, 2007", "2017")),
        ("It was established on June 4, 1991 after a vote.", "Varnholm was established in 1993.", ("June 4, 1991", "1993")),
        ("His debut solo album Cold Harbours was released on 28 April 2014.", "Ivo Brandt’s debut album was released in 2011.", ("28 April 2014", "2011")),
        ("Moorline’s filming began in 2015.", "Filmed in Bergen, beginning in 2013, Moorline opened in Oslo.", ("2015", "2013")),
        ("The film was shot in Ghent from September 1994 to August 1995.", "The filming of Long Water finished in August 1997.", ("from September 1994 to August 1995", "August 1997")),
        ("Principal photography of the film began on December 8, 2015.", "2014 was the year when the principal photography of The Quiet Dike started.", ("December 8, 2015", "2014")),
        ("Keelhaul Records is a Danish record label founded in 1971 by Ada Holm.", "In 1991 Keelhaul Records was founded by Ada Holm.", ("1971", "1991")),
        ("Blue Anchor (formerly Anchor Games) was a developer based in Aarhus, Denmark, founded in 1998 by friends.", "Blue Anchor was founded in 1999.", ("1998", "1999")),
        ("Slow Ferries is a rock duo that was formed in Lund in 1994.", "Slow Ferries started in 1997.", ("1994", "1997")),
        ("Rasmus Bek helped co-found Halyard in 1962.", "Bek helped co-found Halyard with Nils Roe in August 1991.", ("1962", "August 1991")),
        ("Two captains founded the Harbor Museum in 1921.", "The Harbor Museum was founded in 1931.", ("1921", "1931")),
        ("Grime jazz developed in the late 1960s and early 1970s.", "Grime jazz was developed in the early 1990's.", ("the late 1960s and early 1970s", "the early 1990's")),
        ("Tarn’s sequel was released on May 2, 2012.", "A sequel, Tarn 2, was released on May 2, 2014.", ("May 2, 2012", "May 2, 2014")),
        ("José Vidal was born in 1950.", "José Vidal was born in 1953.", ("1950", "1953")),
    ],
)  # fmt: skip
def test_pairs(first: str, second: str, dates: tuple[str, str]) -> None:
    """Two tellings of one event of one thing, however worded, make a pair."""
    assert _pairs(f"{first}\n\n{second}\n") == [dates]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Marta Ilves (3 May 1901 – 7 June 1980) was a chemist.", "Jaan Ilves was born in 1903."),
        ("Marta Ilves was born in 1901.", "Marta Ilves was married in 1921."),
        ("Marta Ilves was born in 1901.", "Marta Ilves was not born in 1902."),
        ("The Harbor Museum was founded in 1921.", "The museum’s Youth Club was founded in 1931."),
        ("The Harbor Museum was founded in 1921.", "The Harbor Museum’s annex was founded in 1931."),
        ("Tarn was released in 2010.", "Tarn’s sequel was released in 2014."),
        ("Tarn was released in Denmark in 2010.", "Tarn was released in Japan in 2012."),
        ("Tarn was first released in 2010.", "Tarn was released in 2012."),
        ("Tarn was released in 2010.", "Tarn was re-released in 2012."),
        ("Tarn premiered in 2010.", "Tarn was released in 2011."),
        ("Ada Holm met Ines Vidal. The film was released in 1990.", "Tarn was released in 1992."),
        ("Nils Roe left early. It was founded in 1990.", "Keelhaul Records was founded in 1992."),
        ("It was founded in 1990.", "Keelhaul Records was founded in 1992. Halyard was founded in 1993."),
        ("The film was released in 1990.", "The album Tarn was released in 1992."),
        ("The first album of Halyard was released in 1990.", "The second album of Halyard was released in 1992."),
        ("Halyard started in 1990 as a side project.", "Halyard began in 1992."),
        ("Bek joined Halyard, founded in 1990.", "Bek was born in 1960."),
        ("Bek is a member of Halyard, founded in 1990.", "Bek founded Keelhaul in 1995."),
        ("Researchers found in 2010 that eels sleep.", "Researchers found in 2012 that eels dream."),
        ("Halyard was founded before 1990.", "Halyard was founded in 1985."),
        ("Queen Ada of Varn (12 May 1837 – 3 June 1901 in Varn) ruled.", "Queen Ada of Varn was crowned in 1838."),
        ("The Salt Road is a 1930 comedy.", "The Salt Road is a 1955 opera house."),
        ("Ines Vidal is a 2014 Olympian.", "Ines Vidal is a 2018 Olympian."),
        ("The town was founded in 300 BC.", "Varnholm was founded in 1300."),
    ],
)  # fmt: skip
def test_no_pairs(first: str, second: str) -> None:
    """Another person, thing, place, act or edition; and what leans on a name told before."""
    assert _pairs(f"{first}\n\n{second}\n") == []
