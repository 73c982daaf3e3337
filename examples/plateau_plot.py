"""The plateau of § 1.4 as an SVG chart: growing costs under both ceilings, and the activity within own means."""

import io
from typing import Any

import matplotlib as mpl
from matplotlib import style
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import FuncFormatter
from path_plot import INK, OWN_LOOK, SETTINGS, SUBSIDY_LOOK
from path_words import THOUSANDS_FR, money

from clusterlaw import Euro, Label, Plateau
from clusterlaw.plateaus import PlateauYear
from clusterlaw.sources import Language

TITLE = Label(fr="Plafonner les coûts ou la subvention\u00a0?", en="A ceiling on the costs, or on the subsidy?")
SUBTITLE = Label(
    fr="coûts admis croissant de {growth} EUR par an\u00a0; EUR par année, dus si la subvention est octroyée",
    en="admitted costs that grow by EUR {growth} a year; EUR a year, due if the subsidy is granted",
)
PANELS = (
    Label(fr="Plafond sur les coûts (texte de 2007)", en="Ceiling on the costs (text of 2007)"),
    Label(fr="Plafond sur la subvention (et si)", en="Ceiling on the subsidy (what if)"),
)
X_AXIS = Label(fr="année de subvention", en="subsidy year")
Y_AXIS = Label(fr="EUR par année", en="EUR a year")
SUBSIDY = Label(fr="subvention", en="subsidy")
OWN_SHARE = Label(fr="part propre", en="own share")
ACTIVITY = Label(
    fr="activité finançable avec {means} EUR de moyens propres par an",
    en="activity that own means of EUR {means} a year can finance",
)
CEILING = Label(fr="plafond\u00a0: {amount} EUR", en="ceiling: EUR {amount}")
SOURCE = Label(
    fr="Source\u00a0: décret du 18 janvier 2007 (art. 3)\u00a0; constat\u00a0: évaluation de 2011, § {section}\u00a0; "
    "coûts et moyens illustratifs\u00a0; calcul\u00a0: clusterlaw",
    en="Source: decree of 18 January 2007 (art. 3); finding: evaluation of 2011, § {section}; illustrative costs and "
    "means; computed by clusterlaw",
)
ACTIVITY_LOOK: dict[str, Any] = {
    "color": INK,
    "linewidth": 1.6,
    "linestyle": (0, (4, 2)),
    "drawstyle": "steps-mid",
    "marker": "o",
    "markersize": 5.5,
    "markerfacecolor": "white",
    "zorder": 5,
}
BAR = 0.72
MANY_YEARS = 12


def plateau_svg(result: Plateau, *, language: Language) -> bytes:
    """Return the chart as an SVG document; the same plateau gives the same bytes."""
    sides = (result.under_text, result.under_reform)
    top = (
        max(_euros(amount) for years in sides for year in years for amount in (year.costs, year.activity)) * 1.12 or 1.0
    )
    with style.context("default"), mpl.rc_context(SETTINGS):
        figure = Figure(figsize=(11.5, 6.0), layout="constrained")
        FigureCanvasSVG(figure)
        panels = figure.subplots(1, 2, sharey=True)
        for axes, years, label in zip(panels, sides, PANELS, strict=True):
            _draw(axes, years, top, label, language)
        _draw_ceiling(panels, result)
        panels[0].set_ylabel(Y_AXIS.text(language))
        _dress(figure, result, language)
        document = io.BytesIO()
        figure.savefig(document, format="svg", metadata={"Date": None, "Creator": None})
    return document.getvalue()


def _euros(amount: Euro) -> float:
    return amount.cents / 100


def _draw(axes: Axes, years: tuple[PlateauYear, ...], top: float, label: Label, language: Language) -> None:
    numbers = [year.number for year in years]
    for year in years:
        axes.bar(year.number, _euros(year.subsidy), BAR, **SUBSIDY_LOOK)
        axes.bar(year.number, _euros(year.own_share), BAR, bottom=_euros(year.subsidy), **OWN_LOOK)
    axes.plot(numbers, [_euros(year.activity) for year in years], **ACTIVITY_LOOK)
    _write_percentages(axes, years, top, language)
    axes.set_title(label.text(language), fontsize=11.5, fontweight="bold", loc="left")
    axes.set_xlabel(X_AXIS.text(language))
    axes.set_ylim(0, top * 1.06)
    axes.set_xlim(0.4, len(years) + 0.6)
    axes.set_xticks(numbers[:: 1 + len(numbers) // MANY_YEARS])
    axes.grid(axis="y", color="#cccccc", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: _thousands(value, language)))


def _write_percentages(axes: Axes, years: tuple[PlateauYear, ...], top: float, language: Language) -> None:
    """Write the percentage of each phase above it."""
    phases: dict[str, list[int]] = {}
    for year in years:
        phases.setdefault(str(year.rate.percentage), []).append(year.number)
    sign = "\u00a0%" if language == "fr" else "%"
    for percentage, numbers in phases.items():
        middle = (numbers[0] + numbers[-1]) / 2
        axes.text(middle, top * 1.05, percentage + sign, ha="center", va="top", fontsize=10, fontweight="bold")
        if numbers[0] > 1:
            axes.axvline(numbers[0] - 0.5, color=INK, linewidth=0.9, linestyle=":")


def _draw_ceiling(panels: Any, result: Plateau) -> None:
    ceiling = result.regime.ceiling.amount
    if ceiling is None:
        return
    for axes in panels:
        axes.axhline(_euros(ceiling), color=INK, linewidth=1.6, zorder=4)


def _thousands(value: float, language: Language) -> str:
    whole = f"{value:,.0f}"
    return whole.replace(",", THOUSANDS_FR) if language == "fr" else whole


def _short(amount: Euro, language: Language) -> str:
    return money(amount, language).removesuffix(",00" if language == "fr" else ".00")


def _dress(figure: Figure, result: Plateau, language: Language) -> None:
    years, height = result.under_text, figure.get_figheight()
    growth = years[1].costs - years[0].costs if len(years) > 1 else Euro(0)
    figure.suptitle(f"{TITLE.text(language)}\n", fontsize=14, fontweight="bold")
    subtitle = SUBTITLE.text(language).format(growth=_short(growth, language))
    figure.text(0.5, 1 - 0.5 / height, subtitle, ha="center", va="bottom", fontsize=10)
    ceiling = result.regime.ceiling.amount or Euro(0)
    keys: list[Patch | Line2D] = [
        Patch(label=SUBSIDY.text(language), **SUBSIDY_LOOK),
        Patch(label=OWN_SHARE.text(language), **OWN_LOOK),
        Line2D([], [], color=INK, linewidth=1.6, label=CEILING.text(language).format(amount=_short(ceiling, language))),
        Line2D([], [], label=ACTIVITY.text(language).format(means=_short(result.own_means, language)), **ACTIVITY_LOOK),
    ]
    foot = 0.65 / height
    figure.get_layout_engine().set(rect=(0, foot, 1, 1 - foot))  # type: ignore[union-attr,call-arg]
    place = (0.5, 0.25 / height)
    figure.legend(handles=keys, loc="lower center", bbox_to_anchor=place, ncols=4, frameon=False, fontsize=9)
    source = SOURCE.text(language).format(section=result.claim.citation.article)
    figure.text(0.01, 0.08 / height, source, fontsize=7.5, color="#444444", ha="left", va="bottom")
