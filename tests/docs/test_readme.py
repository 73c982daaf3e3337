"""The README's code runs, and what it shows is what the program prints."""

import re
from pathlib import Path

import pytest
from assess_application import main as assess_application
from nine_year_path import main as nine_year_path

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_the_code_of_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = (text for language, text in BLOCKS if language == "python")
    exec(compile(code, "README.md", "exec"), {})
    assert capsys.readouterr().out.startswith("160000.00 (")  # 200,000 capped at 160,000, 100 % in year 1


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
