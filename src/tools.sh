#!/bin/bash
# Sees to the tools that a purpose needs: lib, wasm, test, fuzz, hosts or analyse. What is missing is installed by
# apt-get; without apt, or where it fails, what is missing is named.
set -euo pipefail
CC=${CC:-gcc}

commands=()  # commands still missing
packages=()  # and Debian's packages that have them

need() { # COMMAND [PACKAGE]: no package means that Debian 12 has none that will do
    command -v "$1" >/dev/null || { commands+=("$1"); packages+=("${2:-}"); }
}

survey() {
    commands=() packages=()
    need "${CC%% *}" gcc
    # Debian's gcc only recommends the headers of the C library.
    if ! echo '#include <stdlib.h>' | $CC -E -x c - >/dev/null 2>&1; then
        commands+=("the C library's headers") packages+=(libc6-dev)
    fi
    need ld binutils
    need objcopy binutils
    need ar binutils
    need tar tar
    need awk mawk
    need sha256sum coreutils
    [ "$1" != lib ] || return 0
    need emcc emscripten
    need node
    need npm
    # The counters of a profile (wasm/profile.mjs), for emcc's own clang.
    if ! echo 'int main(void) { return 0; }' |
        "$(em-config LLVM_ROOT 2>/dev/null)/clang" -fprofile-instr-generate -x c - -o /dev/null 2>/dev/null; then
        commands+=("the counters of emcc's clang") packages+=(libclang-rt-dev)
    fi
    # Debian 12 has Node 18; ours must have process.getBuiltinModule.
    if command -v node >/dev/null && ! node -e 'process.exit(process.getBuiltinModule ? 0 : 1)'; then
        commands+=("node 20.16, 22.3 or newer") packages+=("")
    fi
    [ "$1" != wasm ] || return 0
    if [ "$1" = analyse ]; then
        need clang-tidy clang-tidy
        need cppcheck cppcheck
        need valgrind valgrind
        return 0
    fi
    need clang clang
    need clang-format clang-format
    need pkg-config pkg-config
    need groff groff
    need valgrind valgrind
    need chromium chromium
    need firefox-esr firefox-esr
    need WebKitWebDriver webkit2gtk-driver
    need Xvfb xvfb
    need java default-jre-headless
    # Without one Chromium measures the Korean examples with boxes for missing characters.
    need fc-list fontconfig
    if ! command -v fc-list >/dev/null || [ -z "$(fc-list :lang=ko family)" ]; then
        commands+=("a Korean font") packages+=(fonts-noto-cjk)
    fi
    [ "$1" != test ] || return 0
    if [ "$1" = hosts ]; then
        need parallel parallel
        need ssh openssh-client
        need sshd openssh-server
        need ip iproute2
        need unshare util-linux
        need srun slurm-client
        need slurmctld slurmctld
        need slurmd slurmd
        need munged munge
        need gearman gearman-tools
        need gearmand gearman-job-server
        return 0
    fi
    if ! echo 'int LLVMFuzzerTestOneInput(void); int LLVMFuzzerTestOneInput(void) { return 0; }' |
        clang -fsanitize=fuzzer -x c - -o /dev/null 2>/dev/null; then
        commands+=("clang's libFuzzer") packages+=(libclang-rt-dev)
    fi
}

install() {
    local as_root=()
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || return 1
        as_root=(sudo)
    fi
    echo "installing: $*" >&2
    # The tests start the servers that they need, in namespaces of their own: none is to run on the machine itself.
    local policy=/usr/sbin/policy-rc.d mine= failed=0
    if [ "$purpose" = hosts ] && [ ! -e "$policy" ]; then
        mine=$policy
        printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null
        "${as_root[@]}" chmod 755 "$policy"
    fi
    "${as_root[@]}" apt-get -q -o DPkg::Lock::Timeout=300 update >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends "$@" >&2 || failed=1
    [ -z "$mine" ] || "${as_root[@]}" rm -f "$mine"
    local unit
    for unit in openssh-server:ssh slurmctld:slurmctld slurmd:slurmd munge:munge gearman-job-server:gearman-job-server; do
        case " $* " in *" ${unit%%:*} "*) "${as_root[@]}" systemctl disable "${unit##*:}" >/dev/null 2>&1 || true ;; esac
    done
    return "$failed"
}

purpose=$1
survey "$1"
[ "${#commands[@]}" -gt 0 ] || exit 0

# Two of us under make -j take turns.
mkdir -p build
exec 9>build/tools.lock
flock 9
survey "$1"
mapfile -t wanted < <(printf '%s\n' "${packages[@]}" | sort -u | sed '/^$/d')
if [ "${#wanted[@]}" -gt 0 ] && install "${wanted[@]}"; then
    survey "$1"
fi
if [ "${#commands[@]}" -gt 0 ]; then
    echo "These tools are needed and are not here:" >&2
    for i in "${!commands[@]}"; do
        echo "  ${commands[i]}${packages[i]:+   (Debian package: ${packages[i]})}" >&2
    done
    exit 1
fi
