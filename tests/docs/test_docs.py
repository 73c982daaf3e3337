"""The site builds without a warning, says what the law says in both languages, and loads nothing from elsewhere."""

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import pytest

from clusterlaw.calendar_interchange import read_life
from clusterlaw.catalogue import (
    ACTS,
    DELEGATED,
    EVALUATION_2011,
    LIFECYCLES,
    NAMED_ASSUMPTIONS,
    OPEN_QUESTIONS,
    REGIMES,
    SECTIONS,
    SELECTIONS,
    TIMETABLES,
    legal_values,
)
from clusterlaw.law.lifecycles import EVENTS
from clusterlaw.sources import Language

for module in ("mkdocs", "material"):
    pytest.importorskip(module, reason="the docs group is absent: uv run --group docs pytest")

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
FOLDERS: dict[Language, str] = {"fr": "", "en": "en/"}
LANGUAGES = tuple(FOLDERS)
SOURCES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))

# Written by hand from the texts: a value, the provision that states it, what it rests on.
RULES: dict[Language, tuple[str, ...]] = {
    "fr": (
        "01/07/2007 arrêté du Gouvernement wallon du 16 mai 2007, art. 12 source officielle",
        "01/07/2024 décret du 11 avril 2024, art. 23 texte",
        "3 ans décret du 18 janvier 2007, art. 2, al. 1er texte",
        "4 ans décret du 18 janvier 2007, art. 2, al. 1er (modifié en 2024) texte",
        "1 an décret du 18 janvier 2007, art. 2, al. 1er (modifié en 2025) texte",
        "1 an décret du 18 janvier 2007, art. 3, al. 1er (modifié en 2025) hypothèse subsidy_length_2025",
        "le Gouvernement peut octroyer décret du 18 janvier 2007, art. 3, § 1er, al. 1er texte",
        "le Gouvernement octroie, dans les limites budgétaires disponibles décret du 18 janvier 2007, art. 3",
        "années 1 à 3 : 100 % décret du 18 janvier 2007, art. 3, § 1er, al. 4, 1° texte",
        "années 4 à 6 : 80 % décret du 18 janvier 2007, art. 3, § 1er, al. 4, 2° texte",
        "année 7 et suivantes : 50 % décret du 18 janvier 2007, art. 3, § 1er, al. 4, 3° texte",
        "années 1 à 4 : 90 % décret du 18 janvier 2007, art. 3, al. 4, 1° (modifié en 2024) texte",
        "années 5 à 8 : 75 % décret du 18 janvier 2007, art. 3, al. 4, 2° (modifié en 2024) texte",
        "année 9 et suivantes : 60 % décret du 18 janvier 2007, art. 3, al. 4, 3° (modifié en 2024) texte",
        "160 000 EUR par année, sur les coûts admis décret du 18 janvier 2007, art. 3, § 1er, al. 2 texte",
        "fixé par le Gouvernement, sur la subvention décret du 18 janvier 2007, art. 3, al. 2 (modifié en 2024) délégué",  # noqa: E501
        "plafonner les coûts admis appliquer le pourcentage décret du 18 janvier 2007, art. 3, § 1er",
        "appliquer le pourcentage plafonner la subvention décret du 18 janvier 2007, art. 3",
        "nouveau plan d'actions (en période 2) décret du 18 janvier 2007, art. 3, § 1er, al. 5 texte",
        "évolution favorable du domaine d'activité (au-delà de l'année 6) décret du 18 janvier 2007, art. 3, § 1er",
        "ASBL ; question ouverte : GIE, GEIE décret du 18 janvier 2007, art. 1er, al. 3 (modifié en 2023) texte",
        "au plus tard 4 mois avant le terme décret du 18 janvier 2007, art. 6, al. 1er source officielle",
        "catégorie 1 : moins de 100 entreprises membres en ordre d'une cotisation annuelle d'au moins 250 EUR "
        "décret du 18 janvier 2007, art. 3, al. 3, 1° (modifié en 2024) texte",
        "au plus 24 000 EUR décret du 18 janvier 2007, art. 3, § 2, al. 2 texte",
        "abrogée décret du 11 avril 2024, art. 4 texte",
        "décret du 11 avril 2024 11/04/2024 eli/decret/2024/04/11/2024006419 2024006419",
    ),
    "en": (
        "2007-07-01 Walloon Government order of 16 May 2007, art. 12 official source",
        "3 years decree of 18 January 2007, art. 2 al. 1 text",
        "4 years decree of 18 January 2007, art. 2 al. 1 (as amended in 2024) text",
        "1 year decree of 18 January 2007, art. 2 al. 1 (as amended in 2025) text",
        "the Government may grant decree of 18 January 2007, art. 3 § 1 al. 1 text",
        "years 1 to 3: 100% decree of 18 January 2007, art. 3 § 1 al. 4 1° text",
        "years 4 to 6: 80% decree of 18 January 2007, art. 3 § 1 al. 4 2° text",
        "year 7 onwards: 50% decree of 18 January 2007, art. 3 § 1 al. 4 3° text",
        "years 1 to 4: 90% decree of 18 January 2007, art. 3 al. 4 1° (as amended in 2024) text",
        "years 5 to 8: 75% decree of 18 January 2007, art. 3 al. 4 2° (as amended in 2024) text",
        "year 9 onwards: 60% decree of 18 January 2007, art. 3 al. 4 3° (as amended in 2024) text",
        "EUR 160,000 a year, on the admitted costs decree of 18 January 2007, art. 3 § 1 al. 2 text",
        "set by the Government, on the subsidy decree of 18 January 2007, art. 3 al. 2 (as amended in 2024) delegated",
        "at the latest 4 months before the end decree of 18 January 2007, art. 6 al. 1 official source",
        "category 2: at least 100 member companies in order with a yearly fee of at least EUR 250 "
        "decree of 18 January 2007, art. 3 al. 3 2° (as amended in 2024) text",
        "at most EUR 24,000 decree of 18 January 2007, art. 3 § 2 al. 2 text",
        "decree of 18 January 2007 2007-01-18 eli/decret/2007/01/18/2007200428 2007200428",
    ),
}
SELECTION: dict[Language, tuple[str, ...]] = {
    "fr": (
        "entreprise, université, centre de recherche, centre de formation décret du 18 janvier 2007, art. 1er, al. 1er "
        "texte members_not_named",
        "vision commune du développement décret du 18 janvier 2007, art. 1er, al. 1er, 4° texte",
        "échanges entre clusters décret du 18 janvier 2007, art. 2, al. 1er, 5° texte",
        "question ouverte décret du 18 janvier 2007, art. 2, al. 1er (modifié en 2024) texte commitment_2024",
        "contrat d'objectifs décret du 18 janvier 2007, art. 2, al. 1er (modifié en 2025) texte",
        "complémentarité avec les autres clusters et les pôles décret du 18 janvier 2007, art. 5, al. 1er, 10° texte",
        "décret du 18 janvier 2007, art. 5, al. 1er, 11° (modifié en 2024) texte",
        "décret du 18 janvier 2007, art. 5, al. 2, 3° texte",
        "décret du 18 janvier 2007, art. 5, al. 3, 5° texte",
        "abrogé décret-programme du 19 décembre 2025, art. 6 texte",
        "3 membres sur 7 votent décret du 18 janvier 2007, art. 4, al. 4 texte",
        "5 membres sur 9 votent décret du 18 janvier 2007, art. 4, al. 4 (modifié en 2024) texte",
        "au moins 2 par an décret du 18 janvier 2007, art. 4, al. 5 texte",
        "au moins 1 par an décret du 18 janvier 2007, art. 4, al. 5 (modifié en 2024) texte",
        "5 ans décret du 18 janvier 2007, art. 4, al. 6 texte",
    ),
    "en": (
        "exchange between clusters decree of 18 January 2007, art. 2 al. 1 5° text",
        "is enough decree of 18 January 2007, art. 2 al. 1 text",
        "contribution to the ecosystem's economy and to competitiveness decree of 18 January 2007, art. 1 al. 1 4°",
        "3 of 7 members vote decree of 18 January 2007, art. 4 al. 4 text",
        "5 of 9 members vote decree of 18 January 2007, art. 4 al. 4 (as amended in 2024) text",
        "abolished decree-programme of 19 December 2025, art. 6 text",
    ),
}
CALENDAR: dict[Language, tuple[str, ...]] = {
    "fr": (
        "dans les 6 derniers mois de chaque période décret du 18 janvier 2007, art. 8 texte",
        "dans les 6 derniers mois de chaque période décret du 18 janvier 2007, art. 8, al. 2 (modifié en 2024) texte",
        "disposition non vue décret-programme du 19 décembre 2025, art. 7 texte global_evaluation_2025",
        "tous les 3 ans à dater du 01/07/2007 décret du 18 janvier 2007, art. 9 texte",
        "tous les 4 ans à dater du 01/07/2024 décret du 18 janvier 2007, art. 9 (modifié en 2024) texte",
        "au moins 2 par an décret du 18 janvier 2007, art. 4, al. 5 texte",
        "mandats de 5 ans décret du 18 janvier 2007, art. 4, al. 6 texte",
        "demande dans les 3 mois de l'entrée en vigueur décret du 18 janvier 2007, art. 10, al. 1er texte",
        "10 ans depuis le 1er janvier après le terme de la reconnaissance décret du 18 janvier 2007, art. 10/3, 1°",
        "perte de la subvention de plein droit décret du 18 janvier 2007, art. 10/4, § 2 (modifié en 2024) texte",
        "le comité d'examen est supprimé : il ne rend plus d'avis décret-programme du 19 décembre 2025, art. 6 texte",
        "reconnu, période en cours → reconnaissance retirée",
    ),
    "en": (
        "in the last 6 months of each period decree of 18 January 2007, art. 8 text",
        "every 4 years from 2024-07-01 decree of 18 January 2007, art. 9 (as amended in 2024) text",
        "at least 1 a year decree of 18 January 2007, art. 4 al. 5 (as amended in 2024) text",
        "finished in September 2011",
        "answers the one due from 2010-07-01: decree of 18 January 2007, art. 9 inferred",
        "the review committee is abolished: it gives no more opinions decree-programme of 19 December 2025, art. 6",
    ),
}
EVALUATION: dict[Language, tuple[str, ...]] = {
    "fr": (
        "1 400 743 EUR par an de 2008 à 2010 § 1 (chiffres clés, encadré sans numéro) évaluation",
        "plus de 1 330 membres",
        "78 % des membres",
        "environ 20 activités par an et par cluster",
        "1 ou 2 cycles",
        "au plus 50 % du budget de la plateforme – § 4.2 (reconfigurer le soutien) proposition",
        "année où le Gouvernement fait des pôles sa première priorité 2005",
        "§ 1.3 (activités et réalisations) déduit",
        "à l'inverse – la subvention spécifique est abrogée, avec ses critères décret du 11 avril 2024, art. 4 ; "
        "décret du 11 avril 2024, art. 6 déduit",
        "DGO6, ASE, AST, AWEX … § 1.7 (cohérence avec les autres politiques) évaluation",
        "1 ou 2 cycles de 3 ans § 4.2 (reconfigurer le soutien) proposition",
        "la Région, au plus 50 % du budget § 4.2 (reconfigurer le soutien) proposition",
        "au moins 2 entreprises § 4.2, note 3 (reconfigurer le soutien) proposition",
        "private_share_by_period",
    ),
    "en": (
        "EUR 1,400,743 a year 2008 to 2010 § 1 (key figures, a box without number) evaluation",
        "more than 1,330 members",
        "1 or 2 periods of 3 years § 4.2 (reconfiguring the support) proposal",
        "near – the ceiling is on the subsidy, no longer on the costs decree of 18 January 2007, art. 3 al. 2 "
        "(as amended in 2024) ; decree of 18 January 2007, art. 3 al. 3 (as amended in 2024) inferred",
        "unanswered – nothing in the decree; the order is not available",
        "limit – from the second triennium activity reaches a plateau: the costs, not the subsidy, are capped",
    ),
}
ASSUMPTIONS: dict[Language, tuple[str, ...]] = {
    "fr": (
        "le texte de 2025 est en vigueur à partir du 01/01/2026 (par défaut)",
        "half_up (par défaut) : la subvention de l'année est arrondie au cent le plus proche",
        "restarts (possible) :",
        "règlement (CE) n° 1103/97, art. 5 hypothèse",
        "liste des coûts admis 2007 admissible décret du 18 janvier 2007, art. 3, § 1er, al. 2 délégué",
    ),
    "en": (
        "the text of 2025 is in force from 2026-01-01 (default)",
        "down (alternative): the subsidy of a year is rounded down to the cent",
        "Regulation (EC) No 1103/97, art. 5 assumption",
        "ceilings of the subsidy by category 2024, 2025 subsidy_ceiling decree of 18 January 2007, art. 3 al. 2",
    ),
}
PRINTED: dict[Language, str] = {
    "fr": "Année 1 (du 01/03/2008 au 28/02/2009), période 1, texte de 2007\n  160 000,00 EUR, si elle est octroyée\n",
    "en": "Year 1 (2008-03-01 to 2009-02-28), period 1, text of 2007\n  EUR 160,000.00, if granted\n",
}
PLATFORM: dict[Language, str] = {"fr": "60 000,00 EUR, si elle est octroyée", "en": "EUR 60,000.00, if granted"}
NUMBER_WORDS = re.compile(
    r"\b(trois|quatre|cinq|six|sept|huit|neuf|dix|mille|nonante|septante|soixante|cinquante|triennat|quadriennat|"
    r"three|four|five|six|seven|eight|nine|ten|ninety|seventy|sixty|fifty|hundred|thousand|triennium)\b",
    re.IGNORECASE,
)


class _Reader(HTMLParser):
    """Reads the text of a page's article, the ids of the page, its links, and what it loads."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.inside = False
        self.words: list[str] = []
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.comments: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.inside = self.inside or tag == "article"
        self.ids.update(value for name, value in found.items() if name == "id")
        self.links += [found["href"]] if tag == "a" and "href" in found else []
        self.loaded += [found[name] for name in ("src", "srcset", "poster", "data") if name in found]
        self.loaded += [found["href"]] if tag in {"link", "use"} and "href" in found else []

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "article"

    def handle_data(self, data: str) -> None:
        self.words += [data] if self.inside else []

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    @property
    def text(self) -> str:
        return _plain(" ".join(self.words))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _build(root: Path, site: Path) -> Path:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    config = load_config(config_file=str(root / "mkdocs.yml"), strict=True, site_dir=str(site))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build(ROOT, tmp_path_factory.mktemp("site"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rules_stand_with_their_citations(site: Path, language: Language) -> None:
    text = _Reader(site / FOLDERS[language] / "rules/index.html").text
    assert [words for words in RULES[language] if words not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_selection_stands_with_its_citations(site: Path, language: Language) -> None:
    text = _Reader(site / FOLDERS[language] / "selection/index.html").text
    assert [words for words in SELECTION[language] if words not in text] == []
    cited = {value.citation.text(language) for selection in SELECTIONS for value in legal_values(selection)}
    assert {citation for citation in cited if citation not in text} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_life_stands_with_its_citations(site: Path, language: Language) -> None:
    page = _Reader(site / FOLDERS[language] / "calendar/index.html")
    assert [words for words in CALENDAR[language] if words not in page.text] == []
    timetables = {value.citation.text(language) for timetable in TIMETABLES for value in legal_values(timetable)}
    rows = [each for lifecycle in LIFECYCLES for each in (*lifecycle.transitions, *lifecycle.passages)]
    cited = timetables | {each.citation.text(language) for each in rows}
    assert {citation for citation in cited if citation not in page.text} == set()
    assert {each.event for each in EVENTS} <= page.ids


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_of_the_page_on_a_life_runs(language: Language, capsys: pytest.CaptureFixture[str]) -> None:
    text = (DOCS / FOLDERS[language] / "calendar.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    exec(compile(code, "calendar.md", "exec"), {})
    # recognised on 2022-05-01: on 2024-07-01 in its third year, under the text of 2007; ends before 2025-05-01
    label = "texte de 2007" if language == "fr" else "text of 2007"
    assert capsys.readouterr().out.splitlines()[0] == f"recognised 3 {label}"
    (document,) = re.findall(r"^```json\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert read_life(document.encode()).events[1].excused is False


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_assumptions_stand_with_their_reasons(site: Path, language: Language) -> None:
    text = _Reader(site / FOLDERS[language] / "assumptions/index.html").text
    assert [words for words in ASSUMPTIONS[language] if words not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_catalogue_is_left_out(site: Path, language: Language) -> None:
    rules = _Reader(site / FOLDERS[language] / "rules/index.html")
    cited = {value.citation.text(language) for regime in REGIMES for value in legal_values(regime)}
    assert {citation for citation in cited if citation not in rules.text} == set()
    assert {act.identifier for act in ACTS} <= rules.ids
    page = _Reader(site / FOLDERS[language] / "assumptions/index.html")
    assert {entry.name for entry in NAMED_ASSUMPTIONS} | {entry.name for entry in OPEN_QUESTIONS} <= page.ids
    labels = [label.text(language) for label in (*(e.label for e in OPEN_QUESTIONS), *(e.label for e in DELEGATED))]
    readings = [reading.label.text(language) for entry in NAMED_ASSUMPTIONS for reading in entry.readings]
    reasons = [entry.why.text(language) for entry in NAMED_ASSUMPTIONS]
    assert [words for words in (*labels, *readings, *reasons) if _plain(words) not in page.text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_evaluation_stands_with_what_came_of_it(site: Path, language: Language) -> None:
    page = _Reader(site / FOLDERS[language] / "evaluation/index.html")
    text = re.sub("[\u202f\u00a0]", " ", page.text)
    assert [words for words in EVALUATION[language] if words not in text] == []
    entries = [value.value for value in legal_values(EVALUATION_2011)]
    labels = [each.label.text(language) for each in entries if hasattr(each, "label")]
    labels += [each.label.text(language) for advice in EVALUATION_2011.recommendations for each in advice.measures]
    assert [label for label in labels if _plain(label) not in text] == []
    assert [each.name for each in EVALUATION_2011.agencies if each.name not in text] == []
    assert [str(each) for each in SECTIONS if each.heading and each.heading.text(language) not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_of_the_evaluation_page_runs(language: Language, capsys: pytest.CaptureFixture[str]) -> None:
    text = (DOCS / FOLDERS[language] / "evaluation.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    exec(compile(code, "evaluation.md", "exec"), {})
    printed = re.sub("[\u202f\u00a0]", " ", capsys.readouterr().out)
    # 150,000 x 80 %, then 50 %, then nothing; 120,000 - 40,000 = 80,000, at most half: 60,000.
    assert printed.startswith("1 determined 120000.00\n")
    assert "4 determined 75000.00\n" in printed
    assert "7 refused 0.00\n" in printed
    assert PLATFORM[language] in printed


def test_both_languages_have_the_same_pages(site: Path) -> None:
    pages = {path.relative_to(site).as_posix() for path in site.rglob("index.html")}
    english = {page.removeprefix("en/") for page in pages if page.startswith("en/")}
    assert english == {page for page in pages if not page.startswith("en/")}
    assert len(english) == 7


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_its_language_and_leads_to_the_other(site: Path, language: Language) -> None:
    page = site / FOLDERS[language] / "rules/index.html"
    assert f'<html lang="{language}"' in page.read_text(encoding="utf-8")
    reached = {(page.parent / link).resolve() for link in _Reader(page).links}
    assert {(site / folder / "rules").resolve() for folder in FOLDERS.values()} <= reached


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    loaded = {(path.name, address) for path in site.rglob("*.html") for address in _Reader(path).loaded}
    assert {each for each in loaded if urlsplit(each[1]).netloc} == set()
    for sheet in site.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert re.findall(r"(?:@import|url\()\s*[\"']?(?:https?:)?//[^)\s]*", text) == [], sheet.name


def test_every_link_leads_somewhere(site: Path) -> None:
    readers = {path.parent: _Reader(path) for path in site.rglob("index.html")}
    lost = []
    for folder, reader in readers.items():
        for link in (each for each in reader.links if not urlsplit(each).scheme):
            place, anchor = urldefrag(link)
            target = readers.get((folder / place).resolve())
            if target is None or (anchor and anchor not in target.ids):
                lost.append((folder, link))
    assert lost == []


def test_the_site_holds_neither_code_nor_placeholders(site: Path) -> None:
    assert [path.name for path in site.rglob("*.py*")] == []
    comments = [comment for path in site.rglob("*.html") for comment in _Reader(path).comments]
    assert [comment for comment in comments if "clusterlaw" in comment] == []


@pytest.mark.parametrize("source", SOURCES)
def test_no_figure_of_the_law_is_typed_in_a_page(source: str) -> None:
    text = (DOCS / source).read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```|`[^`]*`", "", text, flags=re.MULTILINE | re.DOTALL)
    assert set(re.findall(r"\d+", prose)) <= {"2007", "2011", "2023", "2024", "2025"}
    assert NUMBER_WORDS.findall(prose) == []
    assert re.findall(r"[%€]|EUR\b", prose) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_of_the_first_page_runs(language: Language, capsys: pytest.CaptureFixture[str]) -> None:
    text = (DOCS / FOLDERS[language] / "index.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    exec(compile(code, "index.md", "exec"), {})
    assert re.sub("[\u202f\u00a0]", " ", capsys.readouterr().out).startswith(PRINTED[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_on_dataframes_runs(language: Language, capsys: pytest.CaptureFixture[str]) -> None:
    for module in ("narwhals", "polars"):
        pytest.importorskip(module, reason="the frames group is absent: uv run --group frames pytest")
    text = (DOCS / FOLDERS[language] / "frames.md").read_text(encoding="utf-8")
    shared: dict[str, object] = {}
    for code in re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        exec(compile(code, "frames.md", "exec"), shared)
    assert capsys.readouterr().out.splitlines() == [
        "{'subsidy_cents': [16000000, None, 0], 'subsidy_at_most_cents': [16000000, 12800000, 0], "
        "'status': ['determined', 'undetermined', 'refused'], "
        "'reason': [None, 'new_objectives', 'favourable_evolution']}",
        "[13600000, 12800000, 8000000]",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_gives_the_two_commands(language: Language) -> None:
    text = (DOCS / FOLDERS[language] / "index.md").read_text(encoding="utf-8")
    assert re.findall(r"^```shell\n(.*?)\n```", text, re.MULTILINE | re.DOTALL) == [
        "python -m pip install uv && uv run examples/nine_year_path.py",
        "python -m pip install uv && uv run pytest",
    ]


@pytest.mark.parametrize(
    "addition",
    [
        "<!-- clusterlaw: rate -->",
        "<!-- clusterlaw rates -- >",
        "<!-- Clusterlaw: -->",
        "[lost](nowhere.md)",
        "[lost](rules.md#nowhere)",
    ],
)
def test_a_broken_page_fails_the_build(tmp_path: Path, addition: str) -> None:
    from mkdocs.exceptions import Abort

    shutil.copytree(DOCS, tmp_path / "docs", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    with (tmp_path / "docs/index.md").open("a", encoding="utf-8") as page:
        page.write(f"\n{addition}\n")
    with pytest.raises(Abort):
        _build(tmp_path, tmp_path / "site")
