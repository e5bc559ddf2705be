# docker build -t factlint .
# docker run --rm --network none -v "$PWD:/texts:ro" factlint check press/
FROM python:3.12-slim AS build
WORKDIR /build
COPY pyproject.toml README.md ./
COPY factlint ./factlint
COPY rules ./rules
RUN python -m venv /venv \
    && /venv/bin/python -m pip install --no-cache-dir --disable-pip-version-check '.[pdf]' \
    && /venv/bin/python -m pip uninstall --yes --quiet pip \
    && python -m compileall -q /venv/lib

FROM python:3.12-slim
# git, for --only-changed-since, whichever this Debian has; the mounted repository belongs to somebody else
# hadolint ignore=DL3008
RUN apt-get update -qq \
    && apt-get install -y -qq --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*'
COPY --from=build /venv /venv
# What is kept from run to run would be gone with the container.
ENV PATH=/venv/bin:$PATH FACTLINT_NO_CACHE=1
USER 1000:1000
WORKDIR /texts
ENTRYPOINT ["factlint"]
CMD ["--help"]
