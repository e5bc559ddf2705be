"""The tools of assistants, called as the SDK's own client calls them."""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from typing import Any

import jsonschema
import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters

from factlint.servers.assistant import server
from tests.schemas import CHECK, CLAIM
from tests.support import CHECKOUT, CLEAN, WRONG, environment


def asked(question: Callable[[Client], Awaitable[Any]]) -> Any:
    """Ask the server within this process."""

    async def ask() -> Any:
        async with Client(server()) as client:
            return await question(client)

    return asyncio.run(ask())


def called(tool: str, **arguments: object) -> Any:
    """Call a tool and return what it gives."""
    return asked(lambda client: client.call_tool(tool, dict(arguments)))


def test_the_tools_say_what_they_are_for() -> None:
    """Each has a description and describes its arguments."""
    tools = asked(lambda client: client.list_tools()).tools
    assert [tool.name for tool in tools] == ["check_text", "list_claims", "explain_rule"]
    for tool in tools:
        assert tool.description
        assert all("description" in argument for argument in tool.input_schema["properties"].values())


def test_a_text_is_checked() -> None:
    """The report is that of check --format json, with both places and the arithmetic."""
    report = called("check_text", text=WRONG, verified=True).structured_content
    jsonschema.validate(report, CHECK)
    [finding] = report["findings"]
    assert finding["name"] == "restated-value-differs"
    assert [WRONG[at["start"] : at["end"]] for at in finding["locations"]] == ["2.64 million", "2.46 million"]
    assert called("check_text", text=CLEAN).structured_content["findings"] == []


def test_the_claims_of_a_text_are_listed() -> None:
    """Each claim has the promised fields."""
    claims = called("list_claims", text=WRONG).structured_content["claims"]
    assert [claim["value"] for claim in claims] == ["2640000", "2460000"]
    for claim in claims:
        jsonschema.validate(claim, CLAIM)


def test_a_rule_is_explained() -> None:
    """By name or code, with its examples; a rule that is none is an error with the nearest name."""
    for word in ("FL101", "restated-value-differs"):
        [told] = called("explain_rule", rule=word).content
        assert "restated-value-differs" in told.text
    wrong = called("explain_rule", rule="restated-value-difers")
    assert wrong.is_error
    assert "restated-value-differs" in wrong.content[0].text


@pytest.mark.slow
def test_the_program_serves_on_standard_input_and_output() -> None:
    """Started as an assistant starts it, it answers."""
    started = StdioServerParameters(
        command=sys.executable, args=["-m", "factlint", "mcp"], env=environment(), cwd=str(CHECKOUT)
    )

    async def ask() -> Any:
        async with Client(started) as client:
            return await client.call_tool("check_text", {"text": WRONG})

    result = asyncio.run(asyncio.wait_for(ask(), 120))
    assert json.loads(result.content[0].text)["findings"]
