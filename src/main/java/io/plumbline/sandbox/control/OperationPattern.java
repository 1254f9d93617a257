package io.plumbline.sandbox.control;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names operations: {@code soap.update}, {@code bulk.*}, {@code *.query}, {@code *}. */
record OperationPattern(String text, Pattern pattern) {

    static OperationPattern of(String text) {
        String regex = Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return new OperationPattern(text, Pattern.compile(regex));
    }

    boolean matches(String operation) {
        return pattern.matcher(operation).matches();
    }
}
