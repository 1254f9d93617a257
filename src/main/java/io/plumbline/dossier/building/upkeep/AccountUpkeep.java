package io.plumbline.dossier.building.upkeep;

import io.plumbline.config.mapping.Fact;
import io.plumbline.config.mapping.Mapping;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.building.org.OrgKnowledge;
import io.plumbline.dossier.building.rows.MappedRow;
import io.plumbline.dossier.building.rows.Scope;
import io.plumbline.mirror.Mirror;
import io.plumbline.mirror.MirrorRow;
import io.plumbline.mirror.derived.AccountTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps who owns an account, and below which one it hangs. */
final class AccountUpkeep {

    private final Mirror mirror;
    private final Mapping mapping;
    private final RecordId org;
    private final OrgKnowledge knowledge;

    AccountUpkeep(Mirror mirror, Mapping mapping, RecordId org, OrgKnowledge knowledge) {
        this.mirror = mirror;
        this.mapping = mapping;
        this.org = org;
        this.knowledge = knowledge;
    }

    void all() {
        List<AccountTree.Entry> entries = new ArrayList<>();
        mirror.org(org).each(Scope.ACCOUNTS, row -> entries.add(entry(row)));
        mirror.derived(org).accounts().replaceAll(entries);
    }

    /** @return whether one of these hangs elsewhere than before */
    boolean some(Collection<RecordId> accounts) {
        AccountTree tree = mirror.derived(org).accounts();
        List<AccountTree.Entry> before = tree.of(accounts);
        List<AccountTree.Entry> now = mirror.org(org).live(Scope.ACCOUNTS, accounts).stream()
                .map(this::entry)
                .toList();
        Set<AccountTree.Entry> stale = new HashSet<>(before);
        now.forEach(stale::remove);
        Set<AccountTree.Entry> fresh = new HashSet<>(now);
        before.forEach(fresh::remove);
        tree.replace(stale.stream().map(AccountTree.Entry::account).toList(), fresh);
        return !parents(before).equals(parents(now));
    }

    private AccountTree.Entry entry(MirrorRow row) {
        MappedRow account = new MappedRow(row, mapping, knowledge.zone());
        return new AccountTree.Entry(
                row.id(),
                Optional.ofNullable(account.reference(Fact.ACCOUNT_OWNER)),
                Optional.ofNullable(account.reference(Fact.ACCOUNT_PARENT)));
    }

    private static Map<RecordId, String> parents(List<AccountTree.Entry> entries) {
        Map<RecordId, String> parents = new HashMap<>();
        entries.forEach(entry -> entry.parent().ifPresent(parent -> parents.put(entry.account(), parent)));
        return parents;
    }
}
