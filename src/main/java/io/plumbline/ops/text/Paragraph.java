package io.plumbline.ops.text;

import java.util.ArrayList;
import java.util.List;

/** A text broken into lines of at most 100 characters, the later ones indented like the first. */
public final class Paragraph {

    private static final int WIDTH = 100;

    private Paragraph() {}

    /** @param prefix what the first line begins with; the others begin with as many blanks */
    public static List<String> of(String text, String prefix) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(prefix);
        boolean empty = true;
        for (String word : OneLine.of(text).split("\\s+")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(prefix.length()));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }
}
