/// What is saved and undone: a scene as immutable records, the one store that holds the current one, and its files.
///
/// A [Document] is a whole scene; one that exists is valid. The window holds it in a [DocumentStore], which knows undo and
/// redo; [SceneFiles] reads and writes it as JSON; [PointTable] has points from a table, for [Document#withPoints]; a
/// [Clipping] is a part of a scene on the clipboard; [Presets] are the scenes that come with the program. What people set
/// as a number is declared once, in [Parameters].
///
/// A [Lesson] is a list of [Slide]s, each a scene with the part of its film that is shown and what is said about it; they are
/// files of their own ([LessonFiles]).
///
/// A [DataItem] may carry a [Thumbnail], which [Thumbnails] makes from the program's own pictures and from files of people.
///
/// The file format is known to `SceneCodec` and its helpers for samplers, guidance and schedules alone. It goes through
/// `Json`, from text to plain values, and `Place`, a value that knows where it stands in the file. So every mistake is
/// told in one sentence, as [UnreadableFile]: the file, the place and what was expected there.
@NullMarked
package scorescape.document;

import org.jspecify.annotations.NullMarked;
