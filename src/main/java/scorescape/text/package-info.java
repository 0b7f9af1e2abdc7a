/// The words of the program, apart from its code, so that they can be translated.
///
/// All English texts of the window and of the pictures stand in `scorescape/text/messages.properties` among the resources,
/// in UTF-8, by topic. The file for another language stands beside it and carries its code: `messages_de.properties`, or
/// `messages_pt_BR.properties` where a country differs. It may hold some of the texts only; the others stay English. The
/// program takes the language of the system if there is such a file, and English if there is none.
///
/// **To add a text**, give it a key in the file, where a reader would look for it, and ask for it with [Texts#text]:
///
///     export.done = Exported %s.
///
///     messages.note(text("export.done", file.getFileName()));
///
/// - A key is a topic, mostly that of the pane, and a name for the text; the sentence of its tooltip ends in `.help`, what a
///   screen reader calls it in `.name`, or `.use` for a longer explanation.
/// - The name and the sentence of a `Command` are found by its id: `command.zoom-in` and `command.zoom-in.help`. Titles of the
///   constants of an enum are found by [Texts#of].
/// - Arguments stand as in `java.util.Formatter`: `%s`, `%.1f`; another language may turn their order, `%2$s … %1$s`. A text
///   that has arguments writes a percent sign as `%%`, one without as `%`. Numbers keep their English form in every language:
///   see [Numerals].
/// - A sentence is one text, never pieced together from words, since other languages order them otherwise.
/// - Where a number changes the words, there is one text for one and one for others, `steps.one` and `steps`, and the code
///   chooses. A language with more forms chooses words that suit all other numbers, such as "steps: 5".
/// - Formulas between dollar signs are LaTeX and stay as they are. A backslash is written twice, as in every file of this kind.
/// - Symbols (`γ`, `x̂₀`), ids, keys of files and proper names stay in the code.
///
/// What the command line prints, sentences on refused files and the engine's exceptions are English in the code: they are
/// quoted in reports, and a script may read them.
///
/// Tests hold that every key is there, used, and given as many arguments as its text has, and that the window says nothing
/// that is not from here.
@NullMarked
package scorescape.text;

import org.jspecify.annotations.NullMarked;
