"""Lay out text for a terminal or a file: wrapped paragraphs, items, and tables whose columns line up."""

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

from rich.cells import cell_len, chop_cells
from rich.console import Console
from rich.table import Table
from rich.text import Text

WIDTH = 118
GAP = 2
NOTE = 26


class Sheet:
    """The columns of all tables of a page: their headings, and widths that hold every row.

    `left` are the columns set to the left; `pairs` the columns that share a cell where a row is too long for the page.
    """

    def __init__(
        self, headings: list[str], rows: list[list[str]], *, left: Sequence[int], pairs: Sequence[Sequence[int]]
    ) -> None:
        self.groups: Sequence[Sequence[int]] = [(index,) for index in range(len(headings))]
        self.headings = headings
        self.left = left
        if self._measure(rows) > WIDTH:
            self.groups = pairs
            self._measure(rows)

    def _measure(self, rows: list[list[str]]) -> int:
        cells = [self.cells(row) for row in (self.headings, *rows)]
        columns = zip(*cells, strict=True)
        self.widths = [max(cell_len(line) for cell in column for line in cell.split("\n")) for column in columns]
        return sum(self.widths) + GAP * (len(self.widths) - 1)

    def cells(self, row: Sequence[str]) -> list[str]:
        """Return a row with the columns that share a cell put together."""
        return ["\n".join(row[index] for index in group) for group in self.groups]

    def table(self, rows: list[list[str]], *, headings: bool) -> Table:
        """Return rows of the sheet as a table that lines up with the others."""
        table = Table(box=None, show_header=headings, padding=(0, GAP, 0, 0), pad_edge=False)
        for heading, width, group in zip(self.cells(self.headings), self.widths, self.groups, strict=True):
            justify: Any = "left" if group[0] in self.left else "right"
            table.add_column(Text(heading), width=width, no_wrap=True, justify=justify, vertical="top")
        for row in rows:
            table.add_row(*(Text(cell) for cell in self.cells(row)))
        return table


class Page:
    """Text as it is laid out: lines, wrapped paragraphs, items and tables."""

    def __init__(self, *, styled: bool) -> None:
        self._file = io.StringIO()
        self._console = Console(
            file=self._file, width=WIDTH + GAP, force_terminal=styled, markup=False, emoji=False, highlight=False
        )

    @property
    def text(self) -> str:
        """What was laid out, without spaces at the ends of lines."""
        return "".join(f"{line.rstrip()}\n" for line in self._file.getvalue().split("\n")[:-1])

    def blank(self) -> None:
        """Add an empty line."""
        self._console.print()

    def line(self, text: str, *, style: str = "", first: str = "", indent: str = "") -> None:
        """Add a paragraph, its first line after `first` and the others after `indent`."""
        for line in _wrapped(text, first=first, indent=indent):
            self._put(Text(line, style=style))

    def _put(self, line: Text) -> None:
        self._console.print(line, no_wrap=True, crop=False, overflow="ignore")

    def entry(self, text: str, note: str, *, style: str = "", first: str = "", indent: str = "") -> None:
        """Add a paragraph with a note to its right, set in a column of its own."""
        left = [*_wrapped(text, first=first, indent=indent, width=WIDTH - NOTE - GAP)]
        right = [*_wrapped(note, first="", indent="", width=NOTE)]
        for line, beside in zip_longest(left, right, fillvalue=""):
            room = " " * (WIDTH - NOTE - cell_len(line))
            self._put(Text.assemble((line, style), room, beside) if beside else Text(line, style=style))

    def items(self, items: Iterable[str]) -> None:
        """Add a list of items."""
        for item in items:
            self.line(item, first="• ", indent="  ")

    def section(self, heading: str, items: list[str]) -> None:
        """Add a heading with its items; nothing where there is none."""
        if items:
            self.blank()
            self.line(heading, style="bold")
            self.items(items)

    def rule(self) -> None:
        """Add a line across the page."""
        self.line("─" * WIDTH)

    def table(self, sheet: Sheet, rows: list[list[str]], *, headings: bool = False) -> None:
        """Add rows of a sheet, or its headings."""
        self._console.print(sheet.table(rows, headings=headings))


def wrapped(text: str, *, width: int) -> str:
    """Return a text broken into lines of at most `width` columns, for a cell of a table."""
    return "\n".join(_wrapped(text, first="", indent="", width=width))


def _wrapped(text: str, *, first: str, indent: str, width: int = WIDTH) -> Iterator[str]:
    """Yield the lines of a paragraph, broken at plain spaces only (rich also breaks at no-break spaces)."""
    line, empty = first, True
    for word in text.split(" "):
        if not empty and cell_len(line) + 1 + cell_len(word) > width:
            yield line
            line, empty = indent, True
        pieces = chop_cells(word, width - cell_len(line)) if empty and word else [word]
        for piece in pieces[:-1]:
            yield line + piece
            line = indent
        line, empty = (line if empty else line + " ") + pieces[-1], False
    yield line
