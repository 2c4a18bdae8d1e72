"""The only place where files are opened: read up to a size, whatever else they turn out to be, and replaced as a whole.

Every role goes through `read_bytes`: documents, factbooks, schema files, source texts, configuration, policy, baseline.
"""

from __future__ import annotations

import contextlib
import contextvars
import errno
import functools
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import attrs

from newsfacts.errors import NewsfactsError

__all__ = [
    "MAX_FILE_SIZE",
    "TEMPORARY_PREFIX",
    "FileStamp",
    "inside_project",
    "is_inside",
    "noticing",
    "only_below",
    "project_root",
    "read_bytes",
    "regular_status",
    "stamp_of",
    "write_atomically",
    "written_atomically",
]

MAX_FILE_SIZE = 256 * 1024 * 1024
"""How many bytes a file may have. Larger corpora belong in `.facts.jsonl`, which is read line by line."""

TEMPORARY_PREFIX = ".newsfacts-"
"""Begins the name of a file that is being written; after a crash it may be deleted. The walk passes over such names."""

_ROOT_MARKERS = ("pyproject.toml", "newsfacts.toml", ".git")

_KINDS = (
    (stat.S_ISDIR, "it is a folder"),
    (stat.S_ISFIFO, "it is a pipe, not a regular file"),
    (stat.S_ISCHR, "it is a device, not a regular file"),
    (stat.S_ISBLK, "it is a device, not a regular file"),
    (stat.S_ISSOCK, "it is a socket, not a regular file"),
)


def read_bytes(path: str | os.PathLike[str], *, limit: int = MAX_FILE_SIZE) -> bytes:
    """The content of a regular file (or of what a link leads to) of at most `limit` bytes.

    Raises OSError, with a reason in `strerror`: from the system, or because the path does not lead to a regular file,
    has more bytes than `limit` (also where it grows while it is read), or cannot be a path at all.
    """
    shown = os.fspath(path)
    regular_status(path)  # opening a pipe or a device may have effects of its own, so look first
    try:
        flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
        handle = os.open(shown, flags)
        try:  # without a file object, which takes as long as all the rest
            status = os.fstat(handle)
            _refuse_unusual(status, shown)
            if status.st_size > limit:
                raise _too_large(shown, limit)
            # One byte more than expected, so that the usual file is read in one call.
            parts = [os.read(handle, status.st_size + 1)]
            size = len(parts[0])
            while parts[-1]:
                parts.append(os.read(handle, min(1 << 20, limit + 1 - size)))
                size += len(parts[-1])
                if size > limit:
                    raise _too_large(shown, limit)
        finally:
            os.close(handle)
    except ValueError as error:
        raise _impossible_name(shown) from error
    return b"".join(parts)


def regular_status(path: str | os.PathLike[str]) -> os.stat_result:
    """Size, time of change and the like of a regular file, or of what a link leads to. Raises OSError as `read_bytes`."""
    shown = os.fspath(path)
    noticed = _noticed.get()
    if noticed is not None:
        noticed.setdefault(shown, stamp_of(shown))
    try:
        status = os.stat(shown)
    except ValueError as error:  # a null character, or half of a surrogate pair
        raise _impossible_name(shown) from error
    _refuse_unusual(status, shown)
    return status


# -- What was looked at ------------------------------------------------------------------------------------------------


@attrs.frozen
class FileStamp:
    """A file as it was at a moment: size, times in nanoseconds, and number on its device; all -1 where there was no regular file.

    Where a later stamp is equal, the content is the same, unless it was changed within the resolution of the clock.
    """

    path: str
    size: int = -1
    modified: int = -1
    changed: int = -1
    inode: int = -1

    @property
    def state(self) -> tuple[int, int, int, int]:
        """All but the path."""
        return (self.size, self.modified, self.changed, self.inode)


_noticed: contextvars.ContextVar[dict[str, FileStamp] | None] = contextvars.ContextVar("noticed", default=None)


@contextlib.contextmanager
def noticing(so_far: dict[str, FileStamp] | None = None) -> Iterator[dict[str, FileStamp]]:
    """Take down, by path, every file that is looked at or read meanwhile, as it was the first time; those that are not there too.

    They are added to those `so_far`.
    """
    found: dict[str, FileStamp] = {} if so_far is None else so_far
    before = _noticed.set(found)
    try:
        yield found
    finally:
        _noticed.reset(before)


def stamp_of(path: str) -> FileStamp:
    """The file as it is now."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return FileStamp(path)
    if not stat.S_ISREG(status.st_mode):
        return FileStamp(path)
    return FileStamp(path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def _impossible_name(path: str) -> OSError:
    return OSError(errno.EINVAL, "its name cannot be the name of a file", path)


def _refuse_unusual(status: os.stat_result, path: str) -> None:
    if not stat.S_ISREG(status.st_mode):
        reason = next((reason for is_kind, reason in _KINDS if is_kind(status.st_mode)), "it is not a regular file")
        raise OSError(errno.EINVAL, reason, path)


def _too_large(path: str, limit: int) -> OSError:
    return OSError(errno.EFBIG, f"it has more than {limit:,} bytes", path)


def write_atomically(path: str | os.PathLike[str], text: str | bytes, *, replacing: bytes | None = None) -> None:
    """Replace a file by a new one with this text in UTF-8, or these bytes: afterwards there is the old file or the new one, never half.

    Line ends are written as they are in the text. The new file has the old one's permissions; what a link leads to is
    replaced, not the link. Anything that exists and is not a regular file (a terminal, a pipe, /dev/stdout) is written
    directly. `replacing` is the content that the file must still have.

    Raises `NewsfactsError` where the file is write-protected, has another content than `replacing`, or cannot be written.
    """
    data = text if isinstance(text, bytes) else _encoded(text, os.fspath(path))
    with written_atomically(path, replacing=replacing) as file:
        file.write(data)


@contextlib.contextmanager
def written_atomically(path: str | os.PathLike[str], *, replacing: bytes | None = None) -> Iterator[BinaryIO]:
    """A stream of bytes that becomes the file at the end, as `write_atomically` says; after an error the old file is left.

    Raises `NewsfactsError` as `write_atomically`; what the caller raises is passed on, except for an OSError.
    """
    shown = os.fspath(path)
    _refuse_impossible_name(shown)
    try:
        target = Path(os.path.realpath(path))
        if os.path.exists(path) and not os.path.isfile(path):
            with open(path, "wb") as device:
                yield device
            return
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "it is write-protected", shown)
        with _temporary(target.parent) as temporary:
            with open(temporary, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            mode = os.stat(target).st_mode & 0o7777 if target.exists() else 0o666 & ~_umask()
            os.chmod(temporary, mode)
            if replacing is not None and not _has_content(target, replacing):
                raise OSError(errno.ESTALE, "it was changed in the meantime, so it is left as it is", shown)
            os.replace(temporary, target)
        _sync_folder(target.parent)
    except NewsfactsError:  # of the caller: some of them are OSErrors too
        raise
    except OSError as error:
        raise NewsfactsError(f"{shown} cannot be written: {error.strerror or error}") from error


def _refuse_impossible_name(path: str) -> None:
    try:
        os.lstat(path)
    except OSError:  # there is no file of this name yet, or none that may be seen
        pass
    except ValueError:
        raise NewsfactsError(f"{path!r} cannot be written: its name cannot be the name of a file") from None


def _encoded(text: str, path: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        half = f"U+{ord(text[error.start]):04X}"
        raise NewsfactsError(
            f"{path} cannot be written: character {error.start + 1} is {half}, half of a pair, which UTF-8 does not have"
        ) from None


def _has_content(path: Path, content: bytes) -> bool:
    try:
        return read_bytes(path, limit=len(content)) == content
    except OSError:  # longer, gone, or replaced by something else
        return False


@contextlib.contextmanager
def _temporary(folder: Path) -> Iterator[str]:
    """The path of a new empty file, deleted at the end if it is still there."""
    import tempfile

    handle, path = tempfile.mkstemp(dir=folder, prefix=TEMPORARY_PREFIX, suffix=".tmp")
    os.close(handle)
    try:
        yield path
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(path)


def _sync_folder(folder: Path) -> None:
    """Make a rename last even if the machine stops now. Not every system lets a folder be opened."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def is_inside(path: str | os.PathLike[str], folder: str | os.PathLike[str]) -> bool:
    """Whether a path leads into a folder, as it is written and also where links on the way lead."""
    try:
        return all(Path(follow(path)).is_relative_to(follow(folder)) for follow in (os.path.abspath, os.path.realpath))
    except ValueError:  # no name of a file: opening it says so
        return Path(os.path.abspath(path)).is_relative_to(os.path.abspath(folder))


def project_root(path: Path) -> Path:
    """The nearest folder upwards with pyproject.toml, newsfacts.toml or .git, or else the file's own folder."""
    folder = path.parent
    for candidate in (folder, *folder.parents):
        if any((candidate / marker).exists() for marker in _ROOT_MARKERS):
            return candidate
    return folder


_folders: contextvars.ContextVar[tuple[str, ...] | None] = contextvars.ContextVar("folders", default=None)


@contextlib.contextmanager
def only_below(folders: Sequence[str]) -> Iterator[None]:
    """Meanwhile, no document leads to a file outside these folders, wherever its project ends."""
    before = _folders.set(tuple(folders))
    try:
        yield
    finally:
        _folders.reset(before)


def inside_project(folder: str, named: str) -> Path | None:
    """The file that a document of a folder names; None where it is outside the project. Looked up once per process."""
    path, allowed = _inside_project(folder, named, None if os.path.isabs(folder) else os.getcwd()), _folders.get()
    return path if path is None or allowed is None or any(is_inside(path, one) for one in allowed) else None


@functools.lru_cache(maxsize=256)
def _inside_project(folder: str, named: str, _current_folder: str | None) -> Path | None:
    """The same, from the current folder where `folder` is relative to it."""
    place = Path(os.path.abspath(folder))
    if not named or os.path.isabs(named) or not is_inside(place / named, project_root(place / "document")):
        return None
    return Path(folder, named)
