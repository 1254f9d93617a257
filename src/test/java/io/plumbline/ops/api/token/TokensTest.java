package io.plumbline.ops.api.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.RecordId;
import io.plumbline.testing.TestDatabase;
import io.plumbline.testing.Trap;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens on a real database: what is kept of them, and who gets through. */
class TokensTest {

    private static final RecordId ORG = RecordId.of("00D000000000001");
    private static final Instant NOW = Instant.parse("2026-06-30T08:00:00Z");

    private final DataSource database = TestDatabase.migrated();
    private final Tokens tokens = at(NOW);

    @Test
    void bearerIsKnownByTheTokenAlone() {
        TokenText token = tokens.make(ORG, "Flows");

        assertThat(tokens.holder(token.reveal()))
                .hasValueSatisfying(holder -> assertThat(holder).isEqualTo(new TokenHolder(token.id(), ORG, "Flows")));
    }

    @Trap("L11")
    @Test
    void secretOfOneTokenDoesNotOpenAnother() {
        String one = tokens.make(ORG, "one").reveal();
        String other = tokens.make(ORG, "other").reveal();

        String mixed = other.substring(0, other.indexOf('_', 10) + 1) + one.substring(one.indexOf('_', 10) + 1);

        assertThat(mixed).isNotEqualTo(one).isNotEqualTo(other);
        assertThat(tokens.holder(mixed)).isEmpty();
    }

    @Trap("L11")
    @Test
    void nothingThatIsKeptOrPrintedIsTheToken() {
        TokenText token = tokens.make(ORG, "Flows");
        String secret = token.reveal().substring(token.reveal().indexOf('_', 10) + 1);

        assertThat(JdbcClient.create(database)
                        .sql("select * from api_token")
                        .query()
                        .listOfRows()
                        .toString())
                .doesNotContain(secret);
        assertThat(token.toString() + tokens.all() + tokens.holder(token.reveal()))
                .doesNotContain(secret);
    }

    @Test
    void tokensHave256RandomBits() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            String token = tokens.make(ORG, "one of many").reveal();
            assertThat(java.util.Base64.getUrlDecoder().decode(token.substring(token.indexOf('_', 10) + 1)))
                    .hasSize(32);
            seen.add(token.substring(token.indexOf('_', 10)));
        }
        assertThat(seen).hasSize(50);
    }

    @Trap("L11")
    @Test
    void revokedTokenIsNobodysAndIsRevokedOnce() {
        TokenText token = tokens.make(ORG, "Flows");

        assertThat(tokens.revoke(token.id())).isTrue();
        assertThat(tokens.revoke(token.id())).isFalse();
        assertThat(tokens.holder(token.reveal())).isEmpty();
        assertThat(tokens.all())
                .singleElement()
                .satisfies(known -> assertThat(known.revoked()).contains(NOW));
    }

    @Test
    void lastUseIsNotedAtMostOnceAMinute() {
        String token = tokens.make(ORG, "Flows").reveal();
        assertThat(tokens.all().getFirst().lastUsed()).isEmpty();

        at(NOW).holder(token);
        at(NOW.plusSeconds(60)).holder(token);
        assertThat(tokens.all().getFirst().lastUsed()).contains(NOW);
        at(NOW.plusSeconds(61)).holder(token);
        assertThat(tokens.all().getFirst().lastUsed()).contains(NOW.plusSeconds(61));
    }

    private Tokens at(Instant now) {
        return new Tokens(JdbcClient.create(database), Clock.fixed(now, ZoneOffset.UTC));
    }
}
