"""A funding path as an SVG chart: what each year's costs are paid with, the ceilings, the percentages and the texts."""

import io
import warnings
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import groupby, pairwise
from typing import Any, Literal, TypeVar

import matplotlib as mpl
from matplotlib import style
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import FuncFormatter
from path_words import THOUSANDS_FR, day, is_illustrative, money, own_share_bounds, plain, texts_of, yearly_ceiling

from clusterlaw import Euro, FundingPath, FundingYear, Label
from clusterlaw.sources import Language

Key = TypeVar("Key", bound=Hashable)
Dashes = Literal["solid", "dashed"]

TITLE = Label(fr="{name}\u00a0: trajectoire de financement", en="{name}: funding path")
SUBTITLE = Label(
    fr="montants dus si la subvention est octroyée, par année de subvention",
    en="amounts due if the subsidy is granted, by subsidy year",
)
X_AXIS = Label(fr="année de subvention (mois du premier jour)", en="subsidy year (month of its first day)")
Y_AXIS = Label(fr="EUR par année", en="EUR a year")
SUBSIDY = Label(fr="subvention", en="subsidy")
BETWEEN = Label(fr="subvention indéterminée\u00a0: du minimum au maximum", en="undetermined subsidy: least to greatest")
OWN_SHARE = Label(fr="part propre", en="own share")
OTHER = Label(fr="autres fonds publics", en="other public funding")
COST_CEILING = Label(fr="plafond des coûts admis", en="ceiling on the admitted costs")
SUBSIDY_CEILING = Label(fr="plafond de la subvention", en="ceiling of the subsidy")
REFUSED = Label(fr="refusée", en="refused")
UNBOUNDED = Label(fr="sans maximum", en="no upper bound")
UNKNOWN_COSTS = Label(fr="coûts inconnus", en="costs unknown")
CHANGE = Label(fr="{what} dès le {day}", en="{what} from {day}")
SOURCE = Label(
    fr="Source\u00a0: décret du 18 janvier 2007 relatif aux clusters ({texts})\u00a0; calcul\u00a0: clusterlaw{costs}",
    en="Source: decree of 18 January 2007 on clusters ({texts}); computed by clusterlaw{costs}",
)
ILLUSTRATIVE = Label(fr="\u00a0; coûts illustratifs", en="; illustrative costs")

# Greys of their own, and hatches, so that the chart reads without colour.
INK = "#222222"
SUBSIDY_LOOK: dict[str, Any] = {"facecolor": "#1b4965", "edgecolor": INK, "linewidth": 0.7}
BETWEEN_LOOK: dict[str, Any] = {"facecolor": "white", "edgecolor": "#1b4965", "linewidth": 0.7, "hatch": "////"}
OWN_LOOK: dict[str, Any] = {"facecolor": "#e9a23b", "edgecolor": INK, "linewidth": 0.7}
OTHER_LOOK: dict[str, Any] = {"facecolor": "#f4f1ea", "edgecolor": INK, "linewidth": 0.7, "hatch": "xx"}
BAR = 0.66
LONGEST_NAME = 60
MANY_YEARS = 15
EMPTY_HEIGHT = 160_000.0
SETTINGS: Any = {
    "svg.hashsalt": "clusterlaw",
    "svg.fonttype": "path",
    "font.family": "DejaVu Sans",
    "hatch.linewidth": 0.7,
}


def path_svg(path: FundingPath, *, language: Language) -> bytes:
    """Return the chart as an SVG document; the same path gives the same bytes."""
    with style.context("default"), mpl.rc_context(SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"Glyph .* missing from font")
        figure = Figure(figsize=(max(10.5, 0.36 * len(path.years)), 6.6), layout="constrained")
        FigureCanvasSVG(figure)
        axes = figure.add_subplot()
        top = _draw_bars(axes, path.years, language)
        _draw_ceilings(axes, path.years)
        _draw_phases(axes, path.years, top, language)
        _draw_changes(axes, path.years, top, language)
        _dress(axes, path, language)
        figure.supxlabel(_source(path, language), fontsize=7.5, color="#444444", x=0.01, ha="left")
        document = io.BytesIO()
        figure.savefig(document, format="svg", metadata={"Date": None, "Creator": None})
    return document.getvalue()


def _euros(amount: Euro | None) -> float:
    return 0.0 if amount is None else amount.cents / 100


def _draw_bars(axes: Axes, years: tuple[FundingYear, ...], language: Language) -> float:
    """Draw a stack for each year and return the height that the chart needs."""
    tilt = _tilt(years)
    heights = [max(_stack_height(year), _euros(yearly_ceiling(year))) for year in years]
    tallest = max(heights) or EMPTY_HEIGHT
    for year in years:
        _draw_stack(axes, year, tallest, language, tilt=tilt)
    top = tallest * (1.6 if tilt else 1.34)
    axes.set_ylim(0, top)
    axes.set_xlim(0.4, len(years) + 0.6)
    return top


def _stack_height(year: FundingYear) -> float:
    total = year.total_costs
    return _euros(year.subsidy_at_most if total is None else total)


def _draw_stack(axes: Axes, year: FundingYear, tallest: float, language: Language, *, tilt: int) -> None:
    least, most = _euros(year.subsidy_at_least), year.subsidy_at_most
    greatest = tallest if most is None else _euros(most)
    own, _ = own_share_bounds(year)
    base = 0.0
    for height, look in (
        (least, SUBSIDY_LOOK),
        (greatest - least, BETWEEN_LOOK),
        (_euros(own), OWN_LOOK),
        (_euros(year.other_public_funding), OTHER_LOOK),
    ):
        if height > 0:
            axes.bar(year.number, height, BAR, bottom=base, **look)
            base += height
    remarks = (
        (bool(year.reasons), REFUSED),
        (most is None, UNBOUNDED),
        (year.costs is None and most is not None, UNKNOWN_COSTS),
    )
    words = _remark([label.text(language) for holds, label in remarks if holds], upright=tilt == 0)
    axes.text(
        year.number, base + tallest * 0.012, words, ha="center", va="bottom", fontsize=6.8, color=INK, rotation=tilt
    )


def _remark(remarks: list[str], *, upright: bool) -> str:
    """Return what is written on a year; upright in short lines, as a long one would run into its neighbours."""
    if not upright:
        return ", ".join(remarks)
    return ",\n".join("\n".join(remark.rsplit(" ", 1)) for remark in remarks)


def _draw_ceilings(axes: Axes, years: tuple[FundingYear, ...]) -> None:
    for found, first, last in _runs(years, lambda year: (yearly_ceiling(year), _dashes(year))):
        ceiling, dashes = found
        if ceiling is not None:
            axes.hlines(
                _euros(ceiling), first - 0.5, last + 0.5, colors=INK, linewidth=1.8, linestyles=dashes, zorder=4
            )


def _dashes(year: FundingYear) -> Dashes:
    """Tell a ceiling on the costs from one of the subsidy."""
    return "solid" if "cap_costs" in year.regime.operations.value else "dashed"


def _runs(years: Iterable[FundingYear], kind: Callable[[FundingYear], Key]) -> Iterator[tuple[Key, int, int]]:
    """Yield what years in a row have in common, with the first and the last of them."""
    for key, group in groupby(years, key=kind):
        numbers = [year.number for year in group]
        yield key, numbers[0], numbers[-1]


def _rate(year: FundingYear, language: Language) -> str:
    sign = "\u00a0%" if language == "fr" else "%"
    return "/".join(str(band.percentage) for band in year.bands) + sign


def _tilt(years: tuple[FundingYear, ...]) -> int:
    """Return the angle of what is written on a single year."""
    return 90 if len(years) > MANY_YEARS else 0


def _text(year: FundingYear, language: Language) -> str:
    return year.regime.label.text(language)


def _draw_phases(axes: Axes, years: tuple[FundingYear, ...], top: float, language: Language) -> None:
    """Write above the bars the percentage of each phase and the text that it falls under."""
    tilt = _tilt(years)
    for rate, first, last in _runs(years, lambda year: _rate(year, language)):
        axes.text(
            (first + last) / 2, top * 0.99, rate, ha="center", va="top", fontsize=10, fontweight="bold", rotation=tilt
        )
    for text, first, last in _runs(years, lambda year: _text(year, language)):
        place = 1.012 * top
        axes.text((first + last) / 2, place, text, ha="center", va="bottom", fontsize=9, fontstyle="italic")


def _draw_changes(axes: Axes, years: tuple[FundingYear, ...], top: float, language: Language) -> None:
    """Draw a line with a label wherever the percentage or the text changes."""
    for before, after in pairwise(years):
        text_changes = _text(before, language) != _text(after, language)
        changes = [each(after, language) for each in (_text, _rate) if each(before, language) != each(after, language)]
        if not changes:
            continue
        place = before.number + 0.5
        axes.axvline(place, color=INK, linewidth=1.4 if text_changes else 0.9, linestyle="-." if text_changes else ":")
        words = CHANGE.text(language).format(what=", ".join(changes), day=day(after.starts_on, language))
        patch = {"facecolor": "white", "edgecolor": "none", "pad": 0.1 if _tilt(years) else 1.2}
        axes.text(place, top * 0.93, words, rotation=90, ha="center", va="top", fontsize=7.5, bbox=patch, zorder=5)


def _dress(axes: Axes, path: FundingPath, language: Language) -> None:
    name = plain(path.dossier.cluster.name)
    if len(name) > LONGEST_NAME:
        name = name[: LONGEST_NAME - 1] + "…"
    title = TITLE.text(language).format(name=name)
    axes.set_title(title, fontsize=14, fontweight="bold", pad=40, parse_math=False)
    axes.text(0.5, 1.055, SUBTITLE.text(language), transform=axes.transAxes, ha="center", va="bottom", fontsize=10)
    axes.set_xlabel(X_AXIS.text(language))
    axes.set_ylabel(Y_AXIS.text(language))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: _thousands(value, language)))
    shown = path.years[:: 1 + (len(path.years) - 1) // MANY_YEARS]
    months = [f"{year.starts_on:%m/%Y}" if language == "fr" else f"{year.starts_on:%Y-%m}" for year in shown]
    labels = [f"{year.number}\n{month}" for year, month in zip(shown, months, strict=True)]
    axes.set_xticks([year.number for year in shown], labels)
    axes.grid(axis="y", color="#cccccc", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
    keys = _keys(path.years, language)
    axes.legend(
        handles=keys,
        loc="upper center",
        bbox_to_anchor=(0.5, -0.14),
        ncols=4 if len(keys) <= 4 else 3,
        frameon=False,
        fontsize=9,
    )


def _source(path: FundingPath, language: Language) -> str:
    return SOURCE.text(language).format(
        texts=", ".join(texts_of(path, language)),
        costs=ILLUSTRATIVE.text(language) if is_illustrative(path.dossier) else "",
    )


def _thousands(value: float, language: Language) -> str:
    whole = f"{value:,.0f}"
    return whole.replace(",", THOUSANDS_FR) if language == "fr" else whole


def _keys(years: tuple[FundingYear, ...], language: Language) -> list[Patch | Line2D]:
    """Return the legend; a range or a ceiling only where the chart shows one."""
    looks: list[tuple[Label, dict[str, Any]]] = [
        (SUBSIDY, SUBSIDY_LOOK),
        (BETWEEN, BETWEEN_LOOK),
        (OWN_SHARE, OWN_LOOK),
        (OTHER, OTHER_LOOK),
    ]
    if all(year.status != "undetermined" for year in years):
        looks.remove((BETWEEN, BETWEEN_LOOK))
    keys: list[Patch | Line2D] = [Patch(label=label.text(language), **look) for label, look in looks]
    ceilings: dict[Dashes, set[Euro]] = {}
    for year in years:
        ceiling = yearly_ceiling(year)
        if ceiling is not None:
            ceilings.setdefault(_dashes(year), set()).add(ceiling)
    for dashes, amounts in ceilings.items():
        words = (COST_CEILING if dashes == "solid" else SUBSIDY_CEILING).text(language)
        if len(amounts) == 1:
            words += f" ({money(amounts.pop(), language)})"
        keys.append(Line2D([], [], color=INK, linewidth=1.8, linestyle=dashes, label=words))
    return keys
