package io.plumbline.config.yaml;

/**
 * Something wrong in a configuration file.
 *
 * @param file as the administrator knows it
 * @param line from 1
 * @param what what is wrong, and what is allowed
 */
public record YamlProblem(String file, int line, String what) {

    /** {@code file:line: what}, as editors and terminals make it a link. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + what;
    }
}
