#!/bin/sh
# Starts Scorescape with the JDK that built it; where that is gone, with JAVA_HOME's or the PATH's.
here=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd) || exit 1
java='@JAVA_HOME@/bin/java'
[ -x "$java" ] || java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
# A window has its heap at once. Commands, which are words without a dot or a slash, grow theirs as little as they can.
case "${1:-}" in
    '' | *[./]* | bench) heap='-XX:+UseSerialGC' ;;
    *) heap='-XX:+UseG1GC -Xms32m -XX:GCTimeRatio=1' ;;
esac
# shellcheck disable=SC2086 # several words
exec "$java" --enable-native-access=ALL-UNNAMED -Xshare:auto $heap -cp "$here/lib/*" scorescape.Main "$@"
