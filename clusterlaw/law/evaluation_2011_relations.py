"""The relations that the evaluation of 2011 states, in words of our own. It is no law."""

from clusterlaw.evaluation import (
    Agency,
    Devotion,
    GreenCluster,
    Objective,
    PolePosition,
    SupportKind,
)
from clusterlaw.law.evaluation_2011_links import entries
from clusterlaw.law.evaluation_2011_sections import (
    GREEN_CLUSTERS,
    OBJECTIVES,
    OTHER_POLICIES,
    POLES,
    SUPPORT,
    TECHNOLOGIES_NOTE,
    WITH_POLES,
)
from clusterlaw.sources import Basis, Label

NETWORKING = Objective(
    number=1,
    name="networking",
    label=Label(
        fr="réseau, connaissance des autres et du domaine", en="network, knowledge of each other and of the field"
    ),
    support=Label(
        fr="faire naître, pour un temps, des groupements volontaires autour d'un domaine",
        en="bring about, for a time, voluntary groupings around a field",
    ),
    applies=entries(
        OBJECTIVES,
        ("young_network", "réseau encore peu mûr", "network still young"),
        basis=Basis.INFERRED,
    ),
    citation=OBJECTIVES,
)
POSITIONING = Objective(
    number=2,
    name="positioning",
    label=Label(fr="place de la Wallonie dans des domaines clés", en="Wallonia's place in key fields"),
    support=Label(fr="faire naître des plateformes de projets", en="bring about platforms of projects"),
    applies=entries(
        OBJECTIVES,
        (
            "below_the_size_of_a_pole",
            "domaine porteur, pas (encore) assez compétitif pour un pôle",
            "promising field, not (yet) competitive enough for a pole",
        ),
        (
            "losing_competitiveness",
            "domaine qui perd en compétitivité : technologie, géopolitique ou autre",
            "field that loses competitiveness: technology, geopolitics or other",
        ),
        basis=Basis.PROPOSAL,
    ),
    citation=OBJECTIVES,
)
OBJECTIVES_BY_MATURITY = (NETWORKING, POSITIONING)

ANIMATION = SupportKind(
    number=1,
    name="animation",
    objective="networking",
    label=Label(fr="animation : amorcer le réseau", en="animation: starting the network"),
    terms=entries(
        SUPPORT,
        ("limited_in_time", "un ou deux cycles de trois ans", "one or two cycles of three years"),
        ("private_initiative", "initiative privée, regroupement volontaire", "private initiative, voluntary grouping"),
        ("bottom_up", "candidatures venues de la base", "applications from the bottom up"),
        ("animation_only", "paie l'animation qui relie", "pays for the animation that links up"),
        basis=Basis.PROPOSAL,
    ),
    citation=SUPPORT,
)
PROJECTS = SupportKind(
    number=2,
    name="projects",
    objective="positioning",
    label=Label(fr="projets : chercher des thèmes et les porter", en="projects: finding themes and carrying them"),
    terms=entries(
        SUPPORT,
        ("calls", "réponses aux appels à projets", "answers to calls for projects"),
        ("mixed_funding", "financement mixte", "mixed funding"),
        (
            "companies_in_kind",
            "apport des entreprises : logistique, technique, gestion",
            "companies bring logistics, technique, management",
        ),
        (
            "region_completes",
            "la Région complète le budget de la plateforme",
            "the Region completes the platform's budget",
        ),
        ("at_most_half", "au plus la moitié", "at most half"),
        ("business_plan", "sur un business plan", "on a business plan"),
        (
            "better_rate",
            "projets payés par les entreprises, avec une aide meilleure",
            "projects paid by the companies, with better aid",
        ),
        basis=Basis.PROPOSAL,
    ),
    citation=SUPPORT,
)
SUPPORTS = (ANIMATION, PROJECTS)

POLE_POSITIONS = (
    PolePosition(
        name="integrated_or_origin",
        label=Label(fr="intégré dans un pôle, ou à son origine", en="integrated in a pole, or its origin"),
        roles=entries(
            POLES,
            ("integrated", "intégré dans le pôle", "integrated in the pole"),
            ("origin", "à l'origine du pôle", "origin of the pole"),
        ),
        fit=Label(
            fr="le cluster a rejoint le pôle, ou l'a fait naître", en="the cluster joined the pole, or gave rise to it"
        ),
        citation=POLES,
    ),
    PolePosition(
        name="on_strategic_axis",
        label=Label(
            fr="sur l'axe stratégique d'un pôle, ou sur plusieurs", en="on a strategic axis of a pole, or on several"
        ),
        roles=entries(
            POLES, ("networking", "met en réseau pour le pôle aussi", "networks for the pole too"), basis=Basis.INFERRED
        ),
        fit=Label(
            fr="se rapprocher est cohérent : articuler les activités des deux",
            en="drawing closer makes sense: fit the activities of both together",
        ),
        citation=POLES,
        also=(WITH_POLES,),
    ),
    PolePosition(
        name="upstream_or_downstream",
        label=Label(fr="en amont ou en aval du domaine d'un pôle", en="upstream or downstream of a pole's field"),
        roles=entries(
            POLES,
            ("pool_of_ideas", "réserve d'idées", "pool of ideas"),
            ("facilitator_upstream", "facilitateur avant les projets", "facilitator before the projects"),
            (
                "developer_and_tester_downstream",
                "développe et essaie ce qui sort des projets",
                "develops and tests what comes of the projects",
            ),
        ),
        fit=Label(
            fr="le pôle s'appuie sur le cluster, par des relations bilatérales où chacun gagne",
            en="the pole leans on the cluster, by bilateral relations in which both gain",
        ),
        citation=POLES,
        also=(WITH_POLES,),
    ),
    PolePosition(
        name="transversal",
        label=Label(
            fr="transversal aux domaines des pôles : technologie ou domaine",
            en="across the fields of the poles: technology or field",
        ),
        roles=entries(
            POLES, ("partner_on_projects", "partenaire sur des projets déterminés", "partner on particular projects")
        ),
        fit=Label(fr="liens par projets, comme entre deux pôles", en="links by projects, as between two poles"),
        citation=POLES,
    ),
    PolePosition(
        name="key_enabling_technologies",
        label=Label(
            fr="technologies clés génériques (Commission européenne, COM(2009) 512)",
            en="key enabling technologies (European Commission, COM(2009) 512)",
        ),
        roles=entries(
            WITH_POLES,
            ("cluster", "objet d'un cluster", "subject of a cluster"),
            ("interpole_platform", "objet de plateformes entre pôles", "subject of platforms between poles"),
            basis=Basis.PROPOSAL,
        ),
        fit=Label(
            fr="domaine attractif, pas encore assez compétitif pour un pôle",
            en="attractive field, not yet competitive enough for a pole",
        ),
        citation=WITH_POLES,
        also=(TECHNOLOGIES_NOTE,),
        basis=Basis.PROPOSAL,
    ),
)


def _agencies(devotion: Devotion, *names: str) -> tuple[Agency, ...]:
    return tuple(Agency(name=name, devotion=devotion, citation=OTHER_POLICIES) for name in names)


# Both lists of the document are open: it names these and others that it leaves out.
AGENCIES = (
    *_agencies("wholly", "DGO6", "ASE", "AST", "AWEX"),
    *_agencies("partly", "FOREM", "IFAPME", "DGO3", "DGO4"),
)


def _green(name: str, *, in_opinion: bool, fr: str, en: str, basis: Basis = Basis.EVALUATION) -> GreenCluster:
    return GreenCluster(
        name=name, in_opinion=in_opinion, label=Label(fr=fr, en=en), citation=GREEN_CLUSTERS, basis=basis
    )


GREEN = (
    _green(
        "CAP 2020",
        in_opinion=True,
        fr="constructeurs, architectes, producteurs de matériaux",
        en="builders, architects, producers of materials",
    ),
    _green(
        "Eco-Construction",
        in_opinion=False,
        fr="créneau presque identique à celui de CAP 2020 ; non renouvelé",
        en="niche nearly identical to that of CAP 2020; not renewed",
    ),
    _green(
        "Déchets solides",
        in_opinion=True,
        fr="sans doute VAL+, nom que l'avis emploie",
        en="presumably VAL+, the name that the opinion uses",
        basis=Basis.INFERRED,
    ),
    _green(
        "TWEED",
        in_opinion=True,
        fr="vise par exemple les réseaux de chaleur",
        en="aims for example at heat networks",
    ),
)
