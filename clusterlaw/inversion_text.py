"""The rule read backwards as French or English lines: the answer, a cent less or more, and the steps that show both.

A view: every line is made from the inversion's own values and steps.
"""

from collections.abc import Callable, Iterator

from clusterlaw.explanation import amount_text, explain, grounds_lines, year_heading
from clusterlaw.finding import Step
from clusterlaw.inversion import GreatestActivity, Inversion, LeastCosts, NeutralFunding
from clusterlaw.money import Euro
from clusterlaw.path import FundingYear
from clusterlaw.sources import Language, said


def inversion_lines(subject: Inversion, *, language: Language) -> Iterator[str]:
    """Yield the explanation of an inversion: what was asked, the answer, and what it rests on."""
    if isinstance(subject, LeastCosts):
        yield year_heading(subject.year, language)
        yield f"  {_least_costs(subject, language)}"
    elif isinstance(subject, GreatestActivity):
        yield year_heading(subject.year, language)
        yield f"  {_greatest_activity(subject, language)}"
    elif isinstance(subject, NeutralFunding):
        yield year_heading(subject.year, language)
        yield f"  {_neutral_funding(subject, language)}"
    else:
        for year in subject.path.years:
            yield _own_means(year, language)
            yield explain(year, language=language)
            yield ""
        yield said(
            language,
            fr=f"Moyens propres en tout : {_or_undetermined(subject.total, language)}",
            en=f"Own means in all: {_or_undetermined(subject.total, language)}",
        )
        return
    yield from _reason_lines(subject.year, language)
    assumptions = subject.year.within.dossier.assumptions
    yield from grounds_lines(subject.steps, missing=subject.missing, assumptions=assumptions, language=language)


def _or_undetermined(amount: Euro | None, language: Language) -> str:
    return said(language, fr="non déterminé", en="undetermined") if amount is None else amount_text(amount, language)


def _least_costs(subject: LeastCosts, language: Language) -> str:
    asked = said(
        language,
        fr=f"Moindres coûts admis pour une subvention d'au moins {amount_text(subject.wanted, language)} : ",
        en=f"Least admitted costs for a subsidy of at least {amount_text(subject.wanted, language)}: ",
    )
    if subject.status == "refused":
        return asked + said(language, fr="la subvention est refusée", en="the subsidy is refused")
    if subject.status == "impossible":
        most = amount_text(subject.possible, language)
        return asked + said(
            language, fr=f"aucuns coûts ne la donnent, au plus {most}", en=f"no costs give it, at most {most}"
        )
    if subject.status == "undetermined":
        low, high = amount_text(subject.least, language), amount_text(subject.greatest, language)
        return asked + said(
            language,
            fr=f"non déterminés, au moins {low}, au plus {high}",
            en=f"undetermined, at least {low}, at most {high}",
        )
    costs = amount_text(subject.costs, language)
    return asked + said(language, fr=f"{costs}, si elle est octroyée", en=f"{costs}, if granted")


def _greatest_activity(subject: GreatestActivity, language: Language) -> str:
    own = amount_text(subject.own_means, language)
    asked = said(
        language,
        fr=f"Plus grande activité que {own} de moyens propres portent : ",
        en=f"Largest activity that own means of {own} can carry: ",
    )
    if subject.status == "impossible":
        short = amount_text(subject.short, language)
        return asked + said(
            language,
            fr=f"aucune, il manque {short} pour les coûts non admis",
            en=f"none, {short} are lacking for the costs that are not admitted",
        )
    if subject.status == "undetermined":
        low, high = amount_text(subject.least, language), amount_text(subject.greatest, language)
        return asked + said(
            language,
            fr=f"coûts admis non déterminés, au moins {low}, au plus {high}",
            en=f"admitted costs undetermined, at least {low}, at most {high}",
        )
    if subject.total_costs is None:
        return asked + said(
            language,
            fr="sans limite, la subvention paie tout coût admis",
            en="any, the subsidy pays all admitted costs",
        )
    admitted, total = amount_text(subject.admitted_costs, language), amount_text(subject.total_costs, language)
    return asked + said(
        language,
        fr=f"{admitted} de coûts admis, {total} en tout, si la subvention est octroyée",
        en=f"{admitted} of admitted costs, {total} in all, if the subsidy is granted",
    )


def _neutral_funding(subject: NeutralFunding, language: Language) -> str:
    asked = said(
        language,
        fr="Coûts que d'autres programmes publics peuvent payer sans que la subvention change : ",
        en="Costs that other public programmes may pay while the subsidy stays the same: ",
    )
    if subject.status == "undetermined":
        return asked + said(language, fr="non déterminé", en="undetermined")
    low, high = amount_text(subject.at_least, language), amount_text(subject.at_most, language)
    now = amount_text(subject.left_out, language)
    return asked + said(language, fr=f"de {low} à {high} ({now} à présent)", en=f"from {low} to {high} (now {now})")


def _own_means(year: FundingYear, language: Language) -> str:
    total = amount_text(year.total_costs, language)
    needed = _or_undetermined(year.own_share, language)
    return said(
        language,
        fr=f"Moyens propres pour une activité de {total}, année {year.number} : {needed}",
        en=f"Own means for an activity of {total}, year {year.number}: {needed}",
    )


def _reason_lines(year: FundingYear, language: Language) -> Iterator[str]:
    for reason in year.reasons:
        refused = said(language, fr="la subvention est refusée :", en="the subsidy is refused:")
        yield f"  {refused} {reason.condition} [{reason.citation.text(language)}]"


def _amount(cents: int | None, language: Language) -> str:
    return amount_text(None if cents is None else Euro.from_cents(cents), language)


def _least_step(step: Step, language: Language) -> str:
    wanted = _amount(step.inputs["wanted_cents"], language)
    if step.result is None:
        return said(
            language, fr=f"aucuns coûts admis ne donnent {wanted}", en=f"no admitted costs give as much as {wanted}"
        )
    found = _amount(step.result, language)
    return said(
        language,
        fr=f"moindres coûts admis qui donnent au moins {wanted} : {found}",
        en=f"least admitted costs that give at least {wanted}: {found}",
    )


def _greatest_step(step: Step, language: Language) -> str:
    wanted, found = _amount(step.inputs["wanted_cents"], language), _amount(step.result, language)
    return said(
        language,
        fr=f"plus grands coûts admis qui donnent au plus {wanted} : {found}",
        en=f"greatest admitted costs that give at most {wanted}: {found}",
    )


def _subsidy_step(step: Step, language: Language) -> str:
    found = _amount(step.result, language)
    return said(language, fr=f"plus grande subvention possible : {found}", en=f"greatest possible subsidy: {found}")


def _activity_step(step: Step, language: Language) -> str:
    own, found = _amount(step.inputs["own_cents"], language), _amount(step.result, language)
    return said(
        language,
        fr=f"plus grands coûts admis dont la subvention laisse au plus {own} à payer : {found}",
        en=f"greatest admitted costs of which the subsidy leaves at most {own} to pay: {found}",
    )


SENTENCES: dict[str, Callable[[Step, Language], str]] = {
    "inverse.least_costs": _least_step,
    "inverse.greatest_costs": _greatest_step,
    "inverse.greatest_subsidy": _subsidy_step,
    "inverse.greatest_activity": _activity_step,
}
