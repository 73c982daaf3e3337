"""What the steps on the platforms and projects proposed in 2011 say, in French or English."""

from collections.abc import Callable

from clusterlaw.explanation import amount_text
from clusterlaw.finding import Step
from clusterlaw.money import Euro
from clusterlaw.rules.proposal import Contribution
from clusterlaw.sources import Label, Language, said

CONTRIBUTIONS = {
    "logistics": Label(fr="logistique", en="logistics"),
    "technical": Label(fr="technique", en="technique"),
    "management": Label(fr="gestion", en="management"),
    "money": Label(fr="argent", en="money"),
}


def _cents(cents: int, language: Language) -> str:
    return amount_text(Euro.from_cents(cents), language)


def _brought(step: Step, language: Language) -> str:
    contributions: tuple[Contribution, ...] | None = step.inputs["contributions"]
    if contributions is None:
        return said(language, fr="apport des entreprises : non déclaré", en="what the companies bring: not stated")
    total = _cents(step.result[0], language)
    listed = ", ".join(
        f"{CONTRIBUTIONS[each.kind].text(language)} {amount_text(each.amount, language)}" for each in contributions
    )
    detail = f" ({listed})" if listed else ""
    return said(language, fr=f"apport des entreprises : {total}{detail}", en=f"the companies bring: {total}{detail}")


def _most(step: Step, language: Language) -> str:
    share, budget = step.inputs["share"], _cents(step.inputs["budget_cents"], language)
    most = _cents(step.result, language)
    return said(
        language,
        fr=f"la Région, au plus : {share} % de {budget} → {most}",
        en=f"the Region, at most: {share}% of {budget} → {most}",
    )


def _completed(step: Step, language: Language) -> str:
    budget, brought, most = (_cents(cents, language) for cents in step.arguments)
    region = _cents(step.result, language)
    return said(
        language,
        fr=f"la Région complète : {budget} − {brought}, au plus {most} → {region}",
        en=f"the Region completes: {budget} − {brought}, at most {most} → {region}",
    )


def _parts(step: Step, language: Language) -> str:
    companies, region, left = (_cents(cents, language) for cents in step.result)
    return said(
        language,
        fr=f"entreprises {companies}, Région {region}, reste à trouver {left}",
        en=f"companies {companies}, Region {region}, left to be found {left}",
    )


def _share(step: Step, language: Language) -> str:
    percent = step.result * 100
    exact = f"{percent.numerator} %" if percent.denominator == 1 else f"{step.result}"
    if language == "en":
        exact = exact.replace(" %", "%")
    return said(language, fr=f"part exacte de la Région : {exact}", en=f"exact share of the Region: {exact}")


def _enough(step: Step, language: Language) -> str:
    companies, least = step.inputs["companies"], step.inputs["at_least"]
    if companies is None:
        return said(language, fr="entreprises du projet : nombre non déclaré", en="companies: number not stated")
    return said(
        language,
        fr=f"entreprises du projet : {companies}, au moins {least} demandées",
        en=f"companies of the project: {companies}, at least {least} asked for",
    )


SENTENCES: dict[str, Callable[[Step, Language], str]] = {
    "proposal.brought": _brought,
    "proposal.most_of_region": _most,
    "proposal.completed": _completed,
    "proposal.parts": _parts,
    "proposal.share_of_region": _share,
    "proposal.enough_companies": _enough,
}
