"""Settings that do not fit each other, and the sentences that mend them."""

from pathlib import Path

import pytest

from worker.settings import Settings, SettingsError, check, sasl_password, worst_batch_seconds


def told(**sections: dict[str, object]) -> tuple[str, ...]:
    return check(Settings.model_validate(sections))


SASL: dict[str, object] = {"security_protocol": "SASL_SSL", "sasl_username": "me", "sasl_password": "secret"}


def without(field: str) -> dict[str, object]:
    return {name: value for name, value in SASL.items() if name != field}


def test_the_defaults_fit() -> None:
    assert check(Settings()) == ()


def test_the_worst_batch_is_counted_in_full() -> None:
    sections = {
        "batch": {"max_seconds": 10, "max_records": 100, "transaction_records": 50},
        "pool": {"chunk_records": 4, "record_deadline_seconds": 5, "chunk_deadline_seconds": 15},
        "kafka": {"delivery_timeout_seconds": 7, "request_timeout_seconds": 2},
    }
    assert worst_batch_seconds(Settings.model_validate(sections)) == 10 + 15 + 4 * 5 + 2 * (7 + 3 * 2)
    inline = sections | {"pool": {"processes": 0}}
    assert worst_batch_seconds(Settings.model_validate(inline)) == 10 + 2 * (7 + 3 * 2)


@pytest.mark.parametrize(
    ("sections", "beginning", "mending"),
    [
        ({"batch": {"max_records": 1024}}, "A batch may take 1130 s in the worst case", "raise that above 1130"),
        ({"batch": {"max_seconds": 300}}, "A batch may take 800 s", "lower batch.max_records, batch.max_seconds"),
        (
            {"kafka": {"session_timeout_seconds": 600}},
            "kafka.session_timeout_seconds (600)",
            "below kafka.max_poll_interval_seconds (600)",
        ),
        (
            {"pool": {"chunk_deadline_seconds": 20}},
            "pool.chunk_deadline_seconds (20)",
            "at least pool.record_deadline_seconds (30)",
        ),
        ({"service": {"stall_seconds": 60}}, "service.stall_seconds (60)", "must be above 60"),
        ({"service": {"drain_seconds": 600}}, "service.drain_seconds (600)", "below kafka.max_poll_interval_seconds"),
        (
            {"kafka": {"delivery_timeout_seconds": 10}},
            "kafka.delivery_timeout_seconds (10)",
            "above kafka.request_timeout_seconds (10)",
        ),
        (
            {"kafka": {"retry_backoff_milliseconds": 10_000}},
            "kafka.retry_backoff_milliseconds (10000)",
            "below kafka.request_timeout_seconds (10)",
        ),
        ({"input": {"max_bytes": 9_000_000}}, "kafka.max_request_bytes (16777216)", "at least 18000000"),
        ({"batch": {"max_bytes": 8_000_000}}, "batch.max_bytes (8000000)", "at least input.max_bytes (8388608)"),
        ({"pool": {"recycle_growth_bytes": 2**31}}, "pool.recycle_growth_bytes", "below pool.max_child_bytes"),
        (
            {"batch": {"transaction_records": 257}},
            "batch.transaction_records (257)",
            "at most batch.max_records (256)",
        ),
        ({"nlp": {"routes": ("fr",)}}, "nlp.routes: 'fr'", "as in fr=fr_core_news_sm"),
        ({"nlp": {"routes": ("FR=a",)}}, "nlp.routes: 'FR=a'", "as in fr=fr_core_news_sm"),
        ({"nlp": {"routes": ("fr=",)}}, "nlp.routes: 'fr='", "as in fr=fr_core_news_sm"),
        ({"nlp": {"routes": ("en=a",)}}, "nlp.routes names a second pipeline for en", "or in nlp.languages"),
        ({"nlp": {"routes": ("fr=a", "fr=b")}}, "nlp.routes names a second pipeline for fr", "leave it out"),
        ({"nlp": {"languages": ()}}, "nlp.languages is empty", "name the language"),
        ({"topics": {"output": "raw-articles"}}, "topics.output and topics.input are both", "its own name"),
        ({"topics": {"dead_letters": "."}}, "topics.dead_letters cannot be .", "Kafka does not allow"),
        ({"kafka": {"bootstrap_servers": "kafka"}}, "kafka.bootstrap_servers: 'kafka'", "as in kafka-1:9092"),
        ({"kafka": {"bootstrap_servers": "kafka:9092,"}}, "kafka.bootstrap_servers: ''", "is not host:port"),
        ({"kafka": {"bootstrap_servers": "kafka:99999"}}, "kafka.bootstrap_servers: 'kafka:99999'", "is not host:port"),
        ({"kafka": without("sasl_username")}, "kafka.sasl_username is missing", "SASL_SSL asks for"),
        ({"kafka": without("sasl_password")}, "kafka.security_protocol SASL_SSL asks for a password", "password_file"),
        ({"kafka": {"sasl_username": "me"}}, "kafka.sasl_username has no effect", "set that to SASL_SSL"),
        ({"kafka": SASL | {"sasl_password": ""}}, "The SASL password is empty", "kafka.sasl_password_file"),
        (
            {"kafka": without("sasl_password") | {"sasl_password_file": "/nowhere"}},
            "kafka.sasl_password_file: /nowhere cannot be read (No such file or directory)",
            "correct the path",
        ),
        (
            {"kafka": {"security_protocol": "SSL", "ssl_cafile": "/nowhere"}},
            "kafka.ssl_cafile: /nowhere cannot be read",
            "correct the path",
        ),
        ({"kafka": {"ssl_cafile": __file__}}, "kafka.ssl_cafile has no effect", "set that to SSL or SASL_SSL"),
        (
            {"kafka": {"security_protocol": "SSL", "ssl_keyfile": __file__}},
            "kafka.ssl_keyfile is given without kafka.ssl_certfile",
            "give both",
        ),
        ({"kafka": {"ssl_password": "secret"}}, "kafka.ssl_password is given without", "give both"),
    ],
)
def test_what_does_not_fit_is_said_once_and_mended(
    sections: dict[str, dict[str, object]], beginning: str, mending: str
) -> None:
    (sentence,) = told(**sections)
    assert sentence.startswith(beginning)
    assert mending in sentence
    assert sentence.endswith(".")
    assert "secret" not in sentence


def test_two_passwords_are_one_too_many(tmp_path: Path) -> None:
    path = tmp_path / "password"
    path.write_text("secret")
    (sentence,) = told(kafka=SASL | {"sasl_password_file": path})
    assert sentence == "kafka.sasl_password and kafka.sasl_password_file are both given: take one of them away."


def test_a_password_file_must_hold_text(tmp_path: Path) -> None:
    path = tmp_path / "password"
    path.write_bytes(b"\xff\xfe\xff")
    (sentence,) = told(kafka=without("sasl_password") | {"sasl_password_file": path})
    assert "it is not UTF-8 text" in sentence


class TestSaslPassword:
    @pytest.mark.parametrize(
        ("text", "password"),
        [("pass", "pass"), ("pass\n", "pass"), ("pass\r\n", "pass"), (" pass \n\n", " pass \n"), ("päss", "päss")],
    )
    def test_is_the_file_without_one_line_end(self, tmp_path: Path, text: str, password: str) -> None:
        path = tmp_path / "password"
        path.write_bytes(text.encode())
        settings = Settings.model_validate({"kafka": {"sasl_password_file": path}})
        assert sasl_password(settings.kafka) == password

    def test_is_the_setting_as_it_is(self) -> None:
        settings = Settings.model_validate({"kafka": {"sasl_password": "pass\n"}})
        assert sasl_password(settings.kafka) == "pass\n"

    def test_is_none_where_none_is_given(self) -> None:
        assert sasl_password(Settings().kafka) is None

    def test_of_an_unreadable_file_is_an_error(self, tmp_path: Path) -> None:
        settings = Settings.model_validate({"kafka": {"sasl_password_file": tmp_path}})
        with pytest.raises(SettingsError, match="cannot be read"):
            sasl_password(settings.kafka)
