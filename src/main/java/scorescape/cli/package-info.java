/// Commands for batch and headless use: what the window does, without a window.
///
/// [Cli] is the door. Options that several commands share are mixins: [SceneArgument], [DataOutput], [Report], [Quiet]. A
/// command reads its input, calls the same export as the window, and says in one sentence what was wrong. Exit codes: 0
/// done, 2 bad input (the sentence is on standard error, nothing was written), 1 a failure of the program. Nothing here
/// starts a JavaFX toolkit.
@NullMarked
package scorescape.cli;

import org.jspecify.annotations.NullMarked;
