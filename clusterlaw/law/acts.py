"""The acts that the library cites. An identifier that the project has not seen is left out, never composed."""

from datetime import date

from clusterlaw.sources import Act, Citation, Label

DECREE_2007 = Act(
    identifier="decree-2007",
    title=Label(fr="décret du 18 janvier 2007", en="decree of 18 January 2007"),
    adopted_on=date(2007, 1, 18),
    eli="eli/decret/2007/01/18/2007200428",
    numac="2007200428",
)
ORDER_2007 = Act(
    identifier="order-2007",
    title=Label(fr="arrêté du Gouvernement wallon du 16 mai 2007", en="Walloon Government order of 16 May 2007"),
    adopted_on=date(2007, 5, 16),
)
DECREE_2023 = Act(
    identifier="decree-2023",
    title=Label(fr="décret du 6 avril 2023", en="decree of 6 April 2023"),
    adopted_on=date(2023, 4, 6),
)
DECREE_2024 = Act(
    identifier="decree-2024",
    title=Label(fr="décret du 11 avril 2024", en="decree of 11 April 2024"),
    adopted_on=date(2024, 4, 11),
    eli="eli/decret/2024/04/11/2024006419",
    numac="2024006419",
)
PROGRAMME_2025 = Act(
    identifier="decree-programme-2025",
    title=Label(fr="décret-programme du 19 décembre 2025", en="decree-programme of 19 December 2025"),
    adopted_on=date(2025, 12, 19),
)
SPECIAL_LAW_1980 = Act(
    identifier="special-law-1980",
    title=Label(fr="loi spéciale du 8 août 1980", en="special law of 8 August 1980"),
    adopted_on=date(1980, 8, 8),
)
REGULATION_1997 = Act(
    identifier="regulation-1103-97",
    title=Label(fr="règlement (CE) n° 1103/97", en="Regulation (EC) No 1103/97"),
    adopted_on=date(1997, 6, 17),
)

ACTS = (DECREE_2007, ORDER_2007, DECREE_2023, DECREE_2024, PROGRAMME_2025, SPECIAL_LAW_1980, REGULATION_1997)


def in_2007(
    article: str, *, paragraph: str | None = None, subparagraph: int | None = None, item: str | None = None
) -> Citation:
    """Cite the decree of 2007 as first enacted."""
    return Citation(act=DECREE_2007, article=article, paragraph=paragraph, subparagraph=subparagraph, item=item)


def in_2023(article: str, *, subparagraph: int | None = None) -> Citation:
    """Cite the decree of 2007 in the wording of the decree of 6 April 2023."""
    return Citation(act=DECREE_2007, article=article, subparagraph=subparagraph, amended_by=DECREE_2023)


def in_2024(article: str, *, subparagraph: int | None = None, item: str | None = None) -> Citation:
    """Cite the decree of 2007 in the wording of the decree of 11 April 2024."""
    return Citation(act=DECREE_2007, article=article, subparagraph=subparagraph, item=item, amended_by=DECREE_2024)


def in_2025(article: str, *, subparagraph: int | None = None) -> Citation:
    """Cite the decree of 2007 in the wording of the decree-programme of 19 December 2025."""
    return Citation(act=DECREE_2007, article=article, subparagraph=subparagraph, amended_by=PROGRAMME_2025)
