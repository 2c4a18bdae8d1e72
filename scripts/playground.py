"""What the playground of the documentation needs besides its own files: the wheel, the packages that it depends on, examples.

A hook of mkdocs adds them to the site. By itself:

python scripts/playground.py --output FOLDER      writes the whole playground there, to be served by any server
python scripts/playground.py --pyodide-version    prints the version of Pyodide that it was tested with
python scripts/playground.py --check              says whether every file that it names exists

The environment variable NEWSFACTS_PYODIDE (or --pyodide) names a folder with Pyodide, such as the one in
`npm pack pyodide@VERSION`: it is then served from the same site. Otherwise it comes from the address `PYODIDE_ELSEWHERE`.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import io
import json
import os
import re
import runpy
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from newsfacts.view.page import shell

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "playground"

PYODIDE_VERSION = "314.0.7"
PYODIDE_ELSEWHERE = f"https://cdn.jsdelivr.net/pyodide/v{PYODIDE_VERSION}/full/"
RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
"""What Pyodide loads of its own."""

OWN = ("index.html", "playground.css", "playground.mjs", "worker.mjs", "playground.py")
EXAMPLES = (
    ("A flood, in a few lines", "flood", "README.md"),
    ("A summit", "summit", "examples/summit/summit.facts"),
    ("A landslide, the second day", "landslide", "examples/casualties/day-2.facts"),
    ("A fact check of a speech", "speech", "examples/speech/fact-check.facts"),
)
FACTBOOKS = (
    "examples/summit/world.factbook.yaml", "examples/casualties/landslide.factbook.yaml", "examples/speech/varland.factbook.yaml",
)  # fmt: skip
PLAIN = frozenset({".py", ".json", ".typed", ".txt", ".md", ""})
"""Endings of the files of a package that are of use in a browser; compiled ones are not. Time zones have no ending."""


def generated(runtime: Path | None, wheel: Path | None = None) -> dict[str, bytes]:
    """Every file that is made, by its path in the folder of the playground. Without `wheel`, one is built."""
    with tempfile.TemporaryDirectory() as folder:
        built = wheel if wheel is not None else build_wheel(Path(folder))
        files = {built.name: built.read_bytes()}
    files["packages.zip"] = packages()
    texts = [(title, f"examples/{name}.facts", example(source)) for title, name, source in EXAMPLES]
    files |= {file: text.encode("utf-8") for _, file, text in texts}
    books = {f"factbooks/{Path(source).name}": (ROOT / source).read_bytes() for source in FACTBOOKS}
    listed = {
        "pyodide": "pyodide/" if runtime is not None else PYODIDE_ELSEWHERE,
        "runtime": RUNTIME,
        "archives": ["packages.zip", built.name],
        "program": "playground.py",
        "factbooks": list(books),
        "examples": [{"title": title, "file": file} for title, file, _ in texts],
    }
    files |= books
    if runtime is not None:
        files |= {f"pyodide/{name}": (runtime / name).read_bytes() for name in RUNTIME}
    files["files.json"] = json.dumps(listed, indent=1).encode("utf-8")
    files["index.html"] = page().encode("utf-8")
    return files


def page() -> str:
    """The page. A frame obeys the policy of the page around it too, so this one allows the style and scripts of the view."""
    steering = runpy.run_path(str(PAGE / "playground.py"))["steering_hash"]()
    policy = shell(live=False).policy.replace("script-src ", f"script-src {steering} ")
    text = (PAGE / "index.html").read_text(encoding="utf-8")
    for part in ("style-src", "script-src"):
        found = re.search(rf"{part} ('sha256-[^;]+)", policy)
        assert found is not None
        text, changed = re.subn(rf"{part} 'self'", f"{part} 'self' {found[1]}", text)
        assert changed == 1
    return text


def example(source: str) -> str:
    """An example file, or the one in the README."""
    text = (ROOT / source).read_text(encoding="utf-8")
    if not source.endswith(".md"):
        return text
    found = re.search(r"^```facts\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def build_wheel(folder: Path) -> Path:
    """The wheel, as `python -m build` makes it."""
    from hatchling.builders.wheel import WheelBuilder  # of the extra docs

    return Path(next(iter(WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"]))))


def packages() -> bytes:
    """The packages that newsfacts needs, as they are installed here, without what is compiled: all of them work without it."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for distribution in dependencies("newsfacts"):
            for file in sorted(distribution.files or ()):
                if ".." in file.parts or "__pycache__" in file.parts or file.suffix not in PLAIN:
                    continue
                entry = zipfile.ZipInfo(file.as_posix())  # of no date, so that the same packages are the same bytes
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, Path(str(distribution.locate_file(file))).read_bytes())
    return whole.getvalue()


def dependencies(name: str) -> list[importlib.metadata.Distribution]:
    """The installed distributions that one needs, without its extras, and what they need."""
    found: dict[str, importlib.metadata.Distribution] = {}
    names = [name]
    while names:
        for requirement in importlib.metadata.requires(names.pop()) or ():
            words, _, marker = requirement.partition(";")
            needed = re.split(r"[^\w.-]", words.strip(), maxsplit=1)[0].lower().replace("_", "-")
            if "extra" in marker or needed in found:
                continue
            try:
                found[needed] = importlib.metadata.distribution(needed)
            except importlib.metadata.PackageNotFoundError:
                continue  # for another system, or another Python
            names.append(needed)
    return [found[each] for each in sorted(found)]


def runtime_folder() -> Path | None:
    """The folder with Pyodide, where one is named."""
    named = os.environ.get("NEWSFACTS_PYODIDE")
    return Path(named) if named else None


def on_files(files: Any, config: Any) -> Any:
    """Called by mkdocs when it has collected the files."""
    from mkdocs.structure.files import File

    for name, content in generated(runtime_folder()).items():
        path = f"playground/{name}"
        before = files.get_file_from_path(path)
        if before is not None:
            files.remove(before)
        files.append(File.generated(config, path, content=content))
    return files


def write(folder: Path, runtime: Path | None, wheel: Path | None = None) -> None:
    """Write the whole playground into a folder."""
    files = {name: (PAGE / name).read_bytes() for name in OWN} | generated(runtime, wheel)
    for name, content in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 where a file is missing")
    parser.add_argument("--pyodide-version", action="store_true", help="print the version of Pyodide")
    parser.add_argument("--output", type=Path, metavar="FOLDER", help="write the playground into this folder")
    parser.add_argument("--pyodide", type=Path, metavar="FOLDER", default=runtime_folder(), help="serve this Pyodide")
    parser.add_argument("--wheel", type=Path, metavar="FILE", help="run this wheel; otherwise one is built")
    arguments = parser.parse_args()
    if arguments.pyodide_version:
        print(PYODIDE_VERSION)
    if arguments.check:
        named = [PAGE / name for name in OWN] + [
            ROOT / source for source in (*FACTBOOKS, *(source for _, _, source in EXAMPLES))
        ]
        missing = [str(path.relative_to(ROOT)) for path in named if not path.is_file()]
        page()
        if missing:
            print(f"the playground names what does not exist: {', '.join(missing)}", file=sys.stderr)
            return 1
    if arguments.output is not None:
        write(arguments.output, arguments.pyodide, arguments.wheel)
    return 0


if __name__ == "__main__":
    sys.exit(main())
