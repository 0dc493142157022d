"""What a cluster says of itself, and topics laid on chosen brokers."""

from kafka import KafkaAdminClient

from localkafka import LocalKafka
from worker.settings import Topics


def leader_of(kafka: LocalKafka, topic: str, name: str) -> int:
    """The broker that coordinates the group or the transactional id: the leader of the partition it hashes to."""
    admin = KafkaAdminClient(bootstrap_servers=kafka.bootstrap_servers)
    try:
        (description,) = admin.describe_topics([topic])
    finally:
        admin.close()
    java_hash = 0
    for character in name:
        java_hash = (31 * java_hash + ord(character)) & 0xFFFFFFFF
    partitions = sorted(description["partitions"], key=lambda partition: partition["partition_index"])
    return int(partitions[(java_hash & 0x7FFFFFFF) % len(partitions)]["leader_id"])


def place_topics(kafka: LocalKafka, group: str, ordinal: str) -> tuple[Topics, int]:
    """Topics of one partition and one replica: the output alone on a broker that coordinates nothing here."""
    coordinators = {
        leader_of(kafka, "__consumer_offsets", group),
        leader_of(kafka, "__transaction_state", f"{group}-{ordinal}"),
    }
    lonely = min({1, 2, 3} - coordinators)
    topics = Topics(input=group, output=f"{group}.out", dead_letters=f"{group}.dead")
    where = {topics.input: min(coordinators), topics.output: lonely, topics.dead_letters: min(coordinators)}
    admin = KafkaAdminClient(bootstrap_servers=kafka.bootstrap_servers)
    try:
        admin.create_topics(
            {
                name: {"assignments": {0: [node]}, "configs": {"min.insync.replicas": "1"}}
                for name, node in where.items()
            },
            wait_for_metadata=True,
        )
    finally:
        admin.close()
    return topics, lonely


def rebalancing(kafka: LocalKafka, group: str) -> bool:
    admin = KafkaAdminClient(bootstrap_servers=kafka.bootstrap_servers)
    try:
        return bool(admin.describe_groups([group])[group]["group_state"] == "PreparingRebalance")
    finally:
        admin.close()
