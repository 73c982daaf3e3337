"""The life of a cluster as a timeline: texts, periods, percentages, evaluations, requests and events, as SVG."""

import io
import warnings
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import Any

import matplotlib as mpl
from matplotlib import style
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.dates import YearLocator, date2num
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from path_plot import INK, LONGEST_NAME, SETTINGS
from path_words import day as in_words
from path_words import is_illustrative, plain

from clusterlaw import Label
from clusterlaw.amounts import possible_bands
from clusterlaw.calendar import Calendar
from clusterlaw.entries import Entry, EntryKind
from clusterlaw.history import Event
from clusterlaw.law import commences_on, in_force
from clusterlaw.life import Moment, Run, describe_event
from clusterlaw.lifecycle import finding_of_period
from clusterlaw.sources import Language

TITLE = Label(fr="{name} : vie et échéances", en="{name}: life and deadlines")
LANES = (
    Label(fr="texte en vigueur", en="text in force"),
    Label(fr="reconnaissance", en="recognition"),
    Label(fr="pourcentage des coûts", en="percentage of the costs"),
    Label(fr="évaluations", en="evaluations"),
    Label(fr="demandes", en="requests"),
    Label(fr="événements", en="events"),
)
PERIOD = Label(fr="période {number}\n({text})", en="period {number}\n({text})")
WITHOUT = Label(fr="sans subvention", en="without subsidy")
KEYS = {
    "open": Label(fr="reconnu, subvention due si elle est octroyée", en="recognised, subsidy due if granted"),
    "closed": Label(
        fr="reconnu, subvention perdue, refusée ou douteuse", en="recognised, subsidy lost, refused or in doubt"
    ),
    "earlier": Label(fr="subvention antérieure au décret (art. 10)", en="subsidy from before the decree (art. 10)"),
    "window": Label(fr="évaluation globale (fenêtre)", en="global evaluation (window)"),
    "around": Label(fr="mi-parcours (autour de)", en="half-way (around)"),
    "from": Label(fr="évaluation de la politique (dès le)", en="evaluation of the policy (from)"),
    "deadline": Label(fr="dernier jour d'une demande", en="last day of a request"),
    "undated": Label(fr="date qu'aucun texte ne fixe", en="date that no text fixes"),
    "stated": Label(fr="fait déclaré", en="stated fact"),
    "presumed": Label(fr="présumé", en="presumed"),
}
SOURCE = Label(
    fr="Source : décret du 18 janvier 2007 relatif aux clusters et ses modifications ; calcul : clusterlaw{facts}",
    en="Source: decree of 18 January 2007 on clusters as amended; computed by clusterlaw{facts}",
)
ILLUSTRATIVE = Label(fr=" ; faits illustratifs", en="; illustrative facts")
ON = Label(fr="le {day}", en="{day}")

# Greys of their own, and hatches, so that the picture reads without colour.
TEXTS = ("#f4f1ea", "#e3ddd0", "#cfc7b6", "#b9b09b")
OPEN: dict[str, Any] = {"facecolor": "#1b4965", "edgecolor": "white", "linewidth": 1.2}
CLOSED: dict[str, Any] = {"facecolor": "white", "edgecolor": "#1b4965", "linewidth": 1.0, "hatch": "////"}
WINDOW: dict[str, Any] = {"facecolor": "#e9a23b", "edgecolor": INK, "linewidth": 0.7}
EARLIER: dict[str, Any] = {"facecolor": "white", "edgecolor": "#6b6b6b", "linewidth": 0.8, "hatch": "..."}
BAND: dict[str, Any] = {"facecolor": "#d5dde3", "edgecolor": "white", "linewidth": 1.2}
MARKS: dict[str, dict[str, Any]] = {
    "around": {"marker": "D", "markersize": 8, "color": "white", "markeredgecolor": INK},
    "from": {"marker": ">", "markersize": 8, "color": "#8a8a8a", "markeredgecolor": INK},
    "deadline": {"marker": "v", "markersize": 9, "color": INK, "markeredgecolor": INK},
    "undated": {"marker": "$?$", "markersize": 10, "color": INK, "markeredgecolor": INK},
    "stated": {"marker": "o", "markersize": 7, "color": INK, "markeredgecolor": INK},
    "presumed": {"marker": "o", "markersize": 7, "color": "white", "markeredgecolor": INK},
}
HALF = 0.3
MARGIN = timedelta(days=200)
NEAR = 100.0
COLUMNS = 2
REQUESTS: tuple[EntryKind, ...] = ("renewal_request", "pilot_request")
EVALUATIONS: tuple[EntryKind, ...] = ("global_evaluation", "half_way_evaluation", "policy_evaluation")


def calendar_svg(calendar: Calendar, *, day: date | None, language: Language) -> bytes:
    """Return the timeline as an SVG document; the same calendar gives the same bytes."""
    with style.context("default"), mpl.rc_context(SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"Glyph .* missing from font")
        first, last = _span(calendar)
        figure = Figure(figsize=(max(11.0, (last - first).days / 365 * 1.05), 7.4), layout="constrained")
        FigureCanvasSVG(figure)
        axes = figure.add_subplot()
        _draw_texts(axes, calendar, first, last, language)
        for run in calendar.life.runs:
            _draw_run(axes, calendar, run, language)
            _draw_percentages(axes, calendar, run)
        _draw_earlier_subsidy(axes, calendar)
        _draw_entries(axes, calendar)
        axes.set_xlim(_x(first), _x(last))
        lines = _draw_events(axes, calendar, language)
        if day is not None and first <= day <= last:
            axes.axvline(_x(day), color="#b3261e", linewidth=1.6, linestyle="--")
            words = ON.text(language).format(day=in_words(day, language))
            patch = {"facecolor": "white", "edgecolor": "#b3261e", "pad": 1.5}
            axes.text(_x(day), -0.5, words, fontsize=8.5, ha="center", va="center", bbox=patch)
        axes.set_ylim(-6.5 - 0.3 * lines, 0.5)
        _dress(axes, calendar, language)
        figure.supxlabel(_source(calendar, language), fontsize=7.5, color="#444444", x=0.01, ha="left")
        document = io.BytesIO()
        figure.savefig(document, format="svg", metadata={"Date": None, "Creator": None})
    return document.getvalue()


def _source(calendar: Calendar, language: Language) -> str:
    dossier = calendar.life.history.dossier
    facts = ILLUSTRATIVE.text(language) if dossier is not None and is_illustrative(dossier) else ""
    return SOURCE.text(language).format(facts=facts)


def _x(day: date) -> float:
    number: float = date2num(day)
    return number


def _span(calendar: Calendar) -> tuple[date, date]:
    """Return the first and the last day of the picture: those of the life, with room for the words."""
    days = [moment.day for moment in calendar.life.moments] or [date(2007, 7, 1)]
    return min(days) - MARGIN, max(days) + MARGIN


def _bar(axes: Axes, lane: int, first: date, last: date, look: dict[str, Any], half: float = HALF) -> None:
    axes.broken_barh([(_x(first), _x(last) - _x(first))], (-lane - half, 2 * half), **look)


def _draw_texts(axes: Axes, calendar: Calendar, first: date, last: date, language: Language) -> None:
    life = calendar.life
    starts = {commences_on(each, assumptions=life.history.assumptions) for each in life.regimes}
    bounds = [first, *sorted(day for day in starts if first < day < last), last]
    for index, (start, end) in enumerate(pairwise(bounds)):
        if start < min(starts):
            continue
        regime = in_force(start, assumptions=life.history.assumptions, regimes=life.regimes)
        shade = TEXTS[life.regimes.index(regime) % len(TEXTS)]
        _bar(axes, 0, start, end, {"facecolor": shade, "edgecolor": INK, "linewidth": 0.6})
        if index and start in starts:
            axes.axvline(_x(start), color=INK, linewidth=0.8, linestyle=":")
        wide = (end - start).days > 2.6 * NEAR
        label = regime.label.text(language).partition(",")[0] if wide else ""
        axes.text((_x(start) + _x(end)) / 2, 0, label, ha="center", va="center", fontsize=8.5, style="italic")


def _draw_run(axes: Axes, calendar: Calendar, run: Run, language: Language) -> None:
    """Draw a period, hatched while its subsidy is not due even if granted, or may be lost."""
    inside = [each for each in calendar.life.moments if run.days.starts_on <= each.day < run.days.ends_before]
    starts = [next(group).day for _, group in groupby(inside, key=lambda each: each.subsidy == "open")]
    for start, end in pairwise([*starts, run.days.ends_before]):
        moment = calendar.life.at(start)
        _bar(axes, 1, start, end, OPEN if moment is not None and moment.subsidy == "open" else CLOSED)
    short = (run.days.ends_before - run.days.starts_on).days < 3 * NEAR
    words = (
        str(run.period.number)
        if short
        else PERIOD.text(language).format(
            number=run.period.number, text=run.period.regime.label.text(language).partition(",")[0]
        )
    )
    middle = (_x(run.days.starts_on) + _x(run.days.ends_before)) / 2
    patch = {"facecolor": "white", "edgecolor": "none", "pad": 1.2}
    axes.text(middle, -1, words, ha="center", va="center", fontsize=8.5, color=INK, bbox=patch)


def _draw_earlier_subsidy(axes: Axes, calendar: Calendar) -> None:
    """Draw the days on which a pilot cluster kept its earlier subsidy."""
    for before, after in pairwise(calendar.life.moments):
        if before.subsidy == "earlier" and before.day < after.day:
            _bar(axes, 1, before.day, after.day, EARLIER, 0.16)


def _draw_percentages(axes: Axes, calendar: Calendar, run: Run) -> None:
    if run.recognition > 1:
        return
    within = finding_of_period(calendar.life, run.started)
    for number, (start, end) in enumerate(pairwise(run.period.days), start=run.period.first_year):
        if start >= run.days.ends_before:
            return
        bands = possible_bands(within, number)
        _bar(axes, 2, start, min(end, run.days.ends_before), BAND, 0.22)
        middle = (_x(start) + _x(min(end, run.days.ends_before))) / 2
        axes.text(middle, -2, "/".join(str(each.percentage) for each in bands), ha="center", va="center", fontsize=8)


def _draw_entries(axes: Axes, calendar: Calendar) -> None:
    for entry in calendar.entries:
        if entry.kind in EVALUATIONS:
            _draw_entry(axes, entry, 3)
        elif entry.kind in REQUESTS:
            _draw_entry(axes, entry, 4)


def _draw_entry(axes: Axes, entry: Entry, lane: int) -> None:
    if entry.days is None:
        if entry.applies is not None:
            middle = (_x(entry.applies.starts_on) + _x(entry.applies.ends_before)) / 2
            place = {"half_way_evaluation": -0.16, "global_evaluation": 0.16}.get(entry.kind, 0.0)
            axes.plot([middle], [-lane - place], linestyle="none", **MARKS["undated"])
    elif entry.role == "window":
        _bar(axes, lane, entry.days.starts_on, entry.days.ends_before, WINDOW, 0.16)
    else:
        place = 0.2 if entry.role == "from" else 0.0
        axes.plot([_x(entry.days.starts_on)], [-lane - place], linestyle="none", **MARKS[entry.role])
    if entry.done_on is not None:
        axes.plot([_x(entry.done_on)], [-lane + 0.2], linestyle="none", **MARKS["stated"] | {"markersize": 4})


def _draw_events(axes: Axes, calendar: Calendar, language: Language) -> int:
    """Draw the events that are stated, numbered, and list them below; return the number of lines of the list."""
    told = list(_told(calendar.life.moments))
    lines = -(-len(told) // COLUMNS)
    left, right = axes.get_xlim()
    near, before = 0, 0.0
    patch = {"facecolor": "white", "edgecolor": "none", "pad": 1.5}
    for index, (moment, event) in enumerate(told):
        place = _x(moment.day)
        near = (near + 1) % 4 if index and place - before < NEAR else 0
        before = place
        axes.plot([place], [-5], linestyle="none", **MARKS["presumed" if event.presumed else "stated"])
        axes.text(place, -5.2 - 0.22 * near, str(index + 1), ha="center", va="top", fontsize=8)
        column, line = divmod(index, lines)
        words = f"{index + 1}  {in_words(event.on, language)}  {describe_event(event.event).label.text(language)}"
        axes.text(left + (right - left) * column / COLUMNS, -6.4 - 0.3 * line, words, va="top", fontsize=8, bbox=patch)
    return lines


def _told(moments: tuple[Moment, ...]) -> Iterator[tuple[Moment, Event]]:
    for moment in moments:
        if moment.event is not None and moment.decided is not None:
            yield moment, moment.event


def _dress(axes: Axes, calendar: Calendar, language: Language) -> None:
    name = plain(calendar.life.history.cluster.name)
    name = name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
    axes.set_title(TITLE.text(language).format(name=name), fontsize=14, fontweight="bold", pad=12, parse_math=False)
    axes.set_yticks([-lane for lane in range(len(LANES))], [label.text(language) for label in LANES])
    left, right = axes.get_xlim()
    axes.xaxis_date()
    axes.xaxis.set_major_locator(YearLocator(max(1, int((right - left) / 365 / 22))))
    axes.xaxis.set_ticks_position("top")
    axes.grid(axis="x", color="#dddddd", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines[["right", "bottom", "left"]].set_visible(False)
    axes.tick_params(axis="y", length=0)
    axes.legend(
        handles=list(_keys(calendar, language)),
        loc="upper center",
        bbox_to_anchor=(0.5, -0.01),
        ncols=4,
        frameon=False,
        fontsize=8.5,
    )


def _keys(calendar: Calendar, language: Language) -> Iterator[Patch | Line2D]:
    """Yield the legend: only what the picture shows."""
    subsidies = {each.subsidy == "open" for each in calendar.life.moments if each.period is not None}
    roles = {each.role for each in calendar.entries if each.kind in (*EVALUATIONS, *REQUESTS)}
    for name, look in (("open", OPEN), ("closed", CLOSED)):
        if (name == "open") in subsidies:
            yield Patch(label=KEYS[name].text(language), **look)
    if any(each.subsidy == "earlier" for each in calendar.life.moments):
        yield Patch(label=KEYS["earlier"].text(language), **EARLIER)
    if "window" in roles:
        yield Patch(label=KEYS["window"].text(language), **WINDOW)
    shown = {*roles, *("presumed" if each.presumed else "stated" for each in calendar.life.history.events)}
    for name, mark in MARKS.items():
        if name in shown:
            yield Line2D([], [], linestyle="none", label=KEYS[name].text(language), **mark)
