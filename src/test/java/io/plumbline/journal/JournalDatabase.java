package io.plumbline.journal;

import io.plumbline.testing.TestDatabase;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An empty database of our own, with the whole schema. */
public record JournalDatabase(DataSource source) {

    public static JournalDatabase empty() {
        return new JournalDatabase(TestDatabase.migrated());
    }

    public JdbcClient client() {
        return JdbcClient.create(source);
    }

    public NamedParameterJdbcTemplate template() {
        return new NamedParameterJdbcTemplate(source);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(source));
    }
}
