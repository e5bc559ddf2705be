"""Nothing leaves the machine, and nothing that is read is run: checked by listening to what the interpreter reports."""

import json
import sys
from pathlib import Path

import pytest

from factlint.readers.pdf import can_read_pdf
from tests.support import CHECKOUT, SEED, WRONG, Done, Program, environment

FILES = CHECKOUT / "tests" / "readers" / "files"
LISTENER = """
import sys
heard = []
WORKER = "pdf_worker.py"
def listen(event, arguments):
    if event.startswith("socket.") and event != "socket.__new__" or event in ("urllib.Request", "ftplib.connect", "smtplib.connect"):
        heard.append([event, repr(arguments)])
        raise OSError("no network here")
    if event in ("os.system", "os.exec", "os.posix_spawn", "os.spawn", "pty.spawn", "os.startfile"):
        heard.append([event, repr(arguments)])
    if event == "subprocess.Popen" and not any(str(one).endswith(WORKER) for one in arguments[1]):
        heard.append([event, repr(arguments)])
    if event == "open" and isinstance(arguments[0], str) and "secret" in arguments[0]:
        heard.append([event, repr(arguments)])
sys.addaudithook(listen)
from factlint.cli import main
status = main(sys.argv[1:])
import json
print("HEARD " + json.dumps(heard), file=sys.stderr)
sys.exit(status)
"""


def listened(program: Program, *arguments: str | Path) -> tuple[Done, list[list[str]]]:
    """Run a command and return what it did beside the network, and what it tried that it must not."""
    import subprocess

    command = [sys.executable, "-P", "-c", LISTENER, *map(str, arguments)]
    done = subprocess.run(command, cwd=program.folder, capture_output=True, env=environment(), check=False)
    words, _, heard = done.stderr.decode("utf-8", "replace").rpartition("HEARD ")
    return Done(done.returncode, done.stdout.decode(), words, done.stdout), json.loads(heard)


@pytest.fixture
def folder(program: Program) -> Program:
    """A folder with a text of every format, each of which speaks of addresses and of files elsewhere."""
    program.write("secret.txt", "The vault holds 640 bars.\n")
    texts = program.folder / "texts"
    texts.mkdir()
    for name in ("harbour.docx", "harbour.odt", "orchard.xlsx", "harbour.pdf"):
        if name.endswith(".pdf") and not can_read_pdf():
            continue
        (texts / name).write_bytes((FILES / name).read_bytes())
    program.write("texts/a.txt", WRONG + "See https://example.org/a?b=12 and \\\\\\\\example.org\\\\share.\n")
    program.write("texts/a.md", "![](https://example.org/x.png)\n\n[[include]]: ../secret.txt\n\n" + WRONG)
    program.write(
        "texts/a.html",
        '<link rel="stylesheet" href="https://example.org/x.css"><img src="https://example.org/x.png">'
        '<iframe src="../secret.txt"></iframe><script src="https://example.org/x.js"></script><p>' + WRONG + "</p>",
    )
    program.write("texts/a.rst", ".. include:: ../secret.txt\n\n.. raw:: html\n   :file: ../secret.txt\n\n" + WRONG)
    program.write("texts/a.csv", '=cmd|"/C calc"!A1,2022,2023\nExports,12,13\nImports,14,15\n')
    program.write("texts/a.srt", "1\n00:00:01,000 --> 00:00:02,000\n" + WRONG)
    program.write(
        "texts/a.eml",
        'Subject: x\nMIME-Version: 1.0\nContent-Type: message/external-body; access-type=URL; URL="https://example.org/x"\n\n'
        + WRONG,
    )
    return program


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "texts", "--format", "json", "--cross", "--exit-zero", "--jobs", "1"),
        ("check", "texts", "--format", "html", "--exit-zero"),
        ("check", "texts", "--format", "sarif", "--verified-is-not-an-option"),
        ("claims", "texts", "--format", "jsonl"),
        ("compare", "texts/a.txt", "texts/a.md"),
        ("why", "texts/a.txt:1", "texts/a.txt:1"),
        ("text", "texts/harbour.docx"),
        ("rule", "FL101"),
        ("config",),
    ],
    ids=lambda arguments: "-".join(arguments[:4]),
)
def test_no_command_opens_a_connection(folder: Program, arguments: tuple[str, ...]) -> None:
    """No command opens a socket, starts a program other than the reader of PDF, or reads what a text only names."""
    done, heard = listened(folder, *arguments)
    assert heard == []
    assert done.status in ((2,) if "--verified-is-not-an-option" in arguments else (0, 1)), done.err
    assert "640 bars" not in done.out


def test_the_listener_hears(program: Program) -> None:
    """The test itself would notice: with a connection tried inside, something is heard."""
    program.write("a.txt", WRONG)
    import subprocess

    spoiled = LISTENER.replace(
        "status = main",
        "import socket\ntry: socket.create_connection(('127.0.0.1', 9))\nexcept OSError: pass\nstatus = main",
    )
    command = [sys.executable, "-P", "-c", spoiled, "check", "a.txt"]
    done = subprocess.run(command, cwd=program.folder, capture_output=True, env=environment(), check=False, text=True)
    assert json.loads(done.stderr.rpartition("HEARD ")[2])


def test_configuration_runs_nothing(program: Program) -> None:
    """Python beside a configuration, of any name that an import might look for, is not run; nor is what data spells out."""
    trap = "open('ran', 'w').close()\n"
    for name in (
        "conftest",
        "sitecustomize",
        "usercustomize",
        "factlint_config",
        "regex",
        "click",
        "tomllib",
        "own",
        "checks",
    ):
        program.write(f"{name}.py", trap)
    program.write("own.toml", "[synonyms]\n\"__import__('os').system('touch ran')\" = [\"x\"]\n")
    program.write("a.txt", WRONG)
    program.write(
        "factlint.toml",
        'packs = ["own.toml"]\nselect = ["FL"]\n[identities]\nx = "a = b + __import__(\'os\')"\n'
        '[per-file-ignores]\n"$(touch ran)" = ["FL203"]\n',
    )
    done, heard = listened(program, "check", "a.txt", "--format", "json")
    assert done.status in (0, 1, 2)
    assert heard == []
    assert not (program.folder / "ran").exists()
    for plugin in ("plugins", "checks", "entry-points"):
        program.write("factlint.toml", f'{plugin} = ["./own.py"]\n')
        assert listened(program, "check", "a.txt")[0].status == 2
        assert not (program.folder / "ran").exists()


def test_a_rule_card_runs_nothing(program: Program) -> None:
    """Trying cards of a stranger runs their examples as texts, and no code."""
    program.write("FL999-x.toml", 'code = "FL999"\ncheck = "os:system"\nwhy = "`touch ran`"\n')
    done, heard = listened(program, "rule", "--test", "FL999-x.toml")
    assert done.status == 2
    assert heard == []


def test_the_seed_needs_no_network(program: Program) -> None:
    """The real transcript, with all that is verified in it."""
    done, heard = listened(program, "check", str(SEED), "--verified", "--exit-zero")
    assert (done.status, heard) == (0, [])
