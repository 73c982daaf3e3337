"""A portfolio as an SVG chart: what the Region pays in each calendar year, by percentage, with budget and quantiles."""

import io
import warnings
from fractions import Fraction
from typing import Any

import matplotlib as mpl
from matplotlib import style
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.patheffects import withStroke
from matplotlib.ticker import FuncFormatter, MaxNLocator
from path_plot import INK, LONGEST_NAME, SETTINGS
from path_words import THOUSANDS_FR, is_illustrative, money, plain

from clusterlaw import Euro, Label, Percentage, Portfolio, Simulation
from clusterlaw.portfolio import YearSum
from clusterlaw.portfolio_interchange import PortfolioDocument
from clusterlaw.sources import Language

TITLE = Label(fr="{name}\u00a0: ce que la Région paie", en="{name}: what the Region pays")
SUBTITLE = Label(
    fr="montants dus si chaque subvention est octroyée, au prorata des jours, par année civile",
    en="amounts due if each subsidy is granted, by days, by calendar year",
)
X_AXIS = Label(fr="année civile (clusters soutenus)", en="calendar year (clusters supported)")
Y_AXIS = Label(fr="EUR par année", en="EUR a year")
AT = Label(fr="subventions à {}\u00a0%", en="subsidies at {}%")
AT_UNKNOWN = Label(fr="subventions, pourcentage indéterminé", en="subsidies, percentage undetermined")
BETWEEN = Label(fr="indéterminé\u00a0: du minimum au maximum", en="undetermined: least to greatest")
BUDGET = Label(fr="budget ({} EUR par an)", en="budget ({} EUR a year)")
QUANTILES = Label(
    fr="simulation, {draws} tirages\u00a0: 5, 50 et 95\u00a0% des tirages",
    en="simulation, {draws} draws: 5, 50 and 95% of the draws",
)
UNBOUNDED = Label(fr="sans maximum", en="no upper bound")
SOURCE = Label(
    fr="Source\u00a0: décret du 18 janvier 2007 relatif aux clusters\u00a0; calcul\u00a0: clusterlaw{note}",
    en="Source: decree of 18 January 2007 on clusters; computed by clusterlaw{note}",
)
ILLUSTRATIVE = Label(fr="\u00a0; portefeuille illustratif", en="; illustrative portfolio")
CHOSEN = Label(
    fr="\u00a0; paramètres de la simulation choisis, non observés",
    en="; parameters of the simulation chosen, not observed",
)

# From dark to light, with hatches of their own, so that the chart reads without colour.
LOOKS: tuple[dict[str, Any], ...] = (
    {"facecolor": "#1b4965"},
    {"facecolor": "#5a8fa8"},
    {"facecolor": "#a9c9d6", "hatch": ".."},
    {"facecolor": "#d9e6eb", "hatch": "xx"},
    {"facecolor": "#f0e6d2", "hatch": "--"},
    {"facecolor": "white", "hatch": "oo"},
    {"facecolor": "white", "hatch": "++"},
)
EDGE: dict[str, Any] = {"edgecolor": INK, "linewidth": 0.7}
BETWEEN_LOOK: dict[str, Any] = {"facecolor": "white", "hatch": "////", **EDGE}
SHARES = (Fraction(1, 20), Fraction(1, 2), Fraction(19, 20))
BAR = 0.62
MANY_YEARS = 16
EMPTY_HEIGHT = 160_000.0


def budget_svg(
    document: PortfolioDocument,
    portfolio: Portfolio,
    budget: Euro | None,
    simulation: Simulation | None,
    *,
    language: Language,
) -> bytes:
    """Return the chart as an SVG document; the same portfolio and seed give the same bytes."""
    with style.context("default"), mpl.rc_context(SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"Glyph .* missing from font")
        totals = portfolio.calendar_years
        figure = Figure(figsize=(max(10.5, 0.5 * len(totals)), 6.6), layout="constrained")
        FigureCanvasSVG(figure)
        axes = figure.add_subplot()
        looks = _looks(totals)
        top = _draw_bars(axes, totals, looks)
        if simulation is not None:
            top = max(top, _draw_quantiles(axes, simulation))
        if budget is not None:
            halo = [withStroke(linewidth=4, foreground="white")]
            axes.axhline(budget.cents / 100, color=INK, linewidth=1.8, linestyle="dashed", zorder=4, path_effects=halo)
            top = max(top, budget.cents / 100)
        axes.set_ylim(0, top * 1.08)
        _dress(axes, document, totals, language)
        _add_keys(axes, totals, looks, budget, simulation, language)
        source = _source(document, simulation, language)
        figure.supxlabel(source, fontsize=7.5, color="#444444", x=0.01, ha="left")
        drawing = io.BytesIO()
        figure.savefig(drawing, format="svg", metadata={"Date": None, "Creator": None})
    return drawing.getvalue()


def _looks(totals: tuple[YearSum, ...]) -> dict[Percentage | None, dict[str, Any]]:
    """Return the look of each percentage that certainly brings money, the highest darkest."""
    found = {percentage for total in totals for percentage, (least, _) in total.by_percentage if least}
    ordered = sorted(found, key=lambda each: (each is None, Fraction(0) if each is None else -each.fraction))
    return {percentage: {**LOOKS[min(index, len(LOOKS) - 1)], **EDGE} for index, percentage in enumerate(ordered)}


def _draw_bars(
    axes: Axes,
    totals: tuple[YearSum, ...],
    looks: dict[Percentage | None, dict[str, Any]],
) -> float:
    """Draw a stack for each year, what is certain below, and return the height that the chart needs."""
    bounded = [0.0 if total.at_most is None else total.at_most.cents / 100 for total in totals]
    tallest = max((*bounded, *(total.at_least.cents / 100 for total in totals))) or EMPTY_HEIGHT
    for total in totals:
        base = 0.0
        for percentage, (least, _) in reversed(total.by_percentage):
            if least:
                axes.bar(total.number, least / 100, BAR, bottom=base, **looks[percentage])
                base += least / 100
        greatest = tallest if total.at_most is None else total.at_most.cents / 100
        if greatest > base:
            axes.bar(total.number, greatest - base, BAR, bottom=base, **BETWEEN_LOOK)
        if total.at_most is None:
            axes.plot([total.number], [tallest * 1.02], marker="^", color=INK, markersize=6)
    return tallest


def _draw_quantiles(axes: Axes, simulation: Simulation) -> float:
    """Draw the quantiles of each year as a line with a dot, and return the highest."""
    highest = 0.0
    for year in simulation.years:
        low, middle, high = (simulation.quantile(share, year=year)[1].cents / 100 for share in SHARES)
        place = year + BAR / 2 + 0.09
        axes.vlines(place, low, high, colors=INK, linewidth=1.6, zorder=5)
        axes.plot([place], [middle], marker="o", color="white", markeredgecolor=INK, markersize=5, zorder=6)
        highest = max(highest, high)
    return highest


def _dress(axes: Axes, document: PortfolioDocument, totals: tuple[YearSum, ...], language: Language) -> None:
    name = plain(document.name)
    if len(name) > LONGEST_NAME:
        name = name[: LONGEST_NAME - 1] + "…"
    title = TITLE.text(language).format(name=name)
    axes.set_title(title, fontsize=14, fontweight="bold", pad=26, parse_math=False)
    axes.text(0.5, 1.015, SUBTITLE.text(language), transform=axes.transAxes, ha="center", va="bottom", fontsize=10)
    axes.set_xlabel(X_AXIS.text(language))
    axes.set_ylabel(Y_AXIS.text(language))
    axes.yaxis.set_major_locator(MaxNLocator(nbins=8))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: _thousands(value, language)))
    shown = totals[:: 1 + (len(totals) - 1) // MANY_YEARS]
    axes.set_xticks([total.number for total in shown], [f"{total.number}\n({total.clusters})" for total in shown])
    axes.set_xlim(totals[0].number - 0.6, totals[-1].number + 0.7)
    axes.grid(axis="y", color="#cccccc", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)


def _add_keys(
    axes: Axes,
    totals: tuple[YearSum, ...],
    looks: dict[Percentage | None, dict[str, Any]],
    budget: Euro | None,
    simulation: Simulation | None,
    language: Language,
) -> None:
    keys: list[Patch | Line2D] = []
    for percentage, look in looks.items():
        words = AT_UNKNOWN.text(language) if percentage is None else AT.text(language).format(percentage)
        keys.append(Patch(label=words, **look))
    if any(total.amount is None for total in totals):
        keys.append(Patch(label=BETWEEN.text(language), **BETWEEN_LOOK))
    if any(total.at_most is None for total in totals):
        keys.append(Line2D([], [], color=INK, marker="^", linestyle="none", label=UNBOUNDED.text(language)))
    if budget is not None:
        words = BUDGET.text(language).format(money(budget, language))
        keys.append(Line2D([], [], color=INK, linewidth=1.8, linestyle="dashed", label=words))
    if simulation is not None:
        words = QUANTILES.text(language).format(draws=_thousands(len(simulation.draws), language))
        keys.append(Line2D([], [], color=INK, linewidth=1.6, marker="o", markerfacecolor="white", label=words))
    axes.legend(handles=keys, loc="upper center", bbox_to_anchor=(0.5, -0.14), ncols=3, frameon=False, fontsize=9)


def _source(document: PortfolioDocument, simulation: Simulation | None, language: Language) -> str:
    noted = "illustrat" in f"{document.name} {document.note}".lower()
    illustrative = noted or any(is_illustrative(dossier) for dossier in document.dossiers)
    note = ILLUSTRATIVE.text(language) if illustrative else ""
    return SOURCE.text(language).format(note=note + ("" if simulation is None else CHOSEN.text(language)))


def _thousands(value: float, language: Language) -> str:
    whole = f"{value:,.0f}"
    return whole.replace(",", THOUSANDS_FR) if language == "fr" else whole
