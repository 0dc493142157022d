"""Real Apache Kafka on loopback for the demo, the tests and the benchmarks: `with LocalKafka(nodes=3) as kafka: …`."""

from localkafka.cluster import LocalKafka
from localkafka.errors import LocalKafkaError

__all__ = ["LocalKafka", "LocalKafkaError"]
