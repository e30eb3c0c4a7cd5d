# Sourced by ./run, ./test and .ci/run: installs what is missing with the system's package manager, and says what it does.

say() { printf '%s\n' "$*" >&2; }

need_dotnet() {
  if ! command -v dotnet >/dev/null; then
    say "The .NET 10 SDK is missing (command \"dotnet\"). Install it from https://dotnet.microsoft.com/download/dotnet/10.0 and start again."
    exit 2
  fi
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# install_packages WHAT APT DNF APK PACMAN BREW: the names of the packages for each package manager ("-" where there is none).
install_packages() {
  local what=$1 log
  log=$(mktemp)
  say "Installing $what …"
  if command -v apt-get >/dev/null; then
    # shellcheck disable=SC2086  # several names on purpose
    { as_root apt-get update && DEBIAN_FRONTEND=noninteractive as_root apt-get install -y --no-install-recommends $2; } >"$log" 2>&1
  elif command -v dnf >/dev/null; then as_root dnf install -y $3 >"$log" 2>&1
  elif command -v apk >/dev/null; then as_root apk add $4 >"$log" 2>&1
  elif command -v pacman >/dev/null; then as_root pacman -Sy --noconfirm $5 >"$log" 2>&1
  elif command -v brew >/dev/null; then brew install $6 >"$log" 2>&1
  else
    say "No known package manager here. Install $what by hand and start again."
    exit 2
  fi || {
    say "Installing $what failed:"
    tail -n 20 "$log" >&2
    exit 2
  }
  rm -f "$log"
}

have_postgresql() {
  command -v initdb >/dev/null && command -v postgres >/dev/null && return 0
  local folder
  for folder in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin; do
    [ -x "$folder/initdb" ] && return 0
  done
  return 1
}

need_postgresql() {
  have_postgresql ||
    install_packages PostgreSQL "postgresql postgresql-contrib" "postgresql-server postgresql-contrib" "postgresql postgresql-contrib" postgresql postgresql@16
}

# need_command COMMAND WHAT APT DNF APK PACMAN BREW
need_command() {
  local command=$1
  shift
  command -v "$command" >/dev/null || install_packages "$@"
}

# in_use FOLDER: whether a program runs from there (found on Linux only).
in_use() { grep -qsF "$(pwd -P)/$1/" /proc/[0-9]*/maps; }

# newer_than FILE: whether any source is.
newer_than() {
  [ -n "$(find abstractions grains silo web load ./*.props -type d \( -name bin -o -name obj \) -prune -o -type f -newer "$1" -print -quit)" ]
}

# publish PROJECT FOLDER: a Release build of one program, compiled ahead where the registry has the compiler for it (Linux on x64):
# a program that compiles itself while it works takes a second of CPU in its first minutes. What runs is left as it is: files that are
# replaced under a running server can end it, and a backup is best made by the version that runs.
publish() {
  mkdir -p artifacts
  exec 8>artifacts/build.lock # two starts at a time build one after the other; the lock goes with the descriptor
  ! command -v flock >/dev/null || flock 8
  # Without the descriptor: the compiler's server inherits it, outlives the build and would hold the lock for minutes.
  publish_now "$@" 8>&-
  exec 8>&-
}

publish_now() {
  local log ahead=() program
  program=$2/$(basename "$1" .csproj).dll
  if [ -f "$program" ] && in_use "$2"; then
    ! newer_than "$program" || say "$2 is in use and stays as it is, older than its sources: stop what runs there to have it built anew."
    return 0
  fi
  [ "$(uname -sm)" != 'Linux x86_64' ] || ahead=(--runtime linux-x64 --no-self-contained -p:PublishReadyToRun=true)
  log=$(mktemp)
  [ -d "$2" ] || say "Building $1 …"
  if ! dotnet publish "$1" -c Release -o "$2" "${ahead[@]}" -v quiet -nologo >"$log" 2>&1; then
    cat "$log" >&2
    exit 1
  fi
  rm -f "$log"
}
