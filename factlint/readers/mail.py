"""EML to paragraphs: the subject, then the part that holds the text; signatures and attachments are left out."""

import email
import email.policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from factlint.errors import ReadError
from factlint.model.document import Block, Dateline
from factlint.readers.extract import Extract, Writer
from factlint.readers.plain import paragraphs_of


def read_mail(data: bytes, path: str) -> Extract:
    """Return the subject as a heading and the text of a message; of a message in HTML, its main text."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ReadError(
            path, "this is no message but a file of Outlook (MSG) or old Office; save it as EML or plain text"
        )
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        body = message.get_body(("plain", "html"))
        words = "" if body is None else str(body.get_content())
    except Exception as error:  # noqa: BLE001 -- the library raises many kinds on broken headers
        raise ReadError(path, f"this message cannot be read: {error!r}") from None
    writer = Writer()
    subject = " ".join(_header(message, "subject").split())
    if subject:
        writer.paragraph(subject, Block.HEADING, 1)
    if body is None and not subject:
        raise ReadError(path, "this is no message: it has no text part and no subject")
    if body is not None and body.get_content_subtype() == "html":
        _add_page(writer, words)
    else:
        _add_text(writer, words)
    extract = writer.extract()
    extract.fallback = _date(message)
    return extract


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message[name] or "")
    except Exception:  # noqa: BLE001 -- as above
        return ""


def _date(message: EmailMessage) -> Dateline | None:
    try:
        return Dateline(parsedate_to_datetime(_header(message, "date")).date())
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _add_text(writer: Writer, words: str) -> None:
    words = words.replace("\r\n", "\n").replace("\r", "\n")
    signature = words.rfind("\n-- \n")
    if signature >= 0 and len(words) - signature < 2000:
        words = words[:signature]
    writer.gap()
    start = writer.length
    lines = [line for line in words.split("\n") if not line.startswith(">")]  # what others wrote before
    words = "\n".join(lines)
    writer.words(words)
    for paragraph in paragraphs_of(words):
        paragraph.start += start
        paragraph.end += start
        paragraph.first_line += start
        writer.paragraphs.append(paragraph)


def _add_page(writer: Writer, source: str) -> None:
    from factlint.readers.webpage import read_html

    page = read_html(source)
    writer.gap()
    start = writer.length
    writer.words(page.text)
    for paragraph in page.paragraphs:
        paragraph.start += start
        paragraph.end += start
        paragraph.first_line += start
        writer.paragraphs.append(paragraph)
    for table in page.tables:
        writer.tables.append(table.moved(start))
