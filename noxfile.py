"""The daily commands: `nox -l` lists them, `nox` runs the first four. `.ci/run` is what must pass before a change is merged."""

from __future__ import annotations

from pathlib import Path

import nox

nox.needs_version = ">=2024.10"
nox.options.default_venv_backend = "venv"
nox.options.reuse_existing_virtualenvs = True
nox.options.sessions = ["tests", "lint", "types", "docs"]

PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
NEWEST = "constraints/newest.txt"
OLDEST = "constraints/oldest.txt"
HASHES = "constraints/hashes.txt"


def install(session: nox.Session, *requirements: str, constraints: str = NEWEST) -> None:
    """With the committed constraints, for the package and for what builds it, whichever pip this is."""
    env = {"PIP_CONSTRAINT": constraints, "PIP_BUILD_CONSTRAINT": constraints}
    session.install(*requirements, env=env)


@nox.session
def tests(session: nox.Session) -> None:
    """The tests; arguments go to pytest: `nox -s tests -- tests/rules -k N02`."""
    install(session, "-e", ".[test]")
    session.run("pytest", "-q", *(session.posargs or ["-n", "auto"]))


@nox.session(python=PYTHONS)
def newest(session: nox.Session) -> None:
    """The tests on each Python with the newest dependencies."""
    install(session, ".[test]")
    session.run("pytest", "-q", "-n", "auto", *session.posargs, env={"HYPOTHESIS_PROFILE": "small"})


@nox.session(python=PYTHONS)
def oldest(session: nox.Session) -> None:
    """The tests on each Python with the oldest dependencies that are allowed."""
    install(session, ".[test]", constraints=OLDEST)
    session.run("pytest", "-q", "-n", "auto", *session.posargs, env={"HYPOTHESIS_PROFILE": "small"})


@nox.session
def coverage(session: nox.Session) -> None:
    """The tests with coverage of lines and branches; `coverage/index.html` shows what is missed."""
    install(session, ".[test]")
    session.run("pytest", "-q", "-n", "auto", "--cov", "--cov-report=term:skip-covered", "--cov-report=html:coverage")


@nox.session
def lint(session: nox.Session) -> None:
    """Style, spelling, wording, and the files of GitHub and pre-commit. `nox -s lint -- --fix` fixes what can be fixed."""
    install(session, "-e", ".[lint]")
    fix = "--fix" in session.posargs
    session.run("ruff", "check", *(["--fix"] if fix else []), ".")
    session.run("ruff", "format", *([] if fix else ["--check"]), ".")
    session.run("typos")
    workflows = [str(path) for path in sorted(Path(".github/workflows").glob("*.yml"))]
    session.run("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *workflows)
    session.run("check-jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml")
    session.run("python", "tests/wording.py", success_codes=[0, 1])


@nox.session
def types(session: nox.Session) -> None:
    """mypy over everything; pyright over what a user of the library writes; how much of the public surface has types."""
    install(session, ".[lint]")
    session.run("mypy")
    session.run("python", "tests/typing/verify.py")


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation in `site/`; `nox -s docs -- serve` shows it while you write."""
    install(session, "-e", ".[docs]")
    session.run("mkdocs", *(session.posargs or ["build", "--strict", "--quiet"]))


@nox.session
def generated(session: nox.Session) -> None:
    """Write the generated files; `nox -s generated -- --check` only compares them."""
    install(session, "-e", ".[test]")
    for script in sorted(Path("scripts").glob("*.py")):
        session.run("python", str(script), *session.posargs)


@nox.session
def freeze(session: nox.Session) -> None:
    """Write the frozen tables of readings and findings; read every changed line before you commit it."""
    install(session, "-e", ".[test]")
    session.run("python", "tests/frozen/freeze.py", *session.posargs)


@nox.session
def benchmarks(session: nox.Session) -> None:
    """How long things take: `nox -s benchmarks -- values` runs one of them."""
    install(session, ".[test]")
    for script in sorted(Path("benchmarks").glob("[!_]*.py")):
        if not session.posargs or script.stem in session.posargs:
            session.run("python", str(script))


@nox.session
def mutants(session: nox.Session) -> None:
    """Small mistakes in the core modules that no test notices: `nox -s mutants -- --module text/spans --sample 50`."""
    install(session, "-e", ".[test]", "mutmut==3.8.1")
    session.run("python", "mutation/run.py", "--check", *session.posargs)


@nox.session
def lock(session: nox.Session) -> None:
    """Renew the constraints and the hashes; `nox -s lock -- --keep` adds what is missing and changes no version. Then run the tests."""
    session.install("uv")
    keep = "--keep" in session.posargs
    options = ["--universal", "--python-version", "3.11", "--no-annotate", "--quiet"]
    options += [] if keep else ["--upgrade"]
    options += ["--custom-compile-command", "nox -s lock"]
    build = str(Path(session.create_tmp()) / "build.in")
    pyproject = nox.project.load_toml("pyproject.toml")
    Path(build).write_text("\n".join(pyproject["build-system"]["requires"]), encoding="utf-8")
    compile_ = ["uv", "pip", "compile", "pyproject.toml", build, *options]
    session.run(*compile_, "--all-extras", "--output-file", NEWEST)
    session.run(*compile_, "--extra", "test", "--resolution", "lowest-direct", "--output-file", OLDEST)
    # pip checks hashes only where every package has one, so these have a file of their own: what builds, checks and publishes.
    known = ["--constraint", NEWEST, "--generate-hashes"]
    session.run(*compile_, *known, "--extra", "lint", "--extra", "docs", "--output-file", HASHES)
