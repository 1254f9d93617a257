package io.plumbline.dossier.text;

/** Takes a plain text in pieces, so that nobody has to put it together who only looks at it. */
interface Pieces {

    /**
     * The next piece: {@code text} from {@code from} to before {@code to}. Pieces may be empty; none parts a surrogate pair.
     *
     * @return whether more is wanted
     */
    boolean take(String text, int from, int to);
}
