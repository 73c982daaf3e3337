"""The evaluation of the policy of 2011 (art. 9), as far as the library refers to it. It is no law."""

from clusterlaw.sources import Label, Language
from clusterlaw.values import frozen

TITLE = Label(fr="évaluation de la politique de clustering, octobre 2011", en="evaluation of the policy, October 2011")


@frozen(kw_only=True)
class Section:
    """A section of the evaluation: its number as printed, which repeats in the document, and what it is about."""

    number: str
    title: Label

    def text(self, language: Language) -> str:
        """Return the reference as a reader of the language writes it."""
        return f"{TITLE.text(language)}, § {self.number} ({self.title.text(language)})"


ACTION_AXES = Section(
    number="1.2",
    title=Label(fr="structuration des actions en six axes", en="structuring of the actions in six axes"),
)
FINANCING = Section(
    number="1.4",
    title=Label(
        fr="La dégressivité du financement a-t-elle incité les clusters à diversifier leurs sources ?",
        en="Has the degressivity of the funding led the clusters to diversify their sources?",
    ),
)
