"""Writes a legal value as HTML in a page's language: its words, its citation, the badge of its basis."""

import re
from dataclasses import dataclass
from html import escape

from mkdocs.exceptions import PluginError

from clusterlaw.explanation import amount_text
from clusterlaw.money import Euro
from clusterlaw.sources import Basis, Citation, Label, Language, Source

BASES = {
    Basis.TEXT: (
        Label(fr="texte", en="text"),
        Label(fr="dans l'acte lui-même, à l'article cité", en="in the act itself, at the article cited"),
    ),
    Basis.OFFICIAL: (
        Label(fr="source officielle", en="official source"),
        Label(
            fr="site officiel ou réponse d'un ministre au Parlement ; sans doute un arrêté que le projet n'a pas",
            en="official site or a Minister's answer in Parliament; presumably an order that the project does not have",
        ),
    ),
    Basis.EVALUATION: (
        Label(fr="évaluation", en="evaluation"),
        Label(
            fr="constat de l'évaluation de la politique ; pas du droit",
            en="stated by the evaluation of the policy; not law",
        ),
    ),
    Basis.ASSUMPTION: (
        Label(fr="hypothèse", en="assumption"),
        Label(
            fr="notre lecture où le texte est muet ou ouvert ; nommée, et remplaçable par qui calcule",
            en="our reading where the text is silent or open; named, and replaceable by the caller",
        ),
    ),
    Basis.PROPOSAL: (
        Label(fr="proposition", en="proposal"),
        Label(fr="recommandée par l'évaluation ; jamais du droit", en="recommended by the evaluation; never law"),
    ),
    Basis.DELEGATED: (
        Label(fr="délégué", en="delegated"),
        Label(
            fr="laissé au Gouvernement par un arrêté que le projet n'a pas : à fournir, sinon rien n'est déterminé",
            en="left to the Government in an order that the project does not have: supplied, or else undetermined",
        ),
    ),
    Basis.INFERRED: (
        Label(fr="déduit", en="inferred"),
        Label(fr="lien que nous traçons entre deux sources", en="a link that we draw between two sources"),
    ),
    Basis.REFORM: (
        Label(fr="et si", en="what if"),
        Label(
            fr="changement mis à l'essai par qui calcule ; le droit de personne",
            en="a change that the caller tries out; nobody's law",
        ),
    ),
}

WORDS = {
    "may_recognise": Label(fr="le Gouvernement peut reconnaître", en="the Government may recognise"),
    "may_grant": Label(fr="le Gouvernement peut octroyer", en="the Government may grant"),
    "grants_within_budget": Label(
        fr="le Gouvernement octroie, dans les limites budgétaires disponibles",
        en="the Government grants, within the available budget",
    ),
    "subsidy": Label(fr="la subvention tombe", en="the subsidy falls"),
    "recognition_and_subsidy": Label(
        fr="la reconnaissance tombe, et la subvention avec elle", en="the recognition falls, and the subsidy with it"
    ),
    "cap_costs": Label(fr="plafonner les coûts admis", en="cap the admitted costs"),
    "apply_percentage": Label(fr="appliquer le pourcentage", en="apply the percentage"),
    "cap_subsidy": Label(fr="plafonner la subvention", en="cap the subsidy"),
    "structure": Label(fr="coûts de structure", en="structure costs"),
    "organisation": Label(fr="coûts d'organisation", en="organisation costs"),
    "set_up": Label(fr="mise en place", en="set-up"),
    "daily_operation": Label(fr="fonctionnement journalier", en="daily operation"),
    "development": Label(fr="développement", en="development"),
    "association_de_fait": Label(fr="association de fait", en="association de fait"),
    "asbl": Label(fr="ASBL", en="ASBL"),
    "gie": Label(fr="GIE", en="GIE"),
    "geie": Label(fr="GEIE", en="GEIE"),
}


def anchor(heading: Label) -> str:
    """Return the id of a cited section: its numbers repeat, what it is about does not."""
    return re.sub(r"\W+", "-", heading.en.lower()).strip("-")


@dataclass(frozen=True)
class Writer:
    """Writes HTML in a page's language; the addresses of other pages lead there from the page."""

    language: Language
    assumptions_url: str
    rules_url: str
    evaluation_url: str

    def say(self, fr: str, en: str) -> str:
        """Return the words of the page's language, escaped."""
        return self.label(Label(fr=fr, en=en))

    def label(self, label: Label) -> str:
        """Return a label, escaped, with no-break spaces where a line may not end."""
        text = escape(label.text(self.language), quote=False)
        if self.language == "en":
            return text
        return re.sub(r" ([:;?!»%])", "\u00a0\\1", text).replace("« ", "«\u00a0")

    def word(self, name: str) -> str:
        """Return what an identifier of the law's data says in words. Raises PluginError for an unknown one."""
        if name not in WORDS:
            raise PluginError(f"docs/hooks.py: no words for {name!r}; add it to WORDS in French and English")
        return self.label(WORDS[name])

    def amount(self, euros: Euro) -> str:
        """Return an amount without its cents where it has none."""
        text = re.sub(r"[.,]00\b", "", amount_text(euros, self.language))
        return text.replace(" ", "\u00a0")

    def badge(self, basis: Basis) -> str:
        """Return the badge of a basis, its meaning as a tooltip."""
        name, meaning = (self.label(label) for label in BASES[basis])
        return f'<span class="basis basis-{basis.value}" title="{escape(meaning)}">{name}</span>'

    def citation(self, citation: Citation) -> str:
        """Return a citation that leads to its act, with the acts' ELI as a tooltip; or to a section cited."""
        if citation.heading is not None:
            return self.section(citation, citation.heading)
        acts = [citation.act, *([citation.amended_by] if citation.amended_by else [])]
        known = "; ".join(f"{act.title.text(self.language)}: {act.eli}" for act in acts if act.eli)
        title = f' title="{escape(known)}"' if known else ""
        place = escape(citation.text(self.language), quote=False)
        text = re.sub(r"(?<=\bart\.) |(?<=§) |(?<=\bal\.) ", "\u00a0", place)
        return f'<a href="{self.rules_url}#{citation.act.identifier}"{title}>{text}</a>'

    def section(self, citation: Citation, heading: Label) -> str:
        """Return a section that leads to its line; on the page of its document the title is the tooltip."""
        title, whole = citation.act.title.text(self.language), citation.text(self.language)
        place = whole.removeprefix(f"{title}, ") if self.evaluation_url == "./" else whole
        text = re.sub(r"(?<=§) ", "\u00a0", escape(place, quote=False))
        return f'<a href="{self.evaluation_url}#{anchor(heading)}" title="{escape(title)}">{text}</a>'

    def reading(self, name: str) -> str:
        """Return the name of an assumption or open question, leading to its description."""
        return f'<a href="{self.assumptions_url}#{name}"><code>{name}</code></a>'

    def source(self, source: Source, *names: str | None) -> str:
        """Return the citation and badge of a legal value, and the assumptions or questions that it rests on."""
        named = [
            name for name in (getattr(source, "assumption", None), *names, *getattr(source, "questions", ())) if name
        ]
        links = "".join(f" {self.reading(name)}" for name in dict.fromkeys(named))
        places = "; ".join(self.citation(each) for each in (source.citation, *getattr(source, "also", ())))
        return f'<span class="source">{places} {self.badge(source.basis)}{links}</span>'

    def value(self, text: str, source: Source, *names: str | None) -> str:
        """Return a value with its source below it."""
        return f'<span class="value">{text}</span>{self.source(source, *names)}'

    def years(self, number: int) -> str:
        """Return a length in years."""
        return self.say(f"{number} an{'s' if number > 1 else ''}", f"{number} year{'s' if number > 1 else ''}")
