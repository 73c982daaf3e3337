"""The same nine years in clusterlaw: a dossier of which everything is stated, so that its path is determined."""

from datetime import date

from clusterlaw import Cluster, CostLine, Dossier, Euro, Renewal, YearFacts


def determined_dossier(first_year: int, admitted_cents: list[int]) -> Dossier:
    """A cluster recognised on 1 July of `first_year`, with one line of admitted costs in each subsidy year."""
    return Dossier(
        cluster=Cluster(name="Benchmark", legal_form="asbl"),
        recognised_on=date(first_year, 7, 1),
        prior_subsidy_years=0,
        renewals=(
            Renewal(starts_on=date(first_year + 3, 7, 1), new_action_plan=True, new_objectives=True),
            Renewal(starts_on=date(first_year + 6, 7, 1), favourable_evolution=True),
        ),
        years=tuple(YearFacts(costs=(_line(cents),)) for cents in admitted_cents),
    )


def _line(cents: int) -> CostLine:
    return CostLine(
        nature="structure",
        purpose="daily_operation",
        amount=Euro.from_cents(cents),
        other_public_funding=Euro(0),
        admissible=True,
    )
