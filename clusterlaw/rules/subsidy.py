"""What the subsidy (subvention) of a year amounts to: art. 3 § 1 al. 2 and 4; since 2024 art. 3 al. 2 and 4.

Plain functions on integer cents. None stands for an amount or a ceiling that nothing bounds.
"""

from clusterlaw.assumptions import SeniorityReading, wrong_reading
from clusterlaw.checks import require_whole
from clusterlaw.money import Euro, RoundingName, rounded
from clusterlaw.regime import Discretion, Indexation, RateBand
from clusterlaw.rule import Rule
from clusterlaw.sources import Cited, Label


def rank_of_year(*, year: int, prior_years: int, years_under_earlier_texts: int, reading: SeniorityReading) -> int:
    """Return the rank of a subsidy year in the percentages (art. 10 al. 2 in 2007; assumption `seniority_after_2024`).

    It is counted from the first subsidy, from the recognition, or from the first year under the texts since 2024.
    Raises TypeError for years that are no whole numbers, ValueError for another reading.
    """
    if type(year) is not int or type(prior_years) is not int or type(years_under_earlier_texts) is not int:
        require_whole(
            "rank_of_year", year=year, prior_years=prior_years, years_under_earlier_texts=years_under_earlier_texts
        )
    rank = year
    if reading == "counts_from_first_subsidy":
        rank += prior_years
    elif reading == "restarts":
        rank -= years_under_earlier_texts
    elif reading != "counts_from_first_recognition":
        raise wrong_reading(reading, "seniority_after_2024", where="rank_of_year: reading")
    return rank


def rate_of_year(
    *,
    year: int,
    prior_years: int,
    years_under_earlier_texts: int,
    reading: SeniorityReading,
    rates: tuple[RateBand, ...],
) -> RateBand:
    """Return the band of percentages of a subsidy year: that of its rank (art. 3 § 1 al. 4; 2024: art. 3 al. 4).

    The rank is that of `rank_of_year` (art. 10 al. 2 in 2007; assumption `seniority_after_2024`).
    Raises ValueError where no band has the rank.
    """
    rank = rank_of_year(
        year=year, prior_years=prior_years, years_under_earlier_texts=years_under_earlier_texts, reading=reading
    )
    for band in rates:
        if band.first_rank <= rank and (band.last_rank is None or rank <= band.last_rank):
            return band
    raise ValueError(f"rate_of_year: no percentage for rank {rank}; ranks start at {rates[0].first_rank} (art. 3)")


def ceiling_of_year(*, year: int, amount_cents: int, by_year: tuple[Euro, ...] | Indexation) -> int:
    """Return the ceiling of a subsidy year, in cents, where it moves from that of year 1 (art. 3; a what-if only).

    The index is compounded from year 1 as an exact fraction and rounded once; amounts are never chained.
    """
    if isinstance(by_year, tuple):
        return by_year[min(year, len(by_year)) - 1].cents
    growth, years = by_year.percentage, year - 1
    return rounded(
        numerator=amount_cents * (growth.denominator + growth.numerator) ** years,
        denominator=growth.denominator**years,
        rounding=by_year.rounding,
    )


def capped(*, cents: int | None, ceiling_cents: int | None) -> int | None:
    """Return the amount, at most the ceiling (plafond), in cents: art. 3 § 1 al. 2 on costs, 2024 al. 2 after."""
    if type(cents) is int:
        if type(ceiling_cents) is int:
            return cents if cents < ceiling_cents else ceiling_cents
        if ceiling_cents is None:
            return cents
    elif cents is None and (ceiling_cents is None or type(ceiling_cents) is int):
        return ceiling_cents
    raise TypeError(f"capped: {cents!r}, {ceiling_cents!r} are not whole cents; give an int, or None for no bound")


def percentage_of(*, cents: int | None, band: RateBand, rounding: RoundingName) -> int | None:
    """Return the percentage of the costs, rounded once to whole cents (art. 3 § 1 al. 4; assumption `rounding`).

    0 % of costs that nothing bounds is nothing all the same.
    """
    if cents is not None and type(cents) is not int:
        require_whole("percentage_of", cents=cents)
    percentage = band.percentage
    if cents is None:
        return None if percentage.numerator else 0
    return rounded(numerator=cents * percentage.numerator, denominator=percentage.denominator, rounding=rounding)


def discretion(*, grant: Cited[Discretion]) -> Discretion:
    """Return what the text lets the Government do: "may grant" is never "granted" (art. 3 § 1 al. 1; 2024: al. 1)."""
    return grant.value


RATE_OF_YEAR = Rule(
    identifier="subsidy.rate_of_year",
    label=Label(fr="pourcentage de l'année", en="percentage of the year"),
    function=rate_of_year,
    parameters=("year", "prior_years", "years_under_earlier_texts", "reading", "rates"),
    reads="rates",
)
RANK_OF_YEAR = Rule(
    identifier="subsidy.rank_of_year",
    label=Label(fr="rang de l'année", en="rank of the year"),
    function=rank_of_year,
    parameters=("year", "prior_years", "years_under_earlier_texts", "reading"),
    reads="seniority",
)
CEILING_OF_YEAR = Rule(
    identifier="subsidy.ceiling_of_year",
    label=Label(fr="plafond de l'année", en="ceiling of the year"),
    function=ceiling_of_year,
    parameters=("year", "amount_cents", "by_year"),
    reads="ceiling",
)
CAP_COSTS = Rule(
    identifier="subsidy.cap_costs",
    label=Label(fr="plafonnement des coûts admis", en="ceiling on the admitted costs"),
    function=capped,
    parameters=("cents", "ceiling_cents"),
    reads="ceiling",
)
APPLY_PERCENTAGE = Rule(
    identifier="subsidy.apply_percentage",
    label=Label(fr="application du pourcentage", en="application of the percentage"),
    function=percentage_of,
    parameters=("cents", "band", "rounding"),
    reads="rates",
)
CAP_SUBSIDY = Rule(
    identifier="subsidy.cap_subsidy",
    label=Label(fr="plafonnement de la subvention", en="ceiling on the subsidy"),
    function=capped,
    parameters=("cents", "ceiling_cents"),
    reads="ceiling",
)
DISCRETION = Rule(
    identifier="subsidy.discretion",
    label=Label(fr="pouvoir du Gouvernement", en="the Government's discretion"),
    function=discretion,
    parameters=("grant",),
    reads="subsidy_discretion",
)
OPERATIONS = {"cap_costs": CAP_COSTS, "apply_percentage": APPLY_PERCENTAGE, "cap_subsidy": CAP_SUBSIDY}
RULES = (RATE_OF_YEAR, RANK_OF_YEAR, CEILING_OF_YEAR, CAP_COSTS, APPLY_PERCENTAGE, CAP_SUBSIDY, DISCRETION)
