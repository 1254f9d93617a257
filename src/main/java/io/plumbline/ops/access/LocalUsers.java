package io.plumbline.ops.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The local users, kept in the database with what their passwords hash to. */
public final class LocalUsers {

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final Clock clock;

    public LocalUsers(JdbcClient jdbc, PasswordEncoder encoder, Clock clock) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** @return false when there is a user of this name already */
    public boolean add(String name, Role role, boolean seesNames, String password) {
        if (find(name).isPresent()) {
            return false;
        }
        jdbc.sql("""
                insert into console_user (name, password_hash, role_name, sees_names, changed_at)
                values (:name, :hash, :role, :seesNames, :now)
                """)
                .param("name", key(name))
                .param("hash", encoder.encode(password))
                .param("role", role.word())
                .param("seesNames", seesNames)
                .param("now", now())
                .update();
        return true;
    }

    /** @return false when there is no such user */
    public boolean changePassword(String name, String password) {
        return jdbc.sql("update console_user set password_hash = :hash, changed_at = :now where name = :name")
                        .param("hash", encoder.encode(password))
                        .param("now", now())
                        .param("name", key(name))
                        .update()
                > 0;
    }

    /** @return false when there was no such user */
    public boolean remove(String name) {
        return jdbc.sql("delete from console_user where name = :name")
                        .param("name", key(name))
                        .update()
                > 0;
    }

    /** In the order of their names. */
    public List<LocalUser> all() {
        return jdbc.sql("select * from console_user order by name")
                .query(LocalUsers::user)
                .list();
    }

    public Optional<LocalUser> find(String name) {
        return jdbc.sql("select * from console_user where name = :name")
                .param("name", key(name))
                .query(LocalUsers::user)
                .optional();
    }

    /** @throws UsernameNotFoundException when there is no such user */
    LocalSignIn signIn(String name) {
        return jdbc.sql("select * from console_user where name = :name")
                .param("name", key(name))
                .query((row, number) -> new LocalSignIn(user(row, number), row.getString("password_hash")))
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("no such user"));
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('\0', ' ');
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }

    private static LocalUser user(ResultSet row, int number) throws SQLException {
        Instant changed = row.getObject("changed_at", OffsetDateTime.class).toInstant();
        return new LocalUser(
                row.getString("name"),
                Role.named(row.getString("role_name")).orElseThrow(),
                row.getBoolean("sees_names"),
                changed);
    }
}
