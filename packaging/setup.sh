# shellcheck shell=bash
# What ./run and ./check share: the packages, the BLAS, quiet steps. Sourced by bash in the repository root; starts nothing by itself.

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

# package_names_of FILE SECTION...: the packages in these sections of a list.
package_names_of()
{
    local file=$1 line section=
    shift
    while IFS= read -r line; do
        line=${line%%#*}
        line=${line//[[:space:]]/}
        case $line in
            '') ;;
            '['*']') section=${line:1:-1} ;;
            *) case " $* " in *" $section "*) printf '%s\n' "$line" ;; esac ;;
        esac
    done < "$file"
}

# The packages of these sections, of both lists.
package_names()
{
    package_names_of packaging/packages-debian.txt "$@"
    package_names_of packaging/packages-debian-cuda.txt "$@"
}

is_installed() { [[ $(dpkg-query -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null) == ii* ]]; }

# True if CMAKE_PREFIX_PATH leads to a LibTorch of the user's own.
has_own_libtorch()
{
    local folder folders
    IFS=':;' read -ra folders <<< "${CMAKE_PREFIX_PATH:-}"
    for folder in "${folders[@]}"; do
        [[ -n $folder && -n $(find "$folder" -maxdepth 6 -name TorchConfig.cmake -print -quit 2>/dev/null) ]] && return 0
    done
    return 1
}

missing_packages()
{
    local name
    for name in $(package_names "$@"); do
        if [[ $name == libtorch-dev || $name == libgloo-dev ]] && { [[ " $* " == *' cuda '* ]] || is_installed libtorch-cuda-dev || has_own_libtorch; }; then
            continue
        fi
        is_installed "$name" || printf '%s\n' "$name"
    done
}

# Runs a command with its output in a file; shows the end of it if the command fails.
quietly()
{
    local log=$1
    shift
    mkdir -p "$(dirname "$log")"
    if ! "$@" > "$log" 2>&1 < /dev/null; then
        tail -n 40 "$log" >&2
        fail "This failed: $*. All of its output is in $log."
    fi
}

# Leaves in as_root what makes a command run with root rights.
choose_root()
{
    as_root=()
    ((EUID != 0)) || return 0
    command -v sudo > /dev/null || fail "${1:-Root rights are needed} and there is no sudo: do it as root."
    as_root=(sudo)
    [[ ${CI:-} == true ]] && as_root=(sudo -n)
    return 0
}

# install_packages SECTION...: whatever is missing, from Debian.
install_packages()
{
    if ! command -v dpkg-query > /dev/null || ! command -v apt-get > /dev/null; then
        say "This is not Debian: the libraries named in packaging/packages-debian.txt must be there already."
        return
    fi
    local missing as_root
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0
    choose_root "Packages are missing (${missing[*]})"
    say "Installing${as_root:+ with sudo}: ${missing[*]}"
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300)
    quietly build/apt-update.log "${apt[@]}" update
    quietly build/apt-install.log "${apt[@]}" install --no-install-recommends "${missing[@]}"
}

# LibTorch is content with any BLAS, and the reference one is some thirty times slower: say which it will get.
look_at_blas()
{
    local triple active
    triple=$(g++ -print-multiarch 2>/dev/null || true)
    active=$(readlink -f "/usr/lib/$triple/libblas.so.3" 2>/dev/null || true)
    case $active in
        *openblas-openmp*) ;;
        '') say "Note: no libblas.so.3 was found, so it cannot be said how fast LibTorch will be." ;;
        *openblas*) say "Note: the active BLAS ($active) is not OpenBLAS with OpenMP and ignores the program's number of threads. To change it: update-alternatives --config libblas.so.3-$triple" ;;
        *) say "Note: the active BLAS ($active) is slow. To change it: update-alternatives --config libblas.so.3-$triple" ;;
    esac
}

# build_preset PRESET OPTION... [-- TARGET...]: configures and builds, quiet but for what a person at a terminal wants to see.
build_preset()
{
    local preset=$1 options=() targets=()
    shift
    while (($#)) && [[ $1 != -- ]]; do options+=("$1"); shift; done
    while (($#)); do [[ $1 == -- ]] || targets+=(--target "$1"); shift; done
    export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1 # a compiler cache, where there is one, then serves all presets
    quietly "build/$preset/configure.log" cmake --preset "$preset" "${options[@]}"
    local build=(cmake --build --preset "$preset" -j "$(nproc)" "${targets[@]}")
    if [[ -t 1 && ${CI:-} != true ]]; then
        "${build[@]}" || fail "The build failed: the first message that says error, above, is the reason."
    else
        quietly "build/$preset/build.log" "${build[@]}"
    fi
}
