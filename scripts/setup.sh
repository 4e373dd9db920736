#!/usr/bin/env bash
# Makes a machine ready:   scripts/setup.sh book | test | bench
#
#   book    .venv with fic2book in it, and the system libraries that WeasyPrint needs
#   test    the same, and everything the tests judge books with
#   bench   the same, and the peers that benchmarks run against
#
# What `book` needs is installed or named with the command to type, and then this script fails. A missing judge or peer is only
# named: its tests skip, and say so. Running it again is harmless and quick. PYTHON=… chooses the interpreter.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly venv=.venv
readonly ace=.cache/ace
readonly reading_systems=.cache/reading_systems
readonly vivliostyle=.cache/vivliostyle
readonly apt_log=.cache/apt.log

say() { printf 'setup: %s\n' "$*" >&2; }
have() { command -v "$1" >/dev/null 2>&1; }

fail() {
  say "$@"
  exit 1
}

# ---------------------------------------------------------------- system packages

apt_is_updated=

apt_can_install() { [[ $(id -u) == 0 ]] && have apt-get; }

# apt-get's words fill screens; they are kept in a file and shown when it fails.
apt_get() {
  mkdir -p "$(dirname "$apt_log")"
  DEBIAN_FRONTEND=noninteractive apt-get "$@" </dev/null >"$apt_log" 2>&1
}

# The list of packages may be missing or old on a fresh machine; it is fetched once, and only after a failure.
apt_install() {
  local command=(install --yes --no-install-recommends "$@")
  apt_get "${command[@]}" && return
  if [[ ! $apt_is_updated ]]; then
    apt_is_updated=yes
    say "fetching apt-get's list of packages"
    apt_get update || tail -n 5 "$apt_log" >&2
    apt_get "${command[@]}" && return
  fi
  tail -n 5 "$apt_log" >&2
  return 1
}

# Installs what it can: one unknown package must not keep the others away.
apt_install_each() {
  apt_install "$@" && return
  local package
  for package in "$@"; do apt_install "$package" || say "apt-get could not install $package"; done
}

# ---------------------------------------------------------------- Python

python_works() { "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
  local name
  for name in ${PYTHON:+"$PYTHON"} python3 python3.13 python3.12 python3.11 python3.14; do
    if have "$name" && python_works "$name"; then
      echo "$name"
      return
    fi
  done
  return 1
}

make_environment() {
  [[ -x $venv/bin/python ]] && "$venv/bin/python" -m pip --version >/dev/null 2>&1 && return
  local python
  if ! python=$(find_python); then
    apt_can_install && apt_install python3 python3-venv
    python=$(find_python) || fail "Python 3.11 or later with its venv module is needed: apt-get install python3 python3-venv"
  fi
  say "making $venv with $("$python" --version)"
  rm -rf "$venv"
  "$python" -m venv "$venv"
}

# A dropped connection is no reason to give up; pip's own retries do not cover every kind of it.
pip_install() {
  local attempt
  for attempt in 1 2 3; do
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --retries 5 --timeout 60 --use-pep517 "$@" && return
    say "pip failed (attempt $attempt of 3)"
    sleep $((attempt * 2))
  done
  return 1
}

# ---------------------------------------------------------------- what WeasyPrint needs

# A library's file, its name without prefix, and Debian's package.
readonly libraries="\
libgobject-2.0.so.0 gobject-2.0 libglib2.0-0
libpango-1.0.so.0 pango-1.0 libpango-1.0-0
libpangoft2-1.0.so.0 pangoft2-1.0 libpangoft2-1.0-0
libfontconfig.so.1 fontconfig libfontconfig1
libharfbuzz.so.0 harfbuzz libharfbuzz0b
libharfbuzz-subset.so.0 harfbuzz-subset libharfbuzz-subset0"

# Prints the packages of the libraries that do not load.
missing_libraries() {
  "$venv/bin/python" - "$libraries" <<'PYTHON'
import ctypes
import ctypes.util
import sys

for line in sys.argv[1].splitlines():
    file, name, package = line.split()
    try:
        ctypes.CDLL(file)
    except OSError:
        if not ctypes.util.find_library(name):
            print(package)
PYTHON
}

check_libraries() {
  local missing
  missing=$(missing_libraries | tr '\n' ' ')
  [[ $missing ]] || return 0
  say "WeasyPrint needs system libraries that do not load here: $missing"
  # One word a package:
  # shellcheck disable=SC2086
  if apt_can_install; then
    apt_install_each $missing
    missing=$(missing_libraries | tr '\n' ' ')
    [[ $missing ]] || return 0
  fi
  say "Debian, Ubuntu:  sudo apt-get install $missing"
  say "Fedora:          sudo dnf install pango harfbuzz"
  say "macOS:           brew install pango"
  fail "install them, then run the same command again"
}

# ---------------------------------------------------------------- judges and peers

# The JDK, since only with its compiler one JVM can judge many books; a JRE works too, more slowly.
readonly judges="\
java default-jdk-headless
pdftotext poppler-utils
qpdf qpdf
mutool mupdf-tools
chromium chromium
node nodejs
npm npm"

readonly peers="\
pandoc pandoc
ebook-convert calibre"

missing_tools() {
  local tool package
  while read -r tool package; do have "$tool" || echo "$package"; done <<<"$1"
}

install_tools() {
  local missing
  missing=$(missing_tools "$1" | tr '\n' ' ')
  [[ $missing ]] || return 0
  say "installing $missing"
  # One word a package:
  # shellcheck disable=SC2086
  if apt_can_install; then apt_install_each $missing; fi
  missing=$(missing_tools "$1" | tr '\n' ' ')
  [[ $missing ]] || return 0
  say "NOT INSTALLED, what needs it will be skipped: $missing"
  say "to have it:  sudo apt-get install $missing"
}

# The browsers that packages would download are not wanted: the system's Chromium serves. A registry that cannot be reached must not hold
# everything up: npm by itself would try for half an hour.
npm_install() {
  local limit=()
  if have timeout; then limit=(timeout 300); fi
  PUPPETEER_SKIP_DOWNLOAD=1 ELECTRON_SKIP_BINARY_DOWNLOAD=1 "${limit[@]}" npm install --ignore-scripts --no-audit --no-fund \
    --loglevel error --fetch-retries 1 --fetch-timeout 60000 --prefix "$@" </dev/null >&2
}

# Ace judges accessibility; it drives the system's Chromium.
install_ace() {
  [[ -f $ace/node_modules/@daisy/ace-core/package.json ]] && return 0
  if ! have npm; then
    say "NOT INSTALLED, accessibility is not judged: @daisy/ace needs npm"
    return 0
  fi
  say "installing @daisy/ace"
  mkdir -p "$ace"
  npm_install "$ace" @daisy/ace-core@1.4 @daisy/ace-axe-runner-puppeteer@1.4 \
    || say "NOT INSTALLED, accessibility is not judged: npm could not install @daisy/ace"
}

# epub.js is a reading system to page through books with.
install_reading_systems() {
  [[ -f $reading_systems/node_modules/epubjs/package.json ]] && return 0
  if ! command -v npm >/dev/null; then
    say "NOT INSTALLED, books are not paged through: epub.js needs npm"
    return 0
  fi
  say "installing epub.js"
  mkdir -p "$reading_systems"
  cp tests/reading_systems/package.json "$reading_systems/"
  npm_install "$reading_systems" \
    || say "NOT INSTALLED, books are not paged through: npm could not install epub.js"
}

# Vivliostyle sets CSS in print beside us; it drives the system's Chromium.
install_vivliostyle() {
  [[ -x $vivliostyle/node_modules/.bin/vivliostyle ]] && return 0
  if ! have npm; then
    say "NOT INSTALLED, print is not measured beside it: Vivliostyle needs npm"
    return 0
  fi
  say "installing @vivliostyle/cli"
  mkdir -p "$vivliostyle"
  npm_install "$vivliostyle" @vivliostyle/cli@11 \
    || say "NOT INSTALLED, print is not measured beside it: npm could not install @vivliostyle/cli"
}

# ---------------------------------------------------------------- the three depths

set_up_book() {
  local extras=${1:-all}
  make_environment
  check_libraries
  say "installing fic2book[$extras]"
  pip_install --editable ".[$extras]" || fail "pip could not install fic2book; its own words stand above"
  touch "$venv/.book"
}

set_up_test() {
  set_up_book dev
  pip_install --only-binary :all: "atheris>=3.0" || say "NOT INSTALLED, fuzzing is skipped: atheris has no wheel for this machine"
  install_tools "$judges"
  install_ace
  install_reading_systems
  touch "$venv/.test"
}

set_up_bench() {
  set_up_test
  install_tools "$peers"
  install_vivliostyle
  touch "$venv/.bench"
}

case ${1:-} in
  book) set_up_book ;;
  test) set_up_test ;;
  bench) set_up_bench ;;
  *) fail "usage: scripts/setup.sh book | test | bench" ;;
esac
