package io.plumbline.mirror.derived;

import io.plumbline.crm.RecordId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who owns each live account of an org, and below which other it hangs. */
public final class AccountTree {

    private final RecordId org;
    private final JdbcTemplate jdbc;

    AccountTree(RecordId org, JdbcTemplate jdbc) {
        this.org = org;
        this.jdbc = jdbc;
    }

    /** An account in the tree. */
    public record Entry(RecordId account, Optional<String> owner, Optional<String> parent) {}

    /** Forgets these accounts, and takes note of them as they are now, as far as they are live. */
    public void replace(Collection<RecordId> accounts, Collection<Entry> entries) {
        jdbc.batchUpdate(
                "delete from derived_account where account_id = ? and org_id = ?",
                accounts.stream()
                        .map(account -> new Object[] {account.value(), org.value()})
                        .toList());
        add(entries);
    }

    public void replaceAll(Collection<Entry> entries) {
        jdbc.update("delete from derived_account where org_id = ?", org.value());
        add(entries);
    }

    private void add(Collection<Entry> entries) {
        jdbc.batchUpdate(
                "insert into derived_account (account_id, org_id, owner_id, parent_id) values (?, ?, ?, ?)",
                entries.stream()
                        .map(entry -> new @Nullable Object[] {
                            entry.account().value(),
                            org.value(),
                            entry.owner().orElse(null),
                            entry.parent().orElse(null)
                        })
                        .toList());
    }

    /** Those of these accounts that are live. */
    public List<Entry> of(Collection<RecordId> accounts) {
        List<Entry> found = new ArrayList<>();
        for (RecordId account : accounts) {
            found.addAll(jdbc.query(
                    "select owner_id, parent_id from derived_account where account_id = ? and org_id = ?",
                    (row, number) -> new Entry(
                            account,
                            Optional.ofNullable(row.getString("owner_id")),
                            Optional.ofNullable(row.getString("parent_id"))),
                    account.value(),
                    org.value()));
        }
        return found;
    }

    /** The accounts of one owner. */
    public Set<RecordId> ownedBy(String owner) {
        return new HashSet<>(jdbc.query(
                "select account_id from derived_account where owner_id = ? and org_id = ?",
                (row, number) -> RecordId.of(row.getString("account_id")),
                owner,
                org.value()));
    }

    /** The account above one; empty when it hangs below none. */
    public Optional<String> parent(String account) {
        return jdbc
                .queryForList(
                        "select parent_id from derived_account where account_id = ? and org_id = ?"
                                + " and parent_id is not null",
                        String.class,
                        account,
                        org.value())
                .stream()
                .findFirst();
    }

    /** The accounts that hang below another, with the Id of that. */
    public Map<String, String> parents() {
        Map<String, String> parents = new HashMap<>();
        jdbc.query(
                "select account_id, parent_id from derived_account where org_id = ? and parent_id is not null",
                row -> {
                    parents.put(row.getString("account_id"), row.getString("parent_id"));
                },
                org.value());
        return parents;
    }
}
