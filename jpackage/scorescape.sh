#!/bin/sh
# Starts Scorescape with the JDK that built it; where that is gone, with JAVA_HOME's or the PATH's.
here=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd) || exit 1
java='@JAVA_HOME@/bin/java'
[ -x "$java" ] || java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
# Commands grow their heap as little as they can. A window lets go of whole pictures before they pass for old.
case "${1:-}" in
    render | trace | validate | sweep | evaluate | flow | sample | info | completion | -*)
        heap='-Xms32m -Xmn16m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=25' ;;
    *) heap='-Xmx2g -Xmn200m -XX:SurvivorRatio=2' ;;
esac
# shellcheck disable=SC2086 # several words
exec "$java" --enable-native-access=ALL-UNNAMED -Xshare:auto -XX:+UseSerialGC $heap -cp "$here/lib/*" scorescape.Main "$@"
