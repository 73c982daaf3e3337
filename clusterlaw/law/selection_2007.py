"""Arts 1, 2, 4 and 5 of the decree of 18 January 2007 as first enacted: definition, six axes, ten criteria, committee.

The legal forms are conditions of the regime: `decree_2007`.
"""

from clusterlaw.law.acts import in_2007
from clusterlaw.selection import (
    Activities,
    Committee,
    Criterion,
    Definition,
    Element,
    Evidence,
    FileKind,
    FileMission,
    OpinionGrounds,
    Seat,
    Selection,
    SpecificCriteria,
)
from clusterlaw.sources import Cited, Label


def characteristic(number: int, name: str, *, fr: str, en: str) -> Element:
    """Return a characteristic of a cluster (art. 1 al. 1) in its wording of 2007."""
    return Element(name=name, label=Label(fr=fr, en=en), citation=in_2007("1", subparagraph=1, item=f"{number}°"))


CRITICAL_MASS = characteristic(
    1, "critical_mass", fr="masse critique représentative du domaine", en="critical mass representative of the field"
)
FIELD = Cited(value=True, citation=in_2007("1", subparagraph=1, item="1°"))
COOPERATION_FRAMEWORK = characteristic(
    2, "cooperation_framework", fr="cadre de coopération", en="framework for co-operation"
)
COMPLEMENTARY_RELATIONS = characteristic(
    3,
    "complementary_relations",
    fr="relations volontaires et complémentaires entre membres",
    en="voluntary, complementary relations between members",
)
COMMON_VISION = characteristic(
    4, "common_vision", fr="vision commune du développement", en="common vision of development"
)


def _axis(number: int, name: str, *, fr: str, en: str) -> Element:
    return Element(name=name, label=Label(fr=fr, en=en), citation=in_2007("2", subparagraph=1, item=f"{number}°"))


_AXES = (
    _axis(
        1,
        "mutual_knowledge",
        fr="connaissance mutuelle des membres et du domaine",
        en="members' knowledge of each other and of the field",
    ),
    _axis(
        2,
        "commercial_links_and_innovation",
        fr="liens commerciaux, accès à l'innovation, compétitivité",
        en="commercial links, access to innovation, competitiveness",
    ),
    _axis(
        3,
        "partnerships",
        fr="partenariats de production, de recherche ou de vente",
        en="partnerships in production, research or sales",
    ),
    _axis(4, "promotion", fr="promotion locale et internationale", en="local and international promotion"),
    _axis(5, "exchange_between_clusters", fr="échanges entre clusters", en="exchange between clusters"),
    _axis(
        6,
        "synergies",
        fr="synergies avec les pôles et autres groupements d'entreprises",
        en="synergies with the poles and other groupings of companies",
    ),
)

MEMBERS = Evidence(name="members", label=Label(fr="les membres", en="the members"))
FIELDS = Evidence(name="fields", label=Label(fr="les domaines d'activités", en="the fields of activity"))
FEES = Evidence(name="fees", label=Label(fr="les cotisations", en="the fees"))
ACTIONS = Evidence(name="actions", label=Label(fr="les actions du plan", en="the actions of the plan"))
PARTNERS = Evidence(name="partners", label=Label(fr="les partenaires des actions", en="the partners of the actions"))
INDICATORS = Evidence(name="indicators", label=Label(fr="les indicateurs des actions", en="the actions' indicators"))
BUDGET = Evidence(name="budget", label=Label(fr="le budget des actions", en="the budget of the actions"))
APPRAISALS = Evidence(
    name="appraisals", label=Label(fr="les appréciations déjà motivées", en="the appraisals already reasoned")
)


def _criterion(number: int, name: str, *evidence: Evidence, fr: str, en: str, subparagraph: int = 1) -> Criterion:
    return Criterion(
        name=name,
        label=Label(fr=fr, en=en),
        citation=in_2007("5", subparagraph=subparagraph, item=f"{number}°"),
        evidence=evidence,
    )


CRITERIA = (
    _criterion(1, "representativeness", MEMBERS, FIELDS, fr="représentativité", en="representativeness"),
    _criterion(
        2, "integration_of_members", MEMBERS, FEES, fr="intégration de nouveaux membres", en="taking in new members"
    ),
    _criterion(
        3,
        "interaction",
        ACTIONS,
        PARTNERS,
        fr="interactivité entre les membres",
        en="interaction between the members",
    ),
    _criterion(
        4,
        "vision_and_quality",
        APPRAISALS,
        ACTIONS,
        fr="vision commune et qualité des actions",
        en="common vision and quality of the actions",
    ),
    _criterion(5, "performance_indicators", INDICATORS, fr="indicateurs de performance", en="performance indicators"),
    _criterion(6, "animation_and_governance", BUDGET, fr="animation et gestion", en="animation and governance"),
    _criterion(
        7,
        "regional_added_value",
        INDICATORS,
        MEMBERS,
        fr="valeur ajoutée attendue pour la Région",
        en="added value expected for the Region",
    ),
    _criterion(
        8, "additionality", BUDGET, fr="additionnalité de l'action publique", en="additionality of public action"
    ),
    _criterion(9, "durability", FEES, BUDGET, fr="pérennité possible", en="possible durability"),
    _criterion(
        10,
        "complementarity",
        PARTNERS,
        ACTIONS,
        fr="complémentarité avec les autres clusters et les pôles",
        en="complementarity with other clusters and the poles",
    ),
)

_RETURNS = Label(fr="retombées économiques et technologiques", en="economic and technological returns")
_SPECIFIC_CRITERIA = (
    SpecificCriteria(
        purpose="international_programme",
        criteria=(
            _criterion(
                1,
                "integration_in_project",
                PARTNERS,
                fr="intégration du cluster dans le projet",
                en="the cluster's integration in the project",
                subparagraph=2,
            ),
            _criterion(
                2,
                "programmes_and_actions",
                ACTIONS,
                fr="type de programmes et d'actions",
                en="type of programmes and actions",
                subparagraph=2,
            ),
            _criterion(3, "international_returns", INDICATORS, fr=_RETURNS.fr, en=_RETURNS.en, subparagraph=2),
        ),
    ),
    SpecificCriteria(
        purpose="joint_task",
        criteria=(
            _criterion(
                1,
                "partnership_agreement",
                PARTNERS,
                fr="accord de partenariat présenté",
                en="partnership agreement presented",
                subparagraph=3,
            ),
            _criterion(
                2,
                "task_additionality",
                ACTIONS,
                fr="additionnalité de la tâche",
                en="additionality of the task",
                subparagraph=3,
            ),
            _criterion(3, "task_returns", INDICATORS, fr=_RETURNS.fr, en=_RETURNS.en, subparagraph=3),
            _criterion(
                4,
                "cooperation_quality",
                PARTNERS,
                fr="qualité de la coopération",
                en="quality of the co-operation",
                subparagraph=3,
            ),
            _criterion(
                5,
                "financial_plan",
                BUDGET,
                fr="plan financier précis, autres sources mobilisées",
                en="precise financial plan, other sources mobilised",
                subparagraph=3,
            ),
        ),
    ),
)

INNOVATION = Element(
    name="innovation",
    label=Label(fr="caractère innovant de la démarche", en="innovative character of the initiative"),
    citation=in_2007("5", subparagraph=1),
)


def file_mission(
    number: int, kind: FileKind, *, reasoned: bool, fr: str, en: str, questions: tuple[str, ...] = ()
) -> FileMission:
    """Return a mission of the committee of 2007 (art. 4 al. 1); art. 5 al. 1 says which opinions give reasons."""
    return FileMission(
        kind=kind,
        label=Label(fr=fr, en=en),
        reasoned=Cited(value=reasoned, citation=in_2007("5", subparagraph=1)),
        citation=in_2007("4", subparagraph=1, item=f"{number}°"),
        questions=questions,
    )


def _seat(number: int, name: str, members: int, *, fr: str, en: str) -> Seat:
    return Seat(
        name=name,
        label=Label(fr=fr, en=en),
        members=members,
        substitutes=members,
        citation=in_2007("4", subparagraph=2, item=f"{number}°"),
    )


def _end(number: int, name: str, *, fr: str, en: str) -> Element:
    return Element(name=name, label=Label(fr=fr, en=en), citation=in_2007("4", subparagraph=6, item=f"{number}°"))


COMMITTEE_2007 = Committee(
    missions=(
        file_mission(
            1,
            "first_recognition",
            reasoned=True,
            fr="première reconnaissance et subvention",
            en="first recognition and subsidy",
        ),
        file_mission(
            2,
            "renewal",
            reasoned=True,
            fr="renouvellement de la reconnaissance et de la subvention",
            en="renewal of the recognition and of the subsidy",
            questions=("evaluation_before_request",),
        ),
        file_mission(3, "specific_subsidy", reasoned=True, fr="subvention spécifique", en="specific subsidy"),
        file_mission(
            4,
            "withdrawal",
            reasoned=False,
            fr="retrait de la reconnaissance et de la subvention",
            en="withdrawal of the recognition and of the subsidy",
        ),
        file_mission(
            5, "implementation", reasoned=False, fr="mise en œuvre du décret", en="implementation of the decree"
        ),
    ),
    seats=(
        _seat(1, "minister", 1, fr="Ministre de l'Économie", en="Minister of the Economy"),
        _seat(
            2,
            "economy_administration",
            1,
            fr="administration de l'Économie et de l'Emploi",
            en="administration of the Economy and Employment",
        ),
        _seat(
            3,
            "technology_administration",
            1,
            fr="administration des Technologies, de la Recherche et de l'Énergie",
            en="administration of Technology, Research and Energy",
        ),
        _seat(
            4,
            "economic_and_social_council",
            2,
            fr="experts mandatés par le Conseil économique et social",
            en="experts mandated by the Economic and Social Council",
        ),
        _seat(5, "independent", 2, fr="experts indépendants", en="independent experts"),
    ),
    deliberative=Cited(
        value=("minister", "economy_administration", "technology_administration"),
        citation=in_2007("4", subparagraph=4),
    ),
    appointment=Cited(
        value=Label(
            fr="le Gouvernement nomme le président et désigne les membres autres que le représentant du Ministre, "
            "ceux du Conseil le cas échéant sur proposition de celui-ci",
            en="the Government names the president and appoints the members other than the Minister's representative, "
            "the Council's on its proposal where it makes one",
        ),
        citation=in_2007("4", subparagraph=3),
    ),
    meetings_a_year=Cited(value=2, citation=in_2007("4", subparagraph=5)),
    mandate_years=Cited(value=5, citation=in_2007("4", subparagraph=6)),
    mandate_ends=(
        _end(1, "resignation", fr="démission", en="resignation"),
        _end(2, "replacement_asked", fr="remplacement demandé par le mandant", en="replacement asked by the mandator"),
        _end(3, "quality_lost", fr="perte de la qualité requise", en="loss of the quality required"),
    ),
    succession=Cited(value=True, citation=in_2007("4", subparagraph=7)),
    secrecy=Cited(
        value=Label(
            fr="secret sur ce qu'ils apprennent, pendant le mandat et après",
            en="secrecy on what they learn, during the mandate and after it",
        ),
        citation=in_2007("4", subparagraph=8),
    ),
    silent=(
        Label(fr="quorum", en="quorum"),
        Label(fr="majorité", en="majority"),
        Label(fr="partage des voix", en="tied votes"),
    ),
)

SELECTION_2007 = Selection(
    identifier="2007",
    definition=Definition(
        permitted=Cited(
            value=("company", "university", "research_centre", "training_centre"),
            citation=in_2007("1", subparagraph=1),
        ),
        of_others="members_not_named",
        initiators=Cited(value="company", citation=in_2007("1", subparagraph=1), assumption="initiative_majority"),
        field=FIELD,
        appraised=(CRITICAL_MASS, COOPERATION_FRAMEWORK, COMPLEMENTARY_RELATIONS, COMMON_VISION),
        clauses=Cited(value="association_de_fait", citation=in_2007("1", subparagraph=2)),
    ),
    activities=Activities(
        kind="axis",
        elements=_AXES,
        commitment=Cited(value=True, citation=in_2007("2", subparagraph=1)),
        of_commitment=None,
        conditions=(),
        appraised=(),
    ),
    grounds=Cited(
        value=OpinionGrounds(
            innovation=INNOVATION,
            actions=Cited(value="axis", citation=in_2007("5", subparagraph=1)),
            criteria=CRITERIA,
            specific=_SPECIFIC_CRITERIA,
        ),
        citation=in_2007("5", subparagraph=1),
    ),
    committee=Cited(value=COMMITTEE_2007, citation=in_2007("4", subparagraph=1)),
)
