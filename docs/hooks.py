"""Writes the law into the pages: `<!-- clusterlaw: name -->` becomes a table made from `clusterlaw.catalogue`.

No figure of the law is typed in a page. MkDocs calls the `on_` functions; each page is put in its own language.
"""

import re

import calendar_tables
import evaluation_tables
import law_tables
import selection_tables
from law_writer import Writer
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from clusterlaw.sources import Language

PLACEHOLDER = re.compile(r"<!--\s*clusterlaw\b(?:\s*:\s*)?(.*?)\s*-->", re.IGNORECASE | re.DOTALL)
UNREPLACED = re.compile(r"<!--\s*clusterlaw\b.*", re.IGNORECASE)
ENGLISH = "en/"
PARTS = {**law_tables.PARTS, **selection_tables.PARTS, **calendar_tables.PARTS, **evaluation_tables.PARTS}
LINKED = ("assumptions.md", "rules.md", "evaluation.md")


def language_of(path: str) -> Language:
    """Return the language of a page from its path in docs/."""
    return "en" if path.startswith(ENGLISH) else "fr"


def twin(path: str, language: Language) -> str:
    """Return the path of a page in the language asked for."""
    name = path.removeprefix(ENGLISH)
    return f"{ENGLISH}{name}" if language == "en" else name


def on_page_markdown(markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Replace every placeholder of a page. Raises PluginError for an unknown or a broken one."""
    language = language_of(page.file.src_uri)
    writer = Writer(language, *(_url(name, language, page.file, files) for name in LINKED))

    def written(match: re.Match[str]) -> str:
        name = match[1]
        if name not in PARTS:
            raise PluginError(f"{page.file.src_uri}: unknown placeholder {match[0]!r}; known: {', '.join(PARTS)}")
        return PARTS[name](writer)

    text = PLACEHOLDER.sub(written, markdown)
    if broken := UNREPLACED.search(text):
        raise PluginError(f"{page.file.src_uri}: broken placeholder {broken[0]!r}; write <!-- clusterlaw: name -->")
    return text


def _url(name: str, language: Language, origin: File, files: Files) -> str:
    target = files.get_file_from_path(twin(name, language))
    if target is None:
        raise PluginError(f"docs/{twin(name, language)} is missing; the pages link to it")
    return target.url_relative_to(origin)


def on_page_context(
    context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Put a page in its own language, and lead its language switch to the same page in the other."""
    path = page.file.src_uri
    config.theme["language"] = language_of(path)
    pages = {each.file.src_uri: each for each in nav.pages}
    for entry in config.extra["alternate"]:
        entry["link"] = pages[twin(path, entry["lang"])].url or "./"
    return context
