"""The paths of many files: kept in little memory, and each found once and in order whatever way they are given."""

from __future__ import annotations

import os
import sys
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.checking.find_files import find_files
from newsfacts.checking.found_paths import FoundPaths, in_order

NAMES = st.sampled_from(["a", "b", "B", "a.facts", "b.facts", "ä.facts", "a\udcff.facts", "..", ".", "", "a-b"])
PATHS = st.lists(NAMES, min_size=1, max_size=4).map("/".join)


@given(st.lists(PATHS, max_size=30))
def test_paths_come_back_as_they_were_given(paths: list[str]) -> None:
    found = FoundPaths(paths)
    assert list(found) == paths
    assert len(found) == len(paths)
    assert [found[number] for number in range(len(paths))] == paths
    assert found[-2:] == paths[-2:]


def test_a_path_that_is_not_there_is_an_index_error() -> None:
    with pytest.raises(IndexError):
        FoundPaths(["a"])[1]


@given(st.lists(PATHS, max_size=30, unique_by=in_order))
def test_paths_are_put_in_the_order_of_a_walk(paths: list[str]) -> None:
    assert list(FoundPaths(paths).in_order()) == sorted(paths, key=in_order)


@pytest.mark.parametrize("reverse", [False, True])
def test_a_folder_comes_among_the_files_next_to_it(reverse: bool) -> None:
    folders = {"": "ac", "b/": "12", "b/x/": "12"}
    paths = [
        f"{folder}{part}{number:03}.facts" for folder, parts in folders.items() for part in parts for number in range(9)
    ]
    expected = [f"a{number:03}.facts" for number in range(9)]
    expected += [f"b/{part}{number:03}.facts" for part in "12" for number in range(9)]
    expected += [f"b/x/{part}{number:03}.facts" for part in "12" for number in range(9)]
    expected += [f"c{number:03}.facts" for number in range(9)]
    assert list(FoundPaths(reversed(paths) if reverse else paths).in_order()) == expected


@pytest.mark.skipif(
    sys.getfilesystemencoding() != "utf-8", reason="this locale has no names of files with such characters"
)
@given(st.lists(PATHS, max_size=30))
def test_each_file_is_found_once_whatever_folders_lie_between(paths: list[str]) -> None:
    paths = [f"nowhere/{path}" for path in paths]
    expected = {os.path.realpath(path): path for path in reversed(paths)}
    found = [file.path for file in find_files(paths)]
    assert sorted(found) == sorted(expected.values())
    assert found == [path for path in dict.fromkeys(paths) if path in set(found)]


def test_a_file_that_is_found_again_through_a_link_is_not_checked_twice(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    for name in ("a/1.facts", "b/1.facts", "a/2.facts"):
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    names = ["a/1.facts", "b/1.facts", "link/1.facts", "link/2.facts", "a/2.facts", "b/1.facts", "a/1.facts"]
    found = [os.path.relpath(file.path, tmp_path) for file in find_files(str(tmp_path / name) for name in names)]
    assert found == ["a/1.facts", "b/1.facts", "link/2.facts"]


def test_many_paths_take_a_few_bytes_each() -> None:
    paths = FoundPaths(f"/corpus/{number // 1000:03}/{number:06}.facts" for number in range(1000))
    tracemalloc.start()
    try:
        paths = FoundPaths(f"/corpus/{number // 1000:03}/{number:06}.facts" for number in range(20_000))
        taken = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert len(paths.in_order()) == 20_000
    assert taken < 20 * 20_000
