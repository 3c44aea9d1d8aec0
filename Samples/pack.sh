#!/bin/sh
# Packs Samples/sources into the archives that the pipelines read.
# The same sources always give the same bytes (GNU tar and gzip needed).
set -eu
LC_ALL=C
TZ=UTC
export LC_ALL TZ
unset GZIP TAR_OPTIONS || :

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
src=$here/sources
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM

# 1. JSON Lines, one gzip member.
gzip -n -9 -c <"$src/meridian-post.jsonl" >"$tmp/meridian-post-2016-12.jsonl.gz"

# 2. JSON Lines, two gzip members one after the other (lines 1-14, then the rest).
head -n 14 "$src/harbour-gazette.jsonl" >"$tmp/a"
tail -n +15 "$src/harbour-gazette.jsonl" >"$tmp/b"
gzip -n -9 -c <"$tmp/a" >"$tmp/harbour-gazette-2016-12.jsonl.gz"
gzip -n -9 -c <"$tmp/b" >>"$tmp/harbour-gazette-2016-12.jsonl.gz"

# 3. One file per article, in a tar archive; members carry no folder and no "./".
(
    cd "$src/wire"
    tar --format=ustar --sort=name --mtime='2016-12-31 00:00:00Z' \
        --owner=0 --group=0 --numeric-owner --mode=0644 \
        -cf "$tmp/wire.tar" -- *
)
gzip -n -9 -c <"$tmp/wire.tar" >"$tmp/wire-2016-12.tar.gz"

# 4. Several articles in one plain text.
gzip -n -9 -c <"$src/bulletin-2016-12-28.txt" >"$tmp/bulletin-2016-12-28.txt.gz"

for f in meridian-post-2016-12.jsonl.gz harbour-gazette-2016-12.jsonl.gz \
    wire-2016-12.tar.gz bulletin-2016-12-28.txt.gz; do
    cp "$tmp/$f" "$here/$f"
done
