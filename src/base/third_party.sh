#!/bin/bash
# Puts the pinned sources of md4c and cJSON into a directory, unmodified.
#
#   src/base/third_party.sh DIRECTORY
#
# Tried in this order: $THIRD_PARTY_DIR (any tree that holds the files), a cache, the
# upstream release, Debian's source package. Every compiled file is checked by the SHA-256
# in base/third_party.pins; one that differs is an error, wherever it came from. Beside the
# sources stand each library's licence (NAME.license) and md4c's specifications
# (md4c-test/), which are test data. The directory appears whole or not at all.
set -euo pipefail

target=$1
pins=$(dirname "$0")/third_party.pins
cache=${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/broadsheet

mkdir -p "$(dirname "$target")"
work=$(mktemp -d "$(dirname "$target")/third_party.XXXXXX")
trap 'rm -rf "$work"' EXIT

say() { echo "third party: $*" >&2; }
fail() { say "$*"; exit 1; }

# pinned NAME: "SHA-256 file" lines of one library.
pinned() { awk -v name="$1" '$1 == "library" { on = ($2 == name); next } on && NF == 2 && $1 !~ /^#/' "$pins"; }

# find_in TREE FILE: the shortest path of that name in the tree, or nothing.
find_in() { find -L "$1" -type f -name "$2" -printf '%d %p\n' 2>/dev/null | sort -n | head -n 1 | cut -d ' ' -f 2-; }

# take NAME TREE WHENCE: copies a library's files out of a tree to $work/out/NAME. False when
# the tree has not got them; ends the script when a file is not the pinned one.
take() {
    local name=$1 tree=$2 whence=$3 out=$work/out/$1 hash file path got
    while read -r hash file; do
        path=$(find_in "$tree" "$file")
        [ -n "$path" ] || return 1
        got=$(sha256sum <"$path" | cut -d ' ' -f 1)
        [ "$got" = "$hash" ] || fail "$file from $whence is not the pinned one: SHA-256 $got, wanted $hash ($path)"
    done < <(pinned "$name")
    mkdir -p "$out"
    while read -r hash file; do
        path=$(find_in "$tree" "$file")
        cp "$path" "$out/$file"
        # The archives keep the licence one level up, or beside the sources.
        for path in "$tree/$name.license" "${path%/*}"/{,../}LICENSE{,.md,.txt}; do
            [ ! -f "$path" ] || { cp "$path" "$out/$name.license"; break; }
        done
    done < <(pinned "$name")
    if [ "$name" = md4c ]; then
        path=$(find_in "$tree" spec-tables.txt)
        if [ -n "$path" ]; then
            mkdir -p "$out/md4c-test"
            cp "${path%/*}"/*.txt "$out/md4c-test/"
        fi
    fi
    chmod -R u+w,a+rX "$out"
    say "$name from $whence"
}

unpack() { # ARCHIVE TREE
    mkdir -p "$2" && tar -xf "$1" -C "$2" --no-same-owner 2>/dev/null
}

from_upstream() { # NAME REPOSITORY TAG
    local url=https://github.com/$2/archive/refs/tags/$3.tar.gz file=$work/$1.upstream
    if command -v curl >/dev/null; then
        curl -fsSL --connect-timeout 5 --max-time 60 -o "$file" "$url" 2>/dev/null || return 1
    elif command -v wget >/dev/null; then
        wget -q --connect-timeout=5 --read-timeout=20 --tries=1 -O "$file" "$url" || return 1
    else
        GIT_TERMINAL_PROMPT=0 timeout 60 git clone -q --depth 1 --branch "$3" "https://github.com/$2" "$work/$1" 2>/dev/null || return 1
        take "$1" "$work/$1" "https://github.com/$2, tag $3"
        return
    fi
    unpack "$file" "$work/$1" && take "$1" "$work/$1" "$url"
}

# Debian's archive as this machine reaches it, with the suites that have the versions.
apt_prepare() {
    local uri keyring signed=
    command -v apt-get >/dev/null || return 1
    [ ! -e "$work/apt/failed" ] || return 1
    [ ! -e "$work/apt/ready" ] || return 0
    mkdir -p "$work/apt/lists/partial" "$work/apt/cache/archives/partial"
    : >"$work/apt/failed"
    # Asked this way apt needs no package lists, which many images of Debian come without. The
    # release's own name goes first: others, too, call their archive "stable".
    uri=$(apt-get --print-uris update 2>/dev/null |
        sed -n "s|^'\(.*/\)dists/\([a-z]*\)/main/binary-[^/]*/Packages[^/]*'.*|\2 \1|p" |
        awk -v own="$(. /etc/os-release && echo "${VERSION_CODENAME:-}")" \
            '$1 == own && !first { first = $2 } $1 ~ /^(oldstable|stable|testing|unstable|sid)$/ && !other { other = $2 }
             END { print first ? first : other }')
    [ -n "$uri" ] || return 1
    for keyring in /usr/share/keyrings/debian-archive-keyring.{gpg,pgp}; do
        [ ! -f "$keyring" ] || signed="[signed-by=$keyring] "
    done
    printf 'deb-src %s%s %s main\n' "$signed" "$uri" forky "$signed" "$uri" sid >"$work/apt/sources.list"
    apt_own update >"$work/apt/log" 2>&1 || { cat "$work/apt/log" >&2; return 1; }
    rm "$work/apt/failed"
    : >"$work/apt/ready"
}

apt_own() {
    apt-get -q -o Dir::Etc::SourceList="$work/apt/sources.list" -o Dir::Etc::SourceParts=/dev/null \
        -o Dir::State::Lists="$work/apt/lists" -o Dir::Cache="$work/apt/cache" -o APT::Sandbox::User=root "$@"
}

from_debian() { # NAME VERSION
    apt_prepare || return 1
    mkdir -p "$work/deb-$1"
    (cd "$work/deb-$1" && apt_own source --download-only --tar-only "$1=$2") >"$work/apt/log" 2>&1 ||
        { cat "$work/apt/log" >&2; return 1; }
    unpack "$work/deb-$1"/*.orig.tar.* "$work/$1" && take "$1" "$work/$1" "Debian's source package $1 $2"
}

# A cache that cannot be written is no reason to stop.
keep() { # NAME DIRECTORY
    local half
    mkdir -p "$cache" 2>/dev/null && half=$(mktemp -d "$cache/half.XXXXXX" 2>/dev/null) || return 0
    if cp -R "$work/out/$1/." "$half/" && chmod a+rx "$half"; then
        rm -rf "$2"
        mv "$half" "$2"
    else
        rm -rf "$half"
    fi
}

work=$(cd "$work" && pwd)
while read -r _ name version repository tag debian <&3; do
    if [ -n "${THIRD_PARTY_DIR:-}" ]; then
        take "$name" "$THIRD_PARTY_DIR" "THIRD_PARTY_DIR" && continue
        say "THIRD_PARTY_DIR ($THIRD_PARTY_DIR) does not hold $name"
    fi
    take "$name" "$cache/$name-$version" "the cache" && continue
    if from_upstream "$name" "$repository" "$tag" || from_debian "$name" "$debian"; then
        keep "$name" "$cache/$name-$version"
        continue
    fi
    fail "$name $version could not be had. Unpack its release (tag $tag) anywhere and set THIRD_PARTY_DIR to that directory."
done 3< <(grep '^library ' "$pins")

mkdir "$work/all"
for name in "$work"/out/*; do cp -R "$name/." "$work/all/"; done
rm -rf "$target.old"
[ ! -e "$target" ] || mv "$target" "$target.old"
mv "$work/all" "$target"
rm -rf "$target.old"
