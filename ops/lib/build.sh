# Shared by the scripts of this folder; sourced, not run.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

ledger_dll() { printf '%s/src/AttributionLedger.Server/bin/Release/net10.0/ledger.dll' "$1"; }

need_dotnet() {
  command -v dotnet >/dev/null && return
  echo "The .NET SDK 10 is missing. Install it (package dotnet-sdk-10.0, or from Microsoft) and repeat." >&2
  exit 3
}

is_built() {
  local root=$1 dll; dll=$(ledger_dll "$root")
  [ -e "$dll" ] && [ -z "$(find "$root/src" "$root/global.json" \( -name obj -o -name bin \) -prune -o -type f -newer "$dll" -print -quit)" ]
}

# Builds when a source or a project is newer than the outcome; two builds at once wait for each other.
build_ledger() {
  local root=$1
  need_dotnet
  is_built "$root" && return
  mkdir -p "$root/src/AttributionLedger.Server/obj"
  exec 9>"$root/src/AttributionLedger.Server/obj/build.lock"
  if command -v flock >/dev/null; then flock 9; fi
  if ! is_built "$root"; then
    echo "Building …" >&2
    local log; log=$(mktemp)
    if ! dotnet build "$root/src/AttributionLedger.Server" -c Release --nologo -v quiet -nodeReuse:false >"$log" 2>&1; then
      cat "$log" >&2; rm -f "$log"
      echo "The build failed; what the compiler said stands above." >&2
      exit 70
    fi
    rm -f "$log"
    # A build that had nothing to compile leaves the old date, and would be asked again.
    touch "$(ledger_dll "$root")"
  fi
  exec 9>&-
}

# The ledger starts its own PostgreSQL from the machine's or from npm's; where there is neither, apt may have one.
provide_postgres() {
  [ -n "${LEDGER_CONNECTION:-}" ] && return
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && return
  command -v initdb >/dev/null && return
  command -v npm >/dev/null && return
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "Installing PostgreSQL …" >&2
    # Only the programs are wanted; Debian would start a cluster of its own beside ours.
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends postgresql; } >/dev/null && return
  fi
  echo "There is no PostgreSQL 15 or later here, and no npm to bring one. Install one of the two, or set LEDGER_CONNECTION." >&2
  exit 4
}
