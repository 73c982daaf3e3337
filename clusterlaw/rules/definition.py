"""What a cluster is (art. 1): members, initiative, fields, clauses of an association de fait; and what is appraised.

The legal form is a condition of the regime: `rules.conditions`.
"""

from clusterlaw.application import Appraisal, Member
from clusterlaw.dossier import LegalForm
from clusterlaw.rule import Rule
from clusterlaw.selection import MemberKind
from clusterlaw.sources import Label


def members_named(*, members: tuple[Member, ...] | None, permitted: tuple[MemberKind, ...]) -> bool | None:
    """Decide whether every member is of a kind that the text names (art. 1 al. 1).

    None: members not stated, or of a kind of which the text says nothing (open question `members_not_named`).
    """
    if members is None or any(member.kind not in permitted for member in members):
        return None
    return True


def weights(*, member: Member, initiators: MemberKind) -> tuple[int, int]:
    """Return the least and the greatest that a member adds to the majority: 1 for an initiator, -1 for another founder.

    0: it is no founder. The two differ where it is not stated whether it founded or is active in the Walloon Region.
    """
    if member.founder is False:
        return 0, 0
    initiates = member.active_in_wallonia if member.kind == initiators else False
    least, greatest = (1 if initiates else -1), (-1 if initiates is False else 1)
    return (least, greatest) if member.founder else (min(least, 0), max(greatest, 0))


def majority_of_initiative(*, members: tuple[Member, ...] | None, initiators: MemberKind) -> bool | None:
    """Decide whether most of the founders are companies active in the Walloon Region (art. 1 al. 1).

    Assumption `initiative_majority`: more than half of the founders, each counting for one. None: facts are missing.
    """
    if members is None:
        return None
    found = [weights(member=member, initiators=initiators) for member in members]
    if sum(least for least, _ in found) > 0:
        return True
    return None if sum(greatest for _, greatest in found) > 0 else False


def field_stated(*, fields: tuple[str, ...] | None) -> bool | None:
    """Decide whether there is a field of activity (domaine d'activités) to be representative of (art. 1 al. 1 1°)."""
    return None if fields is None else bool(fields)


def clauses_agreed(*, form: LegalForm | None, clauses_of: str | None, clauses: bool | None) -> bool | None:
    """Decide whether the agreement of an association de fait has the Government's minimum clauses (art. 1 al. 2).

    The clauses are delegated: the caller states whether they are there. Other forms need none. None: not stated.
    """
    if clauses or clauses_of is None or (form is not None and form != clauses_of):
        return True
    return clauses if form == clauses_of else None


def appraised(*, appraisal: Appraisal | None) -> bool | None:
    """Return what was found of a point that the law leaves to judgement (arts 1 and 2). None: nothing was stated."""
    return None if appraisal is None else appraisal.met


MEMBERS_NAMED = Rule(
    identifier="definition.members_named",
    label=Label(fr="membres nommés par le texte", en="members that the text names"),
    function=members_named,
    parameters=("members", "permitted"),
    reads="definition",
)
MAJORITY_OF_INITIATIVE = Rule(
    identifier="definition.majority_of_initiative",
    label=Label(
        fr="initiative majoritaire d'entreprises actives en Wallonie",
        en="initiative mainly of companies active in Wallonia",
    ),
    function=majority_of_initiative,
    parameters=("members", "initiators"),
    reads="definition",
)
FIELD_STATED = Rule(
    identifier="definition.field_stated",
    label=Label(fr="domaine d'activités", en="field of activity"),
    function=field_stated,
    parameters=("fields",),
    reads="definition",
)
CLAUSES_AGREED = Rule(
    identifier="definition.clauses_agreed",
    label=Label(
        fr="clauses minimales de la convention d'association", en="minimum clauses of the agreement of association"
    ),
    function=clauses_agreed,
    parameters=("form", "clauses_of", "clauses"),
    reads="definition",
)
APPRAISED = Rule(
    identifier="definition.appraised",
    label=Label(fr="point laissé à l'appréciation", en="point left to judgement"),
    function=appraised,
    parameters=("appraisal",),
    reads="definition",
)
RULES = (MEMBERS_NAMED, MAJORITY_OF_INITIATIVE, FIELD_STATED, CLAUSES_AGREED, APPRAISED)
