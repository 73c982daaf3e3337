"""Import time as whole processes: clusterlaw up to a computed path of nine years, beside its two dependencies."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from measure import (
    MILLISECONDS,
    Contender,
    interleaved,
    print_machine,
    print_target,
    print_times,
    ratio,
    repeat_from_command_line,
)

HERE = Path(__file__).parent
TARGET = 1.4

DEPENDENCIES = "attrs and relativedelta"
PATH = "clusterlaw, a path of nine years"
PROGRAMS = {
    "python -c pass": "pass",
    DEPENDENCIES: "import attrs; from dateutil.relativedelta import relativedelta",
    "import clusterlaw": "import clusterlaw",
    PATH: (
        "from clusterlaw import funding_path; from clusterlaw_rule import determined_dossier; "
        "funding_path(determined_dossier(2008, [17_345_675] * 9))"
    ),
}


def run_process(program: str) -> None:
    # PYTHON... variables are left out: one of them may keep bytecode from being written.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    subprocess.run([sys.executable, "-c", program], check=True, cwd=HERE, env=environment)


def process(name: str, program: str) -> Contender:
    return Contender(name, lambda _turn: run_process(program))


def main() -> None:
    repeat = repeat_from_command_line(__doc__, default=60)
    print_machine(("clusterlaw", "attrs", "python-dateutil"))
    times = interleaved([process(name, program) for name, program in PROGRAMS.items()], repeat)
    print(f"{repeat} processes each, interleaved")
    print_times(times, unit=MILLISECONDS, reference=DEPENDENCIES)
    print()
    print_target(f"{PATH} / {DEPENDENCIES}", ratio(times, PATH, DEPENDENCIES), TARGET)


if __name__ == "__main__":
    main()
