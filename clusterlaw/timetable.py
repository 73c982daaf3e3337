"""The deadlines and rhythms of a version of the law as a value, each with its citation and its basis.

Nothing here computes; `law.timetables` fills these parts, `rules.timetable` reads them.
"""

from datetime import date
from typing import Literal

from clusterlaw.periods import Period
from clusterlaw.sources import Basis, Citation, Cited, Label
from clusterlaw.values import frozen

EvaluatedCluster = Literal["subsidised", "recognised"]


@frozen(kw_only=True)
class Timetable:
    """What a version of the decree fixes in time beside the lengths of its periods, by the identifier of its regime.

    - `global_evaluation_months`: how many last months of a period the global evaluation (évaluation globale) falls in;
      None: not seen. `global_evaluation_of`: which clusters it is for.
    - `half_way_evaluation`: whether a cluster is evaluated at half of its period; the day is left to the Government.
    - `policy_evaluation_years`, `policy_evaluation_from`: the rhythm of the evaluation of the policy, and its origin.
    - `parliament_report`: whether the Government reports every year to Parliament; the text fixes no day. `informed`
      is who is told of it.
    - `pilot_request_months`: within how many months of the entry into force a pilot cluster asks for recognition to
      keep its earlier subsidy; None: no such rule.
    - `personal_data_years`, `personal_data_budget_years`: how long personal data are kept after the recognition, and
      after the closing of the budget year; None: no such rule.
    - `control_loss`: whether refusing control loses the subsidy as of right.
    - `members_counted`: whether members are counted on the first day of the month of a request.
    """

    identifier: str
    global_evaluation_months: Cited[int | None]
    global_evaluation_of: Cited[EvaluatedCluster]
    half_way_evaluation: Cited[bool]
    policy_evaluation_years: Cited[int]
    policy_evaluation_from: Cited[date]
    parliament_report: Cited[bool]
    informed: Cited[Label]
    pilot_request_months: Cited[int | None]
    personal_data_years: Cited[int | None]
    personal_data_budget_years: Cited[int | None]
    control_loss: Cited[bool]
    members_counted: Cited[bool]


@frozen(kw_only=True)
class PolicyEvaluation:
    """An evaluation of the policy (évaluation de la politique) that the project knows of: when it was finished.

    `finished` are the days within which it was, as precisely as its `source` says; `answers` is the day of the rhythm
    of art. 9 that it answers, which is our link; `citation` the provision under which it says that it was held.
    """

    label: Label
    source: Label
    finished: Period
    answers: Cited[date]
    citation: Citation
    basis: Basis = Basis.EVALUATION
