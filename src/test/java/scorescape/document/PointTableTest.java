package scorescape.document;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescape.document.PointTable.Group;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class PointTableTest {

    private static final Vec2 A = new Vec2(1, -2.5);
    private static final Vec2 B = new Vec2(0.25, 3e-5);

    @TempDir
    Path folder;

    @Test
    void pointsWithoutLabelsAreAClassNamedAfterTheFile() throws IOException {
        assertEquals(List.of(new Group("moons", List.of(A, B))), read("moons.v2.csv", "1,-2.5\n0.25,3e-5\n").groups());
        assertEquals("points", read(" .csv", "1,2").groups().getFirst().className());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,-2.5\n.25,+3e-5", "x,y\n1,-2.5\n0.25,3E-5", "1;-2.5\n0.25;3e-5\n",
        "1\t-2.5\n0.25\t3e-5\n",
        "X , Y\r\n1. , -2.5\r\n\r\n\"0.25\", 0.00003\r\n", "\uFEFFx,y\n1,-2.5\n0.25,3e-5", "\n\n1,-2.5\n\n0.25,3e-5"})
    void separatorTitlesQuotesAndLineEndsMayVary(String text) throws IOException {
        assertEquals(List.of(A, B), read("p.csv", text).groups().getFirst().points());
    }

    @Test
    void anArrayOfJsonIsSuchATable() throws IOException {
        assertEquals(List.of(new Group("moons", List.of(A, B))),
                read("moons.json", "[[1, -2.5], [0.25, 3e-5]]").groups());
        assertEquals(List.of(new Group("cat", List.of(A, B)), new Group("p", List.of(Vec2.ZERO))),
                read("p.json", "[[1, -2.5, \"cat\"],\n [0, 0], [0.25, 3e-5, \"cat\"]]").groups());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [[1, 2], [3]] | points[1]: must be a pair of numbers [x, y], but is [3]
            [[1, 2e6]]    | points[0][1]: must be a number within 1000000 of 0, but is 2000000
            [[1, 2, 3]]   | points[0][2]: must be a text in quotation marks, but is 3
            []            | points: must be from 1 to 100000, but are 0
            [[1, NaN]]    | points[0][1]: must be a finite number, but is NaN
            """)
    void aMistakeInJsonIsToldWithItsPlace(String text, String sentence) throws IOException {
        Path file = Files.writeString(folder.resolve("p.json"), text);

        assertUnreadable(file + ": " + sentence, file);
    }

    @Test
    void labelsAreClassesInTheOrderOfTheirFirstPoint() throws IOException {
        PointTable points = read("p.csv", "x,y,label\n1,-2.5,cat\n0,0,\"dog, old\"\n0.25,3e-5,cat\n");

        assertEquals(List.of(new Group("cat", List.of(A, B)), new Group("dog, old", List.of(Vec2.ZERO))),
                points.groups());
        assertEquals(3, points.size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            1,2/3,x | line 2, column 2 (y): must be a finite number, but is "x"
            1,2/3,x/4,5 | line 2, column 2 (y): must be a finite number, but is "x"
            1,2/NaN,4 | line 2, column 1 (x): must be a finite number, but is "NaN"
            NaN,NaN | line 1, column 1 (x): must be a finite number, but is "NaN"
            1,-Infinity | line 1, column 2 (y): must be a finite number, but is "-Infinity"
            1,1e999 | line 1, column 2 (y): must be a finite number, but is "1e999"
            1,2e6 | line 1, column 2 (y): must be a number within 1000000 of 0, but is "2e6"
            1, | line 1, column 2 (y): must be a finite number, but is ""
            1,0x10 | line 1, column 2 (y): must be a finite number, but is "0x10"
            1,2d | line 1, column 2 (y): must be a finite number, but is "2d"
            x,1 | line 1, column 1 (x): must be a finite number, but is "x"
            x,y/a,b | line 2, column 1 (x): must be a finite number, but is "a"
            1,2//3,4,5 | line 3: must have the columns x,y, but has 3 columns
            1,2,a/3,4 | line 2: must have the columns x,y,label, but has 2 columns
            x,y,label/1,2 | line 2: must have the columns x,y,label, but has 2 columns
            1/2 | line 1: must have the columns x,y or x,y,label, but has 1 column
            1,2,3,4 | line 1: must have the columns x,y or x,y,label, but has 4 columns
            1,2,a/3,4, | line 2, column 3 (label): must be a line of 1 to 60 characters, but is ""
            x,y | must be a table of points x,y or x,y,label, but has none
            `` | must be a table of points x,y or x,y,label, but has none
            1,"2/3,4/ | must be a table of points, but has a quotation mark out of place
            1,"2"x/3,4 | must be a table of points, but has a quotation mark out of place
            """)
    void aMistakeIsToldWithLineAndColumn(String lines, String sentence) throws IOException {
        Path file = write("p.csv", lines.replace('/', '\n'));

        assertUnreadable(file + ": " + sentence, file);
    }

    @Test
    void theMostPointsAreReadAndNoMore() throws IOException {
        String most = "1,2\n".repeat(Document.MAX_POINTS);

        assertEquals(Document.MAX_POINTS, read("p.csv", most).size());
        Path file = write("p.csv", most + "1,2");
        assertUnreadable(file + ": line 100001: must end here, after 100000 points, but goes on", file);
    }

    @Test
    void aThirdColumnOfNumbersIsNoLabel() throws IOException {
        StringBuilder text = new StringBuilder("x,y,z\n");
        for (int i = 0; i < 200; i++) {
            text.append("1,2,").append(i * 0.5).append('\n');
        }
        Path file = write("p.csv", text.toString());

        assertUnreadable(file + ": line 102, column 3 (label): must be one of the 100 labels before it, which are the"
                + " most, but is \"50.0\"", file);
    }

    @Test
    void whatIsNoTextOfBoundedSizeIsNotRead() throws IOException {
        Path noise = folder.resolve("noise.csv");
        Files.write(noise, new byte[]{'P', 'K', 3, 4, (byte) 0xFF, (byte) 0xFE});
        Path latin = folder.resolve("latin.csv");
        Files.write(latin, "1,2,é\n".getBytes(StandardCharsets.ISO_8859_1));
        Path large = folder.resolve("large.csv");
        try (var sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(65L << 20);
        }

        assertUnreadable(noise + ": must be text in UTF-8, but is not", noise);
        assertUnreadable(latin + ": must be text in UTF-8, but is not", latin);
        assertUnreadable(large + ": must be at most 64 MB, but is larger", large);
        assertUnreadable(folder + ": must be a file, but is a folder", folder);
    }

    private PointTable read(String name, String text) throws IOException {
        return PointTable.read(write(name, text));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void assertUnreadable(String sentence, Path file) {
        assertEquals(sentence, assertThrows(UnreadableFile.class, () -> PointTable.read(file)).getMessage());
    }
}
