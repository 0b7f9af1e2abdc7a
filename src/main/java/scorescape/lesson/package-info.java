/// What is shown when, as data: the stages in which a step is told, with their captions and durations.
///
/// A [Telling] is one of the three stories of a step, as a list of [Stage]s; [RuleStory] says in which of them each rule is
/// told, and in which words; a [RunShape] says for each step of a run in which stages it is told. A [Story] is a film of
/// one run: at a time in seconds it gives a [Playhead], and a picture is a pure function of a document and a playhead.
/// Films are made by seeking, never by recording.
@NullMarked
package scorescape.lesson;

import org.jspecify.annotations.NullMarked;
