package scorescape.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import scorescape.export.DataFormat;
import scorescape.export.TextExport;

/// Where a command writes its numbers: a file, whole or not at all, or standard output as they come.
final class DataOutput {

    @Option(names = "--out", paramLabel = "FILE", description = "Where to: FILE.json, .jsonl or .csv, by default to standard output. A file of that name is replaced.")
    private @Nullable Path out;

    @Option(names = "--format", paramLabel = "json|jsonl|csv", description = "JSON with units in its head, only the rows as an object a line, or CSV. By default what FILE ends in, "
            + "or json (evaluate, flow: jsonl, sweep: csv).")
    private @Nullable DataFormat format;

    /// Nobody reads standard output any more, as after `| head`.
    private static final class NobodyReads extends IOException {}

    @Nullable
    Path file() {
        return out;
    }

    /// The format that was asked for, or the one that the file's name says.
    ///
    /// @param otherwise that of standard output
    DataFormat format(DataFormat otherwise) throws BadInput {
        if (format != null) {
            return format;
        }
        Path file = out;
        return file == null
                ? otherwise
                : DataFormat.named(file.toString())
                        .orElseThrow(() -> new BadInput(
                                "--out must end in .json, .jsonl or .csv unless --format is given, but is '" + file
                                        + "'"));
    }

    /// @param printer standard output
    void write(PrintWriter printer, TextExport.Content content) throws IOException {
        if (out != null) {
            TextExport.write(out, content);
            return;
        }
        try {
            content.writeTo(new Pipe(printer));
            printer.flush();
        } catch (NobodyReads e) {
            // Then all that is wanted has been written.
        }
    }

    /// Standard output, which complains where a `PrintWriter` would go on writing to nobody.
    private static final class Pipe extends Writer {

        private static final int LOOK_EVERY = 1 << 14;

        private final PrintWriter printer;
        private int unseen;

        Pipe(PrintWriter printer) {
            this.printer = printer;
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            printer.write(text, from, length);
            unseen += length;
            if (unseen > LOOK_EVERY) {
                flush();
            }
        }

        @Override
        public void flush() throws IOException {
            unseen = 0;
            if (printer.checkError()) {
                throw new NobodyReads();
            }
        }

        @Override
        public void close() {
            printer.flush();
        }
    }
}
