"""Reforms as an SVG chart: for each, what the law gives year by year, and what the reform would add or take away."""

import io
import warnings
from collections.abc import Mapping, Sequence
from typing import Any

import matplotlib as mpl
from matplotlib import style
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from matplotlib.ticker import FuncFormatter
from path_plot import INK, LONGEST_NAME, SETTINGS, SUBSIDY_LOOK
from path_words import THOUSANDS_FR, is_illustrative, money, plain, texts_of

from clusterlaw import Euro, FundingPath, FundingYear, Label
from clusterlaw.comparison import AmountDifference, Comparison
from clusterlaw.reforms import REFORMS, Reform
from clusterlaw.sources import Language

TITLE = Label(fr="{name}\u00a0: la subvention, et si…", en="{name}: the subsidy, what if…")
SUBTITLE = Label(
    fr="EUR par année de subvention, dus si elle est octroyée\u00a0; aucune de ces réformes n'est du droit",
    en="EUR a subsidy year, due if granted; none of these reforms is law",
)
X_AXIS = Label(fr="année de subvention", en="subsidy year")
KEPT = Label(fr="ce que donnent le droit et la réforme", en="what the law and the reform both give")
MORE = Label(fr="ce que la réforme ajouterait", en="what the reform would add")
LESS = Label(fr="ce que la réforme ôterait", en="what the reform would take away")
OPEN = Label(fr="? non déterminée\u00a0: le plus possible est dessiné", en="? undetermined: the most possible is drawn")
UNBOUNDED = Label(fr="sans max.", en="no limit")
TOTAL = Label(fr="total\u00a0: {}", en="total: {}")
SPAN = Label(fr="de {} à {}", en="{} to {}")
NOT_BOUNDED = Label(fr="non borné", en="not bounded")
SOURCE = Label(
    fr="Source\u00a0: décret du 18 janvier 2007 relatif aux clusters ({texts})\u00a0; réformes\u00a0: hypothèses de "
    "travail\u00a0; calcul\u00a0: clusterlaw{costs}",
    en="Source: decree of 18 January 2007 on clusters ({texts}); reforms: working hypotheses; "
    "computed by clusterlaw{costs}",
)
ILLUSTRATIVE = Label(fr="\u00a0; coûts illustratifs", en="; illustrative costs")

MORE_LOOK: dict[str, Any] = {"facecolor": "#e9a23b", "edgecolor": INK, "linewidth": 0.7, "hatch": "////"}
LESS_LOOK: dict[str, Any] = {"facecolor": "white", "edgecolor": INK, "linewidth": 0.9, "linestyle": (0, (2, 2))}
BAR = 0.74
MANY_YEARS = 12
EMPTY_HEIGHT = 160_000.0


def reforms_svg(comparisons: Mapping[str, Comparison], *, language: Language) -> bytes:
    """Return the chart as an SVG document; the same comparisons give the same bytes."""
    chosen = [reform for reform in REFORMS if reform.name in comparisons]
    columns = min(3, len(chosen))
    rows = -(-len(chosen) // columns)
    law = comparisons[chosen[0].name].before
    with style.context("default"), mpl.rc_context(SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"Glyph .* missing from font")
        figure = Figure(figsize=(max(4.1 * columns, 8.2), 1.9 + 3.0 * rows), layout="constrained")
        FigureCanvasSVG(figure)
        grid = figure.subplots(rows, columns, sharex=True, sharey=True, squeeze=False)
        top = _tallest(comparisons.values()) * 1.22
        panels = list(grid.flat)
        for axes, reform in zip(panels, chosen, strict=False):
            _draw(axes, reform, comparisons[reform.name], top, language)
        spare = panels[len(chosen) :]
        for axes in spare:
            axes.set_axis_off()
        foot = (0.3 if spare else 0.8) / figure.get_figheight()
        figure.get_layout_engine().set(rect=(0, foot, 1, 1 - foot))  # type: ignore[union-attr,call-arg]
        _dress(figure, panels[: len(chosen)], spare, law, comparisons, language)
        document = io.BytesIO()
        figure.savefig(document, format="svg", metadata={"Date": None, "Creator": None})
    return document.getvalue()


def _euros(amount: Euro | None) -> float:
    return 0.0 if amount is None else amount.cents / 100


def _tallest(comparisons: Any) -> float:
    years = [year for each in comparisons for path in (each.before, each.after) for year in path.years]
    return max(_euros(year.subsidy_at_most) for year in years) or EMPTY_HEIGHT


def _draw(axes: Axes, reform: Reform, comparison: Comparison, top: float, language: Language) -> None:
    for before, after in zip(comparison.before.years, comparison.after.years, strict=True):
        law, tried = _euros(before.subsidy_at_most), _euros(after.subsidy_at_most)
        kept = min(law, tried)
        if kept:
            axes.bar(before.number, kept, BAR, **SUBSIDY_LOOK)
        if tried > law:
            axes.bar(before.number, tried - law, BAR, bottom=law, **MORE_LOOK)
        if law > tried:
            axes.bar(before.number, law - tried, BAR, bottom=tried, **LESS_LOOK)
        words = _mark(before, after, language)
        place = max(law, tried) + top * 0.012
        tilt = 90 if len(words) > 1 else 0
        axes.text(before.number, place, words, ha="center", va="bottom", fontsize=8, color=INK, rotation=tilt)
    label = reform.label.text(language)
    axes.set_title(label[0].upper() + label[1:], fontsize=10.5, fontweight="bold", loc="left", parse_math=False)
    words = TOTAL.text(language).format(_total(comparison.total_subsidy, language))
    axes.text(0.99, 0.985, words, transform=axes.transAxes, ha="right", va="top", fontsize=9, color=INK)
    axes.set_ylim(0, top)
    axes.set_xlim(0.4, len(comparison.before.years) + 0.6)
    axes.grid(axis="y", color="#cccccc", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: _thousands(value, language)))
    axes.set_xticks(
        [year.number for year in comparison.before.years][:: 1 + len(comparison.before.years) // MANY_YEARS]
    )
    axes.tick_params(labelsize=8.5, labelbottom=True)


def _mark(before: FundingYear, after: FundingYear, language: Language) -> str:
    if before.subsidy_at_most is None or after.subsidy_at_most is None:
        return UNBOUNDED.text(language)
    return "?" if "undetermined" in (before.status, after.status) else ""


def _total(difference: AmountDifference, language: Language) -> str:
    if difference.at_least is None or difference.at_most is None:
        return NOT_BOUNDED.text(language)
    low, high = (_signed(each, language) for each in (difference.at_least, difference.at_most))
    return low if low == high else SPAN.text(language).format(low, high)


def _signed(amount: Euro, language: Language) -> str:
    text = money(amount, language)
    return f"+{text}" if amount.cents > 0 else text.replace("-", "−")


def _thousands(value: float, language: Language) -> str:
    whole = f"{value:,.0f}"
    return whole.replace(",", THOUSANDS_FR) if language == "fr" else whole


def _dress(
    figure: Figure,
    panels: Sequence[Axes],
    spare: Sequence[Axes],
    law: FundingPath,
    comparisons: Mapping[str, Comparison],
    language: Language,
) -> None:
    name = plain(law.dossier.cluster.name)
    if len(name) > LONGEST_NAME:
        name = name[: LONGEST_NAME - 1] + "…"
    words = f"{TITLE.text(language).format(name=name)}\n"
    figure.suptitle(words, fontsize=14, fontweight="bold", parse_math=False)
    below_title = 1 - 0.5 / figure.get_figheight()
    figure.text(0.5, below_title, SUBTITLE.text(language), ha="center", va="bottom", fontsize=10)
    for axes in panels:
        axes.set_xlabel(X_AXIS.text(language), fontsize=8.5)
    keys = [
        Patch(label=KEPT.text(language), **SUBSIDY_LOOK),
        Patch(label=MORE.text(language), **MORE_LOOK),
        Patch(label=LESS.text(language), **LESS_LOOK),
    ]
    paths = (path for each in comparisons.values() for path in (each.before, each.after))
    if any(year.status == "undetermined" for path in paths for year in path.years):
        keys.append(Patch(label=OPEN.text(language), facecolor="none", edgecolor="none"))
    if spare:
        spare[0].legend(handles=keys, loc="center", frameon=False, fontsize=9)
    else:
        place = (0.5, 0.25 / figure.get_figheight())
        figure.legend(handles=keys, loc="lower center", bbox_to_anchor=place, ncols=2, frameon=False, fontsize=9)
    source = SOURCE.text(language).format(
        texts=", ".join(texts_of(law, language)),
        costs=ILLUSTRATIVE.text(language) if is_illustrative(law.dossier) else "",
    )
    figure.text(0.01, 0.08 / figure.get_figheight(), source, fontsize=7.5, color="#444444", ha="left", va="bottom")
