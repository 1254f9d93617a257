package io.plumbline;

/** The entrance of the program. */
public final class Plumbline {

    private Plumbline() {}

    public static void main(String[] arguments) {
        System.out.println("Java " + Runtime.version());
    }
}
