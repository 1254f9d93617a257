package io.plumbline.dossier.json;

import io.plumbline.dossier.Dossier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of dossiers: the dossier, and the band of the account's last written assessment where the line carries a
 * {@code previous}.
 */
public record DossierLine(Dossier dossier, @Nullable String previousBandOrNull) {

    public Optional<String> previousBand() {
        return Optional.ofNullable(previousBandOrNull);
    }
}
