# docker build -t factlint .
# docker run --rm -v "$PWD:/texts:ro" factlint check press/
FROM python:3.12-slim AS build
WORKDIR /build
COPY pyproject.toml README.md ./
COPY factlint ./factlint
COPY rules ./rules
RUN python -m pip wheel --no-cache-dir --wheel-dir /wheels .

FROM python:3.12-slim
COPY --from=build /wheels /wheels
RUN python -m pip install --no-cache-dir --no-index --find-links /wheels factlint \
    && rm -r /wheels \
    && python -m compileall -q /usr/local/lib/python3.12/site-packages/factlint \
    && useradd --no-create-home --uid 1000 factlint
# What is kept from run to run would be gone with the container.
ENV FACTLINT_NO_CACHE=1
USER factlint
WORKDIR /texts
ENTRYPOINT ["factlint"]
CMD ["--help"]
