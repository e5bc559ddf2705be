"""The tools of an assistant that drafts or reads texts, thin over the functions of the package."""

from typing import Annotated, Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from pydantic import Field

from factlint import __version__, engine
from factlint.checks.select import find_card
from factlint.errors import UsageError
from factlint.knowledge import cards, load_knowledge
from factlint.model.finding import Severity
from factlint.reporters import claim_rows, machine
from factlint.reporters.rules import render_card

_ABOUT = (
    "factlint cross-checks the numeric claims of a text against one another, by exact arithmetic and offline. "
    "Check every draft of a release, a speech or a transcript before it is shown. A finding names two or more places "
    "that cannot all be right and the arithmetic between them; it does not know which one is wrong, so ask the author "
    "and never choose a value yourself."
)
Text = Annotated[str, Field(description="The whole text, as it would be published: findings compare its parts.")]
Markdown = Annotated[bool, Field(description="Whether the text is Markdown.")]


def server() -> MCPServer:
    """Return a server with the three tools."""
    made = MCPServer("factlint", instructions=_ABOUT, version=__version__)

    @made.tool(title="Check a text")
    def check_text(
        text: Text,
        markdown: Markdown = False,
        verified: Annotated[bool, Field(description="Also list what was compared and agrees.")] = False,
    ) -> dict[str, Any]:
        """Cross-check the figures of a text: what cannot hold together, with both places and the arithmetic."""
        report = engine.run_text(text, markdown=markdown)
        return machine.report_fields(report, Severity.INFO, verified=verified)

    @made.tool(title="List the claims of a text")
    def list_claims(text: Text, markdown: Markdown = False) -> dict[str, Any]:
        """List every numeric claim of a text: value, bound, unit, and what it is about."""
        document = engine.text_document(text, markdown=markdown)
        claims = engine.read_claims(document, load_knowledge())
        return {"claims": [claim_rows.row(claim, document) for claim in claims]}

    @made.tool(title="Explain a rule")
    def explain_rule(rule: Annotated[str, Field(description="Its name or code, as a finding gives it.")]) -> str:
        """Explain a rule: what it finds, why it matters, what to do, with examples."""
        try:
            return render_card(find_card(cards(examples=True), rule), 100)
        except UsageError as error:
            raise ToolError(str(error)) from None

    return made
