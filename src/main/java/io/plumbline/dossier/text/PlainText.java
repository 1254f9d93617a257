package io.plumbline.dossier.text;

/** Rich text made plain (model section 0), for who needs it as a text; see {@link Markup}. */
public final class PlainText {

    private PlainText() {}

    public static String of(String text) {
        if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        Markup.read(text, (piece, from, to) -> {
            plain.append(piece, from, to);
            return true;
        });
        return plain.toString();
    }
}
