package io.plumbline.extract.reading;

import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceOrg;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares a source with its mirror row by row, by Id and stamp, and puts right what no window could show: versions that
 * became visible long after they were stamped (trap C1), tombstones that are gone (traps G2, G3), rows that left the
 * condition, and rows that the integration user may see no longer, or again (trap G5).
 */
final class Reconciliation {

    private final SalesforceOrg org;
    private final SourceQuery query;
    private final SourceMirror mirror;
    private final Vanishing vanishing;

    private final StampsById there = new StampsById();

    Reconciliation(SalesforceOrg org, SourceQuery query, SourceMirror mirror, Vanishing vanishing) {
        this.org = org;
        this.query = query;
        this.mirror = mirror;
        this.vanishing = vanishing;
    }

    /** @throws SalesforceFailedException when more rows are out of sight than can be believed */
    void run() {
        long held = mirror.countAnew();
        look(held);
        List<RecordId> different = new ArrayList<>();
        Set<RecordId> missing = new LinkedHashSet<>();
        mirror.eachStamp((id, stamp) -> {
            switch (there.take(id, stamp)) {
                case SAME -> {}
                case OTHER -> different.add(id);
                case NOT -> missing.add(id);
            }
        });
        there.rest(different::add);
        different.sort(Comparator.naturalOrder());
        new RowsById(org, query).read(different, mirror::apply);
        settle(missing, held);
        mirror.reconciledNow();
    }

    /** Ids and stamps of all that is there. */
    private void look(long held) {
        new PagedReading(org)
                .readInAnyOrder(
                        IdRange.ALL,
                        held,
                        (range, last) -> query.stamps(
                                last.map(row -> range.after(row.id())).orElse(range)),
                        page -> page.forEach(
                                row -> there.put(row.id(), RowMaker.stamp(row).orElse(Instant.EPOCH))));
    }

    /** The second proof: these very rows are asked for, and what still does not come is out of sight, not deleted. */
    private void settle(Set<RecordId> missing, long held) {
        Set<RecordId> unseen = new LinkedHashSet<>(missing);
        Set<RecordId> leftTheCondition = new LinkedHashSet<>();
        new RowsById(org, query).read(List.copyOf(missing), page -> {
            page.forEach(row -> unseen.remove(row.id()));
            if (query.condition().isPresent()) {
                page.stream().filter(row -> !RowMaker.isDeleted(row)).forEach(row -> leftTheCondition.add(row.id()));
                mirror.apply(page.stream().filter(RowMaker::isDeleted).toList());
            } else {
                mirror.apply(page);
            }
        });
        vanishing.check(query, unseen.size(), held);
        unseen.addAll(leftTheCondition);
        mirror.hide(unseen);
    }
}
