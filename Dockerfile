# The site and its server: docs/hosting.md. docker build -t inkdigit . && docker run --rm -p 8000:8000 inkdigit
FROM node:22-slim AS site
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.types.json vite.config.js ./
COPY tools tools
COPY web web
RUN npm run build

FROM python:3.12-slim
WORKDIR /inkdigit
COPY requirements/serve.txt requirements/constraints.txt requirements/
RUN pip install --no-cache-dir --requirement requirements/serve.txt \
    && useradd --system --no-create-home --uid 10001 inkdigit
COPY server.py ./
COPY --from=site /build/dist dist
USER 10001
ENV HOST=0.0.0.0 PORT=8000 PYTHONDONTWRITEBYTECODE=1
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen(f\"http://127.0.0.1:{os.environ['PORT']}/\", timeout=4)"]
CMD ["python", "server.py"]
