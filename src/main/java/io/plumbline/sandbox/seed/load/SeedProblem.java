package io.plumbline.sandbox.seed.load;

/**
 * One thing of a seed that could not be loaded as it stands.
 *
 * @param kind what was lost by it
 * @param file the file's name within the folder
 * @param line the line it stands on; 0 when the whole file or column is meant
 * @param rows how many rows are concerned
 * @param reason what is wrong, the same words for alike problems
 * @param detail the value or field it is about; may be empty
 */
public record SeedProblem(Kind kind, String file, long line, long rows, String reason, String detail) {

    /** What a problem costs, the worst first. */
    public enum Kind {
        /** The file was left out. */
        FILE,
        /** The row was left out. */
        ROW,
        /** The column was left out of every row of the file. */
        COLUMN,
        /** The value was left out or is marred, the rest of its row is loaded. */
        VALUE,
        /** Nothing was lost, but the reader should know how the file was understood. */
        NOTE
    }

    /** A file that was left out as a whole. */
    public static SeedProblem file(String file, String reason, String detail) {
        return new SeedProblem(Kind.FILE, file, 0, 0, reason, detail);
    }

    /** A row that was left out. */
    public static SeedProblem row(SeedRow.Place place, String reason, String detail) {
        return new SeedProblem(Kind.ROW, place.file(), place.line(), 1, reason, detail);
    }

    /** A value that was left out of a row that is loaded. */
    public static SeedProblem value(SeedRow.Place place, String reason, String detail) {
        return new SeedProblem(Kind.VALUE, place.file(), place.line(), 1, reason, detail);
    }

    /** A column that was left out of all rows; {@code rows} is the number of rows that had a value in it. */
    public static SeedProblem column(String file, long rows, String reason, String column) {
        return new SeedProblem(Kind.COLUMN, file, 0, rows, reason, column);
    }

    /** How something was understood, with nothing lost. */
    public static SeedProblem note(String file, long rows, String reason, String detail) {
        return new SeedProblem(Kind.NOTE, file, 0, rows, reason, detail);
    }
}
