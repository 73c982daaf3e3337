"""Every recommendation of the evaluation of 2011, those of its § 4 and those that its § 1 and § 3 make in passing.

In words of our own; none is law. What each concerns and what later texts did about it are our links.
"""

from clusterlaw.evaluation import Concern, Measure, Recommendation
from clusterlaw.law import evaluation_2011_measures as did
from clusterlaw.law.evaluation_2011_links import AXES, COSTS_CAPPED, CRITERIA, RATES, SPECIFIC, regime, rule, selection
from clusterlaw.law.evaluation_2011_measures import NOTHING, NOTHING_2025
from clusterlaw.law.evaluation_2011_sections import (
    ACHIEVEMENTS,
    ACTION_AXES,
    DIVERSIFICATION,
    FOLLOW_UP,
    FOLLOW_UP_ADVISED,
    GREEN_CLUSTERS,
    INVOLVEMENT,
    MEANS_OR_END,
    OBJECTIVES,
    OTHER_POLICIES,
    POLES,
    PROJECT_NOTE,
    SELECTING,
    STRUCTURE_TO_PRACTICE,
    SUPPORT,
    TECHNOLOGIES_NOTE,
    WITH_POLES,
)
from clusterlaw.sources import Citation, Label


def _advice(
    name: str,
    citation: Citation,
    concerns: tuple[Concern, ...],
    measures: tuple[Measure, ...],
    *,
    fr: str,
    en: str,
    also: tuple[Citation, ...] = (),
) -> Recommendation:
    return Recommendation(
        name=name, label=Label(fr=fr, en=en), citation=citation, concerns=concerns, measures=measures, also=also
    )


_COMMITTEE = (selection("committee"), rule("committee.mission_for"))
_MEMBERS = (selection("definition.permitted"), rule("definition.members_named"))
_INITIATIVE = (selection("definition.initiators"), rule("definition.majority_of_initiative"))
_PERIODS = (regime("recognition_years"), regime("subsidy_years"), rule("recognition.subsidy_years"))
_POLES = (did.POLES_TAKEN_IN, did.COMMITTEE_ABOLISHED)
_POLICIES = (did.POLICIES_NAMED, did.ONE_ADMINISTRATION, did.COMMITTEE_ABOLISHED)

_IN_THE_ANSWERS = (
    _advice(
        "feasibility_study",
        SELECTING,
        CRITERIA,
        NOTHING,
        fr="préparer les candidatures en amont, ou en étudier la faisabilité",
        en="prepare applications beforehand, or study their feasibility",
    ),
    _advice(
        "axes_by_maturity",
        ACTION_AXES,
        AXES,
        (did.MISSIONS_AT_EVERY_AGE, NOTHING_2025),
        fr="moduler les axes selon la maturité, le domaine et la stratégie du cluster",
        en="adapt the axes to the cluster's maturity, field and strategy",
    ),
    _advice(
        "levels_told_apart",
        ACTION_AXES,
        (*AXES, selection("grounds.criteria")),
        (did.MISSIONS_INSTEAD_OF_AXES, did.HALF_WAY_EVALUATION, did.NO_HALF_WAY_EVALUATION, did.RESULTS_STILL_REPORTED),
        fr="distinguer réalisations, résultats et impacts attendus",
        en="tell expected outputs, results and impacts apart",
    ),
    _advice(
        "activities_that_meet_needs",
        ACHIEVEMENTS,
        AXES,
        (did.INNOVATION_AND_PARTNERSHIPS, NOTHING_2025),
        fr="développer des activités plus proches des besoins des membres",
        en="develop activities closer to the members' needs",
    ),
    _advice(
        "keep_specific_subsidy",
        ACHIEVEMENTS,
        (*SPECIFIC, selection("grounds.specific")),
        (did.SPECIFIC_SUBSIDY_ABOLISHED, NOTHING_2025),
        fr="recourir davantage à la subvention spécifique, et la garder telle",
        en="use the specific subsidy more, and keep it as it is",
    ),
    _advice(
        "new_funding_model",
        DIVERSIFICATION,
        (*COSTS_CAPPED, *RATES, rule("subsidy.apply_percentage"), rule("subsidy.cap_subsidy")),
        (did.CEILING_ON_SUBSIDY, did.SOFTER_RATES, did.DEGRESSIVITY_KEPT, NOTHING_2025),
        fr="changer de modèle de financement et de soutien",
        en="change the model of funding and support",
    ),
    _advice(
        "committees_in_dialogue",
        FOLLOW_UP,
        (selection("committee"), selection("activities.conditions")),
        (did.OBJECTIVES_CONTRACT, did.HALF_WAY_EVALUATION, did.NO_HALF_WAY_EVALUATION),
        fr="faire des comités d'accompagnement un dialogue entre la Région et le cluster sur ses objectifs",
        en="make the support committees a dialogue between Region and cluster on its objectives",
    ),
    _advice(
        "share_experience",
        FOLLOW_UP,
        (),
        NOTHING,
        fr="étendre le rôle de facilitateur : mettre l'expérience de l'administration au service des clusters",
        en="extend the role of facilitator: put the administration's experience at the clusters' service",
    ),
    _advice(
        "awareness_of_stages",
        FOLLOW_UP,
        (),
        NOTHING,
        fr="aider les clusters à franchir les étapes de leur cycle de vie",
        en="help clusters through the stages of their life cycle",
    ),
    _advice(
        "lasting_relations_with_poles",
        POLES,
        (*_COMMITTEE, *_MEMBERS, rule("criteria.reasoned")),
        _POLES,
        fr="nouer des relations durables entre pôles et clusters, là où leurs stratégies se rejoignent",
        en="build lasting relations between poles and clusters where their strategies meet",
    ),
    _advice(
        "specific_projects_with_poles",
        POLES,
        SPECIFIC,
        (did.SPECIFIC_SUBSIDY_ABOLISHED, NOTHING_2025),
        fr="relier les clusters transversaux aux pôles par des projets déterminés",
        en="link transversal clusters to poles by particular projects",
    ),
    _advice(
        "coordination_of_networks",
        OTHER_POLICIES,
        (*_COMMITTEE, selection("committee.seats"), selection("activities.appraised")),
        _POLICIES,
        fr="coordonner les réseaux d'entreprises avec tous les services publics qui s'adressent aux entreprises",
        en="coordinate company networks with every public service that addresses companies",
    ),
    _advice(
        "no_single_green_platform",
        GREEN_CLUSTERS,
        (selection("definition.appraised"),),
        NOTHING,
        fr="ne pas créer une plateforme unique des clusters verts",
        en="do not create a single platform of the green clusters",
    ),
    _advice(
        "targeted_initiatives",
        GREEN_CLUSTERS,
        (*SPECIFIC, selection("activities.elements")),
        (did.SPECIFIC_SUBSIDY_ABOLISHED, NOTHING_2025),
        fr="encourager des initiatives ciblées entre deux ou trois clusters, et des grappes sur des créneaux",
        en="encourage targeted initiatives between two or three clusters, and small groups on niches",
    ),
    _advice(
        "regular_green_meetings",
        GREEN_CLUSTERS,
        (selection("activities.elements"),),
        NOTHING,
        fr="réunir régulièrement les clusters verts ; plusieurs plateformes ponctuelles peuvent en naître",
        en="hold regular meetings of the green clusters; several ad hoc platforms may come of them",
    ),
)
_IN_THE_CONCLUSIONS = (
    _advice(
        "network_of_companies",
        STRUCTURE_TO_PRACTICE,
        (*_INITIATIVE, selection("activities.conditions")),
        (did.MAJORITY_OF_COMPANIES, did.OBJECTIVES_CONTRACT, NOTHING_2025),
        fr="dire clairement que le cluster existe par et pour les entreprises, et le leur faire reconnaître",
        en="say clearly that a cluster exists by and for companies, and have them acknowledge it",
    ),
    _advice(
        "companies_steer_from_start",
        STRUCTURE_TO_PRACTICE,
        _INITIATIVE,
        (did.MAJORITY_OF_COMPANIES, NOTHING_2025),
        fr="associer les entreprises au pilotage dès le début du soutien",
        en="have companies take part in the steering from the start of the support",
        also=(INVOLVEMENT,),
    ),
    _advice(
        "partnership_changes_mode",
        STRUCTURE_TO_PRACTICE,
        RATES,
        (did.NO_END, NOTHING_2025),
        fr="aux limites du soutien, changer de mode : soutenir les projets des entreprises, comme avec les pôles",
        en="at the limits of the support, change its mode: support the companies' projects, as with the poles",
        also=(MEANS_OR_END,),
    ),
)
_ON_OBJECTIVES = (
    _advice(
        "objectives_in_decree",
        OBJECTIVES,
        (selection("definition.appraised"), selection("activities.appraised"), *CRITERIA),
        (did.PURPOSE, NOTHING_2025),
        fr="inscrire les finalités de la politique dans le décret",
        en="write the aims of the policy into the decree",
        also=(SELECTING,),
    ),
    _advice(
        "two_objectives_by_maturity",
        OBJECTIVES,
        (*AXES, regime("categories"), rule("categories.category_of")),
        (did.MISSIONS_AT_EVERY_AGE, did.CATEGORIES_BY_SIZE, NOTHING_2025),
        fr="distinguer deux objectifs selon la maturité du réseau",
        en="tell two objectives apart by the network's maturity",
    ),
    _advice(
        "two_levels_of_support",
        OBJECTIVES,
        (*RATES, *_PERIODS),
        (did.CATEGORIES_BY_SIZE, NOTHING_2025),
        fr="deux niveaux de soutien : groupements, pour un temps ; plateformes de projets, dans des domaines porteurs",
        en="two levels of support: groupings, for a time; platforms of projects, in promising fields",
    ),
)
_ON_SUPPORT = (
    _advice(
        "animation_for_a_time",
        SUPPORT,
        (*_PERIODS, *RATES, regime("renewal_of_subsidy")),
        (did.FOUR_YEARS, did.ONE_YEAR),
        fr="financer l'animation pendant un ou deux cycles de trois ans",
        en="fund the animation for one or two cycles of three years",
    ),
    _advice(
        "private_initiative",
        SUPPORT,
        _INITIATIVE,
        (did.MAJORITY_OF_COMPANIES, NOTHING_2025),
        fr="laisser l'initiative au privé, qui se regroupe librement et se porte candidat",
        en="leave the initiative to the private sector, which groups freely and applies",
    ),
    _advice(
        "themes_and_calls",
        SUPPORT,
        (regime("admission"), selection("activities.elements")),
        (did.INNOVATION_AND_PARTNERSHIPS, NOTHING_2025),
        fr="chercher des thèmes de coopération et soutenir les réponses aux appels à projets",
        en="look for themes of co-operation and support the answers to calls for projects",
    ),
    _advice(
        "platforms_half_funded",
        SUPPORT,
        (regime("rates"), regime("admission")),
        NOTHING,
        fr="compléter au plus de moitié le budget des plateformes, sur un business plan",
        en="complete at most half of the platforms' budget, on a business plan",
    ),
    _advice(
        "projects_at_better_rate",
        SUPPORT,
        SPECIFIC,
        (did.SPECIFIC_SUBSIDY_ABOLISHED, NOTHING_2025),
        fr="les projets payés par les entreprises, avec une aide régionale meilleure, au taux laissé ouvert",
        en="projects paid by the companies, with better regional aid, its rate left open",
        also=(PROJECT_NOTE,),
    ),
)
_ON_POLES = (
    _advice(
        "stronger_links_with_poles",
        WITH_POLES,
        (*_COMMITTEE, *_MEMBERS, rule("criteria.reasoned")),
        _POLES,
        fr="articuler les activités sur les axes d'un pôle ; relations bilatérales en amont et en aval",
        en="fit activities together on a pole's axes; bilateral relations upstream and downstream",
    ),
    _advice(
        "platforms_in_changing_fields",
        WITH_POLES,
        (selection("activities.elements"),),
        NOTHING,
        fr="des plateformes dans les domaines en mutation, en croissance ou de technologies clés, même entre pôles",
        en="platforms in fields that change or grow or of key technologies, even between poles",
        also=(TECHNOLOGIES_NOTE,),
    ),
    _advice(
        "projects_and_small_groups",
        WITH_POLES,
        (*SPECIFIC, rule("activities.covered")),
        (did.SPECIFIC_SUBSIDY_ABOLISHED, NOTHING_2025),
        fr="soutenir des projets et des grappes, comme la subvention spécifique l'a fait",
        en="support projects and small groups, as the specific subsidy did",
    ),
    _advice(
        "groupings_that_may_grow",
        WITH_POLES,
        (selection("definition"), *_PERIODS),
        NOTHING,
        fr="aider des groupements volontaires qui pourraient devenir des plateformes",
        en="help voluntary groupings that may become platforms",
    ),
)
_ON_INVOLVEMENT = (
    _advice(
        "individual_advantages",
        INVOLVEMENT,
        (),
        NOTHING,
        fr="avantager l'entreprise qui passe par un cluster pour demander une aide publique",
        en="favour the company that goes through a cluster to ask for public aid",
    ),
    _advice(
        "campaign",
        INVOLVEMENT,
        (),
        NOTHING,
        fr="mener une campagne de communication sur le clustering",
        en="run a campaign on clustering",
    ),
    _advice(
        "partner_not_beneficiary",
        INVOLVEMENT,
        (*_INITIATIVE, regime("subsidy_discretion")),
        (did.OBJECTIVES_CONTRACT, NOTHING_2025),
        fr="faire des entreprises porteuses des partenaires qui bâtissent le réseau, non des bénéficiaires",
        en="make the carrying companies partners who build the network, not beneficiaries",
    ),
    _advice(
        "private_progressivity",
        INVOLVEMENT,
        (*RATES, *COSTS_CAPPED),
        (did.PRIVATE_SHARE_FROM_START, did.DEGRESSIVITY_KEPT, did.ONE_YEAR),
        fr="remplacer la dégressivité publique par une part privée qui croît, prévue au départ, négociée par triennat",
        en="replace public degressivity by a private share that grows, foreseen at the start, negotiated by triennium",
    ),
    _advice(
        "companies_evaluate",
        INVOLVEMENT,
        (*_INITIATIVE, *_COMMITTEE),
        NOTHING,
        fr="associer les entreprises dès le départ à l'évaluation des clusters",
        en="have companies take part in the evaluation of clusters from the start",
    ),
    _advice(
        "lighter_animator",
        INVOLVEMENT,
        (regime("admission"), rule("costs.admitted")),
        (did.COSTS_DELEGATED, NOTHING_2025),
        fr="alléger la charge de l'animateur sans le fragiliser : temps partiel, personnel délégué",
        en="lighten the cost of the animator without making the post fragile: part time, staff on secondment",
    ),
    _advice(
        "pooled_running_costs",
        INVOLVEMENT,
        (regime("admission"), rule("costs.admitted")),
        (did.COSTS_DELEGATED, NOTHING_2025),
        fr="mettre en commun animateurs, secrétariat et administration",
        en="pool animators, secretariat and administration",
    ),
)
_ON_FOLLOW_UP = (
    _advice(
        "watch",
        FOLLOW_UP_ADVISED,
        (selection("grounds.criteria"), rule("criteria.reasoned")),
        (did.EVALUATION_OF_POLICY, NOTHING_2025),
        fr="une veille régionale sur les domaines visés, réunie une ou deux fois l'an, pour éclairer les décisions",
        en="a regional watch on the fields aimed at, meeting once or twice a year, to inform decisions",
    ),
    _advice(
        "business_plan",
        FOLLOW_UP_ADVISED,
        (selection("activities.conditions"), selection("grounds.criteria")),
        (did.OBJECTIVES_CONTRACT, NOTHING_2025),
        fr="demander au candidat un business plan du domaine, aux sources publiques et privées dites",
        en="ask applicants for a business plan of the field, with its public and private sources named",
    ),
    _advice(
        "better_strategic_plans",
        FOLLOW_UP_ADVISED,
        (selection("activities.conditions"), regime("conditions")),
        NOTHING,
        fr="aider à faire de meilleurs plans stratégiques en début de triennat",
        en="help to make better strategic plans at the start of a triennium",
    ),
    _advice(
        "strategic_studies",
        FOLLOW_UP_ADVISED,
        (selection("activities.elements"),),
        (did.ECOSYSTEM_MAP, NOTHING_2025),
        fr="soutenir des études stratégiques ou prospectives sur le domaine",
        en="support strategic or forward-looking studies of the field",
    ),
    _advice(
        "training_of_animators",
        FOLLOW_UP_ADVISED,
        (),
        NOTHING,
        fr="former les animateurs à des outils de suivi communs",
        en="train animators in common tools of follow-up",
    ),
    _advice(
        "control_by_results",
        FOLLOW_UP_ADVISED,
        (rule("costs.admitted"), regime("conditions"), rule("conditions.condition")),
        (did.RESULTS_AND_INDICATORS, did.HALF_WAY_EVALUATION, did.NO_HALF_WAY_EVALUATION, did.RESULTS_STILL_REPORTED),
        fr="contrôler moins les pièces et davantage les liens avec les résultats",
        en="check vouchers less and links to results more",
        also=(FOLLOW_UP,),
    ),
    _advice(
        "roles_made_clear",
        FOLLOW_UP_ADVISED,
        (),
        NOTHING,
        fr="clarifier le rôle de chaque agence, et le représenter par un schéma",
        en="make the role of each agency clear, and draw it",
        also=(OTHER_POLICIES,),
    ),
    _advice(
        "steering_with_other_schemes",
        FOLLOW_UP_ADVISED,
        (*_COMMITTEE, selection("committee.seats")),
        (did.POLES_TAKEN_IN, did.ONE_ADMINISTRATION, did.COMMITTEE_ABOLISHED),
        fr="associer au pilotage les responsables des autres dispositifs",
        en="bring those in charge of other schemes into the steering",
        also=(OTHER_POLICIES,),
    ),
)

RECOMMENDATIONS: tuple[Recommendation, ...] = (
    *_IN_THE_ANSWERS,
    *_IN_THE_CONCLUSIONS,
    *_ON_OBJECTIVES,
    *_ON_SUPPORT,
    *_ON_POLES,
    *_ON_INVOLVEMENT,
    *_ON_FOLLOW_UP,
)
