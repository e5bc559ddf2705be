"""Where pytest-lsp is not installed the tests that need it are left out; where no skip is allowed they fail instead."""

import os
from importlib.util import find_spec

collect_ignore = (
    ["test_language.py", "test_pulling.py"]
    if find_spec("pytest_lsp") is None and not os.environ.get("FACTLINT_NO_SKIPS")
    else []
)
