package io.plumbline.dossier.building;

import io.plumbline.crm.RecordId;
import io.plumbline.dossier.AccountDossier;
import java.util.function.Supplier;

/** The dossier of an account of which everything is read: any thread may build it. */
public record UnbuiltDossier(RecordId account, Supplier<AccountDossier> dossier) {

    public AccountDossier build() {
        return dossier.get();
    }
}
