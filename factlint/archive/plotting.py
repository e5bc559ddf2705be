"""A series as a picture, by Matplotlib where that is installed."""

from collections.abc import Sequence
from io import BytesIO

from factlint.archive.series import Point, lines_of
from factlint.errors import UsageError

_SIZE = (9.0, 5.0)  # inches
_DOTS = 144  # to an inch


def draw(points: Sequence[Point], title: str, form: str) -> bytes:
    """Return points as PNG or SVG: a line for each name and length of period, a dot for each value.

    The same points give the same bytes. Raises UsageError where values of several units are asked for, or Matplotlib is
    missing.
    """
    units = sorted({point.unit for point in points})
    if len(units) > 1:
        named = ", ".join(unit or "none (a count)" for unit in units)
        raise UsageError(f"one picture shows one unit, and the series has {named}; choose by --unit")
    try:
        import matplotlib as mpl
    except ImportError:
        raise UsageError("a picture is drawn by Matplotlib; install factlint[archive]") from None
    mpl.use("Agg")
    mpl.rcParams["svg.hashsalt"] = "factlint"
    from matplotlib.figure import Figure

    figure = Figure(figsize=_SIZE, layout="constrained")
    axes = figure.add_subplot()
    lines = lines_of(points)
    for (name, _, grain), line in lines.items():
        latest = {point.end: point for point in line}  # where texts differ, the line runs through the latest one
        days, values = list(latest), [point.number for point in latest.values()]
        label = f"{name}, by {grain}" if name else f"by {grain}"
        [drawn] = axes.plot(days, values, marker="o", label=label)  # type: ignore[arg-type]
        others = [point for point in line if latest[point.end] is not point]
        if others:
            axes.scatter(
                [point.end for point in others], [point.number for point in others],  # type: ignore[arg-type]
                facecolors="none", edgecolors=[drawn.get_color()], marker="o",
            )  # fmt: skip
    axes.set_title(title)
    axes.set_ylabel(units[0] if units else "")
    axes.ticklabel_format(axis="y", style="plain", useOffset=False)
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:,.10g}")
    axes.grid(alpha=0.3)
    if len(lines) > 1:
        axes.legend()
    out = BytesIO()
    metadata = {"Date": None} if form == "svg" else {"Software": None}
    figure.savefig(out, format=form, dpi=_DOTS, metadata=metadata)
    return out.getvalue()
