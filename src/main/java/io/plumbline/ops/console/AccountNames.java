package io.plumbline.ops.console;

import io.plumbline.crm.RecordId;
import io.plumbline.journal.AccountList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What accounts are called, for a list that holds their Ids. */
final class AccountNames {

    private final AccountList accounts;

    AccountNames(AccountList accounts) {
        this.accounts = accounts;
    }

    /** By Id; an account without a verdict is absent. */
    Map<String, String> of(RecordId org, Collection<RecordId> ids) {
        Map<String, String> names = new LinkedHashMap<>();
        ids.stream().distinct().forEach(id -> accounts.name(org, id).ifPresent(name -> names.put(id.value(), name)));
        return names;
    }
}
