"""The named assumptions, described: what each reading means, where the text is silent, and why it is the default."""

from datetime import date

from clusterlaw.assumptions import Assumptions
from clusterlaw.law.acts import DECREE_2024, REGULATION_1997, SPECIAL_LAW_1980, in_2007, in_2024, in_2025
from clusterlaw.sources import Basis, Citation, Label, Language, day_text
from clusterlaw.values import frozen


@frozen(kw_only=True)
class Reading:
    """One way of reading a silent point: its name in a dossier and what it means."""

    name: str
    label: Label


@frozen(kw_only=True)
class NamedAssumption:
    """An assumption of the library: its readings, the presumed one first, the silent provision, and the reason.

    `presumed` is False where no reading is presumed: then all of them stay possible. One without readings takes a date.
    """

    name: str
    readings: tuple[Reading, ...]
    citation: Citation
    why: Label
    label: Label
    presumed: bool = True
    basis: Basis = Basis.ASSUMPTION

    def text(self, assumptions: Assumptions, language: Language) -> str:
        """Return in words what is assumed, with the reading chosen."""
        chosen = getattr(assumptions, self.name, None)
        if isinstance(chosen, date):
            return f"{self.label.text(language)} {day_text(chosen, language)}"
        named = [reading for reading in self.readings if reading.name == chosen]
        return (named or list(self.readings))[0].label.text(language)


def _assumption(
    name: str, citation: Citation, *readings: tuple[str, str, str], why: tuple[str, str]
) -> NamedAssumption:
    found = tuple(Reading(name=each, label=Label(fr=fr, en=en)) for each, fr, en in readings)
    return NamedAssumption(
        name=name, readings=found, citation=citation, why=Label(fr=why[0], en=why[1]), label=found[0].label
    )


_SILENT = ("le texte est muet", "the text is silent")
_COSTS = in_2007("3", paragraph="1", subparagraph=2)
_RATES = in_2007("3", paragraph="1", subparagraph=4)

NAMED_ASSUMPTIONS: tuple[NamedAssumption, ...] = (
    _assumption(
        "rounding",
        Citation(act=REGULATION_1997, article="5"),
        (
            "half_up",
            "la subvention de l'année est arrondie au cent le plus proche, le demi-cent vers le haut",
            "the subsidy of a year is rounded to the nearest cent, half a cent up",
        ),
        (
            "down",
            "la subvention de l'année est arrondie au cent inférieur",
            "the subsidy of a year is rounded down to the cent",
        ),
        why=(
            "le décret est muet ; par analogie avec le règlement sur l'euro",
            "the decree is silent; by analogy with the regulation on the euro",
        ),
    ),
    _assumption(
        "year_counting",
        _RATES,
        (
            "anniversaries",
            "l'année n commence au (n-1)e anniversaire de la première reconnaissance ; les périodes se suivent sans "
            "interruption, la subvention commence avec la reconnaissance, et chaque année compte, subventionnée ou non",
            "year n starts on the (n-1)th anniversary of the first recognition; periods follow without gap, the "
            "subsidy starts with the recognition, and every year counts, subsidised or not",
        ),
        why=_SILENT,
    ),
    _assumption(
        "leap_day",
        _RATES,
        (
            "february_28",
            "l'anniversaire d'un 29 février tombe le 28 février des années communes",
            "the anniversary of 29 February falls on 28 February in common years",
        ),
        (
            "march_1",
            "l'anniversaire d'un 29 février tombe le 1er mars des années communes",
            "the anniversary of 29 February falls on 1 March in common years",
        ),
        why=_SILENT,
    ),
    _assumption(
        "no_prior_subsidy",
        in_2007("10", subparagraph=2),
        (
            "none",
            "aucune année de subvention avant la reconnaissance n'est déclarée : il n'y en a pas",
            "no year of subsidy before the recognition is stated: there is none",
        ),
        why=("les années antérieures sont l'exception", "earlier years are the exception"),
    ),
    _assumption(
        "sixth_year_counting",
        in_2007("3", paragraph="1", subparagraph=6),
        (
            "from_recognition",
            "la sixième année se compte depuis la reconnaissance",
            "the sixth year is counted from the recognition",
        ),
        (
            "with_prior_years",
            "la sixième année se compte avec les années de subvention antérieures",
            "the sixth year is counted with earlier years of subsidy",
        ),
        why=(
            "l'art. 10, al. 2, ne compte les périodes antérieures que pour le pourcentage",
            "art. 10 al. 2 counts earlier periods for the percentage only",
        ),
    ),
    _assumption(
        "admitted_costs_2007",
        _COSTS,
        (
            "by_nature_and_purpose",
            "une ligne dont la liste du Gouvernement n'est pas déclarée est admise d'après sa nature et son objet",
            "a line of which the Government's list is not stated is admitted by its nature and purpose",
        ),
        why=("la liste du Gouvernement n'est pas disponible", "the Government's list is not available"),
    ),
    _assumption(
        "partial_other_funding",
        in_2007("3", paragraph="1", subparagraph=3),
        (
            "exclude_part",
            "seule la part d'une ligne que paie un autre programme public est exclue",
            "only the part of a line that another public programme pays is left out",
        ),
        (
            "exclude_line",
            "une ligne que paie en partie un autre programme public est exclue en entier",
            "a line that another public programme pays in part is left out whole",
        ),
        why=("le texte exclut les coûts que d'autres programmes financent", "the text leaves out costs others finance"),
    ),
    _assumption(
        "other_public_funding_2024",
        in_2024("3", subparagraph=2),
        (
            "excluded",
            "ce que paient d'autres programmes publics reste exclu des coûts depuis 2024",
            "what other public programmes pay stays left out of the costs since 2024",
        ),
        why=("par continuité avec le texte de 2007", "by continuity with the text of 2007"),
    ),
    _assumption(
        "ceiling_year",
        _COSTS,
        (
            "subsidy_year",
            "le plafond annuel des coûts vaut par année de subvention",
            "the yearly ceiling on the costs holds for a subsidy year",
        ),
        why=("l'année civile est l'autre lecture", "the calendar year is the other reading"),
    ),
    _assumption(
        "ceiling_indexation",
        _COSTS,
        ("none", "le plafond n'est pas indexé", "the ceiling is not indexed"),
        why=("aucune clause d'indexation", "there is no indexation clause"),
    ),
    _assumption(
        "order_2024",
        in_2024("3", subparagraph=3),
        (
            "rate_then_ceiling",
            "depuis 2024 le pourcentage s'applique d'abord, le plafond de la subvention ensuite",
            "since 2024 the percentage comes first, then the ceiling of the subsidy",
        ),
        why=("le texte plafonne la subvention", "the text puts the ceiling on the subsidy"),
    ),
    _assumption(
        "ceiling_period_2024",
        in_2024("3", subparagraph=1),
        (
            "per_year",
            "le plafond déclaré vaut pour une année",
            "the ceiling stated is for a year",
        ),
        why=("la subvention quadriennale pourrait viser la période", "a four-year subsidy could mean the period"),
    ),
    _assumption(
        "results_after_triennium",
        in_2024("3", subparagraph=5),
        (
            "not_required",
            "le texte de 2024 ne demande pas les résultats d'un triennat de 2007 qu'il renouvelle",
            "the text of 2024 does not ask for the results of a triennium of 2007 that it renews",
        ),
        (
            "required",
            "le texte de 2024 demande aussi les résultats d'un triennat de 2007",
            "the text of 2024 asks for the results of a triennium of 2007 too",
        ),
        why=("le texte parle du terme d'un quadriennat", "the text speaks of the end of a four-year period"),
    ),
    NamedAssumption(
        name="lapsed_subsidy",
        label=Label(
            fr="sort de la subvention dans les périodes qui suivent un non-renouvellement",
            en="what becomes of the subsidy in the periods after it was not renewed",
        ),
        readings=(
            Reading(
                name="ends",
                label=Label(
                    fr="la subvention qui n'a pas été renouvelée ne reprend pas",
                    en="a subsidy that was not renewed does not resume",
                ),
            ),
            Reading(
                name="may_resume",
                label=Label(
                    fr="la subvention qui n'a pas été renouvelée peut reprendre dans une période ultérieure",
                    en="a subsidy that was not renewed may resume in a later period",
                ),
            ),
        ),
        citation=in_2007("3", paragraph="1", subparagraph=5),
        why=Label(fr="le texte est muet ; rien n'est présumé", en="the text is silent; nothing is presumed"),
        presumed=False,
    ),
    NamedAssumption(
        name="seniority_after_2024",
        label=Label(
            fr="rang des années sous les textes de 2024 et 2025",
            en="rank of the years under the texts of 2024 and 2025",
        ),
        readings=(
            Reading(
                name="counts_from_first_subsidy",
                label=Label(
                    fr="le rang se compte depuis la première subvention, années antérieures comprises",
                    en="the rank is counted from the first subsidy, earlier years included",
                ),
            ),
            Reading(
                name="counts_from_first_recognition",
                label=Label(
                    fr="le rang se compte depuis la première reconnaissance",
                    en="the rank is counted from the first recognition",
                ),
            ),
            Reading(
                name="restarts",
                label=Label(
                    fr="le rang ne compte que les années sous les textes de 2024 et 2025",
                    en="the rank counts only the years under the texts of 2024 and 2025",
                ),
            ),
        ),
        citation=in_2024("3", subparagraph=4),
        why=Label(
            fr="la règle de l'art. 10, al. 2, a disparu et rien ne la remplace",
            en="the rule of art. 10 al. 2 is gone and nothing replaces it",
        ),
        presumed=False,
    ),
    NamedAssumption(
        name="entry_into_force_2025",
        label=Label(fr="le texte de 2025 est en vigueur à partir du", en="the text of 2025 is in force from"),
        readings=(),
        citation=Citation(act=SPECIAL_LAW_1980, article="56"),
        why=Label(
            fr="disposition non vue ; sans date propre, le dixième jour après la publication",
            en="provision not seen; without a date of its own, the tenth day after publication",
        ),
    ),
    _assumption(
        "running_recognition_2025",
        Citation(act=DECREE_2024, article="22"),
        (
            "keeps_its_text",
            "une période en cours à l'entrée en vigueur du texte de 2025 garde son texte jusqu'à son terme",
            "a period that is running when the text of 2025 comes into force keeps its text to its end",
        ),
        why=("sans effet rétroactif ; par analogie avec l'art. 22", "no retroactive effect; by analogy with art. 22"),
    ),
    _assumption(
        "subsidy_length_2025",
        in_2025("3", subparagraph=1),
        (
            "one_year",
            "sous le texte de 2025 la subvention dure un an, comme la reconnaissance",
            "under the text of 2025 the subsidy lasts a year, like the recognition",
        ),
        why=("le mot qui donnait la durée est abrogé", "the word that gave the length is repealed"),
    ),
    _assumption(
        "procedure_presumed",
        in_2007("3", paragraph="1", subparagraph=1),
        (
            "presumed",
            "avis rendu, demande à temps, conditions du Gouvernement remplies : le montant est dû s'il est octroyé",
            "opinion given, request in time, the Government's conditions met: an amount is what is due if granted",
        ),
        why=("la trajectoire calcule des montants, pas des décisions", "the path computes amounts, not decisions"),
    ),
    _assumption(
        "deadline_counting",
        in_2007("6", subparagraph=1),
        (
            "before",
            "le dernier jour utile précède celui qui tombe quatre mois avant le terme",
            "the last admissible day is the one before the day four months before the end",
        ),
        (
            "on",
            "le dernier jour utile est celui qui tombe quatre mois avant le terme",
            "the last admissible day is the day four months before the end",
        ),
        why=("« au plus tard quatre mois avant »", "“at the latest four months before”"),
    ),
    _assumption(
        "incomplete_year",
        _COSTS,
        (
            "full_ceiling",
            "une année écourtée garde le plafond entier",
            "a year cut short keeps the whole ceiling",
        ),
        (
            "pro_rata_days",
            "le plafond d'une année écourtée se réduit au prorata des jours",
            "the ceiling of a year cut short is reduced by days",
        ),
        why=_SILENT,
    ),
    _assumption(
        "specific_subsidy_ceiling",
        in_2007("3", paragraph="2", subparagraph=2),
        (
            "per_project",
            "le plafond de la subvention spécifique vaut par projet",
            "the ceiling of the specific subsidy holds for each project",
        ),
        (
            "per_cluster_and_year",
            "le plafond de la subvention spécifique vaut par cluster et par année",
            "the ceiling of the specific subsidy holds for each cluster and year",
        ),
        why=("le texte plafonne « l'intervention »", "the text puts the ceiling on “the intervention”"),
    ),
    _assumption(
        "initiative_majority",
        in_2007("1", subparagraph=1),
        (
            "more_than_half_of_founders",
            "l'initiative est majoritairement celle des entreprises actives en Wallonie si plus de la moitié des "
            "fondateurs le sont, un fondateur comptant pour un",
            "the initiative is mainly that of companies active in Wallonia if more than half of the founders are such, "
            "each founder counting for one",
        ),
        why=("le texte ne dit pas comment la majorité se compte", "the text does not say how the majority is counted"),
    ),
    _assumption(
        "fee_in_order",
        in_2024("3", subparagraph=3),
        (
            "paid_by_the_day",
            "un membre est en ordre un jour donné si la cotisation de l'année est payée au plus tard ce jour",
            "a member is in order on a day if the fee due for that year is paid on or before it",
        ),
        why=("le texte demande d'être en ordre de cotisation", "the text asks for members whose fee is in order"),
    ),
    _assumption(
        "calendar_year_split",
        in_2007("3", paragraph="1", subparagraph=1),
        (
            "cumulative_days",
            "la subvention d'une année de subvention se répartit sur les années civiles au prorata des jours ; ce qui "
            "est atteint à la fin de chaque année civile est arrondi au cent le plus proche, de sorte que les parts "
            "font la subvention au cent près (ce sont des droits acquis au fil des jours, non des paiements)",
            "the subsidy of a subsidy year is shared out over calendar years by days; what is reached at the end of "
            "each calendar year is rounded to the nearest cent, so that the parts sum to the subsidy to the cent "
            "(entitlements as days pass, not payments)",
        ),
        why=(
            "le texte ne répartit rien, et l'arrêté qui fixe les tranches de paiement n'est pas disponible",
            "the text shares nothing out, and the order that sets the instalments is not available",
        ),
    ),
)
