package io.plumbline.extract.reading;

import io.plumbline.crm.RecordId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ids in the order in which SOQL compares them, which is that of their first 15 characters as a number of base 62.
 *
 * @param above the Id before the first one; empty for no bound
 * @param upTo the last Id; empty for no bound
 */
record IdRange(Optional<RecordId> above, Optional<RecordId> upTo) implements Part<IdRange> {

    static final IdRange ALL = new IdRange(Optional.empty(), Optional.empty());

    private static final BigInteger BASE = BigInteger.valueOf(Base62.BASE);
    private static final int LENGTH = 15;
    private static final BigInteger LAST = BASE.pow(LENGTH).subtract(BigInteger.ONE);

    /** What of this range comes after an Id. */
    IdRange after(RecordId id) {
        return new IdRange(Optional.of(id), upTo);
    }

    /** The lower and the upper half, which meet in one Id; empty when there is at most one Id in the range. */
    @Override
    public Optional<List<IdRange>> halves() {
        BigInteger low = above.map(IdRange::number).orElse(BigInteger.ZERO);
        BigInteger high = upTo.map(IdRange::number).orElse(LAST);
        if (high.subtract(low).compareTo(BigInteger.ONE) <= 0) {
            return Optional.empty();
        }
        Optional<RecordId> middle = Optional.of(id(low.add(high).shiftRight(1)));
        return Optional.of(List.of(new IdRange(above, middle), new IdRange(middle, upTo)));
    }

    List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        above.ifPresent(id -> conditions.add("Id > '" + id + "'"));
        upTo.ifPresent(id -> conditions.add("Id <= '" + id + "'"));
        return conditions;
    }

    private static BigInteger number(RecordId id) {
        BigInteger number = BigInteger.ZERO;
        for (char digit : id.value().substring(0, LENGTH).toCharArray()) {
            number = number.multiply(BASE).add(BigInteger.valueOf(Base62.digit(digit)));
        }
        return number;
    }

    private static RecordId id(BigInteger number) {
        StringBuilder digits = new StringBuilder(LENGTH);
        BigInteger rest = number;
        for (int i = 0; i < LENGTH; i++) {
            BigInteger[] quotient = rest.divideAndRemainder(BASE);
            digits.append(Base62.character(quotient[1].intValue()));
            rest = quotient[0];
        }
        return RecordId.of(digits.reverse().toString());
    }
}
