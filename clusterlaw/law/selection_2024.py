"""Arts 1, 2, 4 and 5 as amended by the decree of 11 April 2024: what it changed of the text of 2007."""

from attrs import evolve

from clusterlaw.law.acts import DECREE_2024, in_2024
from clusterlaw.law.decree_2024 import NEW_OBJECTIVES_CONTRACT
from clusterlaw.law.selection_2007 import (
    ACTIONS,
    COMMITTEE_2007,
    COMPLEMENTARY_RELATIONS,
    COOPERATION_FRAMEWORK,
    CRITERIA,
    CRITICAL_MASS,
    FIELD,
    INNOVATION,
    PARTNERS,
)
from clusterlaw.selection import (
    Activities,
    Committee,
    Criterion,
    Definition,
    Element,
    FileKind,
    FileMission,
    OpinionGrounds,
    Seat,
    Selection,
)
from clusterlaw.sources import Citation, Cited, Label

_DEFINITION = in_2024("1", subparagraph=1)
_RECOGNITION = in_2024("2", subparagraph=1)
_OPINION = in_2024("5", subparagraph=1)

_REFERENCE_NETWORK = Element(
    name="reference_network",
    label=Label(fr="réseau de référence de son écosystème", en="reference network of its ecosystem"),
    citation=_DEFINITION,
)
_ECONOMIC_CONTRIBUTION = Element(
    name="economic_contribution",
    label=Label(
        fr="apport à l'économie de l'écosystème et à la compétitivité",
        en="contribution to the ecosystem's economy and to competitiveness",
    ),
    citation=in_2024("1", subparagraph=1, item="4°"),
)


def _mission(number: int, name: str, *, fr: str, en: str) -> Element:
    return Element(name=name, label=Label(fr=fr, en=en), citation=in_2024("2", subparagraph=1, item=f"{number}°"))


_MISSIONS = (
    _mission(1, "ecosystem_map", fr="carte et structure de l'écosystème", en="map and structure of the ecosystem"),
    _mission(2, "matchmaking", fr="mises en relation et partenariats", en="matchmaking and partnerships"),
    _mission(
        3, "visibility", fr="visibilité du cluster et des membres", en="visibility of the cluster and its members"
    ),
    _mission(
        4,
        "innovation_in_transitions",
        fr="innovation dans les transitions des entreprises",
        en="innovation in the companies' transitions",
    ),
)

_OBJECTIVES_CONTRACT = evolve(
    NEW_OBJECTIVES_CONTRACT,
    name="objectives_contract",
    label=Label(fr="contrat d'objectifs", en="objectives contract"),
    fact="objectives_contract",
    first_period=1,
    last_period=1,
    citation=_RECOGNITION,
    also=(),
)

_FOURTH = 3
CRITERIA_2024 = (
    *CRITERIA[:_FOURTH],
    evolve(CRITERIA[_FOURTH], citation=in_2024("5", subparagraph=1, item="4°")),
    *CRITERIA[_FOURTH + 1 :],
    Criterion(
        name="articulation",
        label=Label(
            fr="articulation avec les autres acteurs de l'écosystème", en="fit with the other actors of the ecosystem"
        ),
        citation=in_2024("5", subparagraph=1, item="11°"),
        evidence=(PARTNERS, ACTIONS),
    ),
)


def _file(number: int, kind: FileKind, *, reasoned: bool, questions: tuple[str, ...] = ()) -> FileMission:
    labels = {mission.kind: mission.label for mission in COMMITTEE_2007.missions}
    half_way = Label(fr="évaluation à mi-parcours", en="half-way evaluation")
    return FileMission(
        kind=kind,
        label=labels.get(kind, half_way),
        reasoned=Cited(value=reasoned, citation=_OPINION),
        citation=in_2024("4", subparagraph=1, item=f"{number}°"),
        questions=questions,
    )


def _seat(number: int, name: str, members: int, *, fr: str, en: str) -> Seat:
    return Seat(
        name=name,
        label=Label(fr=fr, en=en),
        members=members,
        substitutes=members,
        citation=in_2024("4", subparagraph=2, item=f"{number}°"),
    )


_MINISTER, _INDEPENDENT = (
    evolve(COMMITTEE_2007.seats[place], citation=in_2024("4", subparagraph=2, item=item))
    for place, item in ((0, "1°"), (-1, "6°"))
)

COMMITTEE_2024: Committee = evolve(
    COMMITTEE_2007,
    missions=(
        _file(1, "first_recognition", reasoned=True),
        _file(2, "renewal", reasoned=True, questions=("evaluation_before_request",)),
        _file(3, "implementation", reasoned=False),
        _file(4, "withdrawal", reasoned=False),
        _file(5, "half_way_evaluation", reasoned=False),
    ),
    seats=(
        _MINISTER,
        _seat(
            2,
            "designated_service",
            2,
            fr="service désigné par le Gouvernement",
            en="service designated by the Government",
        ),
        _seat(
            4,
            "economic_and_social_council",
            2,
            fr="experts mandatés par le Conseil économique, social et environnemental",
            en="experts mandated by the Economic, Social and Environmental Council",
        ),
        _seat(
            5,
            "poles",
            2,
            fr="représentants mandatés par les pôles de compétitivité",
            en="representatives mandated by the competitiveness poles",
        ),
        _INDEPENDENT,
    ),
    deliberative=Cited(
        value=("minister", "designated_service", "economic_and_social_council"),
        citation=in_2024("4", subparagraph=4),
    ),
    meetings_a_year=Cited(value=1, citation=in_2024("4", subparagraph=5)),
)

SELECTION_2024 = Selection(
    identifier="2024",
    definition=Definition(
        permitted=Cited(
            value=("company", "pole", "university", "research_centre", "competence_centre", "training_centre"),
            citation=_DEFINITION,
        ),
        of_others="members_not_named",
        initiators=Cited(value="company", citation=_DEFINITION, assumption="initiative_majority"),
        field=FIELD,
        appraised=(
            _REFERENCE_NETWORK,
            CRITICAL_MASS,
            COOPERATION_FRAMEWORK,
            COMPLEMENTARY_RELATIONS,
            _ECONOMIC_CONTRIBUTION,
        ),
        clauses=Cited(value=None, citation=Citation(act=DECREE_2024, article="2")),
    ),
    activities=Activities(
        kind="mission",
        elements=_MISSIONS,
        commitment=Cited(value=None, citation=_RECOGNITION),
        of_commitment="commitment_2024",
        conditions=(_OBJECTIVES_CONTRACT,),
        appraised=(
            Element(
                name="regional_policies",
                label=Label(fr="lien avec les politiques régionales", en="link to regional policies"),
                citation=_RECOGNITION,
            ),
            Element(
                name="regional_added_value",
                label=Label(fr="valeur ajoutée régionale", en="regional added value"),
                citation=_RECOGNITION,
            ),
        ),
    ),
    grounds=Cited(
        value=OpinionGrounds(
            innovation=evolve(
                INNOVATION,
                label=Label(
                    fr="caractère innovant, vu par le contrat d'objectifs",
                    en="innovative character, seen through the objectives contract",
                ),
                citation=_OPINION,
            ),
            actions=Cited(value="mission", citation=_OPINION),
            criteria=CRITERIA_2024,
            specific=(),
        ),
        citation=_OPINION,
    ),
    committee=Cited(value=COMMITTEE_2024, citation=in_2024("4", subparagraph=1)),
)
