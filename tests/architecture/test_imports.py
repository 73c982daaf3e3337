"""Imports go one way; the core imports attrs and dateutil only, and nothing that reads a clock, a file or a network."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

LIBRARY = Path(__file__).parents[2] / "clusterlaw"
FILES = sorted(LIBRARY.rglob("*.py"))

# The house, from its foundation up: a module imports only modules that stand before it.
ORDER = [
    "values",
    "sources",
    "money",
    "periods",
    "checks",
    "assumptions",
    "errors",
    "dossier",
    "regime",
    "law.acts",
    "law.open_questions",
    "law.delegated",
    "law.named_assumptions",
    "law.decree_2007",
    "law.decree_2024",
    "law.decree_2025",
    "transitions",
    "timetable",
    "law.lifecycles",
    "law.timetables",
    "law.reach",
    "selection",
    "law.selection_2007",
    "law.selection_2024",
    "law.selection_2025",
    "law.selections",
    "evaluation",
    "law.evaluation_2011_sections",
    "law.evaluation_2011_links",
    "law.evaluation_2011_questions",
    "law.evaluation_2011_figures",
    "law.evaluation_2011_findings",
    "law.evaluation_2011_conclusions",
    "law.evaluation_2011_measures",
    "law.evaluation_2011_recommendations",
    "law.evaluation_2011_listings",
    "law.evaluation_2011_relations",
    "law.evaluation_2011",
    "law.proposal_2011",
    "law",
    "reforms",
    "rule",
    "finding",
    "recognition",
    "rules",
    "rules.conditions",
    "rules.costs",
    "rules.subsidy",
    "rules.inverse",
    "rules.calendar_years",
    "rules.specific_subsidy",
    "rules.proposal",
    "application",
    "rules.definition",
    "rules.activities",
    "rules.categories",
    "rules.committee",
    "rules.criteria",
    "rules.lifecycle",
    "rules.timetable",
    "rules.incomplete_year",
    "standing",
    "amounts",
    "steps",
    "path",
    "missing",
    "unused",
    "causes",
    "comparison",
    "inversion",
    "plateaus",
    "mix",
    "portfolio",
    "portfolio_simulation",
    "portfolio_average",
    "catalogue",
    "explanation",
    "comparison_text",
    "inversion_text",
    "proposal_sentences",
    "opinion",
    "changes",
    "eligibility",
    "classification",
    "application_problems",
    "assessment",
    "unread",
    "diagnosis",
    "application_sentences",
    "change_sentences",
    "assessment_text",
    "drafting",
    "history",
    "life",
    "lifecycle",
    "incomplete",
    "entries",
    "cluster_entries",
    "policy",
    "policy_entries",
    "calendar",
    "life_sentences",
    "calendar_file",
    "documents",
    "interchange",
    "comparison_interchange",
    "portfolio_interchange",
    "application_interchange",
    "calendar_interchange",
    "frames",
]
# What is loaded on first use, inside a function, because only a refusal, an explanation or a missing fact needs it.
ON_FIRST_USE = {
    ("dossier", "errors"),
    ("law", "errors"),
    ("path", "missing"),
    ("path", "unused"),
    ("assessment", "unread"),
    ("explanation", "comparison_text"),
    ("explanation", "assessment"),
    ("explanation", "inversion"),
    ("explanation", "assessment_text"),
    ("explanation", "application_sentences"),
    ("explanation", "entries"),
    ("explanation", "life_sentences"),
    ("explanation", "lifecycle"),
    ("explanation", "inversion_text"),
    ("explanation", "proposal_sentences"),
}
# What a single module may import from outside: months and ends of months, and the extras `calendar` and `frames`.
EXTRAS = {"calendar_file": {"icalendar"}, "frames": {"narwhals.stable.v2", "narwhals.stable.v2.typing"}}
OUTSIDE = {"periods": {"dateutil.relativedelta"}, **EXTRAS}
STANDARD = {
    "__future__",
    "bisect",
    "collections",
    "collections.abc",
    "datetime",
    "enum",
    "fractions",
    "functools",
    "hashlib",
    "importlib",
    "itertools",
    "json",
    "math",
    "operator",
    "re",
    "typing",
}


def _name(file: Path) -> str:
    parts = file.relative_to(LIBRARY).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def _imports(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            found.add(str(node.module))
            if node.module in {"clusterlaw", "clusterlaw.rules"}:
                found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_every_module_has_its_place() -> None:
    assert sorted(name for name in map(_name, FILES) if name) == sorted(ORDER)


@pytest.mark.parametrize("file", [file for file in FILES if _name(file)], ids=_name)
def test_a_module_imports_only_what_stands_before_it(file: Path) -> None:
    place = ORDER.index(_name(file))
    for imported in _imports(file):
        if imported.startswith("clusterlaw."):
            other = imported.removeprefix("clusterlaw.")
            if other in ORDER and (_name(file), other) not in ON_FIRST_USE:
                assert ORDER.index(other) < place, f"{_name(file)} imports {other}, which stands after it"


@pytest.mark.parametrize("file", FILES, ids=_name)
def test_the_core_imports_attrs_and_dateutil_only(file: Path) -> None:
    outside = {name for name in _imports(file) if not name.startswith("clusterlaw")} - STANDARD
    allowed = {"attrs", "attrs.validators"} | OUTSIDE.get(_name(file), set())
    typed_only = {"decimal"}
    assert outside <= allowed | typed_only


@pytest.mark.parametrize("file", FILES, ids=_name)
def test_nothing_imports_an_extra(file: Path) -> None:
    assert not {f"clusterlaw.{name}" for name in EXTRAS} & _imports(file)


@pytest.mark.parametrize("file", FILES, ids=_name)
def test_no_float_no_clock_and_no_file_in_the_core(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant):
            assert not isinstance(node.value, float), f"{file.name}:{node.lineno}: a float"
        if isinstance(node, ast.Name):
            assert node.id not in {"float", "open", "print", "input", "global"}, f"{file.name}:{node.lineno}: {node.id}"
        if isinstance(node, ast.Attribute):
            assert node.attr not in {"today", "now", "utcnow"}, f"{file.name}:{node.lineno}: a clock"


def test_a_path_loads_neither_json_nor_findings() -> None:
    program = (
        "import sys, datetime, clusterlaw as c;"
        "c.funding_path(c.Dossier(cluster=c.Cluster(name='x', legal_form='asbl'), "
        "recognised_on=datetime.date(2008,3,1)));"
        "print(sorted(m for m in sys.modules if m in {'json','dateutil','decimal','clusterlaw.finding',"
        "'clusterlaw.life','clusterlaw.law.lifecycles','clusterlaw.law.timetables',"
        "'clusterlaw.explanation','clusterlaw.interchange'}))"
    )
    # Without what measures coverage in a process, which loads json itself.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    run = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
