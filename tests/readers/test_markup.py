"""Markdown to paragraphs and a text of the same length."""

from datetime import date

import pytest

from factlint.readers import read_text

PAGE = """\
---
title: Ports 7%
date: 2023-04-20
---
# Exports **rose** 5.3% #

Exports rose [5.3%](https://example.org/2023/04 "by 7%") to *2.64 million* units, `x=1` said
the __ministry__. <!-- 9% --> It grew by 5 * 3 &amp; fell&nbsp;3%. ![chart 4](a.png)

Setext
------

- First item 1
  goes on here
- Second item. With two.

> Quoted 7 text.
> more

```
code 99
```

    indented 88

| Region | 2023  |
|--------|------:|
| East   | 1,300 |

<p>Para 5.</p>

<script>
var x = 77;
</script>

[ref]: https://example.org/77

Text with [a link][ref], snake_case and a note[^1].

[^1]: The note says 4.
"""


def sentences(text: str) -> list[tuple[str, str]]:
    """Return kind and words of each sentence, runs of spaces as one."""
    document = read_text(text, kind="markdown")
    assert len(document.text) == len(text)
    return [(s.block.value, " ".join(s.span.of(document.text).split())) for s in document.sentences]


def test_a_page_is_read() -> None:
    """Prose, headings, items, quotes and cells are kept; marks, code, comments and targets are blanked out."""
    assert sentences(PAGE) == [
        ("heading", "Exports rose 5.3%"),
        ("prose", "Exports rose 5.3% to 2.64 million units, said the ministry ."),
        ("prose", "It grew by 5 * 3 & fell 3%."),
        ("heading", "Setext"),
        ("item", "First item 1 goes on here"),
        ("item", "Second item."),
        ("item", "With two."),
        ("quote", "Quoted 7 text. more"),
        ("cell", "Region"),
        ("cell", "2023"),
        ("cell", "East"),
        ("prose", "Para 5."),
        ("prose", "Text with a link , snake_case and a note ."),
        ("prose", "The note says 4."),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_offsets_are_those_of_the_source(end: str) -> None:
    """What stands at an offset of the text stands there in the source, under all line endings."""
    source = PAGE.replace("\n", end)
    document = read_text(source, kind="markdown")
    for words in ("2.64 million", "goes on here", "1,300", "Quoted 7", "Setext"):
        at = document.text.index(words)
        assert source[at : at + len(words)] == words
    assert document.source == source


def test_headings_nest() -> None:
    """A heading stands under the last one of a higher level."""
    document = read_text("# A b\n\n## C d\n\nText.\n\n## E f\n\nMore.\n\n# G h\n\nEnd.\n", kind="markdown")
    assert [sentence.section for sentence in document.sentences] == [None, 0, 1, 0, 3, None, 5]


def test_the_front_matter_dates_the_page() -> None:
    """The date of the front matter is the document's, and its words are in the source."""
    document = read_text(PAGE, kind="markdown")
    assert document.dateline.date == date(2023, 4, 20)
    assert document.dateline.span is not None
    assert document.dateline.span.of(document.source) == "2023-04-20"
    assert read_text("---\ndate: 2023-13-45\n---\nText.\n", kind="markdown").dateline.date is None


def test_a_year_in_a_paragraph_is_no_list() -> None:
    """A line of a paragraph that begins with a year and a stop keeps it."""
    assert sentences("Exports rose until\n2023. They fell.\n") == [
        ("prose", "Exports rose until 2023."),
        ("prose", "They fell."),
    ]


def test_entities_become_their_characters() -> None:
    """An entity is read as its character, at the right end of its place."""
    document = read_text("Costs of &pound;5 &mdash; &nosuch; 5&nbsp;%\n", kind="markdown")
    assert document.text == "Costs of       \u00a35       \u2014 &nosuch; 5      %\n"


def test_withdrawn_words_are_no_claim() -> None:
    """Struck-through words are blanked out."""
    assert sentences("Exports rose ~~5%~~ 6%.\n") == [("prose", "Exports rose 6%.")]


def test_open_marks_do_no_harm() -> None:
    """A comment, code, link or front matter that is never closed ends somewhere."""
    assert sentences("Exports <!-- rose 5%") == [("prose", "Exports")]
    assert sentences("Exports `rose [5%](") == [("prose", "Exports `rose [5%](")]
    assert sentences("---\ntitle: x\n\nExports rose.")[-1] == ("prose", "Exports rose.")
