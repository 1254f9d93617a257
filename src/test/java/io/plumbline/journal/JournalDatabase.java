package io.plumbline.journal;

import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An empty database of our own, with the whole schema. */
public record JournalDatabase(DataSource source) {

    public static JournalDatabase empty() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return new JournalDatabase(source);
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
