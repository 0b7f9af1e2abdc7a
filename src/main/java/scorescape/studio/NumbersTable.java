package scorescape.studio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import scorescape.document.Document;
import scorescape.export.DataFormat;
import scorescape.export.Evaluation;
import scorescape.export.PopulationExport;
import scorescape.export.Progress;
import scorescape.export.Sweep;
import scorescape.export.TraceExport;
import scorescape.figure.plot.StudyComputer;
import scorescape.studio.ExportDesk.Numbers;
import scorescape.studio.ExportDesk.View;

/// A table of numbers of the scene on show. It is written row by row, so that one of any length takes little memory.
record NumbersTable(View view, Numbers numbers) {

    private static final int GRID_COLUMNS = 160;
    private static final int GRID_ROWS = 100;

    /// Rows that a look shows.
    private static final int LOOK = 12;

    /// Values of γ of which a look shows rows.
    private static final int LOOK_VALUES = 2;

    /// How a table begins, and how large it will be.
    ///
    /// @param beginning its first lines, some of them rows
    record Look(String beginning, long rows, long bytes) {}

    /// Enough has been seen of a table.
    private static final class Enough extends IOException {}

    /// Keeps what is written until there are some rows.
    private final class Beginning extends Writer {

        private final StringBuilder text = new StringBuilder();
        private int rows;

        @Override
        public void write(char[] chars, int from, int length) throws IOException {
            text.append(chars, from, length);
            rows = (int) text.toString().lines().filter(NumbersTable.this::isRow).count();
            if (rows > LOOK) {
                throw new Enough();
            }
        }

        @Override
        public void flush() {
            // Nobody waits for it.
        }

        @Override
        public void close() {
            // There is nothing to close.
        }
    }

    /// How many rows the table has.
    long rows() {
        Document document = view.document();
        return switch (numbers.kind()) {
            case RUN -> document.steps();
            case ENDS -> particles();
            case WAYS -> particles() * (document.steps() + 1L);
            case STATISTICS -> StudyComputer.scales(document).size();
            case FIELD -> (long) GRID_COLUMNS * GRID_ROWS;
        };
    }

    /// Writes the table.
    ///
    /// @throws java.util.concurrent.CancellationException if `progress` cancelled
    void write(Writer out, Progress progress) throws IOException {
        write(out, StudyComputer.scales(view.document()), progress);
    }

    /// The beginning of the table and a guess at its size.
    ///
    /// @throws java.util.concurrent.CancellationException if `progress` cancelled
    Look look(Progress progress) {
        var beginning = new Beginning();
        List<Double> scales = StudyComputer.scales(view.document());
        try {
            write(beginning, scales.subList(0, Math.min(LOOK_VALUES, scales.size())), progress);
        } catch (Enough e) {
            // The rest is of no interest.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> lines = beginning.text.toString().lines().toList();
        long seen = Math.min(LOOK, beginning.rows);
        int end = IntStream.range(0, lines.size()).filter(i -> isRow(lines.get(i))).skip(seen - 1).findFirst()
                .orElseThrow() + 1;
        long ofRows = lines.subList(0, end).stream().filter(this::isRow).mapToLong(NumbersTable::bytes).sum();
        long others = lines.subList(0, end).stream().filter(line -> !isRow(line)).mapToLong(NumbersTable::bytes).sum();
        return new Look(String.join("\n", lines.subList(0, end)), rows(),
                others + Math.round((double) ofRows / seen * rows()));
    }

    private static long bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8).length + 1L;
    }

    private boolean isRow(String line) {
        return switch (numbers.format()) {
            case CSV -> line.matches("[-+.\\d,].*");
            case JSON -> line.startsWith("    ");
            case JSONL -> true;
        };
    }

    private int particles() {
        return view.document().layers().population().particles();
    }

    private void write(Writer out, List<Double> scales, Progress progress) throws IOException {
        Document document = view.document();
        DataFormat format = numbers.format();
        switch (numbers.kind()) {
            case RUN -> TraceExport.write(document, format, out);
            case ENDS -> PopulationExport.write(document, particles(), false, format, out, progress);
            case WAYS -> PopulationExport.write(document, particles(), true, format, out, progress);
            case STATISTICS -> Sweep.of(document, "gamma", scales).write(format, out, progress);
            case FIELD -> {
                var evaluation = new Evaluation(document, List.of(), format, out);
                evaluation.writeGrid(GRID_COLUMNS, GRID_ROWS, document.levels().get(view.playhead().step()), progress);
                evaluation.end();
            }
        }
    }
}
