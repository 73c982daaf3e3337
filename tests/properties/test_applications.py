"""What holds for every application: missing facts, order, votes, opinions, categories, conclusions, changes."""

import json
import random
from collections import Counter
from copy import deepcopy
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from clusterlaw.application_interchange import assessment_document, read_application
from clusterlaw.assessment import Assessment, assess
from clusterlaw.drafting import draft
from clusterlaw.errors import FactError
from clusterlaw.explanation import explain
from clusterlaw.finding import Step
from tests.boundary.applications import CRITERIA, ELEMENTS, Document, assessed, written
from tests.properties.applications import (
    PLACES,
    PURPOSES,
    REASONED,
    SEEN,
    after,
    documents,
    spoiled,
    statements,
)
from tests.properties.handwritten import text_on


@given(spoiled())
def test_a_document_is_read_and_assessed_or_refused_with_its_problems(document: Document) -> None:
    found: Assessment | FactError
    try:
        found = assess(read_application(json.dumps(document).encode()))
    except FactError as error:
        found = error
    if isinstance(found, FactError):
        assert found.problems
        assert all((found.text("fr").strip(), found.text("en").strip()))


@given(documents())
def test_a_valid_document_is_assessed_explained_and_drafted(document: Document) -> None:
    found = assessed(document)
    json.dumps(assessment_document(found))
    for language in ("fr", "en"):
        for text in (explain(found, language=language), draft(found, language=language)):  # type: ignore[arg-type]
            assert "None" not in text
            assert "True" not in text
            assert "False" not in text


def verdicts(found: Assessment) -> dict[str, bool | None]:
    names = [each.name for each in found.conditions]
    assert len(set(names)) == len(names)
    return {each.name: each.holds for each in found.conditions}


@given(st.data(), documents())
def test_stating_a_missing_fact_never_turns_what_is_settled(data: st.DataObject, document: Document) -> None:
    state = data.draw(statements(document))
    if state is None:
        return
    before, later = assessed(document), assessed(after(document, state))
    settled = {name: verdict for name, verdict in verdicts(before).items() if verdict is not None}
    assert {name: verdicts(later)[name] for name in settled} == settled
    for conclusion in ("recognition", "subsidy"):
        if getattr(before, conclusion) in ("met", "not_met"):
            assert getattr(later, conclusion) == getattr(before, conclusion)
    if before.category is not None:
        assert later.category is not None
        assert set(later.category.categories) <= set(before.category.categories)
        (least, most), (least_later, most_later) = before.category.counted, later.category.counted
        assert least <= least_later
        assert most is None or (most_later is not None and most_later <= most)
    if before.opinion is not None and before.opinion.opinion.votes is not None:
        assert later.opinion is not None
        for ballot in ("for", "against", "abstained"):
            (least, most), (least_later, most_later) = before.opinion.tally(ballot), later.opinion.tally(ballot)
            assert least <= least_later <= most_later <= most


@given(documents(), st.randoms(use_true_random=False))
def test_the_order_of_a_list_changes_nothing(document: Document, order: random.Random) -> None:
    shuffled = deepcopy(document)
    lists = [
        shuffled["applicant"]["legal_forms"],
        shuffled["applicant"].get("members", []),
        shuffled["applicant"].get("fields", []),
        shuffled.get("actions", []),
        shuffled["appraisals"],
    ]
    lists += [member.get("fees", []) for member in shuffled["applicant"].get("members", ())]
    opinion = shuffled.get("opinion", {})
    lists += [opinion.get(part, []) for part in ("actions", "criteria", "votes")]
    for each in lists:
        order.shuffle(each)
    one, other = assessed(document), assessed(shuffled)
    assert verdicts(one) == verdicts(other)
    assert (one.recognition, one.subsidy) == (other.recognition, other.subsidy)
    assert (one.assumptions, set(one.questions)) == (other.assumptions, set(other.questions))
    if one.category is not None:
        assert other.category is not None
        assert (one.category.counted, one.category.categories) == (other.category.counted, other.category.categories)
    if one.opinion is not None:
        assert other.opinion is not None
        assert [ground.holds for ground in one.opinion.grounds] == [ground.holds for ground in other.opinion.grounds]
        for ballot in ("for", "against", "abstained"):
            assert one.opinion.tally(ballot) == other.opinion.tally(ballot)
        counted = [
            Counter((each.vote.member, each.capacity, each.counts) for each in found.votes)
            for found in (one.opinion, other.opinion)
        ]
        assert counted[0] == counted[1]


def steps(found: Assessment) -> list[Step]:
    listed = [each.step for each in found.conditions]
    listed += found.category.steps if found.category else ()
    if found.opinion is not None:
        listed += [found.opinion.mission_step]
        listed += [ground.step for ground in found.opinion.grounds]
        listed += [vote.step for vote in found.opinion.votes]
    return listed


@given(documents())
def test_the_steps_replay_to_their_results_and_are_cited(document: Document) -> None:
    found = assessed(document)
    for step in steps(found):
        assert step.replay() == step.result
        assert step.citations
    for each in found.conditions:
        assert each.holds is each.step.result
        assert bool(each.missing) is (each.holds is None), each.name


@given(documents())
def test_the_conclusions_follow_from_the_conditions(document: Document) -> None:
    found = assessed(document)
    if document["request"]["kind"] not in ("first_recognition", "renewal"):
        assert (found.recognition, found.subsidy, found.period, found.category) == (None, None, None, None)
        return

    def conclusion(conditions: list[bool | None]) -> str:
        if any(verdict is False for verdict in conditions):
            return "not_met"
        return "cannot_be_told" if any(verdict is None for verdict in conditions) else "met"

    both = [each.holds for each in found.conditions if each.affects == "recognition_and_subsidy"]
    assert found.recognition == conclusion(both)
    assert found.subsidy == conclusion([each.holds for each in found.conditions])
    # Where the subsidy's conditions are met, so are the recognition's; where the recognition's fail, so do they.
    assert found.subsidy != "met" or found.recognition == "met"
    assert found.recognition != "not_met" or found.subsidy == "not_met"


# --- oracles from the texts -------------------------------------------------------------------------------------------


def text_of_opinion(document: Document) -> str:
    entry = date.fromisoformat(document["assumptions"].get("entry_into_force_2025", "2026-01-01"))
    return text_on(date.fromisoformat(document["opinion"]["given_on"]), entry)


def says(view: Document | None) -> bool:
    return view is not None and bool(view.get("reason", "").strip())


@given(documents().filter(lambda document: "opinion" in document))
def test_an_opinion_is_complete_where_it_says_something_of_every_point(document: Document) -> None:
    # Arts 4 and 5: the committee of the day sees the file; for recognitions (and specific subsidies in 2007) a reason
    # on every criterion, the innovative character and each axis or mission taken into account.
    version, opinion = text_of_opinion(document), document["opinion"]
    found = assessed(document).opinion
    assert found is not None
    kind, purpose = document["request"]["kind"], document["request"].get("purpose")
    left_out: list[str] = []
    seen = version != "2025" and kind in SEEN[version]
    if seen and kind in REASONED[version]:
        innovation = opinion.get("innovation")
        if not says(innovation) and (innovation or {}).get("favourable") is None:
            left_out.append("innovation")
        about = {view["subject"]: view for view in opinion["actions"]}
        left_out += [
            name
            for name in ELEMENTS[version]
            if not says(about.get(name)) and about.get(name, {}).get("favourable") is None
        ]
        reasons = {view["subject"]: view for view in opinion["criteria"]}
        added = PURPOSES[purpose] if kind == "specific_subsidy" else ()
        left_out += [name for name in (*CRITERIA[version], *added) if not says(reasons.get(name))]
    assert (found.mission is not None) is seen
    assert [ground.name for ground in found.left_out] == left_out
    assert found.sound is (seen and not left_out)


def five_years_after(start: date, reading: str) -> date:
    if (start.month, start.day) == (2, 29):
        return date(start.year + 5, 2, 28) if reading == "february_28" else date(start.year + 5, 3, 1)
    return date(start.year + 5, start.month, start.day)


def sits(vote: Document, day: date, reading: str) -> bool | None:
    """Art. 4 al. 6 and 7: five years from the start; ended earlier on a stated ground, but for the substitute."""
    if "mandate_started_on" not in vote:
        return None
    start = date.fromisoformat(vote["mandate_started_on"])
    if day < start or day >= five_years_after(start, reading):
        return False
    if vote["substitute"] or ("mandate_ended_on" not in vote and "mandate_end" not in vote):
        return True
    if "mandate_ended_on" not in vote:
        return None
    if date.fromisoformat(vote["mandate_ended_on"]) > day:
        return True
    return False if "mandate_end" in vote else None


@given(documents().filter(lambda document: "opinion" in document))
def test_only_deliberative_votes_are_counted(document: Document) -> None:
    version = text_of_opinion(document)
    places = PLACES.get(version, {})
    day = date.fromisoformat(document["opinion"]["given_on"])
    reading = document["assumptions"].get("leap_day", "february_28")
    found = assessed(document).opinion
    assert found is not None
    least: Counter[str] = Counter()
    most: Counter[str] = Counter()
    for seat, number in places.items():
        here = [vote for vote in document["opinion"].get("votes", ()) if vote["seat"] == seat]
        sitting = [(vote["ballot"], sits(vote, day, reading)) for vote in here]
        possible = Counter(ballot for ballot, verdict in sitting if verdict is not False)
        if sum(possible.values()) <= number:
            least.update(ballot for ballot, verdict in sitting if verdict)
        most.update({ballot: min(times, number) for ballot, times in possible.items()})
    assert {ballot: found.tally(ballot) for ballot in ("for", "against", "abstained")} == {
        ballot: (least[ballot], most[ballot]) for ballot in ("for", "against", "abstained")
    }


def in_order(member: Document, day: date) -> bool | None:
    """Art. 3 al. 3 (2024): a company, a member, its fee of the year at least EUR 250 and paid, all on the day."""
    verdicts: list[bool | None] = [member["kind"] == "company"]
    verdicts.append(date.fromisoformat(member["left_on"]) > day if "left_on" in member else True)
    verdicts.append(date.fromisoformat(member["joined_on"]) <= day if "joined_on" in member else None)
    if "fees" not in member:
        verdicts.append(None)
    else:
        due = [fee for fee in member["fees"] if fee["year"] == day.year]
        verdicts.append(any(fee["amount_cents"] >= 25_000 for fee in due))
        for fee in due:
            if fee.get("paid") is False:
                verdicts.append(False)
            else:
                verdicts.append(date.fromisoformat(fee["paid_on"]) <= day if "paid_on" in fee else None)
    return False if False in verdicts else None if None in verdicts else True


@given(documents())
def test_the_category_against_a_count_of_its_own(document: Document) -> None:
    found = assessed(document).category
    entry = date.fromisoformat(document["assumptions"].get("entry_into_force_2025", "2026-01-01"))
    version = text_on(date.fromisoformat(document["request"]["starts_on"]), entry)
    if version == "2007" or document["request"]["kind"] not in ("first_recognition", "renewal"):
        assert found is None
        return
    assert found is not None
    day = date.fromisoformat(document["request"]["filed_on"]).replace(day=1)
    if "members" not in document["applicant"]:
        assert (found.counted, len(found.categories)) == ((0, None), 2)
        return
    counts = Counter(in_order(member, day) for member in document["applicant"]["members"])
    least, most = counts[True], counts[True] + counts[None]
    assert (found.day, found.counted) == (day, (least, most))
    expected = [1] if most < 100 else [2] if least >= 100 else [1, 2]
    assert [category.number for category in found.categories] == expected
    assert (found.category is None) is (len(expected) == 2)


def settled(member: Document, day: date, *, counts: bool) -> Document:
    """State what a member leaves out, so that it counts if it can, or so that it does not."""
    given = {"joined_on": "1999-12-31" if "left_on" in member and not counts else "2000-01-01", **member}
    if not counts and "joined_on" not in member and "left_on" not in member:
        given["joined_on"] = "2100-01-01"
    given.setdefault("fees", [{"year": day.year, "amount_cents": 25_000}] if counts else [])
    fees: list[Any] = []
    for fee in given["fees"]:
        unpaid = {"paid": False} if not counts and "paid" not in fee and "paid_on" not in fee else {}
        late = (
            {}
            if "paid_on" in fee or fee.get("paid") is False or unpaid
            else {"paid_on": "2000-01-01" if counts else "2100-01-01"}
        )
        fees.append({**fee, **unpaid, **late})
    return {**given, "fees": fees}


@given(documents(), st.lists(st.booleans(), min_size=104, max_size=104))
def test_the_bounds_contain_the_count_once_everything_is_stated(document: Document, choices: list[bool]) -> None:
    before = assessed(document).category
    if before is None or "members" not in document["applicant"]:
        return
    day = before.day
    stated = deepcopy(document)
    stated["applicant"]["members"] = [
        settled(member, day, counts=choice)
        for member, choice in zip(document["applicant"]["members"], choices, strict=False)
    ]
    found = assessed(stated).category
    assert found is not None
    least, most = before.counted
    assert most is not None
    assert found.counted[0] == found.counted[1]
    assert least <= found.counted[0] <= most
    assert set(found.categories) <= set(before.categories)
    # Both bounds are reached.
    for counts, bound in ((True, most), (False, least)):
        stated["applicant"]["members"] = [
            settled(member, day, counts=counts) for member in document["applicant"]["members"]
        ]
        reached = assessed(stated).category
        assert reached is not None
        assert reached.counted == (bound, bound)


def test_the_document_is_written_as_it_is_read() -> None:
    # The strategies speak JSON: what they draw is what a user writes.
    assert (
        read_application(
            written(
                {
                    "format": "clusterlaw-application/1",
                    "applicant": {"name": "C"},
                    "request": {"kind": "implementation", "filed_on": "2008-01-01", "starts_on": "2008-01-01"},
                }
            )
        ).applicant.name
        == "C"
    )
