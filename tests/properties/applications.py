"""Hypothesis strategies for `clusterlaw-application/1` documents, and what the properties need to know of the texts.

They know where the law bends: days on which a text changes, 99 and 100 members, EUR 249.99 and 250, the first day of
the month of filing, mandates of five years, leap days. Names and numbers are written by hand from the decrees.
"""

import operator
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date, timedelta
from functools import partial
from typing import Any

from hypothesis import strategies as st

from clusterlaw.assumptions import Assumptions
from clusterlaw.recognition import periods_through
from tests.boundary.applications import (
    APPRAISED_2007,
    APPRAISED_2024,
    AXES,
    CRITERIA,
    ELEMENTS,
    ELEVEN,
    FIVE,
    MISSIONS,
    THREE,
    VOTING,
    Document,
)
from tests.properties.handwritten import text_on

KINDS = ("company", "university", "research_centre", "training_centre", "competence_centre", "pole", "other")
OTHER_FILES = ("specific_subsidy", "withdrawal", "implementation", "half_way_evaluation")
FORMS = ("association_de_fait", "asbl", "gie", "geie")
SEATS = (
    "minister",
    "economy_administration",
    "technology_administration",
    "economic_and_social_council",
    "independent",
    "designated_service",
    "poles",
)
PURPOSES = {"international_programme": THREE, "joint_task": FIVE}
EVERY_APPRAISED = tuple(dict.fromkeys((*APPRAISED_2007, *APPRAISED_2024)))
EVERY_CRITERION = (*ELEVEN, *THREE, *FIVE)
FACTS_OF_REQUEST = (
    "objectives_contract",
    "new_action_plan",
    "new_objectives",
    "favourable_evolution",
    "results_reported",
)

STARTS = (
    date(2007, 7, 1),
    date(2008, 2, 29),
    date(2008, 3, 1),
    date(2023, 11, 1),
    date(2023, 11, 2),
    date(2024, 6, 30),
    date(2024, 7, 1),
    date(2025, 12, 31),
    date(2026, 1, 1),
    date(2026, 4, 1),
)
RECOGNISED = (
    date(2007, 7, 1),
    date(2008, 2, 29),
    date(2020, 11, 2),
    date(2021, 6, 30),
    date(2021, 7, 1),
    date(2021, 8, 1),
    date(2024, 8, 1),
    date(2026, 4, 1),
)
CHANGES_OF_LAW = (date(2024, 6, 30), date(2024, 7, 1), date(2025, 12, 31), date(2026, 1, 1))

known = st.booleans()
favourable = st.sampled_from((True, True, True, False))
maybe = st.sampled_from((True, True, False, None))
starts = st.one_of(st.sampled_from(STARTS), st.dates(date(2007, 7, 1), date(2032, 12, 31)))


def stated(**facts: Any) -> Document:
    """An object without the keys of what is not stated."""
    return {key: value for key, value in facts.items() if value is not None}


def near(day: date) -> st.SearchStrategy[str]:
    """A day within a year of another, often the day itself or one beside it."""
    return st.one_of(st.sampled_from((-1, 0, 1)), st.integers(-400, 400)).map(
        lambda days: (day + timedelta(days=days)).isoformat()
    )


def or_nothing(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), strategy)


@st.composite
def fees(draw: st.DrawFn, counting_day: date) -> list[Document]:
    """At most one fee for each of the years around the day of counting."""
    found = []
    for year in draw(st.sets(st.sampled_from((counting_day.year - 1, counting_day.year, counting_day.year + 1)))):
        paid = draw(maybe)
        found.append(
            stated(
                year=year,
                amount_cents=draw(st.sampled_from((25_000, 25_000, 24_999, 25_001, 0))),
                paid=paid,
                paid_on=None if paid is False else draw(or_nothing(near(counting_day))),
            )
        )
    return found


@st.composite
def members(draw: st.DrawFn, number: int, starts_on: date, counting_day: date) -> Document:
    """A member of which anything may be unstated."""
    joined = draw(or_nothing(near(draw(st.sampled_from((starts_on, counting_day))))))
    left = draw(st.one_of(st.none(), st.none(), near(draw(st.sampled_from((starts_on, counting_day))))))
    if joined is not None and left is not None and left <= joined:
        left = None
    return stated(
        name=f"M{number}",
        kind=draw(st.sampled_from(("company", "company", "company", *KINDS))),
        active_in_wallonia=draw(maybe),
        founder=draw(maybe),
        joined_on=joined,
        left_on=left,
        fees=draw(or_nothing(fees(counting_day))),
    )


@st.composite
def actions(draw: st.DrawFn, number: int, elements: tuple[str, ...], starts_on: date) -> Document:
    """An action for some axes or missions, mostly those of the text."""
    begins = draw(or_nothing(near(starts_on)))
    length = draw(st.integers(1, 1500))
    ends = None if begins is None else (date.fromisoformat(begins) + timedelta(days=length)).isoformat()
    levels = draw(or_nothing(st.lists(st.sampled_from(("output", "result", "impact")), max_size=2)))
    figures = st.sampled_from((None, 0, 1, 5, -3))
    return stated(
        title=f"T{number}",
        serves=sorted(draw(st.sets(st.sampled_from((*elements, *elements, *AXES, *MISSIONS)), max_size=4))),
        status=draw(st.sampled_from(("done", "committed", None))),
        starts_on=begins,
        ends_before=draw(st.sampled_from((ends, None))),
        budget_cents=draw(or_nothing(st.integers(0, 10**7))),
        partners=draw(or_nothing(st.lists(st.sampled_from(("P", "Q")), max_size=2))),
        indicators=None
        if levels is None
        else [
            stated(
                name=f"I{place}",
                level=level,
                baseline=draw(figures),
                target=draw(figures),
                value=draw(figures),
            )
            for place, level in enumerate(levels)
        ],
    )


@st.composite
def appraisals(draw: st.DrawFn, names: tuple[str, ...]) -> list[Document]:
    """An appraisal of each point, some of which are not appraised or not yet; a finding has its reason."""
    found = []
    for name in names:
        met = draw(st.sampled_from((True, True, True, False, None)))
        if draw(st.integers(0, 5)):
            found.append(stated(subject=name, met=met, reason="seen" if met is not None else None))
    return found


@st.composite
def views(draw: st.DrawFn, name: str | None) -> Document:
    """A view that may say nothing of its point."""
    return stated(
        subject=name,
        favourable=draw(or_nothing(favourable)),
        reason=draw(st.sampled_from(("seen", "seen", None, "", "  "))),
    )


def complete(name: str | None) -> Document:
    return stated(subject=name, favourable=True, reason="seen")


@st.composite
def votes(draw: st.DrawFn, number: int, given_on: date) -> Document:
    """A vote under a mandate that starts or ends around the day of the opinion, or five years before it."""
    five_years_before = given_on.replace(year=given_on.year - 5, day=min(given_on.day, 28))
    leap = date(given_on.year - given_on.year % 4, 2, 29) if given_on.year % 4 else date(given_on.year - 4, 2, 29)
    return stated(
        member=f"V{number}",
        seat=draw(st.sampled_from(SEATS)),
        substitute=draw(st.booleans()),
        ballot=draw(st.sampled_from(("for", "against", "abstained"))),
        mandate_started_on=draw(
            or_nothing(st.one_of(near(given_on - timedelta(days=500)), near(five_years_before), st.just(str(leap))))
        ),
        mandate_ended_on=draw(st.one_of(st.none(), st.none(), near(given_on))),
        mandate_end=draw(st.sampled_from((None, None, "resignation", "replacement_asked", "quality_lost"))),
    )


@st.composite
def opinions(draw: st.DrawFn, filed_on: date, kind: str, purpose: str | None, entry: date) -> Document:
    """An opinion under the text of its day: whole, or whole but for a point or two, or anything."""
    later = [day for day in CHANGES_OF_LAW if day >= filed_on]
    given_on = draw(
        st.one_of(st.sampled_from([filed_on, *later]), st.integers(0, 200).map(lambda days: filed_on + timedelta(days)))
    )
    given_on = max(given_on, date(2007, 7, 1))
    version = "2007" if text_on(given_on, entry) == "2007" else "2024"
    criteria = (*CRITERIA[version], *(PURPOSES[purpose] if purpose and version == "2007" else ()))
    whole = draw(st.sampled_from(("whole", "gaps", "anything")))
    if whole == "anything":
        subjects = st.sets(st.sampled_from((*AXES, *MISSIONS)))
        about = [draw(views(name)) for name in sorted(draw(subjects))]
        reasons = [draw(views(name)) for name in sorted(draw(st.sets(st.sampled_from(EVERY_CRITERION))))]
        innovation = draw(or_nothing(views(None)))
    else:
        spared = [*ELEMENTS[version], *criteria, "innovation"]
        dropped = draw(st.sets(st.sampled_from(spared), max_size=2)) if whole == "gaps" else set()
        emptied = dropped and draw(st.booleans())

        def said_of(names: tuple[str, ...]) -> list[Document]:
            kept = [name for name in names if name not in dropped or emptied]
            return [{"subject": name, "reason": " "} if name in dropped else complete(name) for name in kept]

        about, reasons = said_of(ELEMENTS[version]), said_of(criteria)
        innovation = None if "innovation" in dropped else complete(None)
    ballots = draw(or_nothing(st.integers(0, 5)))
    return stated(
        given_on=given_on.isoformat(),
        innovation=innovation,
        actions=about,
        criteria=reasons,
        votes=None if ballots is None else [draw(votes(number, given_on)) for number in range(ballots)],
    )


readings = st.fixed_dictionaries(
    {},
    optional={
        "leap_day": st.sampled_from(("february_28", "march_1")),
        "sixth_year_counting": st.sampled_from(("from_recognition", "with_prior_years")),
        "results_after_triennium": st.sampled_from(("not_required", "required")),
        "deadline_counting": st.sampled_from(("before", "on")),
        "entry_into_force_2025": st.sampled_from(("2026-01-01", "2026-01-08", "2040-01-01")),
    },
)


def assumptions_of(chosen: Document) -> Assumptions:
    entry = chosen.get("entry_into_force_2025")
    rest = {key: value for key, value in chosen.items() if key != "entry_into_force_2025"}
    return (
        Assumptions(**rest) if entry is None else Assumptions(entry_into_force_2025=date.fromisoformat(entry), **rest)
    )


@st.composite
def requests(draw: st.DrawFn, chosen: Document) -> Document:
    """A request of any kind; a renewal starts on the day after a period."""
    kind = draw(st.sampled_from(("first_recognition", "first_recognition", "renewal", "renewal", *OTHER_FILES)))
    recognised_on = None
    starts_on = draw(starts)
    if kind == "renewal":
        recognised_on = draw(st.sampled_from(RECOGNISED))
        found = periods_through(
            recognised_on=recognised_on, years=9, day=recognised_on, assumptions=assumptions_of(chosen)
        )
        starts_on = draw(st.sampled_from([period.ends_before for period in found[:4]]))
    elif kind != "first_recognition" and draw(st.booleans()):
        recognised_on = draw(st.sampled_from(RECOGNISED))
    filed_on = starts_on - timedelta(days=draw(st.one_of(st.sampled_from((0, 1, 31, 120, 125)), st.integers(-20, 400))))
    return stated(
        kind=kind,
        filed_on=filed_on.replace(day=draw(st.sampled_from((1, 2, filed_on.day, 28)))).isoformat(),
        starts_on=starts_on.isoformat(),
        recognised_on=None if recognised_on is None else recognised_on.isoformat(),
        prior_subsidy_years=draw(st.sampled_from((None, None, 0, 1, 3, 4, 6))),
        purpose=draw(st.sampled_from(tuple(PURPOSES))) if kind == "specific_subsidy" else None,
        **{name: draw(maybe) for name in FACTS_OF_REQUEST},
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A valid application under any of the texts, of which anything may be unstated or unfavourable."""
    chosen = draw(readings)
    request = draw(requests(chosen))
    filed_on, starts_on = date.fromisoformat(request["filed_on"]), date.fromisoformat(request["starts_on"])
    entry = date.fromisoformat(chosen.get("entry_into_force_2025", "2026-01-01"))
    version, counting_day = text_on(starts_on, entry), filed_on.replace(day=1)
    elements = ELEMENTS[version]
    names = APPRAISED_2007 if version == "2007" else APPRAISED_2024
    since = sorted(draw(st.sets(near(starts_on), max_size=3)))
    single = draw(st.integers(0, 4))
    bulk = draw(st.sampled_from((0, 0, 0, 97, 98, 99, 100)))
    in_order = {
        "kind": "company",
        "active_in_wallonia": True,
        "founder": draw(favourable),
        "joined_on": "2000-01-01",
        "fees": [
            {"year": counting_day.year, "amount_cents": 25_000, "paid": True, "paid_on": counting_day.isoformat()}
        ],
    }
    people = [draw(members(number, starts_on, counting_day)) for number in range(single)]
    people += [{"name": f"B{number}", **in_order} for number in range(bulk)]
    plan = [draw(actions(number, elements, starts_on)) for number in range(draw(st.integers(0, 3)))]
    if draw(st.booleans()):
        status = draw(st.sampled_from(("done", "committed")))
        plan.append({"title": "all", "serves": list(elements), "status": status})
    return stated(
        format="clusterlaw-application/1",
        applicant=stated(
            name="Cluster",
            legal_forms=[{"form": draw(st.sampled_from(("asbl", *FORMS))), "since": day} for day in since],
            agreement_clauses=draw(maybe),
            members=draw(st.sampled_from((people, people, people, None))),
            fields=draw(st.sampled_from((["energy"], ["energy", "water"], [], None))),
        ),
        request=request,
        actions=draw(st.sampled_from((plan, plan, plan, None))),
        appraisals=draw(appraisals(draw(st.sampled_from((names, names, EVERY_APPRAISED))))),
        opinion=draw(or_nothing(opinions(filed_on, request["kind"], request.get("purpose"), entry))),
        assumptions=chosen,
    )


JUNK: tuple[Any, ...] = (
    None,
    1.5,
    -1,
    10**20,
    3000,
    "",
    "x",
    "\ud800",
    True,
    [],
    {},
    [None],
    [{}],
    "2007-06-30",
    "2199-12-31",
    "9999-12-31",
)


def places(part: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place of a document."""
    if path:
        yield path
    entries = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in entries:
        yield from places(value, (*path, key))


@st.composite
def spoiled(draw: st.DrawFn) -> Document:
    """A document of which some places hold what their neighbours or nobody would write."""
    document = deepcopy(draw(documents()))
    for _ in range(draw(st.integers(1, 3))):
        where = list(places(document))
        # By the name of the field first: each is as likely as another, however often it stands in the document.
        name = draw(st.sampled_from(sorted({path[-1] for path in where if isinstance(path[-1], str)})))
        path = draw(st.sampled_from([each for each in where if each[-1] == name]))
        held = part_at(document, path[:-1])
        elsewhere = part_at(document, draw(st.sampled_from(where)))
        held[path[-1]] = draw(st.one_of(st.sampled_from(JUNK), st.just(deepcopy(elsewhere))))
    return document


def part_at(document: Document, path: tuple[Any, ...]) -> Any:
    part: Any = document
    for key in path:
        part = part[key]
    return part


# --- what is not stated, and how to state it --------------------------------------------------------------------------

# What is not stated of these is presumed, so that stating it corrects a presumption: a member has not left, a mandate
# has not ended, there were no prior years (assumption `no_prior_subsidy`).
PRESUMED = ("left_on", "mandate_ended_on", "mandate_end", "prior_subsidy_years")

State = Callable[[Document], None]


def _put(path: tuple[Any, ...], value: Any) -> State:
    def state(document: Document) -> None:
        part_at(document, path[:-1])[path[-1]] = value

    return state


Offer = tuple[tuple[Any, ...], st.SearchStrategy[Any]]


def _left_out(document: Document, path: tuple[Any, ...], **facts: st.SearchStrategy[Any]) -> list[Offer]:
    held = part_at(document, path)
    return [((*path, name), values) for name, values in facts.items() if name not in held]


def _of_applicant(document: Document, starts_on: date, counting_day: date) -> Iterator[Offer]:
    people = st.lists(members(9, starts_on, counting_day), max_size=3)
    fields = st.sampled_from(([], ["energy"]))
    yield from _left_out(document, ("applicant",), agreement_clauses=known, members=people, fields=fields)
    for index, member in enumerate(document["applicant"].get("members", ())):
        path = ("applicant", "members", index)
        joined = near(starts_on).filter(partial(operator.gt, member.get("left_on", "9999")))
        stating = {"active_in_wallonia": known, "founder": known, "joined_on": joined, "fees": fees(counting_day)}
        yield from _left_out(document, path, **stating)
        for place, fee in enumerate(member.get("fees", ())):
            where = (*path, "fees", place)
            yield from _left_out(document, where, paid=st.just(True) if "paid_on" in fee else known)
            if fee.get("paid") is not False:
                yield from _left_out(document, where, paid_on=near(counting_day))


def _of_the_rest(document: Document) -> Iterator[Offer]:
    yield from _left_out(document, (), actions=st.just([{"title": "T", "serves": list(AXES), "status": "done"}]))
    yield from _left_out(document, ("request",), **dict.fromkeys(FACTS_OF_REQUEST, known))
    for index, _ in enumerate(document.get("actions", ())):
        yield from _left_out(document, ("actions", index), status=st.sampled_from(("done", "committed")))
    for index, appraisal in enumerate(document["appraisals"]):
        if "reason" in appraisal:
            yield from _left_out(document, ("appraisals", index), met=known)
    opinion = document.get("opinion", {})
    for index, _ in enumerate(opinion.get("votes", ())):
        started = near(date.fromisoformat(opinion["given_on"]) - timedelta(days=1500))
        yield from _left_out(document, ("opinion", "votes", index), mandate_started_on=started)


@st.composite
def statements(draw: st.DrawFn, document: Document) -> State | None:
    """The statement of one fact that a document leaves out and that nothing presumes; None: it leaves nothing out."""
    starts_on, filed_on = (date.fromisoformat(document["request"][name]) for name in ("starts_on", "filed_on"))
    found = [*_of_applicant(document, starts_on, filed_on.replace(day=1)), *_of_the_rest(document)]
    if not found:
        return None
    path, values = draw(st.sampled_from(found))
    return _put(path, draw(values))


def after(document: Document, state: State) -> Document:
    copied = deepcopy(document)
    state(copied)
    return copied


# --- the texts, for the oracles ---------------------------------------------------------------------------------------

REASONED = {"2007": ("first_recognition", "renewal", "specific_subsidy"), "2024": ("first_recognition", "renewal")}
SEEN = {
    "2007": (*REASONED["2007"], "withdrawal", "implementation"),
    "2024": (*REASONED["2024"], "withdrawal", "implementation", "half_way_evaluation"),
}
PLACES = {
    "2007": dict.fromkeys(VOTING["2007"], 1),
    "2024": {"minister": 1, "designated_service": 2, "economic_and_social_council": 2},
}
