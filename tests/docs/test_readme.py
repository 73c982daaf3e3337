"""The README's code runs, and what it shows is what the program prints."""

import ast
import re
from pathlib import Path

import pytest
from assess_application import main as assess_application
from nine_year_path import main as nine_year_path

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_the_code_of_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    _, code = (text for language, text in BLOCKS if language == "python")
    exec(compile(code, "README.md", "exec"), {})
    assert capsys.readouterr().out.startswith("160000.00 (")  # 200,000 capped at 160,000, 100 % in year 1


def test_five_lines_lead_from_a_pandas_frame_to_a_subsidy_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    for module in ("narwhals", "pandas"):
        pytest.importorskip(module, reason="the frames group is absent: uv run --group frames pytest")
    code, _ = (text for language, text in BLOCKS if language == "python")
    imports = (ast.Import, ast.ImportFrom)
    assert len([each for each in ast.parse(code).body if not isinstance(each, imports)]) <= 5
    exec(compile(code, "README.md", "exec"), {})
    assert [line.split()[1:4] for line in capsys.readouterr().out.splitlines()[1:]] == [
        ["16000000", "determined", "NaN"],  # EUR 160,000 at 100 %
        ["12800000", "determined", "NaN"],  # at 80 %
        ["0", "refused", "favourable_evolution"],
    ]


def test_the_output_shown_is_what_the_programs_print(capsys: pytest.CaptureFixture[str]) -> None:
    shown = [text for language, text in BLOCKS if language == "text"]
    for program, text in zip((nine_year_path, assess_application), shown, strict=True):
        assert program([]) == 0
        printed = re.sub("[\u202f\u00a0]", " ", capsys.readouterr().out)
        assert re.sub("[\u202f\u00a0]", " ", text) in printed


def test_there_are_two_commands() -> None:
    assert re.findall(r"^    (python .*)$", README, re.MULTILINE) == [
        "python -m pip install uv && uv run examples/nine_year_path.py",
        "python -m pip install uv && uv run pytest",
    ]
