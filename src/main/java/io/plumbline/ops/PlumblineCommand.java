package io.plumbline.ops;

/** x. */
public final class PlumblineCommand {
    private PlumblineCommand() {}

    public static int run(String... arguments) {
        return 0;
    }
}
