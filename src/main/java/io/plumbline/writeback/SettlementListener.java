package io.plumbline.writeback;

/** Hears of every record as it is settled, inside the transaction that settles it: both are remembered or neither. */
@FunctionalInterface
public interface SettlementListener {

    void settled(Settlement settlement);
}
