package io.plumbline.writeback;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/** A database that cannot store when told so, as with a full disk: the transaction is rolled back and says so. */
record FailingTransactions(TransactionOperations real, BooleanSupplier fails) implements TransactionOperations {

    @Override
    public <T> @Nullable T execute(TransactionCallback<T> action) {
        return real.execute(status -> {
            T result = action.doInTransaction(status);
            if (fails.getAsBoolean()) {
                throw new DataAccessResourceFailureException("No space left on device");
            }
            return result;
        });
    }
}
