"""Records into a topic, and all that is committed out of it, for the tests on the real broker."""

from collections.abc import Sequence

from kafka import KafkaConsumer, KafkaProducer, TopicPartition
from kafka.consumer.fetcher import ConsumerRecord

from localkafka import LocalKafka

Raw = tuple[bytes | None, bytes | None, list[tuple[str, bytes]]]
"""Key, value and headers."""


def send(kafka: LocalKafka, topic: str, records: Sequence[Raw]) -> None:
    producer = KafkaProducer(bootstrap_servers=kafka.bootstrap_servers)
    try:
        for future in [producer.send(topic, key=key, value=value, headers=headers) for key, value, headers in records]:
            future.get(30)
    finally:
        producer.close()


def everything(kafka: LocalKafka, topic: str) -> list[ConsumerRecord]:
    """All committed records of a topic, partition by partition."""
    consumer = KafkaConsumer(bootstrap_servers=kafka.bootstrap_servers, isolation_level="read_committed")
    try:
        partitions = [TopicPartition(topic, number) for number in sorted(consumer.partitions_for_topic(topic))]
        consumer.assign(partitions)
        consumer.seek_to_beginning()
        ends = consumer.end_offsets(partitions)
        found: list[ConsumerRecord] = []
        while any(consumer.position(partition) < ends[partition] for partition in partitions):
            for records in consumer.poll(timeout_ms=200).values():
                found += records
    finally:
        consumer.close()
    return sorted(found, key=lambda record: (record.partition, record.offset))
