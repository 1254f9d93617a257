package io.plumbline.config.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One value in a {@link YamlFile}. Each reader gives what it names; when the value is something else that becomes a
 * problem of the file, and the reader gives a harmless stand-in.
 */
public final class YamlValue {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

    private final YamlFile file;
    private final String path;
    private final int line;
    private final @Nullable Node node;

    YamlValue(YamlFile file, String path, int line, @Nullable Node node) {
        this.file = file;
        this.path = path;
        this.line = line;
        this.node = node;
    }

    /** Stands for a missing value, which was reported already: reading it reports nothing more. */
    static YamlValue missing(YamlFile file, String path, int line) {
        return new YamlValue(file, path, line, null);
    }

    /** Where it stands in the file, such as {@code health.caps.cap.silence.max}. */
    public String path() {
        return path;
    }

    public int line() {
        return line;
    }

    /** Whether it stands for a value that is not there, which was reported already. */
    public boolean isMissing() {
        return node == null;
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The words as they stand; also those that YAML would take for a number, a truth or a date. */
    public String text() {
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return scalar.getValue();
        }
        expected("text");
        return "";
    }

    /** {@code true} or {@code false}. */
    public boolean flag() {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
            if (scalar.getValue().equalsIgnoreCase("true")) {
                return true;
            }
            if (scalar.getValue().equalsIgnoreCase("false")) {
                return false;
            }
        }
        expected("true or false");
        return false;
    }

    /** A number from {@code min} to {@code max}, both included. */
    public double number(double min, double max) {
        Double number = plainNumber();
        if (number == null || number < min || number > max) {
            expected("a number" + range(min, max));
            return stand(min, max);
        }
        return number;
    }

    /** A whole number from {@code min} to {@code max}, both included. */
    public int integer(int min, int max) {
        Double number = plainNumber();
        if (number == null || number < min || number > max || number != Math.rint(number)) {
            expected("a whole number" + range(min, max));
            return (int) stand(min, max);
        }
        return number.intValue();
    }

    public YamlMap map() {
        if (node instanceof MappingNode mapping) {
            return new YamlMap(file, path, mapping);
        }
        expected("a map of keys and values");
        return new YamlMap(file, path, null);
    }

    public List<YamlValue> list() {
        List<YamlValue> list = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node element : sequence.getValue()) {
                int elementLine = element.getStartMark().getLine() + 1;
                list.add(new YamlValue(file, path + "[" + (list.size() + 1) + "]", elementLine, element));
            }
        } else {
            expected("a list");
        }
        return list;
    }

    /** One of these words; when it is none of them, that is a problem and the first is given. */
    public String oneOf(Collection<String> allowed) {
        if (node instanceof ScalarNode scalar && allowed.contains(scalar.getValue())) {
            return scalar.getValue();
        }
        expected("one of " + String.join(", ", allowed));
        return allowed.iterator().next();
    }

    /** Adds a problem about this value, with its path and line. */
    public void problem(String what) {
        file.problem(line, "'" + path + "' " + what);
    }

    private @Nullable Double plainNumber() {
        if (node instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && NUMBER.matcher(scalar.getValue()).matches()) {
            double number = Double.parseDouble(scalar.getValue());
            return Double.isFinite(number) ? (Double) number : null;
        }
        return null;
    }

    private void expected(String allowed) {
        if (node != null) {
            problem("is " + seen(node) + ", but is to be " + allowed);
        }
    }

    private static String seen(Node node) {
        return switch (node) {
            case MappingNode map -> "a map";
            case SequenceNode list -> "a list";
            case ScalarNode scalar -> seen(scalar);
            default -> "something else";
        };
    }

    private static String seen(ScalarNode scalar) {
        if (scalar.getTag().equals(Tag.NULL)) {
            return "empty";
        }
        return scalar.getScalarStyle() == ScalarStyle.PLAIN
                ? scalar.getValue()
                : "the text '" + scalar.getValue() + "'";
    }

    private static String range(double min, double max) {
        if (max >= Integer.MAX_VALUE) {
            return min <= -Integer.MAX_VALUE ? "" : " of at least " + plain(min);
        }
        return " from " + plain(min) + " to " + plain(max);
    }

    private static double stand(double min, double max) {
        return Math.clamp(1, min, max);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
