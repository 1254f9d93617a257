package io.plumbline.ops.console;

/**
 * Which part of a list a page shows.
 *
 * @param page from 1
 * @param all how many there are altogether
 */
record Paging(int page, int size, int all) {

    /** Whatever was asked for, a page that there is. */
    static Paging of(int asked, int size, int all) {
        return new Paging(Math.clamp(asked, 1, Math.max(1, Math.ceilDiv(all, size))), size, all);
    }

    int from() {
        return (page - 1) * size;
    }

    public boolean hasPrevious() {
        return page > 1;
    }

    public boolean hasNext() {
        return page * size < all;
    }

    /** {@code 51 to 100 of 1,200}. */
    public String words() {
        return all == 0
                ? "none"
                : Figures.of(from() + 1L) + " to " + Figures.of(Math.min(all, from() + size)) + " of "
                        + Figures.of(all);
    }
}
