#!/bin/sh
# What the tests need from the distribution: a browser, an office suite, a database server.
# Installs them with apt where that is possible; else names them in one line and goes on: the tests that need
# them are then skipped (and fail when DTI_TESTS_COMPLETE is set).
set -u
missing=""
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || missing="$missing chromium"
# What drives the browser is linked against it; a small system does not have it.
ls /usr/lib/*/libatomic.so.1 /lib/*/libatomic.so.1 >/dev/null 2>&1 || missing="$missing libatomic1"
office=/usr/lib/libreoffice/program
[ -e $office/libswlo.so ] || missing="$missing libreoffice-writer"
[ -e $office/libsdlo.so ] || missing="$missing libreoffice-impress"
[ -e $office/libsclo.so ] || missing="$missing libreoffice-calc"
# Their letters are as wide as those of Arial and Times New Roman: pages break where they do in an office.
ls /usr/share/fonts/truetype/liberation*/LiberationSans-Regular.ttf >/dev/null 2>&1 || missing="$missing fonts-liberation"
command -v pdftoppm >/dev/null 2>&1 || missing="$missing poppler-utils"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
[ -z "$missing" ] && exit 0

as_root=""
if [ "$(id -u)" -ne 0 ]; then
  as_root="sudo -n"
  sudo -n true 2>/dev/null || as_root="none"
fi
if [ "$as_root" != none ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing for the tests:$missing"
  $as_root apt-get update -qq
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null \
    || echo "Could not install:$missing. The tests that need them are skipped." >&2
else
  echo "Missing, the tests that need them are skipped; install:$missing" >&2
fi
exit 0
