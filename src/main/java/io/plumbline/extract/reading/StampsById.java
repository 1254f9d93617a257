package io.plumbline.extract.reading;

import io.plumbline.crm.RecordId;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * The stamps of very many records, in 32 to 64 bytes each: millions of activities as objects would take much of the memory that
 * a run is given. The records of an object differ in the last nine characters of their Ids mostly, which are a
 * number; those that differ before them stand in tables of their own.
 */
final class StampsById {

    private static final int SHORT_ID = 15;
    private static final int DIGITS_OF_NUMBER = 9;
    private static final int PREFIX = SHORT_ID - DIGITS_OF_NUMBER;

    private final Map<String, Table> tables = new HashMap<>();

    /** What became of looking for a record. */
    enum Found {
        /** It is here with this stamp. */
        SAME,
        /** It is here with another stamp. */
        OTHER,
        NOT
    }

    /** The later one counts of two stamps of one record. */
    void put(RecordId id, Instant stamp) {
        tables.computeIfAbsent(id.value().substring(0, PREFIX), prefix -> new Table())
                .put(number(id), stamp.toEpochMilli());
    }

    /** Looks for a record and takes it out. */
    Found take(RecordId id, Instant stamp) {
        Table table = tables.get(id.value().substring(0, PREFIX));
        return table == null ? Found.NOT : table.take(number(id), stamp.toEpochMilli());
    }

    /** Visits what was not taken out, in no particular order. */
    void rest(Consumer<RecordId> visitor) {
        tables.forEach((prefix, table) -> table.rest(number -> visitor.accept(RecordId.of(prefix + digits(number)))));
    }

    private static long number(RecordId id) {
        long number = 0;
        for (int i = PREFIX; i < SHORT_ID; i++) {
            number = number * Base62.BASE + Base62.digit(id.value().charAt(i));
        }
        return number;
    }

    private static String digits(long number) {
        char[] digits = new char[DIGITS_OF_NUMBER];
        long rest = number;
        for (int i = DIGITS_OF_NUMBER - 1; i >= 0; i--) {
            digits[i] = Base62.character((int) (rest % Base62.BASE));
            rest /= Base62.BASE;
        }
        return new String(digits);
    }

    /** Numbers and their stamps, each at the first free place from the one that its number says. */
    private static final class Table {

        private static final int FIRST_ROOM = 64;
        private static final long FREE = -1;
        private static final long TAKEN = Long.MIN_VALUE;
        /** Neighbours are to lie far apart: Ids come in runs. */
        private static final long SPREAD = 0x9E3779B97F4A7C15L;

        private long[] numbers = free(FIRST_ROOM);
        private long[] stamps = new long[FIRST_ROOM];
        private int size;

        void put(long number, long stamp) {
            if (2 * (size + 1) > numbers.length) {
                grow();
            }
            int place = place(number);
            if (numbers[place] == FREE) {
                numbers[place] = number;
                size++;
                stamps[place] = stamp;
            } else {
                stamps[place] = Math.max(stamps[place], stamp);
            }
        }

        Found take(long number, long stamp) {
            int place = place(number);
            if (numbers[place] == FREE || stamps[place] == TAKEN) {
                return Found.NOT;
            }
            Found found = stamps[place] == stamp ? Found.SAME : Found.OTHER;
            stamps[place] = TAKEN;
            return found;
        }

        void rest(LongConsumer visitor) {
            for (int place = 0; place < numbers.length; place++) {
                if (numbers[place] != FREE && stamps[place] != TAKEN) {
                    visitor.accept(numbers[place]);
                }
            }
        }

        private int place(long number) {
            int mask = numbers.length - 1;
            int place = (int) (number * SPREAD >>> Integer.SIZE) & mask;
            while (numbers[place] != FREE && numbers[place] != number) {
                place = place + 1 & mask;
            }
            return place;
        }

        private void grow() {
            long[] oldNumbers = numbers;
            long[] oldStamps = stamps;
            numbers = free(Math.multiplyExact(2, oldNumbers.length));
            stamps = new long[numbers.length];
            for (int old = 0; old < oldNumbers.length; old++) {
                if (oldNumbers[old] != FREE) {
                    int place = place(oldNumbers[old]);
                    numbers[place] = oldNumbers[old];
                    stamps[place] = oldStamps[old];
                }
            }
        }

        private static long[] free(int room) {
            long[] numbers = new long[room];
            Arrays.fill(numbers, FREE);
            return numbers;
        }
    }
}
