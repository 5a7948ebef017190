#!/bin/sh
# Compile the locks: hashes, no index address, for every platform and Python from 3.11 on.
set -eu
cd "$(dirname "$0")/.."
compile() {
  .venv/bin/uv pip compile --quiet --generate-hashes --no-emit-index-url --universal --python-version 3.11 \
    --no-header --no-annotate "$@"
}
compile pyproject.toml -o requirements.txt
compile --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt
compile --extra build -c requirements.txt pyproject.toml -o requirements-build.txt
echo uv | compile - -o requirements-uv.txt
