"""Where settings come from, which one wins, and what is said of a wrong one."""

from pathlib import Path

import pytest

from worker.settings import Settings, SettingsError, assignments, load, load_effective

FILE = """
[kafka]
group = "from-file"
bootstrap_servers = "kafka-1:9092,kafka-2:9092"
[batch]
max_records = 128
[nlp]
steps = ["entities"]
"""


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory without a config/worker.toml."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "some.toml"
    path.write_text(FILE)
    return path


def mistakes(environ: dict[str, str] | None = None, **arguments: object) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as caught:
        load(environ=environ or {}, **arguments)  # type: ignore[arg-type]  # a test gives anything
    return caught.value.mistakes


def test_without_anything_they_are_the_defaults() -> None:
    effective = load_effective(environ={})
    assert effective.settings == Settings()
    assert effective.sources == {}


def test_each_place_wins_over_the_one_before(config: Path) -> None:
    environ = {"NEWS_WORKER__KAFKA__GROUP": "from-environment", "NEWS_WORKER__BATCH__MAX_RECORDS": "96"}
    flags = {"batch.max_records": 80, "pool": {"processes": 0}, "nlp.model": None}
    effective = load_effective(config, flags, environ)
    settings = effective.settings
    assert settings.kafka.bootstrap_servers == "kafka-1:9092,kafka-2:9092"
    assert settings.kafka.group == "from-environment"
    assert settings.batch.max_records == 80
    assert settings.pool.processes == 0
    assert settings.nlp.model == Settings().nlp.model
    assert effective.sources == {
        "kafka.group": "environment NEWS_WORKER__KAFKA__GROUP",
        "kafka.bootstrap_servers": f"file {config}",
        "batch.max_records": "flag",
        "nlp.steps": f"file {config}",
        "pool.processes": "flag",
    }


class TestFile:
    def test_is_the_one_of_the_environment_where_no_flag_names_one(self, config: Path) -> None:
        assert load(environ={"NEWS_WORKER_CONFIG": str(config)}).kafka.group == "from-file"

    def test_is_config_worker_toml_where_nothing_names_one(self, elsewhere: Path) -> None:
        (elsewhere / "config").mkdir()
        (elsewhere / "config" / "worker.toml").write_text(FILE)
        assert load(environ={}).kafka.group == "from-file"

    @pytest.mark.parametrize("how", ["flag", "environment"])
    def test_must_be_there_where_it_is_asked_for(self, how: str) -> None:
        if how == "flag":
            (mistake,) = mistakes(config=Path("nowhere.toml"))
        else:
            (mistake,) = mistakes({"NEWS_WORKER_CONFIG": "nowhere.toml"})
        assert (
            mistake
            == "nowhere.toml cannot be read (No such file or directory): correct --config or NEWS_WORKER_CONFIG."
        )

    @pytest.mark.parametrize("text", [b"[kafka", b"group", b"\xff = 1"])
    def test_must_be_toml(self, config: Path, text: bytes) -> None:
        config.write_bytes(text)
        (mistake,) = mistakes(config=config)
        assert mistake.startswith(f"{config} is not valid TOML: ")

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ('kafka.gruop = "x"', "kafka.gruop in {} is not a setting; did you mean kafka.group?"),
            ('[kafak]\ngroup = "x"', "kafak.group in {} is not a setting; did you mean kafka.group?"),
            ("kafka.processes = 3", "kafka.processes in {} is not a setting; did you mean pool.processes?"),
            ('kafka = "x"', "kafka in {} is a section: give its settings one by one, such as kafka.bootstrap_servers."),
            ("qwertz = 1", "qwertz in {} is not a setting; `news-worker settings` lists them."),
            ("batch.max_records = 0", "batch.max_records in {} is 0, but should be greater than 0."),
            ("kafka.group.name = 1", "kafka.group in {} is {{'name': 1}}, but should be a valid string."),
            ("pool.start_seconds = inf", "pool.start_seconds in {} is inf, but should be a finite number."),
        ],
    )
    def test_has_its_mistakes_named_with_the_nearest_setting(self, config: Path, text: str, sentence: str) -> None:
        config.write_text(text)
        assert mistakes(config=config) == (sentence.format(config),)


class TestEnvironment:
    @pytest.mark.parametrize(
        ("name", "sentence"),
        [
            ("KAFKA__GRUOP", "did you mean NEWS_WORKER__KAFKA__GROUP?"),
            ("KAFKA_GROUP", "did you mean NEWS_WORKER__KAFKA__GROUP?"),
            ("DEADLETTERS__FLOOD_RUN", "did you mean NEWS_WORKER__DEAD_LETTERS__FLOOD_RUN?"),
            ("TELEMETRY__LOGLEVEL", "did you mean NEWS_WORKER__TELEMETRY__LOG_LEVEL?"),
            ("QWERTZ", "`news-worker settings` lists them."),
        ],
    )
    def test_has_its_misspelt_names_found(self, name: str, sentence: str) -> None:
        (mistake,) = mistakes({f"NEWS_WORKER__{name}": "1"})
        assert mistake == f"NEWS_WORKER__{name} is not a setting; {sentence}"

    def test_sets_nothing_by_an_empty_value_or_by_names_of_others(self) -> None:
        environ = {"NEWS_WORKER__KAFKA__GROUP": "", "NEWS_WORKER_SERVICE_HOST": "10.0.0.1", "PATH": "/bin"}
        assert load(environ=environ) == Settings()

    @pytest.mark.parametrize("steps", ["entities,keyphrases", " entities , keyphrases ,"])
    def test_lists_are_separated_by_commas(self, steps: str) -> None:
        assert load(environ={"NEWS_WORKER__NLP__STEPS": steps}).nlp.steps == ("entities", "keyphrases")

    @pytest.mark.parametrize(("text", "value"), [("true", True), ("0", False), ("off", False)])
    def test_switches_are_words_or_digits(self, text: str, value: bool) -> None:
        assert load(environ={"NEWS_WORKER__KAFKA__SSL_CHECK_HOSTNAME": text}).kafka.ssl_check_hostname is value


def test_all_mistakes_are_told_at_once(config: Path) -> None:
    config.write_text('[kafka]\ngruop = "x"\n[batch]\nmax_bytes = "many"')
    environ = {"NEWS_WORKER__POOL__PROCESSES": "-1", "NEWS_WORKER__POOL__PROCESES": "2"}
    told = mistakes(environ, config=config, overrides={"output.removed": "some"})
    assert len(told) == 5
    assert any("output.removed is 'some', but" in mistake for mistake in told)
    assert str(SettingsError(told)) == "\n".join(told)


SECRET = "correct-horse"  # noqa: S105 - opens nothing


@pytest.mark.parametrize(
    "environ",
    [
        {"NEWS_WORKER__KAFKA__SASL_PASSWORD": SECRET},
        {"NEWS_WORKER__KAFKA__SASL_PASWORD": SECRET},
        {"NEWS_WORKER__KAFKA__SSL_PASSWORD": SECRET, "NEWS_WORKER__BATCH__MAX_RECORDS": "0"},
    ],
)
def test_no_mistake_shows_a_secret(environ: dict[str, str]) -> None:
    with pytest.raises(SettingsError) as caught:
        load(environ=environ)
    assert caught.value.mistakes
    assert SECRET not in str(caught.value) + repr(caught.value) + repr(caught.value.__context__)


def test_a_secret_of_a_wrong_type_is_not_shown(config: Path) -> None:
    config.write_text(f'kafka.sasl_password = ["{SECRET}"]')
    (mistake,) = mistakes(config=config)
    assert mistake == f"kafka.sasl_password in {config} should be a valid string."


def test_settings_do_not_show_their_secrets() -> None:
    environ = {
        "NEWS_WORKER__KAFKA__SASL_PASSWORD": SECRET,
        "NEWS_WORKER__KAFKA__SASL_USERNAME": "me",
        "NEWS_WORKER__KAFKA__SECURITY_PROTOCOL": "SASL_SSL",
    }
    effective = load_effective(environ=environ)
    shown = f"{effective} {effective.settings.model_dump()} {effective.settings.model_dump_json()}"
    assert SECRET not in shown


def test_assignments_are_flags_of_any_setting() -> None:
    sets = assignments(["kafka.group=a=b", " pool.processes =2"])
    assert sets == {"kafka.group": "a=b", "pool.processes": "2"}
    with pytest.raises(SettingsError, match=r"^--set kafka\.group has no value: write --set SECTION\.FIELD=VALUE\.$"):
        assignments(["kafka.group"])


def test_an_unknown_flag_is_a_mistake_too() -> None:
    assert mistakes(overrides={"kafka.gruop": "x"}) == ("kafka.gruop is not a setting; did you mean kafka.group?",)
