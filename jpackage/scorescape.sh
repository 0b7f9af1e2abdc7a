#!/bin/sh
# Starts Scorescape with the JDK that built it; where that is gone, with JAVA_HOME's or the PATH's.
here=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd) || exit 1
java='@JAVA_HOME@/bin/java'
[ -x "$java" ] || java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
exec "$java" --enable-native-access=ALL-UNNAMED -Xshare:auto -XX:+UseSerialGC -cp "$here/lib/*" scorescape.Main "$@"
