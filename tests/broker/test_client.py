"""What the clients are told."""

import socket
from pathlib import Path

import pytest
from kafka import KafkaAdminClient, KafkaConsumer, KafkaProducer

from worker.broker.client import connection, consumer_settings, producer_settings
from worker.settings import Kafka, Settings


def settings(**kafka: object) -> Settings:
    return Settings.model_validate({"kafka": kafka})


def test_every_setting_is_one_that_the_clients_know() -> None:
    ours = settings(security_protocol="SASL_SSL", sasl_username="u", sasl_password="p")  # noqa: S106 - of nobody
    assert set(consumer_settings(ours)) <= set(KafkaConsumer.DEFAULT_CONFIG)
    assert set(producer_settings(ours)) <= set(KafkaProducer.DEFAULT_CONFIG)
    assert set(connection(ours.kafka)) <= set(KafkaAdminClient.DEFAULT_CONFIG)


def test_the_input_is_read_committed_and_nothing_is_committed_behind_our_back() -> None:
    told = consumer_settings(settings())
    assert told["isolation_level"] == "read_committed"
    assert told["enable_auto_commit"] is False
    assert told["auto_offset_reset"] == "earliest"


def test_the_transactional_id_is_group_and_ordinal_the_host_if_none_is_given() -> None:
    assert producer_settings(settings(group="g", ordinal="7"))["transactional_id"] == "g-7"
    assert producer_settings(settings(group="g"))["transactional_id"] == f"g-{socket.gethostname()}"


@pytest.mark.parametrize(("static", "instance"), [(True, "g-7"), (False, None)])
def test_only_a_static_member_has_an_instance_id(static: bool, instance: str | None) -> None:
    told = consumer_settings(settings(group="g", ordinal="7", static_member=static))
    assert told["group_instance_id"] == instance


def test_the_password_comes_from_its_file_without_the_line_break(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("secret\n")
    told = connection(
        Kafka(security_protocol="SASL_PLAINTEXT", sasl_username="u", sasl_password_file=file, sasl_mechanism="PLAIN")
    )
    assert (told["sasl_mechanism"], told["sasl_plain_username"], told["sasl_plain_password"]) == (
        "PLAIN",
        "u",
        "secret",
    )
    assert "ssl_cafile" not in told


def test_certificates_are_passed_on() -> None:
    told = connection(settings(security_protocol="SSL", ssl_cafile="/ca", ssl_check_hostname=False).kafka)
    assert (told["ssl_cafile"], told["ssl_check_hostname"], told["ssl_keyfile"]) == ("/ca", False, None)
    assert "sasl_mechanism" not in told
