"""Pages, letters, marked-up texts and PDFs put together from parts that hold, in an order that may not."""

import random
from collections.abc import Sequence

from tests.fuzz.drawn import press_text

_TAGS = ("p", "div", "main", "article", "table", "tr", "td", "th", "ul", "li", "h1", "h2", "span", "b", "nav", "aside", "script", "style", "pre", "br",
         "blockquote", "figure", "figcaption", "header", "footer", "a", "sup", "template", "svg", "select", "option", "title", "textarea", "noscript", "thead", "caption", "dl", "dt", "dd", "!-- x --", "!doctype html", "?x", "![CDATA[")  # fmt: skip
_SET = ("", "", "", " hidden", ' class="nav"', ' colspan="2"', ' rowspan="3"', ' colspan="0"', ' rowspan="²"', ' style="display:none"', " id=x", " title='5>3'", " aria-hidden=true", ' href="https://example.org/5-percent"', ' role="navigation"', ' datetime="2023-05-01"')  # fmt: skip
_REFERENCES = (
    "&nbsp;",
    "&amp;",
    "&frac12;",
    "&#8722;",
    "&#x1F600;",
    "&#0;",
    "&#xD800;",
    "&euro",
    "&",
    "&copy;",
    "&ensp;",
    "&ZeroWidthSpace;",
)
_MARKDOWN = ("# {}\n", "## {}\n\n", "> {}\n", "- {}\n", "  - {}\n", "1. {}\n", "| {} | {} |\n| --- | ---: |\n| {} | {} |\n", "```\n{}\n```\n", "~~~\n{}\n", "    {}\n", "{}[^1]\n\n[^1]: {}\n", "**{}** _{}_\n", '[{}](https://example.org "{}")\n',
             "![{}](a.png)\n", "---\ntitle: {}\n---\n", "+++\n{}\n+++\n", "<!-- factlint: allow FL101 -- {} -->\n", "<!-- factlint: begin allow all -->{}\n", "<table><tr><td>{}</td></tr></table>\n", "{}\n===\n", "{}  \n{}\\\n{}\n", "`{}`\n\n", "<b>{}\n", "{}: {}\n: {}\n", "\n***\n{}", "\\{}\n", "&frac12; {}\n")  # fmt: skip
_RST = ("{0}\n======\n\n{0}\n", "* {}\n", "1. {}\n", ".. note::\n\n   {}\n", ".. figure:: a.png\n\n   {}\n\n", "::\n\n  {}\n\n", "=====  =====\n{:5.5}  {:5.5}\n=====  =====\n5      7.5\n=====  =====\n", "+-----+-----+\n|{:5.5}|{:5.5}|\n+=====+=====+\n|12   |7    |\n+-----+     |\n|3    |     |\n+-----+-----+\n",
        ".. list-table:: {}\n   :header-rows: 1\n\n   * - a\n     - 12\n   * - b\n     - 7\n\n", '.. csv-table:: {}\n   :header: a, b\n\n   12, 7\n   "5\n\n', ".. [1] {}\n", ":Field: {}\n", "**{}** *{}* ``{}``\n", "`{} <https://example.org>`_\n", "| {}\n| {}\n", ".. comment {}\n   {}\n\n", "{}\n  {}\n    {}\n", "----\n\n{}\n\n", ".. |x| replace:: {}\n", "__ https://example.org\n", ".. table:: {}\n\n   == ==\n   1  2\n   == ==\n   3  4\n   == ==\n\n", ">>> {}\n", "term\n  {}\n", "\n\n")  # fmt: skip
_HEADERS = ("From: A <a@example.org>", "Subject: =?utf-8?q?Mill_=E2=80=93_2nd?=", "Subject: 5% more", "Date: Tue, 05 Mar 2024 09:00:00 +0000", "Date: 99 Foo", "MIME-Version: 1.0", "Content-Language: zh", 'Content-Disposition: attachment; filename="a.txt"', "Content-Disposition: inline", ": x", "Subject: =?x?b?////?=", "Received: by\r\n x")  # fmt: skip
_TYPES = ("text/plain", "text/plain; charset=utf-8", "text/html; charset=latin-1", "text/plain; charset=none-such", "text/plain; format=flowed", "multipart/alternative; boundary={0}", "multipart/mixed; boundary={0}", "message/rfc822", "image/png", "text/html", "application/octet-stream", "text/plain; charset=utf-7", "multipart/mixed", "x")  # fmt: skip
_CODINGS = ("7bit", "8bit", "quoted-printable", "base64", "uuencode", "x-none", "")


def marked_up(forms: Sequence[str], dice: random.Random) -> bytes:
    """Draw a text of blocks of a markup language, some of them broken off."""
    blocks = []
    for _ in range(dice.randint(1, 7)):
        form = dice.choice(forms)
        words = [press_text(dice).decode() for _ in range(4)]
        if dice.randrange(3):
            words = [one.replace("\n", " ") for one in words]
        blocks.append(form.format(*words)[: dice.choice((20, 200, 2_000))])
    ending = dice.choice(("\n", "\r\n", "\n\n", "\r"))
    return dice.choice(("", "\n")).join(blocks).replace("\n", ending).encode()


def markdown(dice: random.Random) -> bytes:
    """Draw a text in Markdown."""
    return marked_up(_MARKDOWN, dice)


def restructured(dice: random.Random) -> bytes:
    """Draw a text in reStructuredText."""
    return marked_up(_RST, dice)


def web_page(dice: random.Random) -> bytes:
    """Draw a page of elements that are opened, and mostly closed, in some order."""
    pieces: list[str] = []
    opened: list[str] = []
    for _ in range(dice.randint(3, 40)):
        match dice.randrange(8):
            case 0 | 1 | 2:
                tag = dice.choice(_TAGS)
                pieces.append(f"<{tag}{dice.choice(_SET)}>")
                opened.append(tag)
            case 3 | 4 if opened:
                at = -1 if dice.randrange(5) else dice.randrange(len(opened))
                pieces.append(f"</{opened.pop(at)}>")
            case 5:
                pieces.append(dice.choice(_REFERENCES))
            case 6:
                pieces.append(dice.choice((" ", "\n", "\r\n", "<", "</", "<!--", "-->", "]]>", "\x00", "5 < 6 > 3")))
            case _:
                pieces.append(press_text(dice).decode()[: dice.randint(5, 120)])
    return "".join(pieces).encode()


def letter(dice: random.Random) -> bytes:
    """Draw a mail of parts in parts."""
    return b"\r\n".join([*(dice.choice(_HEADERS).encode() for _ in range(dice.randint(1, 5))), _part(dice, 0)])


def _part(dice: random.Random, depth: int) -> bytes:
    boundary = f"b{depth}"
    kind = dice.choice(_TYPES).format(boundary)
    head = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {dice.choice(_CODINGS)}\r\n\r\n".encode()
    if kind.startswith("message") and depth < 3:
        return head + letter(dice)
    if not kind.startswith("multipart") or depth >= 3:
        words = press_text(dice).replace(b"\n", dice.choice((b"\r\n", b"=\r\n", b"\n> ")))
        return head + words + dice.choice((b"", b"\r\n-- \r\nCall 555\r\n", b"=E2=80=93", b"\xff\xfe"))
    parts = [b"--" + boundary.encode() + b"\r\n" + _part(dice, depth + 1) for _ in range(dice.randint(1, 3))]
    return head + b"\r\n".join(parts) + dice.choice((b"", f"\r\n--{boundary}--\r\n".encode()))


_STEPS = ("{x} {y} Td", "1 0 0 1 {x} {y} Tm", "0 1 -1 0 {x} {y} Tm", "{a} TL T*", "/F1 {a} Tf", "/F2 {a} Tf", "{a} Tc", "{a} Tw", "{a} Tz", "3 Tr", "0 Tr", "{a} Ts", "1 g", "0 g", "[(Ex) -{x} (ports) {y}] TJ", "ET BT", "ET {x} {y} {x} 1 re f BT", "q", "Q", "BX EX", "/Im Do", "(unclosed", ">> <<", "/F9 0 Tf")  # fmt: skip


def page(dice: random.Random) -> bytes:
    """Draw a PDF of one to three pages, its words shown at any places, sizes and turns."""
    number = dice.randint(1, 3)
    kids = " ".join(f"{10 + 2 * at} 0 R" for at in range(number))
    objects = [
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        f"2 0 obj<</Type/Pages/Kids[{kids}]/Count {dice.choice((number, number, 0, 9))}>>endobj".encode(),
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj",
        b"6 0 obj<</Type/Font/Subtype/Type1/BaseFont/Courier-Bold/FirstChar 32/Widths[0 600 -5 9000]>>endobj",
    ]
    for at in range(number):
        box = dice.choice(
            ("0 0 595 842", "0 0 595 842", "0 0 1 1", "100 100 0 0", "-50 -50 500 500", "0 0 99999 99999")
        )
        turn = dice.choice(("", "", "", "/Rotate 90", "/Rotate 180", "/Rotate 7"))
        content = _content(dice)
        objects.append(
            f"{10 + 2 * at} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[{box}]{turn}/Contents {11 + 2 * at} 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>>endobj".encode()
        )
        objects.append(b"%d 0 obj<</Length %d>>stream\n%s\nendstream endobj" % (11 + 2 * at, len(content), content))
    return b"%PDF-1.4\n" + b"\n".join(objects) + b"\ntrailer<</Root 1 0 R/Size 20>>\n%%EOF\n"


def _content(dice: random.Random) -> bytes:
    steps = ["BT /F1 12 Tf 50 700 Td"]
    for _ in range(dice.randint(2, 30)):
        if dice.randrange(2):
            words = press_text(dice)[: dice.randint(1, 90)].decode("utf-8", "ignore")
            shown = words.encode("latin-1", "replace").decode("latin-1")
            for sign in "\\()":
                shown = shown.replace(sign, "\\" + sign)
            steps.append(f"({shown}) Tj")
            steps.append(f"0 -{dice.choice((14, 14, 12, 0, 40))} Td")
        else:
            x, y, a = dice.randint(-20, 600), dice.randint(-20, 850), dice.choice((0, 1, 7.5, 10, 12, 30, 300, -8))
            steps.append(dice.choice(_STEPS).format(x=x, y=y, a=a))
    return ("\n".join(steps) + "\nET").encode("latin-1", "replace")
