"""What is wrong with the facts that were given: every problem at once, each with its place, its rule and a remedy."""

from attrs import evolve

from clusterlaw.sources import Label, Language
from clusterlaw.values import frozen


@frozen(kw_only=True)
class Problem:
    """One thing that is wrong: the path of the field, what is wrong, the rule that asks for it, and what to do."""

    path: str
    what: Label
    rule: str
    remedy: Label

    def text(self, language: Language) -> str:
        """Return the problem as one line."""
        place = self.path or ("le document" if language == "fr" else "the document")
        return f"{place}: {self.what.text(language)} ({self.rule}); {self.remedy.text(language)}"

    def under(self, prefix: str) -> "Problem":
        """Return the same problem, its path placed under `prefix`."""
        separator = "." if prefix and self.path and not self.path.startswith("[") else ""
        return evolve(self, path=f"{prefix}{separator}{self.path}")


class FactError(ValueError):
    """Facts that contradict each other, the law or the format; `problems` holds all of them."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return self.text("en")

    def text(self, language: Language) -> str:
        """Return every problem, one a line."""
        return "\n".join(problem.text(language) for problem in self.problems)
