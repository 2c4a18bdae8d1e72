"""Settings: rules by any of their names, mistakes with their line, values that no program should choke on."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.counting import is_linear

import newsfacts
from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import Plan
from newsfacts.checking.toml_keys import MAX_KEY_PARTS, key_lines
from newsfacts.errors import UsageError
from newsfacts.findings import Severity
from newsfacts.rules import FAMILIES, all_rules

LOST_HEDGE = "[At least 12]{.count value=12} people came.\n"
SCHEMA = (
    "newsfacts-schema: 1\nname: desk\nkinds:\n  wire: {parent: aside, doc: a line of the desk, fields: {slug: {type: text}}}\n"
    "checks:\n- {code: DESK1, name: slug-needed, 'on': wire, requires: {needs: [slug]}, message: no slug, severity: warning}\n"
    "- {code: DESK12, name: slug-forbidden, 'on': wire, forbids: {with: [slug]}, message: a slug, severity: warning}\n"
)


def codes(configuration: Configuration, text: str = LOST_HEDGE) -> list[str]:
    return [finding.code for finding in newsfacts.check(newsfacts.loads(text), configuration).findings]


def mistake(path: Path, text: str | bytes) -> str:
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    with pytest.raises(UsageError) as caught:
        Configuration.read(path)
    return str(caught.value).removeprefix(str(path))


# -- Which rules -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["N02", "n02", "lost-hedge", "N", "ALL", "all"])
def test_a_rule_is_selected_and_ignored_by_code_name_family_and_all(word: str) -> None:
    assert "N02" in codes(Configuration(select=(word,)))
    assert "N02" in codes(Configuration(select=("Q",), extend_select=(word,)))
    if word.upper() != "ALL":
        assert "N02" not in codes(Configuration(ignore=(word,)))
    (found,) = newsfacts.check(
        newsfacts.loads(LOST_HEDGE), Configuration(select=("N02",), severity={word: Severity.INFO})
    ).findings
    assert found.severity is Severity.INFO


def test_options_are_set_by_the_name_of_a_rule_too() -> None:
    text = "[The bridge is safe]{.claim #c}, said [“perfectly safe”]{.quote supports=c}.\n"
    assert codes(Configuration(select=("Q15",)), text) == ["Q15"]
    assert codes(Configuration(select=("Q15",), options={"Q15": {"words": 2}}), text) == []
    assert codes(Configuration(select=("Q15",), options={"scant-evidence": {"words": 2}}), text) == []


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("N99", "no rule or family has the code 'N99'"),
        ("N1", "no rule or family has the code 'N1'"),
        ("B", "no rule or family has the code 'B'"),
        ("FOO", "no rule or family has the code 'FOO'"),
        ("ZZ9", "no rule or family has the code 'ZZ9'"),
        ("lost-hedg", "no rule is named 'lost-hedg' (did you mean 'lost-hedge'?)"),
        ("lost_hedge", "no rule is named 'lost_hedge' (did you mean 'lost-hedge'?)"),
        ("", "an empty code names no rule"),
    ],
)
@pytest.mark.parametrize("setting", ["select", "extend_select", "ignore", "severity", "options"])
def test_what_names_no_rule_is_refused_with_the_nearest(word: str, message: str, setting: str) -> None:
    value = {"severity": {word: Severity.INFO}, "options": {word: {}}}.get(setting, (word,))
    with pytest.raises(UsageError) as caught:
        codes(Configuration(**{setting: value}))  # type: ignore[arg-type] # one setting of five
    assert str(caught.value).startswith(message)


def test_a_configuration_that_leaves_no_rule_is_refused() -> None:
    for configuration in (Configuration(select=("N",), ignore=("N",)), Configuration(ignore=("ALL",))):
        with pytest.raises(UsageError, match="leaves no rule to run"):
            codes(configuration)


@given(st.lists(st.sampled_from([*all_rules(), *FAMILIES, *(rule.name for rule in all_rules().values())]), min_size=1))
def test_whatever_is_selected_runs_and_nothing_else(words: list[str]) -> None:
    """A law: the rules of a selection are those with one of the codes or names, or of one of the families."""
    wanted = {rule.code for rule in all_rules().values() if {rule.code, rule.code[0], rule.name} & set(words)}
    assert {rule.code for rule in Configuration(select=tuple(words)).rules()} == wanted


def test_a_check_of_a_schema_file_is_named_by_code_name_and_family(tmp_path: Path) -> None:
    (tmp_path / "desk.schema.yaml").write_text(SCHEMA, encoding="utf-8")
    schema = Configuration(schema=("desk.schema.yaml",), root=tmp_path).document_schema()
    text = "[A line]{.wire} and [another]{.wire slug=x}."
    document = newsfacts.loads(text, schema=schema)

    def found(**settings: tuple[str, ...]) -> list[str]:
        configuration = Configuration(schema=("desk.schema.yaml",), root=tmp_path, **settings)  # type: ignore[arg-type]
        return [f.code for f in newsfacts.check(document, configuration).findings if f.code.startswith("DESK")]

    assert found() == ["DESK1", "DESK12"]
    assert found(select=("DESK1",)) == ["DESK1"]
    assert found(select=("slug-forbidden",)) == ["DESK12"]
    assert found(select=("DESK",)) == ["DESK1", "DESK12"]
    assert found(ignore=("DESK1",)) == ["DESK12"]
    assert found(select=("D",)) == []


def test_a_check_that_only_a_document_knows_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "newsfacts.toml").write_text('ignore = ["DESK1"]\n', encoding="utf-8")
    (tmp_path / "desk.schema.yaml").write_text(SCHEMA, encoding="utf-8")
    (tmp_path / "a.facts").write_text("---\nschema: [desk.schema.yaml]\n---\n[A line]{.wire}.\n", encoding="utf-8")
    assert Configuration.read(tmp_path / "newsfacts.toml").ignore == ("DESK1",)
    assert [str(f) for file in newsfacts.check_files([tmp_path / "a.facts"]) for f in file.findings] == []
    document = newsfacts.load(tmp_path / "a.facts")
    assert newsfacts.check(document, Configuration(select=("DESK1",))).findings[0].code == "DESK1"
    with pytest.raises(UsageError, match="no rule or family has the code 'DESK2'"):
        newsfacts.check(document, Configuration(select=("DESK2",)))
    (tmp_path / "desk.schema.yaml").rename(tmp_path / "desk.yaml")
    assert mistake(tmp_path / "newsfacts.toml", 'ignore = ["DESK1"]\n') == (
        ":1: no rule or family has the code 'DESK1'"
    )


def test_a_file_that_cannot_be_read_is_reported_whatever_is_selected(tmp_path: Path) -> None:
    for configuration in (
        Configuration(select=("N02",)),
        Configuration(ignore=("S",)),
        Configuration(profile="lenient"),
    ):
        (result,) = newsfacts.check_files([tmp_path / "gone.facts"], configuration)
        assert [finding.code for finding in result.findings] == ["S20"]
    (tmp_path / "a.facts.yaml").write_text("text: [", encoding="utf-8")
    (result,) = newsfacts.check_files([tmp_path / "a.facts.yaml"], Configuration(select=("N02",)))
    assert [finding.code for finding in result.findings] == ["S11", "S17"]


# -- Mistakes and their lines ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[tool.other]\nselect = 5\n\n[tool.newsfacts]\nselect = 7\n", ':5: select is a list of texts, such as select = ["N"]'),
        ('[tool.newsfacts]\npolicy = "news"\n[tool.other]\npolicy = 3\n[tool.newsfacts.options.Q15]\nwords = "x"\n', ":6: the option words of Q15 is like 3, not 'x'"),
        ('[tool]\nnewsfacts.fail-on = "never"\n', ":2: a severity is error, warning or info, not 'never'"),
        ('[tool.newsfacts]\nseverity = { N21 = "bad" }\n', ":2: a severity is error, warning or info, not 'bad'"),
        ('[tool.newsfacts.severity]\nN21 = "info"\nN99 = "info"\n', ":3: no rule or family has the code 'N99'"),
        ('[tool.newsfacts]\nselect = [\n  "N02",  # "N98"\n  "N98",\n]\n', ":4: no rule or family has the code 'N98'"),
        ('[tool.newsfacts]\nselect = ["N",\n"lost-hegde"]\n', ":3: no rule is named 'lost-hegde' (did you mean 'lost-hedge'?)"),
        ('text = """\n[tool.newsfacts]\nprofile = 1\n"""\n[tool.newsfacts]\n"profile" = 2\n', ':6: profile is a text, such as profile = "strict"'),
        ('[tool.newsfacts]\nprofile = "newsrom"\n', ":2: no profile is named 'newsrom' (did you mean 'newsroom'?)"),
        ("[tool.newsfacts]\noptions.N99.words = 3\n", ":2: no rule has the code 'N99'"),
        ("[tool.newsfacts]\noptions.Q15.word = 3\n", ":2: Q15 has no option 'word' (did you mean 'words'?)"),
        ('[tool.newsfacts]\noptions.T11.nouns = ["x", 3]\n', ":2: the option nouns of T11 is like"),
    ],
)  # fmt: skip
def test_a_mistake_names_the_line_of_its_own_table(tmp_path: Path, text: str, message: str) -> None:
    assert mistake(tmp_path / "pyproject.toml", text).startswith(message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"fail-on = {'9' * 5000}\n", " cannot be read: an integer has more than 4,300 digits"),
        (".".join(["a"] * 50_000) + " = 1\n", f":1: a key has more than {MAX_KEY_PARTS} parts with dots between"),
        (f"x = 1\n[{'.'.join(['a'] * 50_000)}]\n", f":2: a key has more than {MAX_KEY_PARTS} parts with dots between"),
        (
            f"x = {{{'.'.join(['a'] * 50_000)} = 1}}\n",
            f":1: a key has more than {MAX_KEY_PARTS} parts with dots between",
        ),
        ("x = " + "[" * 50_000, " cannot be read: its lists and tables are nested too deep"),
        ("#" + "x" * 2**20, " cannot be read: it has more than 1,048,576 bytes"),
        (f"{'x' * 90} = 1\n", f":1: newsfacts has no setting '{'x' * 90}'"),
    ],
)
def test_values_that_no_program_should_choke_on_are_refused(tmp_path: Path, text: str, message: str) -> None:
    said = mistake(tmp_path / "newsfacts.toml", text)
    assert said.removeprefix("the configuration ").removeprefix(str(tmp_path / "newsfacts.toml")) == message


def test_keys_are_found_in_linear_time() -> None:
    assert is_linear(key_lines, lambda size: "a.b = 1 # x\n" * (size // 12), 500)
    assert is_linear(key_lines, lambda size: "[" * size, 500)
    assert is_linear(key_lines, lambda size: "'''" * (size // 3), 500)
    assert is_linear(key_lines, lambda size: "a" * size, 500)


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ('policy = "a\\u0000b.yaml"', "the policy a\0b.yaml cannot be read: its name cannot be the name of a file"),
        ('schema = ["a\\u0000b"]', "the schema {}/a\0b cannot be read: its name cannot be the name of a file"),
        ('factbook = ["a\\u0000b"]', "the factbook a\0b of the configuration cannot be read: its name cannot be the name of a file"),
        ('policy = "latin.yaml"', "the policy latin.yaml cannot be read: line 1, column 13: the byte 0xE9 is not UTF-8. In Windows-1252 it is é; if that fits, open the file as Windows-1252 and save it as UTF-8."),
        ('policy = "wrong.yaml"', "the policy wrong.yaml cannot be used: 'vage' is not an option of a policy; did you mean 'vague'?"),
        ('factbook = ["broken.factbook.yaml"]', "the factbook of the configuration has an error: broken.factbook.yaml:1:1: error S03 "),
        ('factbook = ["/etc/passwd"]', "the factbook of the configuration has an error: /etc/passwd:1:1: error S17 "),
        ('exclude = ["a\\u0000*"]', None),
    ],
)  # fmt: skip
def test_files_that_the_settings_name_cannot_be_used(tmp_path: Path, setting: str, message: str | None) -> None:
    (tmp_path / "latin.yaml").write_bytes(b"profile: caf\xe9\n")
    (tmp_path / "wrong.yaml").write_text("vage: {}\n", encoding="utf-8")
    (tmp_path / "broken.factbook.yaml").write_text("entitys:\n  xi: {name: Xi}\n", encoding="utf-8")
    (tmp_path / "a.facts").write_text("Nothing.\n", encoding="utf-8")
    (tmp_path / "newsfacts.toml").write_text(f"{setting}\n", encoding="utf-8")
    if message is None:
        assert len(list(newsfacts.check_files([tmp_path / "a.facts"]))) == 1
        return
    with pytest.raises(UsageError) as caught:
        newsfacts.check_files([tmp_path])
    assert str(caught.value).startswith(message.format(tmp_path))


def test_the_library_uses_the_settings_that_the_command_line_finds(tmp_path: Path) -> None:
    (tmp_path / "newsfacts.toml").write_text('ignore = ["N02"]\nexclude = ["old/*"]\n', encoding="utf-8")
    (tmp_path / "a.facts").write_text(LOST_HEDGE, encoding="utf-8")
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "b.facts").write_text(LOST_HEDGE, encoding="utf-8")
    assert [(Path(file.path).name, file.findings) for file in newsfacts.check_files([tmp_path])] == [("a.facts", ())]
    (result,) = newsfacts.check_files([tmp_path / "a.facts"], Configuration())
    assert [finding.code for finding in result.findings] == ["N02"]


def test_a_plan_is_the_same_however_rules_are_named() -> None:
    assert Plan.of(Configuration(select=("lost-hedge",))).rules == Plan.of(Configuration(select=("N02",))).rules
