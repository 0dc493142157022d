"""The commands that run Kafka's classes, from the jars that `make setup` fetched."""

import os
import shutil
from pathlib import Path

from localkafka.errors import LocalKafkaError

JARS = Path(__file__).resolve().parent.parent / ".cache"

# The first compiler tier and the serial collector: a broker boots in 1.7 s of CPU instead of 2.2 s and stays small.
OPTIONS = (
    "-Xmx320m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-Djava.net.preferIPv4Stack=true",
    "-Dorg.slf4j.simpleLogger.showDateTime=true",
    "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS",
)


def jars() -> Path:
    """The folder of Kafka's jars: $LOCALKAFKA_JARS, else the newest that `make setup` fetched."""
    named = os.environ.get("LOCALKAFKA_JARS")
    folders = [Path(named)] if named else sorted(JARS.glob("kafka-*"), reverse=True)
    for folder in folders:
        if any(folder.glob("kafka_2.13-*.jar")):
            return folder
    raise LocalKafkaError(f"Apache Kafka's jars are not in {named or JARS}. Run `make setup`, which fetches them once.")


def leash() -> list[str]:
    """What to put before a command so that it dies with the thread that starts it; nothing where that cannot be had.

    Else a test run that is killed with -9 leaves its processes behind. setpriv is of util-linux, so not on macOS.
    """
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "KILL", "--"] if setpriv else []


def command(main_class: str, *arguments: str) -> list[str]:
    """The command line of one of Kafka's main classes, on a leash."""
    java = shutil.which("java")
    if java is None:
        raise LocalKafkaError(
            "No `java` on the PATH. Install Java 17, on Debian: apt-get install openjdk-17-jre-headless"
        )
    return [*leash(), java, *OPTIONS, "-cp", f"{jars()}/*", main_class, *arguments]
