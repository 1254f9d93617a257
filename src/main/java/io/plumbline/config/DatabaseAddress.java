package io.plumbline.config;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A database that several instances may share, in the place of the data folder.
 *
 * @param url as JDBC has it, such as {@code jdbc:postgresql://db.example:5432/plumbline}
 */
public record DatabaseAddress(
        String url, @Nullable String user, @Nullable Secret password) {

    public Optional<String> userName() {
        return Optional.ofNullable(user);
    }

    /** A URL may carry a password (trap L1). */
    @Override
    public String toString() {
        return "a database of its own";
    }
}
