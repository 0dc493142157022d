# The worker's image. `docker build .` needs nothing but the base image and PyPI; BuildKit and the classic builder both do.
# Requirements and code are two layers, so that a change of code neither installs nor ships the requirements again.

FROM python:3.11-slim AS requirements
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
# Without pip of its own: the base image's installs from outside, and the final image carries no second one.
RUN python -m venv --without-pip /opt/venv
COPY requirements/worker.txt /build/requirements/
RUN pip --python /opt/venv/bin/python install --quiet --no-compile --require-hashes -r /build/requirements/worker.txt
# Compiled here because the root file system is read-only where it runs. Unchecked: a layer's file times mean nothing.
RUN python -m compileall -q -j 0 --invalidation-mode unchecked-hash /opt/venv/lib

FROM requirements AS application
WORKDIR /build
COPY pyproject.toml README.md LICENSE ./
COPY worker worker
# setuptools, which builds the wheel, is among the hash-pinned requirements (spaCy's); isolation would fetch it unpinned.
RUN pip --python /opt/venv/bin/python install --quiet --no-compile --no-deps --no-index --no-build-isolation --prefix /opt/application . \
 && python -m compileall -q --invalidation-mode unchecked-hash /opt/application/lib

FROM python:3.11-slim
LABEL org.opencontainers.image.title="news-worker" \
      org.opencontainers.image.description="Streaming worker for a news firehose: raw pages in from Kafka, enriched articles out, exactly once." \
      org.opencontainers.image.licenses="Apache-2.0"
# A fixed number, so that a volume's owner and Kubernetes' runAsNonRoot can rely on it.
RUN groupadd --gid 10001 worker \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin worker
ENV PATH=/opt/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
WORKDIR /srv
COPY --from=requirements /opt/venv /opt/venv
COPY --from=application /opt/application /opt/venv
COPY config/worker.toml config/
USER 10001:10001
EXPOSE 9464
# Loading the language model in every child takes a while on a small machine: hence the start period.
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen('http://127.0.0.1:' + os.environ.get('NEWS_WORKER__TELEMETRY__PORT', '9464') + '/healthz', timeout=4)"]
ENTRYPOINT ["news-worker"]
CMD ["run"]
