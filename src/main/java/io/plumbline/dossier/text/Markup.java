package io.plumbline.dossier.text;

/**
 * Reads rich text as the plain text that people see of it (model section 0): comments and tags become a space, entities are
 * decoded once; what is no known entity and no character stays as it is. One pass, however many openings are never closed,
 * and no copy.
 */
final class Markup {

    private static final String COMMENT = "<!--";
    private static final String END_OF_COMMENT = "-->";
    private static final String SPACE = " ";

    private final String text;
    private int tag;
    private int entity;
    private boolean noMoreTags;
    private boolean noMoreComments;

    private Markup(String text, int tag, int entity) {
        this.text = text;
        this.tag = tag;
        this.entity = entity;
    }

    /** Hands over the plain text until it ends or no more is wanted. */
    static void read(String text, Pieces pieces) {
        int tag = text.indexOf('<');
        int entity = text.indexOf('&');
        if (tag < 0 && entity < 0) {
            pieces.take(text, 0, text.length());
        } else {
            new Markup(text, tag, entity).read(pieces);
        }
    }

    private void read(Pieces pieces) {
        int from = 0;
        while (tag >= 0 || entity >= 0) {
            boolean isTag = tag >= 0 && (entity < 0 || tag < entity);
            int open = isTag ? tag : entity;
            int end = isTag ? endOfMarkup(open) : Entity.end(text, open);
            String meant = end == 0 ? null : isTag ? SPACE : Entity.character(text.substring(open + 1, end - 1));
            if (meant != null) {
                if (!pieces.take(text, from, open) || !pieces.take(meant, 0, meant.length())) {
                    return;
                }
                from = end;
            }
            advance(Math.max(open + 1, from));
        }
        pieces.take(text, from, text.length());
    }

    private void advance(int next) {
        if (tag >= 0 && tag < next) {
            tag = text.indexOf('<', next);
        }
        if (entity >= 0 && entity < next) {
            entity = text.indexOf('&', next);
        }
    }

    /** 0 when it is no markup that begins here. */
    private int endOfMarkup(int open) {
        if (text.startsWith(COMMENT, open)) {
            return endOfComment(open + COMMENT.length());
        }
        boolean isTag = !noMoreTags && opensTag(text, open);
        int end = isTag ? text.indexOf('>', open) + 1 : 0;
        noMoreTags |= isTag && end == 0;
        return end;
    }

    private static boolean opensTag(String text, int open) {
        int name = text.startsWith("/", open + 1) ? open + 2 : open + 1;
        return name < text.length() && Letters.isAscii(text.charAt(name));
    }

    /** Where the tag ends that begins at an angle bracket; 0 when it is none. */
    static int endOfTag(String text, int open) {
        return opensTag(text, open) ? text.indexOf('>', open) + 1 : 0;
    }

    private int endOfComment(int inside) {
        int close = noMoreComments ? -1 : text.indexOf(END_OF_COMMENT, inside);
        noMoreComments |= close < 0;
        return close < 0 ? 0 : close + END_OF_COMMENT.length();
    }
}
