"""Findings as French or English text: what, under which article, resting on what, and if not, why not.

A view: every sentence is made from the steps of a finding, which replay to the same cents.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from clusterlaw.assumptions import Assumptions
from clusterlaw.catalogue import OPEN_QUESTIONS, assumption
from clusterlaw.finding import Determined, Refused, Step, Undetermined
from clusterlaw.money import Euro
from clusterlaw.path import FundingPath, FundingYear
from clusterlaw.rules.costs import Bounds
from clusterlaw.sources import Basis, Label, Language, Source, day_text

if TYPE_CHECKING:
    from clusterlaw.assessment import Assessment
    from clusterlaw.comparison import Comparison, YearDifference
    from clusterlaw.entries import Entry
    from clusterlaw.inversion import Inversion
    from clusterlaw.lifecycle import Standing

Finding = Determined[Euro] | Undetermined[Euro] | Refused

_BASES = {
    Basis.OFFICIAL: Label(fr="source officielle", en="official source"),
    Basis.EVALUATION: Label(fr="évaluation de 2011", en="evaluation of 2011"),
    Basis.ASSUMPTION: Label(fr="hypothèse", en="assumption"),
    Basis.PROPOSAL: Label(fr="proposition", en="proposal"),
    Basis.DELEGATED: Label(fr="délégué au Gouvernement", en="delegated to the Government"),
    Basis.INFERRED: Label(fr="déduit", en="inferred"),
    Basis.REFORM: Label(fr="et si", en="what if"),
}
_COLON = Label(fr=" :", en=":")
_DISCRETION = {
    "may_grant": Label(fr="le Gouvernement peut octroyer", en="the Government may grant"),
    "grants_within_budget": Label(
        fr="le Gouvernement octroie, dans les limites de son budget", en="the Government grants, within its budget"
    ),
}
_FALLS = {
    "subsidy": Label(fr="la subvention tombe", en="the subsidy falls"),
    "recognition_and_subsidy": Label(
        fr="la reconnaissance tombe, et la subvention avec elle", en="the recognition falls, and the subsidy with it"
    ),
}
_BOUNDS = {
    "exact": Label(fr="", en=""),
    "least": Label(fr="au moins : ", en="at least: "),
    "greatest": Label(fr="au plus : ", en="at most: "),
}


def amount_text(amount: Euro | None, language: Language) -> str:
    """Return an amount as a reader of the language writes it; None: nothing bounds it."""
    if amount is None:
        return "sans limite connue" if language == "fr" else "without known limit"
    whole, _, cents = str(amount).partition(".")
    grouped = f"{int(whole):,}"
    if language == "fr":
        spaced = grouped.replace(",", "\u202f")
        return f"{spaced},{cents} EUR"
    return f"EUR {grouped}.{cents}"


def explain(
    subject: "FundingPath | FundingYear | Comparison | YearDifference | Assessment | Inversion | Standing | Finding | "
    "Step",
    *,
    language: Language,
) -> str:
    """Return the explanation of a path, year, comparison, assessment, inversion, standing, finding or step, as text.

    Raises TypeError for anything else, ValueError for another language than "fr" and "en".
    """
    if language not in ("fr", "en"):
        raise ValueError(f"explain: language is {language!r}; give 'fr' or 'en'")
    match subject:
        case FundingPath():
            lines = _path_lines(subject, language)
        case FundingYear():
            lines = _year_lines(subject, language)
        case Determined() | Undetermined() | Refused():
            lines = _finding_lines(subject, language)
        case Step():
            lines = iter((step_text(subject, language),))
        case _:
            lines = _lines_of_comparison(subject, language) or _lines_of_assessment(subject, language)
    return "\n".join(lines)


def _lines_of_comparison(subject: object, language: Language) -> Iterator[str] | None:
    # Loaded here, as below.
    from clusterlaw.comparison import Comparison, YearDifference

    if type(subject) is not Comparison and type(subject) is not YearDifference:
        return None
    from clusterlaw.comparison_text import comparison_lines, year_lines

    if isinstance(subject, Comparison):
        return comparison_lines(subject, language=language)
    return year_lines(subject, language=language)


def _lines_of_assessment(subject: Any, language: Language) -> Iterator[str]:
    # Loaded here: a path needs none of it.
    if type(subject).__module__ == "clusterlaw.inversion":
        from clusterlaw.inversion_text import inversion_lines

        return inversion_lines(subject, language=language)
    from clusterlaw.assessment import Assessment

    if type(subject) is not Assessment:
        from clusterlaw.lifecycle import Standing

        if type(subject) is Standing:
            return _standing_lines(subject, language)
        raise TypeError(
            f"explain: {subject!r} is a {type(subject).__name__}; "
            "give a path, a year, a comparison, an assessment, an inversion, a standing, a finding or a step"
        )
    from clusterlaw.assessment_text import assessment_lines

    return assessment_lines(subject, language=language)


def _standing_lines(standing: "Standing", language: Language) -> Iterator[str]:
    from clusterlaw.life_sentences import FALLS, standing_text

    yield standing_text(standing, language)
    yield from _numbered(standing.steps, language)
    if standing.falls is not None and standing.fallen is not None:
        citations = "; ".join(each.text(language) for each in standing.fallen.steps[0].citations[:1])
        yield f"  {FALLS[standing.falls].text(language)} ({day_text(standing.fallen.day, language)}) [{citations}]"
    for reason in standing.reasons:
        yield f"  - {reason.condition} [{reason.citation.text(language)}]"
    yield from _missing_lines(standing.missing, language)
    yield from _assumption_lines(standing.assumptions, standing.life.history.assumptions, language)
    yield from _named_question_lines(standing.questions, language)


def what_rests_on(entry: "Entry", assumptions: Assumptions, language: Language) -> Iterator[str]:
    """Yield who must act in an entry of a calendar, under which provisions, and what it depends on."""
    from clusterlaw.life_sentences import ACTORS, entry_conditions

    yield ACTORS[entry.actor].text(language)
    yield "; ".join(dict.fromkeys(place for source in entry.sources for place in _places(source, language)))
    yield from entry_conditions(entry, language)
    for name in entry.assumptions:
        yield f"{name}{_COLON.text(language)} {assumption(name).text(assumptions, language)}"


def _path_lines(path: FundingPath, language: Language) -> Iterator[str]:
    for year in path.years:
        yield from _year_lines(year, language)
        yield ""
    total = path.total_subsidy
    if total is None:
        yield Label(fr="Total : non déterminé", en="Total: undetermined").text(language)
    else:
        amount = amount_text(total, language)
        yield f"Total : {amount}" if language == "fr" else f"Total: {amount}"


def year_heading(year: FundingYear, language: Language) -> str:
    """Return the number of a year, its days, its recognition period and its text, as a line."""
    days = days_text(year.starts_on, year.ends_before, language)
    label = year.regime.label.text(language)
    period = f"période {year.recognition_period}" if language == "fr" else f"period {year.recognition_period}"
    heading = f"Année {year.number}" if language == "fr" else f"Year {year.number}"
    return f"{heading} ({days}), {period}, {label}"


def grounds_lines(
    steps: tuple[Step, ...], *, missing: tuple[str, ...], assumptions: Assumptions, language: Language
) -> Iterator[str]:
    """Yield what an answer rests on: its steps, what is missing, the assumptions used and the open questions."""
    yield from _numbered(steps, language)
    yield from _missing_lines(missing, language)
    yield from _assumption_lines(_assumed(steps), assumptions, language)
    yield from _question_lines(steps, language)


def _year_lines(year: FundingYear, language: Language) -> Iterator[str]:
    finding = year.finding  # once: what is missing may take long
    yield year_heading(year, language)
    yield f"  {_answer(finding, language)}"
    yield from _numbered(finding.steps, language)
    yield from _own_share_lines(year, language)
    yield from _why_not(year, language)
    yield from _missing_lines(finding.missing if isinstance(finding, Undetermined) else (), language)
    yield from _assumption_lines(_assumed(finding.steps), year.within.dossier.assumptions, language)
    yield from _question_lines(finding.steps, language)


def _own_share_lines(year: FundingYear, language: Language) -> Iterator[str]:
    if year.own_share is None:
        return
    figures = (year.total_costs, year.other_public_funding, year.subsidy, year.own_share)
    total, other, subsidy, left = (amount_text(figure, language) for figure in figures)
    if language == "fr":
        yield f"  Part propre : {total} − {other} (autres subventions) − {subsidy} (subvention) = {left}"
    else:
        yield f"  Own share: {total} − {other} (other public funding) − {subsidy} (subsidy) = {left}"


def _finding_lines(finding: Finding, language: Language) -> Iterator[str]:
    yield _answer(finding, language)
    yield from _numbered(finding.steps, language)
    if isinstance(finding, Refused):
        for reason in finding.reasons:
            falls = _FALLS[reason.affects].text(language)
            yield f"  - {reason.condition}{_COLON.text(language)} {falls} [{reason.citation.text(language)}]"
    if isinstance(finding, Undetermined):
        yield from _missing_lines(finding.missing, language)
    yield from _assumption_lines(_assumed(finding.steps), _readings_in(finding.steps), language)


def _assumed(steps: tuple[Step, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for step in steps for name in step.assumptions))


def _readings_in(steps: tuple[Step, ...]) -> Assumptions:
    """Return the assumptions with the readings that the steps were given."""
    named = {"partial_other_funding", "rounding"}
    given = {name: value for step in steps for name, value in step.inputs.items() if name in named}
    ceiling = [step.inputs["reading"] for step in steps if step.rule.identifier == "specific_subsidy.ceiling_left"]
    if ceiling:
        given["specific_subsidy_ceiling"] = ceiling[0]
    return Assumptions(**given)


def _answer(finding: Finding, language: Language) -> str:
    french = language == "fr"
    if isinstance(finding, Refused):
        names = ", ".join(reason.condition for reason in finding.reasons)
        return f"refusé : {names}" if french else f"refused: {names}"
    if isinstance(finding, Determined):
        amount = amount_text(finding.value, language)
        return f"{amount}, si elle est octroyée" if french else f"{amount}, if granted"
    least, most = amount_text(finding.least, language), amount_text(finding.greatest, language)
    return (
        f"non déterminé : au moins {least}, au plus {most}"
        if french
        else f"undetermined: at least {least}, at most {most}"
    )


def _numbered(steps: tuple[Step, ...], language: Language) -> Iterator[str]:
    for number, step in enumerate(steps, start=1):
        yield f"  {number}. {step_text(step, language)}"


def step_text(step: Step, language: Language) -> str:
    """Return a step as one line: its bound, what it found, its provisions and its assumptions."""
    sentence = _sentence(step.rule.identifier)(step, language)
    words = "hypothèses :" if language == "fr" else "assumptions:"
    assumed = f" {{{words} {', '.join(step.assumptions)}}}" if step.assumptions else ""
    return f"{_BOUNDS[step.bound].text(language)}{sentence} [{places_text(step.rests_on, language)}]{assumed}"


def places_text(rests_on: tuple[Source | str, ...], language: Language) -> str:
    """Return the provisions that something rests on, each once, with its basis where it is not the text."""
    sources = [source for source in rests_on if not isinstance(source, str)]
    return "; ".join(dict.fromkeys(place for source in sources for place in _places(source, language)))


def _sentence(identifier: str) -> Callable[[Step, Language], str]:
    if identifier in _SENTENCES:
        return _SENTENCES[identifier]
    if identifier.startswith("proposal."):
        from clusterlaw.proposal_sentences import SENTENCES as OF_PROPOSAL

        return OF_PROPOSAL[identifier]
    from clusterlaw.application_sentences import SENTENCES
    from clusterlaw.life_sentences import SENTENCES as OF_A_LIFE

    if identifier in SENTENCES:
        return SENTENCES[identifier]
    if identifier in OF_A_LIFE:
        return OF_A_LIFE[identifier]
    from clusterlaw.inversion_text import SENTENCES as INVERSE

    return INVERSE[identifier]


def _places(source: Source, language: Language) -> Iterator[str]:
    basis = "" if source.basis is Basis.TEXT else f" ({_BASES[source.basis].text(language)})"
    for citation in (source.citation, *getattr(source, "also", ())):
        yield f"{citation.text(language)}{basis}"


def _why_not(year: FundingYear, language: Language) -> Iterator[str]:
    """Say which condition failed, what falls with it, and what would change the answer."""
    if not year.reasons:
        return
    yield "  Pourquoi non :" if language == "fr" else "  Why not:"
    failed = {each.condition.name: each for each in year.within.conditions if each.holds is False}
    for reason in year.reasons:
        falls = _FALLS[reason.affects].text(language)
        yield f"    - {reason.condition}{_COLON.text(language)} {falls} [{reason.citation.text(language)}]"
        if reason.condition in _EARLIER:
            yield f"      {_EARLIER[reason.condition].text(language)}"
        else:
            each = failed[reason.condition]
            wanted = " / ".join(_plain(value, language) for value in each.condition.accepted)
            would = "il en irait autrement si" if language == "fr" else "it would be otherwise if"
            yield f"      {would} {each.fact} = {wanted}"
    amounts = _bounds_text((year.least_stages[-1] or 0, year.greatest_stages[-1]), language)
    if language == "fr":
        yield f"    Si toutes les conditions étaient remplies : {amounts}"
    else:
        yield f"    If every condition were met: {amounts}"


_EARLIER = {
    "number_of_periods": Label(
        fr="plus aucun cycle n'est prévu : il faudrait un autre soutien",
        en="no further period is provided for: it would take another support",
    ),
    "recognition": Label(
        fr="la reconnaissance a été perdue dans une période antérieure : il faudrait une nouvelle reconnaissance",
        en="the recognition was lost in an earlier period: it would take a new recognition",
    ),
    "lapsed_subsidy": Label(
        fr="la subvention n'a pas été renouvelée auparavant ; il en irait autrement sous lapsed_subsidy = may_resume",
        en="the subsidy was not renewed earlier; it would be otherwise under lapsed_subsidy = may_resume",
    ),
}


def _missing_lines(missing: tuple[str, ...], language: Language) -> Iterator[str]:
    colon = _COLON.text(language)
    if missing:
        yield "  Manque, et trancherait :" if language == "fr" else "  Missing, and would settle it:"
    for name in missing:
        yield f"    - {name}{colon} {what_is_missing(name).text(language)}"


def what_is_missing(name: str) -> Label:
    """Return what a missing fact, reading or open question is, in words."""
    for question in OPEN_QUESTIONS:
        if question.name == name:
            return question.label
    if name.startswith("assumptions."):
        entry = assumption(name.removeprefix("assumptions."))
        readings = ", ".join(reading.name for reading in entry.readings)
        return Label(
            fr=f"choisir une lecture ({readings}) : {entry.label.fr}",
            en=f"choose a reading ({readings}): {entry.label.en}",
        )
    return _FACTS[name.rpartition(".")[2]]


_FACTS = {
    "renewed": Label(
        fr="la reconnaissance a-t-elle été renouvelée à ce terme ?", en="was the recognition renewed at that end?"
    ),
    "excused": Label(
        fr="y avait-il force majeure ou des circonstances exceptionnelles ?",
        en="was there force majeure or were there exceptional circumstances?",
    ),
    "recognition_requested": Label(
        fr="la reconnaissance a-t-elle été demandée à temps ?", en="was the recognition requested in time?"
    ),
    "legal_action_ended": Label(fr="le jour où l'action a pris fin", en="the day on which the action ended"),
    "costs": Label(fr="les coûts de l'année", en="the costs of the year"),
    "admissible": Label(
        fr="ce que la liste du Gouvernement dit de la ligne", en="what the Government's list says of the line"
    ),
    "subsidy_ceiling_cents": Label(
        fr="le plafond annuel de la subvention fixé par le Gouvernement",
        en="the yearly ceiling of the subsidy set by the Government",
    ),
    "granted_that_year": Label(
        fr="les subventions spécifiques déjà octroyées dans l'année",
        en="specific subsidies already granted in the year",
    ),
    "legal_form": Label(fr="la forme juridique à ce moment", en="the legal form by then"),
    "new_action_plan": Label(fr="un nouveau plan d'actions est-il communiqué ?", en="is a new action plan submitted?"),
    "new_objectives": Label(fr="est-il assorti de nouveaux objectifs ?", en="does it come with new objectives?"),
    "favourable_evolution": Label(
        fr="l'évolution favorable du domaine est-elle démontrée ?", en="is the field's favourable evolution shown?"
    ),
    "business_plan": Label(fr="y a-t-il un business plan ?", en="is there a business plan?"),
    "contributions": Label(fr="ce que les entreprises apportent", en="what the companies bring"),
    "companies": Label(fr="le nombre d'entreprises du projet", en="the number of companies of the project"),
    "budget": Label(fr="le budget du projet", en="the budget of the project"),
    "results_reported": Label(
        fr="les résultats de la période écoulée sont-ils communiqués ?",
        en="are the results of the past period reported?",
    ),
    "new_objectives_contract": Label(
        fr="un nouveau contrat d'objectifs est-il communiqué ?", en="is a new objectives contract submitted?"
    ),
}


def _assumption_lines(names: tuple[str, ...], assumptions: Assumptions, language: Language) -> Iterator[str]:
    colon = _COLON.text(language)
    if names:
        yield "  Hypothèses :" if language == "fr" else "  Assumptions:"
    for name in names:
        yield f"    - {name}{colon} {assumption(name).text(assumptions, language)}"


def _question_lines(steps: tuple[Step, ...], language: Language) -> Iterator[str]:
    """Say which open questions the steps passed over: settled by no text, and by no assumption either."""
    yield from _named_question_lines(tuple(name for step in steps for name in step.questions), language)


def _named_question_lines(names: tuple[str, ...], language: Language) -> Iterator[str]:
    asked = [question for question in OPEN_QUESTIONS if question.name in names]
    if asked:
        yield "  Questions ouvertes :" if language == "fr" else "  Open questions:"
    for question in asked:
        citation = question.citation.text(language)
        yield f"    - {question.name}{_COLON.text(language)} {question.label.text(language)} [{citation}]"


def days_text(starts_on: date, ends_before: date, language: Language) -> str:
    """Return the first and the last day of a period."""
    last = date.fromordinal(ends_before.toordinal() - 1)
    first, final = day_text(starts_on, language), day_text(last, language)
    return f"du {first} au {final}" if language == "fr" else f"{first} to {final}"


def _plain(value: Any, language: Language) -> str:
    words = {
        True: Label(fr="oui", en="yes"),
        False: Label(fr="non", en="no"),
        None: Label(fr="non déclaré", en="not stated"),
    }
    return words[value].text(language) if value is None or isinstance(value, bool) else str(value)


def _cents_text(cents: int | None, language: Language) -> str:
    return amount_text(None if cents is None else Euro.from_cents(cents), language)


def _bounds_text(bounds: Bounds, language: Language) -> str:
    return " – ".join(dict.fromkeys(_cents_text(cents, language) for cents in bounds))


def _subsidy_years(step: Step, language: Language) -> str:
    inputs, days = step.inputs, ", ".join(day_text(day, language) for day in step.result[:-1])
    origin, (first, last) = day_text(inputs["recognised_on"], language), (inputs["first_year"], inputs["last_year"])
    if first == last:
        return (
            f"l'année {first} d'une reconnaissance du {origin} commence le {days}"
            if language == "fr"
            else f"year {first} of a recognition of {origin} starts on {days}"
        )
    if language == "fr":
        return f"les années {first} à {last} d'une reconnaissance du {origin} commencent les {days}"
    return f"years {first} to {last} of a recognition of {origin} start on {days}"


def _text_of_period(step: Step, language: Language) -> str:
    starts_on, regime = day_text(step.inputs["starts_on"], language), step.result
    years = regime.recognition_years.value
    no_law = regime.reforms or regime.commencement.basis is Basis.PROPOSAL
    if language == "fr":
        force = "qui n'est le droit de personne" if no_law else "en vigueur ce jour"
        text = f"la période qui commence le {starts_on} suit le {regime.label.fr}, {force}"
        return f"{text} ; elle dure {years} an{'s' if years > 1 else ''}"
    force = "which is nobody's law" if no_law else "in force that day"
    text = f"the period that starts on {starts_on} follows the {regime.label.en}, {force}"
    return f"{text}; it lasts {years} year{'s' if years > 1 else ''}"


def _later(step: Step, language: Language) -> str:
    texts = ", ".join(regime.label.text(language) for regime in step.result)
    if language == "fr":
        return f"la période en cours garde son texte jusqu'à son terme malgré : {texts}"
    return f"the running period keeps its text to its end despite: {texts}"


def _condition(step: Step, language: Language) -> str:
    verdict = {
        True: Label(fr="remplie", en="met"),
        False: Label(fr="non remplie", en="not met"),
        None: Label(fr="ne peut être tranchée", en="cannot be told"),
    }[step.result]
    label = step.inputs["condition"].label.text(language)
    return (
        f"condition « {label} » ({_plain(step.inputs['value'], language)}) : {verdict.text(language)}"
        if (language == "fr")
        else f"condition “{label}” ({_plain(step.inputs['value'], language)}): {verdict.text(language)}"
    )


def _applicability(step: Step, language: Language) -> str:
    label = step.inputs["condition"].label.text(language)
    last, applies = step.inputs["period"].last_year, step.result
    year = last + 1 if applies is None else applies[0]
    if year > last:
        return f"« {label} » n'est pas demandée ici" if language == "fr" else f"“{label}” is not asked for here"
    return f"« {label} » vaut dès l'année {year}" if language == "fr" else f"“{label}” applies from year {year}"


def _still_recognised(step: Step, language: Language) -> str:
    if step.result is None:
        return Label(
            fr="la reconnaissance a pu être perdue dans une période antérieure",
            en="the recognition may have been lost in an earlier period",
        ).text(language)
    return Label(
        fr="la reconnaissance a été perdue dans une période antérieure",
        en="the recognition was lost in an earlier period",
    ).text(language)


def _after_lapse(step: Step, language: Language) -> str:
    return {
        True: Label(fr="la subvention reste ouverte dans cette période", en="the subsidy stays open in this period"),
        False: Label(
            fr="la subvention, non renouvelée auparavant, ne reprend pas",
            en="the subsidy, not renewed earlier, does not resume",
        ),
        None: Label(
            fr="la subvention a pu ne pas être renouvelée auparavant, ou pourrait ne pas reprendre",
            en="the subsidy may not have been renewed earlier, or might not resume",
        ),
    }[step.result].text(language)


def _rate(step: Step, language: Language) -> str:
    percent, year = step.result.percentage, step.inputs["year"]
    ranks, counted = f"{step.result.first_rank}–{step.result.last_rank or '…'}", _counted(step, language)
    if language == "fr":
        return f"année {year}{counted} : {percent} % (rangs {ranks})"
    return f"year {year}{counted}: {percent} % (ranks {ranks})"


def _counted(step: Step, language: Language) -> str:
    """Say what the rank of a year rests on: earlier years of subsidy, or the reading chosen where it decides."""
    prior, reading = step.inputs["prior_years"], step.inputs["reading"]
    if reading == "counts_from_first_subsidy" and prior:
        several = "s" if prior > 1 else ""
        french, english = f", après {prior} an{several} de subvention", f", after {prior} year{several} of subsidy"
    elif "seniority_after_2024" in step.assumptions:
        french, english = f", selon la lecture {reading}", f", on the reading {reading}"
    else:
        return ""
    return french if language == "fr" else english


def _admitted(step: Step, language: Language) -> str:
    amount = _bounds_text(step.result, language)
    return f"coûts admis : {amount}" if language == "fr" else f"admitted costs: {amount}"


def _capped(step: Step, language: Language) -> str:
    inputs = step.inputs
    before, ceiling = _cents_text(inputs["cents"], language), _cents_text(inputs["ceiling_cents"], language)
    after = _cents_text(step.result, language)
    if language == "fr":
        return f"{step.rule.label.fr} : {before}, plafond {ceiling} → {after}"
    return f"{step.rule.label.en}: {before}, ceiling {ceiling} → {after}"


def _percentage(step: Step, language: Language) -> str:
    inputs, percent = step.inputs, step.inputs["band"].percentage
    if inputs["cents"] is None:
        if language == "fr":
            return f"{percent} % de coûts non déclarés : sans limite connue"
        return f"{percent} % of costs that are not stated: without known limit"
    before, after = _cents_text(inputs["cents"], language), _cents_text(step.result, language)
    words = "de" if language == "fr" else "of"
    return f"{percent} % {words} {before} → {after}"


def _calendar_shares(step: Step, language: Language) -> str:
    amount = _cents_text(step.inputs["cents"], language)
    parts = ", ".join(f"{year} – {_cents_text(cents, language)}" for year, cents in step.result)
    return f"{amount} au prorata des jours : {parts}" if language == "fr" else f"{amount} by days: {parts}"


def _discretion(step: Step, language: Language) -> str:
    return _DISCRETION[step.result].text(language)


def _ceiling_of_year(step: Step, language: Language) -> str:
    inputs, after = step.inputs, _cents_text(step.result, language)
    year, by_year = inputs["year"], inputs["by_year"]
    if isinstance(by_year, tuple):
        return f"plafond de l'année {year} : {after}" if language == "fr" else f"ceiling of year {year}: {after}"
    first, percent = _cents_text(inputs["amount_cents"], language), by_year.percentage
    if language == "fr":
        return f"plafond de l'année {year} : {first} indexé de {percent} % par an depuis l'année 1 → {after}"
    return f"ceiling of year {year}: {first} indexed by {percent}% a year since year 1 → {after}"


def _ceiling_left(step: Step, language: Language) -> str:
    amount = _bounds_text(step.result, language)
    return f"plafond disponible : {amount}" if language == "fr" else f"ceiling left: {amount}"


_SENTENCES: dict[str, Callable[[Step, Language], str]] = {
    "recognition.subsidy_years": _subsidy_years,
    "recognition.text_of_period": _text_of_period,
    "recognition.later_texts": _later,
    "conditions.condition": _condition,
    "conditions.applicability": _applicability,
    "conditions.still_recognised": _still_recognised,
    "conditions.open_after_lapse": _after_lapse,
    "costs.admitted": _admitted,
    "subsidy.rate_of_year": _rate,
    "subsidy.ceiling_of_year": _ceiling_of_year,
    "subsidy.cap_costs": _capped,
    "subsidy.apply_percentage": _percentage,
    "subsidy.cap_subsidy": _capped,
    "subsidy.discretion": _discretion,
    "calendar_years.shares": _calendar_shares,
    "specific_subsidy.admitted_costs": _admitted,
    "specific_subsidy.ceiling_left": _ceiling_left,
}
