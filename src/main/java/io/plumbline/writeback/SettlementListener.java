package io.plumbline.writeback;

import java.util.List;

/** Hears of records as they are settled, inside the transaction that settles them: both are remembered or neither. */
@FunctionalInterface
public interface SettlementListener {

    /** @param settled some of a batch, which may be told in several parts */
    void settled(List<Settlement> settled);
}
