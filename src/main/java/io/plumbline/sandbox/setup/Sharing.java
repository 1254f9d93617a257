package io.plumbline.sandbox.setup;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The records that sharing keeps from everybody but administrators (trap G5). What belongs to a hidden record alone, such as the contacts and
 * opportunities of a hidden account, is hidden with it, as access to a child would imply access to its parent.
 */
public final class Sharing {

    private volatile Set<String> hidden = Set.of();

    /** Hides these records, by their 18-character Ids, from the next call on. */
    public synchronized void hide(Collection<String> ids) {
        Set<String> more = new HashSet<>(hidden);
        more.addAll(ids);
        hidden = Set.copyOf(more);
    }

    /** Shares these records again. */
    public synchronized void share(Collection<String> ids) {
        Set<String> fewer = new HashSet<>(hidden);
        fewer.removeAll(ids);
        hidden = Set.copyOf(fewer);
    }

    /** Shares all records again. */
    public void shareAll() {
        hidden = Set.of();
    }

    /** Whether nothing is hidden. */
    public boolean open() {
        return hidden.isEmpty();
    }

    public boolean hides(String id) {
        return hidden.contains(id);
    }

    /** The hidden records. */
    public Set<String> hidden() {
        return hidden;
    }
}
