package io.plumbline.ops.api.token;

import io.plumbline.crm.RecordId;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/** The tokens of the HTTP API: made, listed, revoked, and told from forged ones (trap L11). */
public final class Tokens {

    /** So that a token in steady use is not a write for every request. */
    private static final Duration LAST_USED_STEP = Duration.ofMinutes(1);

    private static final String NO_DIGEST = "0".repeat(64);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random;

    private record Kept(String digest, boolean valid, TokenHolder holder) {}

    public Tokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.random = new SecureRandom();
    }

    /** @return the token, which nobody can be told again */
    public TokenText make(RecordId org, String name) {
        String secret = TokenText.newSecret(random);
        KeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into api_token (org_id, token_name, digest, made_at) values (:org, :name, :digest, :now)
                """)
                .param("org", org.value())
                .param("name", name)
                .param("digest", TokenText.digest(secret))
                .param("now", now())
                .update(id, "id");
        Number key = id.getKey();
        if (key == null) {
            throw new IllegalStateException("the database gave the new token no number");
        }
        return TokenText.of(key.longValue(), secret);
    }

    /** All tokens ever made, the newest first. */
    public List<KnownToken> all() {
        return jdbc.sql("select * from api_token order by id desc")
                .query(Tokens::known)
                .list();
    }

    /** @return whether there was such a token, and it was valid */
    public boolean revoke(long id) {
        return jdbc.sql("update api_token set revoked_at = :now where id = :id and revoked_at is null")
                        .param("now", now())
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Whose token this is; empty when it is forged or revoked. */
    public Optional<TokenHolder> holder(String shown) {
        return TokenText.parse(shown).flatMap(this::holder);
    }

    private Optional<TokenHolder> holder(TokenText shown) {
        Optional<Kept> kept = jdbc.sql("select * from api_token where id = :id")
                .param("id", shown.id())
                .query(Tokens::kept)
                .optional();
        boolean right = shown.hasDigest(kept.map(Kept::digest).orElse(NO_DIGEST));
        Optional<TokenHolder> holder =
                kept.filter(token -> right && token.valid()).map(Kept::holder);
        holder.ifPresent(one -> used(one.token()));
        return holder;
    }

    private void used(long id) {
        jdbc.sql("""
                update api_token set last_used_at = :now
                where id = :id and (last_used_at is null or last_used_at < :before)
                """)
                .param("now", now())
                .param("id", id)
                .param("before", now().minus(LAST_USED_STEP))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getString("digest"),
                instant(row, "revoked_at").isEmpty(),
                new TokenHolder(row.getLong("id"), RecordId.of(row.getString("org_id")), row.getString("token_name")));
    }

    private static KnownToken known(ResultSet row, int number) throws SQLException {
        return new KnownToken(
                row.getLong("id"),
                RecordId.of(row.getString("org_id")),
                row.getString("token_name"),
                instant(row, "made_at").orElseThrow(),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
