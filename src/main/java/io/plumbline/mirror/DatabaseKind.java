package io.plumbline.mirror;

import java.sql.DatabaseMetaData;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** Which of the two databases it is, for the few places where one of them is fast at what the other is slow at. */
final class DatabaseKind {

    private DatabaseKind() {}

    static boolean isH2(JdbcTemplate jdbc) {
        try {
            return "H2"
                    .equals(JdbcUtils.extractDatabaseMetaData(
                            Objects.requireNonNull(jdbc.getDataSource()), DatabaseMetaData::getDatabaseProductName));
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException("The database does not say what it is", e);
        }
    }
}
