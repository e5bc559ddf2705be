"""reStructuredText: prose kept at its offsets, marks, code and comments blanked out."""

import docutils.core
import docutils.nodes

from factlint.readers import read_text

PAGE = """\
=======
Mill 1
=======

:Date: 2023-04-20

Exports **rose** 5.3% to *2.64 million* units, ``x=1`` said `the board`_ [1]_.
It grew by 5 * 3 :sup:`th`.

Second part
-----------

- First item 1
  goes on here
- Second item. With two.

    Quoted 7 text.

.. note:: Kept 8.

.. code-block:: python

   x = 99

.. A comment with 77.

Code::

    y = 88

Table 1: Sales (tonnes)

======  =====  =====
Region  2022   2023
======  =====  =====
East    1,200  1,300
West    400    500
======  =====  =====

+-------+-------+
| Kind  | 2023  |
+=======+=======+
| Pears | 1,700 |
+-------+-------+

.. list-table:: Prices (euros)

   * - Fruit
     - 2023
   * - Plum
     - 3.20

.. _the board: https://example.org/55
.. [1] A note of 4.
"""


def test_a_page_is_read() -> None:
    """All kinds of blocks are told apart."""
    document = read_text(PAGE, kind="rst")
    assert len(document.text) == len(PAGE)
    assert [(s.block.value, " ".join(s.span.of(document.text).split())) for s in document.sentences] == [
        ("heading", "Mill 1"),
        ("prose", "2023-04-20"),
        ("prose", "Exports rose 5.3% to 2.64 million units, said the board ."),
        ("prose", "It grew by 5 * 3 th ."),
        ("heading", "Second part"),
        ("item", "First item 1 goes on here"),
        ("item", "Second item."),
        ("item", "With two."),
        ("quote", "Quoted 7 text."),
        ("prose", "Kept 8."),
        ("prose", "Code:"),
        ("prose", "Table 1: Sales (tonnes)"),
        ("cell", "Region"),
        ("cell", "2022"),
        ("cell", "2023"),
        ("cell", "East"),
        ("cell", "West"),
        ("cell", "Kind"),
        ("cell", "2023"),
        ("cell", "Pears"),
        ("prose", "Prices (euros)"),
        ("cell", "Fruit"),
        ("cell", "2023"),
        ("cell", "Plum"),
        ("prose", "A note of 4."),
    ]
    figures = [figure.cell.span.of(PAGE) for table in document.tables for figure in table.figures]
    assert figures == ["1,200", "1,300", "400", "500", "1,700", "3.20"]
    assert document.dateline.date is not None


def test_docutils_reads_the_same_paragraphs() -> None:
    """The words of each paragraph that docutils finds are in the text, in order."""
    tree = docutils.core.publish_doctree(PAGE, settings_overrides={"report_level": 5})
    document = read_text(PAGE, kind="rst")
    own = " ".join(document.text.split())
    for node in tree.findall(docutils.nodes.paragraph):
        words = [word.strip(".,") for word in node.astext().split() if "x=1" not in word]
        at = 0
        for word in words:
            if word.strip("[]1") == "":
                continue
            at = own.find(word, at if own.find(word, at) >= 0 else 0)
            assert at >= 0, (word, words)


def test_what_is_nested_without_end_is_read() -> None:
    """Lists a thousand indents deep lose no words, nor do notes within notes."""
    lists = "".join(f"{' ' * deep}* The crew of ship {deep} has 12 hands.\n\n" for deep in range(1_000))
    notes = "".join(f"{' ' * (3 * deep)}.. note::\n\n" for deep in range(300)) + " " * 900 + "The crew has 12 hands.\n"
    document = read_text(lists, kind="rst")
    last = document.sentences[-1].span.of(document.text)
    assert last.endswith("The crew of ship 999 has 12 hands.")
    assert len(document.sentences) == 1_000
    assert "The crew has 12 hands." in read_text(notes, kind="rst").text


def test_directives_titles_and_tables() -> None:
    """Admonitions keep their words, what is not prose is left out, and a table has its caption."""
    source = """\
:Author: Ada Lund
:Date: 2023-04-20

====
Fair
====

The fair had 640 stalls::

    stalls = 12

Term
    It opened on time.

| The first line had 3 boats.
| The second had 4.

.. note:: Bring 2 coats.

.. image:: crowd-of-90000.png
   :alt: 90000 people

.. [1] Of them 40 sold fish.

.. _map: https://example.org/7

..

__ https://example.org/8

.. figure:: plan.png

   The hall has 5 doors.

#. The cook served 80 pies.
#. The baker sold 70.

-----

.. csv-table:: Stalls by year
   :widths: 20, 20

   "Year", "Stalls"
   "2022", 610
   2023, "640"

.. table:: Boats

   ===== =====
   Year  Boats
   ===== =====
   2022  31
   2023  33
   ===== =====

+------+------+
| Year | Pies |
+======+======+
| 2023 | 80   |
+------+------+
"""
    document = read_text(source, kind="rst")
    shown = document.text
    for words in (
        "640 stalls:",
        "It opened on time.",
        "3 boats",
        "Bring 2 coats.",
        "40 sold fish",
        "5 doors",
        "80 pies",
    ):
        assert words in shown
    for words in ("stalls = 12", "90000", "example.org", "plan.png", "-----"):
        assert words not in shown
    assert document.dateline.date is not None
    assert [table.caption.of(shown) for table in document.tables[:2] if table.caption] == ["Stalls by year", "Boats"]
    assert [cell.span.of(shown) for cell in document.tables[0].cells] == [
        "Year",
        "Stalls",
        "2022",
        "610",
        "2023",
        "640",
    ]
    assert [cell.span.of(shown) for cell in document.tables[2].cells] == ["Year", "Pies", "2023", "80"]
