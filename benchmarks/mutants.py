"""How good the tests are: the program is spoiled at one place at a time, and a test must notice.

    python benchmarks/mutants.py                       # intervals, periods and two checks
    python benchmarks/mutants.py factlint/model/interval.py tests/model/test_interval.py

Each mutant is one change of the code's tree: a comparison or an operator turned, a number or a truth changed, a condition
denied, a return of nothing. It lives in a process of its own, whose import of the module finds the spoiled code.
"""

import ast
import contextlib
import copy
import importlib.abc
import importlib.machinery
import io
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import CodeType, ModuleType

CHECKOUT = Path(__file__).resolve().parent.parent
LEAST = 85  # percent of the mutants that tests must notice
SECONDS = 240  # for the tests of one mutant: a loop without an end is noticed, too
PLAN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("factlint/model/interval.py", ("tests/model/test_interval.py",)),
    ("factlint/model/period.py", ("tests/model/test_period.py",)),
    (
        "factlint/checks/fl203_point_arithmetic.py",
        ("tests/checks/test_fl203.py", "tests/cards/test_cards.py", "-k", "fl203 or FL203"),
    ),
    (
        "factlint/checks/fl501_weekday_and_date.py",
        ("tests/checks/test_fl501.py", "tests/cards/test_cards.py", "-k", "fl501 or FL501"),
    ),
)
_OPTIONS = ("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-W", "ignore::pytest.PytestAssertRewriteWarning",
            "--hypothesis-profile=quick")  # fmt: skip
_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,), ast.In: (ast.NotIn,), ast.NotIn: (ast.In,),
}  # fmt: skip
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
}  # fmt: skip


def mutants(tree: ast.Module) -> Iterator[tuple[str, ast.Module]]:
    """Yield spoiled copies of a module, each with what was changed and where."""
    for at, node in enumerate(ast.walk(tree)):
        for words, changed in _changes(node):
            spoiled = copy.deepcopy(tree)
            place = next(one for number, one in enumerate(ast.walk(spoiled)) if number == at)
            for name, value in ast.iter_fields(changed):
                setattr(place, name, value)
            if type(place) is not type(changed):
                place.__class__ = type(changed)  # type: ignore[assignment]
            yield f"{getattr(node, 'lineno', 0)}: {words}", ast.fix_missing_locations(spoiled)


def _changes(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Yield what a node could be instead."""
    match node:
        case ast.Compare(left=left, ops=ops, comparators=others):
            for at, op in enumerate(ops):
                for other in _COMPARED.get(type(op), ()):
                    turned = [*ops[:at], other(), *ops[at + 1 :]]
                    yield f"{type(op).__name__} to {other.__name__}", ast.Compare(left, turned, others)
        case ast.BoolOp(op=op, values=values):
            other = ast.Or() if isinstance(op, ast.And) else ast.And()
            yield f"{type(op).__name__} to {type(other).__name__}", ast.BoolOp(other, values)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _COUNTED and not _is_type(node):
            yield f"{type(op).__name__} to {_COUNTED[type(op)].__name__}", ast.BinOp(left, _COUNTED[type(op)](), right)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "not dropped", ast.UnaryOp(ast.Not(), ast.UnaryOp(ast.Not(), operand))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            yield "minus dropped", ast.UnaryOp(ast.UAdd(), operand)
        case ast.Constant(value=bool() as value):
            yield f"{value} to {not value}", ast.Constant(not value)
        case ast.Constant(value=int() as value):
            yield f"{value} to {value + 1}", ast.Constant(value + 1)
        case ast.If(test=test, body=body, orelse=orelse):
            yield "if denied", ast.If(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield "branches changed", ast.IfExp(test, orelse, body)
        case ast.Return(value=value) if value is not None and not (
            isinstance(value, ast.Constant) and value.value is None
        ):
            yield "returns nothing", ast.Return(ast.Constant(None))
        case ast.Continue():
            yield "continue to break", ast.Break()
        case _:
            return


def _is_type(node: ast.BinOp) -> bool:
    return isinstance(node.right, ast.Constant) and node.right.value is None


class Spoiled(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds one module's spoiled code where the real one is asked for."""

    def __init__(self, name: str, path: Path, code: CodeType) -> None:
        self._name, self._path, self._code = name, path, code

    def find_spec(self, fullname: str, _path: object, _target: object = None) -> importlib.machinery.ModuleSpec | None:
        """Return where the module comes from, for the one that is spoiled."""
        if fullname != self._name:
            return None
        return importlib.machinery.ModuleSpec(fullname, self, origin=str(self._path))

    def exec_module(self, module: ModuleType) -> None:
        """Run the spoiled code."""
        module.__file__ = str(self._path)
        exec(self._code, module.__dict__)


def is_noticed(name: str, path: Path, tree: ast.Module, tests: Sequence[str]) -> bool:
    """Run tests in a process in which the module is spoiled; true where any of them fails, or none ends."""
    child = os.fork()
    if not child:
        status = 1
        with contextlib.suppress(BaseException):
            signal.alarm(SECONDS)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.dup2(1, 2)
            sys.meta_path.insert(0, Spoiled(name, path, compile(tree, str(path), "exec")))
            import pytest

            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                status = int(pytest.main([*_OPTIONS, *tests]))
        os._exit(status)
    _, ended = os.waitpid(child, 0)
    return ended != 0


def main(arguments: Sequence[str]) -> int:
    """Spoil modules and count what the tests notice; 1 where it is too little."""
    os.chdir(CHECKOUT)
    sys.path.insert(0, str(CHECKOUT))
    plan = ((arguments[0], tuple(arguments[1:])),) if arguments else PLAN
    import hypothesis  # noqa: F401 -- loaded once, before the processes part
    import pytest  # noqa: F401

    if all("checks/" in file for file, _ in plan):  # what checks stand on is not spoiled, and may be loaded once, too
        from factlint import engine

        engine.evidence_of(engine.text_document("The zoo has 640 birds."), engine.load_knowledge())

    status = 0
    for file, tests in plan:
        path, began = CHECKOUT / file, time.monotonic()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        name = file.removesuffix(".py").replace("/", ".")
        if is_noticed(name, path, tree, tests):
            print(f"{file}: the tests fail on the code as it is")
            return 2
        number, left = 0, []
        for words, spoiled in mutants(tree):
            number += 1
            if not is_noticed(name, path, spoiled, tests):
                left.append(words)
                print(f"  {file}:{words}: no test notices", flush=True)
        share = 100 * (number - len(left)) // max(number, 1)
        print(
            f"{file}: {number - len(left)} of {number} noticed ({share}%), {time.monotonic() - began:.0f} s", flush=True
        )
        status |= share < LEAST
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
