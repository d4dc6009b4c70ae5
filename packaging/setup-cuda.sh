# shellcheck shell=bash
# What ./run --cuda does before it builds: looks, asks, then installs Debian's CUDA build of LibTorch. Sourced after setup.sh; starts nothing by itself.
# Nothing is changed before the person at the terminal has read what will be and said yes.

cuda_room=16          # GB: 2.6 to download and 7.3 installed in Debian 13.8, both as apt says; the rest for cuDNN, which NVIDIA sends, and the build
cuda_oldest_driver=525 # with which Debian's CUDA 12 runs: its libtorch-cuda depends on libcuda1 (>= 525)
system_root=          # tests put a folder of their own here

cuda_packages() { package_names_of packaging/packages-debian-cuda.txt cuda; }

of_system() { sed -n "s/^$1=//p" "$system_root/etc/os-release" 2>/dev/null | tr -d '"'; }

require_debian_13()
{
    local id version
    id=$(of_system ID) || true
    version=$(of_system VERSION_ID) || true
    [[ $id == debian && $version == 13 ]] && return
    fail "./run --cuda works on Debian 13, and this is ${id:-another system}${version:+ $version}: use a LibTorch with CUDA of your own (CMAKE_PREFIX_PATH=its folder ./run --device cuda:0), or ./run without --cuda for the CPU."
}

# The version of the driver that runs, or nothing.
driver_version()
{
    local version
    version=$(nvidia-smi --query-gpu=driver_version --format=csv,noheader 2>/dev/null | head -n 1) || true
    if [[ ! $version =~ ^[0-9]+\. ]]; then
        version=$(sed -n 's/^NVRM version:.* \([0-9][0-9]*\.[0-9.]*\) .*/\1/p' "$system_root/proc/driver/nvidia/version" 2>/dev/null | head -n 1) || true
    fi
    printf '%s' "$version"
}

require_driver()
{
    local version library
    version=$(driver_version)
    [[ -n $version ]] || fail "No NVIDIA driver is at work here (nvidia-smi and /proc/driver/nvidia/version say nothing): install Debian's package nvidia-driver and restart, or use ./run without --cuda."
    ((${version%%.*} >= cuda_oldest_driver)) || fail "The NVIDIA driver $version is too old for Debian's CUDA 12, which needs $cuda_oldest_driver or newer: update it, or use ./run without --cuda."
    library=$(ldconfig -p 2>/dev/null | sed -n 's/.*libcuda\.so\.1 .*=> //p' | head -n 1) || true
    if [[ -n $library ]] && ! dpkg-query -S "$(readlink -f "$library")" > /dev/null 2>&1; then
        fail "The NVIDIA driver here ($library) is not from a package, and Debian's CUDA packages would put a second one beside it: install Debian's nvidia-driver in its place, or use a LibTorch with CUDA of your own (CMAKE_PREFIX_PATH=its folder ./run --device cuda:0)."
    fi
}

# True if apt could install the package.
is_offered() { LC_ALL=C apt-cache policy "$1" 2>/dev/null | grep '^  Candidate: [^(]' > /dev/null; }

cuda_sources_file() { printf '%s' "$system_root/etc/apt/sources.list.d/spikeclip-cuda.sources"; }

# The mirror that apt already uses for Debian 13, or nothing.
debian_mirror() { apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Codename: trixie' 'Label: Debian' 2>/dev/null | head -n 1; }

# cuda_sources MIRROR
cuda_sources()
{
    printf '%s\n' "# Written by ./run --cuda of SpikeCLIP Explorer for Debian's CUDA packages. Remove this file to undo it." \
        "Types: deb" "URIs: $1" "Suites: trixie" "Components: contrib non-free" \
        "Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg"
}

require_room()
{
    local free
    free=$(($(df --output=avail -k "$system_root/usr" | tail -n 1) / 1000000))
    ((free >= cuda_room)) || fail "CUDA needs $cuda_room GB on the disk that holds /usr, and $free GB are free: make room, or use ./run without --cuda."
}

# agree YES TEXT...: shows what will be changed and waits for a yes.
agree()
{
    local yes=$1 answer
    shift
    say "./run --cuda is about to"
    printf '  - %s\n' "$@"
    $yes && return
    [[ -t 0 ]] || fail "Nothing was changed, for nobody is there to agree: run ./run --cuda in a terminal, or agree beforehand with ./run --cuda --yes."
    read -r -p "Go on? [y/N] " answer
    [[ $answer == [yY]* ]] || fail "Nothing was changed."
}

# The reason why apt-get failed, in one sentence if it is a known one.
explain_cuda_failure()
{
    local log=build/apt-install.log
    if grep -q 'update-nvidia-cudnn\|processing package nvidia-cudnn' "$log" 2>/dev/null; then
        fail "cuDNN could not be fetched from NVIDIA, so the CUDA packages are only half set up: when that place can be reached, sudo dpkg --configure -a finishes it; to go back, sudo apt-get remove nvidia-cudnn. The output is in $log."
    fi
    exit 1
}

# prepare_cuda YES: installs everything that ./run --cuda needs, after checks and with consent (YES is true: given beforehand).
prepare_cuda()
{
    local yes=$1 name mirror offered=true missing=() changes=() as_root
    require_debian_13
    require_driver
    for name in $(cuda_packages); do
        is_installed "$name" || missing+=("$name")
    done
    if ((${#missing[@]})); then
        for name in "${missing[@]}"; do
            is_offered "$name" || offered=false
        done
        mirror=$(debian_mirror) || true
        $offered || [[ -n $mirror ]] || fail "apt knows no Debian mirror from which the components contrib and non-free could be read: add them to its sources yourself, then run this again."
        $offered || changes+=("write $(cuda_sources_file), which adds the components contrib and non-free of Debian 13; no other file of apt is touched")
        changes+=("install ${missing[*]} and what they need: 2.6 GB to download, 7.3 GB on disk, partly not free software; libtorch-dev and libgloo-dev, with which they conflict, go")
        changes+=("let Debian's package nvidia-cudnn fetch cuDNN from NVIDIA, whose licence you thereby accept; to read it first, install that package yourself, which shows it")
        require_room
        agree "$yes" "${changes[@]}"
        choose_root
        if ! $offered; then
            cuda_sources "$mirror" | "${as_root[@]}" tee "$(cuda_sources_file)" > /dev/null
            quietly build/apt-update.log "${as_root[@]}" apt-get -q update
            for name in "${missing[@]}"; do
                is_offered "$name" || fail "apt does not find $name even with $(cuda_sources_file): is Debian's mirror complete, and is this an amd64 computer?"
            done
        fi
    fi
    (install_packages build run cuda) || explain_cuda_failure
    ldconfig -p | grep 'libcudnn\.so\.9' > /dev/null || fail "cuDNN is not there, because its licence was declined: sudo dpkg-reconfigure nvidia-cudnn asks again."
}
