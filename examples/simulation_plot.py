"""The distribution of the totals of a simulation as an SVG chart."""

import io
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
import numpy as np
from matplotlib import style
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator
from path_words import THOUSANDS_FR

from clusterlaw import Label
from clusterlaw.sources import Language

if TYPE_CHECKING:
    from simulate_many import Simulation

TITLE = Label(
    fr="Subvention totale de neuf ans, {paths} trajectoires simulées",
    en="Total subsidy of nine years, {paths} simulated paths",
)
SUBTITLE = Label(
    fr="texte de 2007, coûts inventés, montants dus si la subvention est octroyée",
    en="text of 2007, invented costs, amounts due if the subsidy is granted",
)
X_AXIS = Label(fr="subvention totale d'une trajectoire, en milliers d'EUR", en="total subsidy of a path, thousand EUR")
Y_AXIS = Label(fr="trajectoires, en % de l'ensemble", en="paths, % of all")
MEDIAN = Label(fr="médiane\n{amount}", en="median\n{amount}")
SHARE = Label(fr="{share} % au plus\n{amount}", en="{share}% at most\n{amount}")
SOURCE = Label(
    fr="Source\u00a0: décret du 18 janvier 2007\u00a0; calcul\u00a0: clusterlaw avec {engine}, graine {seed}",
    en="Source: decree of 18 January 2007; computed by clusterlaw on {engine}, seed {seed}",
)

INK = "#222222"
BARS: dict[str, Any] = {"facecolor": "#7a9bb0", "edgecolor": "white", "linewidth": 0.5}
MARKS: dict[int, Any] = {5: "dotted", 50: "solid", 95: "dashed"}
SETTINGS: Any = {"svg.hashsalt": "clusterlaw", "svg.fonttype": "path", "font.family": "DejaVu Sans"}
BINS = 60


def distribution_svg(found: "Simulation", *, language: Language) -> bytes:
    """Return the chart as an SVG document; the same simulation gives the same bytes."""
    with style.context("default"), mpl.rc_context(SETTINGS):
        figure = Figure(figsize=(10.5, 5.8), layout="constrained")
        FigureCanvasSVG(figure)
        axes = figure.add_subplot()
        _draw_marks(axes, found, _draw_bars(axes, found), language)
        _dress(axes, found, language)
        source = SOURCE.text(language).format(engine=found.engine, seed=found.seed)
        figure.supxlabel(source, fontsize=7.5, color="#444444", x=0.01, ha="left")
        document = io.BytesIO()
        figure.savefig(document, format="svg", metadata={"Date": None, "Creator": None})
    return document.getvalue()


def _draw_bars(axes: Axes, found: "Simulation") -> float:
    """Draw the histogram and return the height of its tallest bar."""
    counts, edges = np.histogram(found.totals, bins=BINS)
    shares = counts * 100 / found.paths
    axes.bar(edges[:-1] / 100_000, shares, np.diff(edges) / 100_000, align="edge", **BARS)
    return float(shares.max())


def _draw_marks(axes: Axes, found: "Simulation", tallest: float, language: Language) -> None:
    axes.set_ylim(0, tallest * 1.3)
    for share, dashes in MARKS.items():
        amount = found.at_most(share)
        place = amount.cents / 100_000
        axes.vlines(place, 0, tallest * 1.08, colors=INK, linewidth=1.6, linestyles=dashes)
        words = (MEDIAN if share == 50 else SHARE).text(language)
        text = words.format(share=share, amount=f"≈ {_thousands(place, language)} k EUR")
        axes.text(place, tallest * 1.1, text, ha="center", va="bottom", fontsize=9, color=INK)


def _dress(axes: Axes, found: "Simulation", language: Language) -> None:
    title = TITLE.text(language).format(paths=_thousands(found.paths, language))
    axes.set_title(title, fontsize=14, fontweight="bold", pad=26)
    axes.text(0.5, 1.02, SUBTITLE.text(language), transform=axes.transAxes, ha="center", va="bottom", fontsize=10)
    axes.set_xlabel(X_AXIS.text(language))
    axes.set_ylabel(Y_AXIS.text(language))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: _thousands(value, language)))
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.grid(axis="y", color="#cccccc", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)


def _thousands(value: float, language: Language) -> str:
    whole = f"{value:,.0f}"
    return whole.replace(",", THOUSANDS_FR) if language == "fr" else whole
