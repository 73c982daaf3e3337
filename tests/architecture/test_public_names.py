"""The public names load on first use, and each is the object that its module defines."""

from importlib import import_module
from pathlib import Path

import pytest

import clusterlaw


@pytest.mark.parametrize("name", clusterlaw.__all__)
def test_a_public_name_is_the_object_of_its_module(name: str) -> None:
    thing = getattr(clusterlaw, name)
    if hasattr(thing, "__module__"):
        assert getattr(import_module(thing.__module__), name) is thing
    assert name in dir(clusterlaw)
    assert isinstance(thing, tuple) or callable(thing)


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(AttributeError, match=r"clusterlaw.*'subvention'"):
        _ = clusterlaw.subvention  # type: ignore[attr-defined]


def test_a_class_of_the_library_is_immutable_and_documented() -> None:
    for name in clusterlaw.__all__:
        thing = getattr(clusterlaw, name)
        if isinstance(thing, type) and hasattr(thing, "__attrs_attrs__"):
            assert thing.__doc__, name
            assert "__slots__" in vars(thing), name


def test_no_public_name_is_a_module_of_the_library() -> None:
    modules = {path.stem for path in Path(clusterlaw.__file__).parent.glob("*.py")}
    assert not modules & set(clusterlaw.__all__)  # the module, once imported, would stand in the name's place
