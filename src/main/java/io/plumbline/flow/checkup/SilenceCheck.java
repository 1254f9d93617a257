package io.plumbline.flow.checkup;

import io.plumbline.dossier.Visibility;
import io.plumbline.dossier.building.Dossiers;
import io.plumbline.mirror.Mirror;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;

/** Who logs nothing, and what dropped out of sight, by what the last sync read; in the words of the dossier. */
final class SilenceCheck implements SignedInCheck {

    private static final int SHOWN = 20;
    private static final String ADVICE =
            "Sales operations asks the people named; what should be seen and is not, a Salesforce"
                    + " administrator shares with the integration user.";

    private final Optional<DataSource> database;

    SilenceCheck(Optional<DataSource> database) {
        this.database = database;
    }

    @Override
    public String id() {
        return "visibility";
    }

    @Override
    public String subject() {
        return "Who logs";
    }

    @Override
    public List<CheckupLine> lines(SignedIn org) {
        if (database.isEmpty()) {
            return List.of(CheckupLine.notChecked(
                    id(), subject(), "what the last sync read could not be opened, see Database."));
        }
        Mirror mirror = new Mirror(database.get());
        try {
            if (mirror.facts(org.identity().orgId()).isEmpty()) {
                return List.of(CheckupLine.notChecked(
                        id(), subject(), "nothing was read of this org yet: the first sync does."));
            }
            return told(new Dossiers(
                            mirror,
                            org.configuration().mapping(),
                            org.configuration().policy())
                    .visibility(org.identity().orgId(), org.today()));
        } catch (DataAccessException notPrepared) {
            return List.of(CheckupLine.notChecked(
                    id(), subject(), "what the last sync read cannot be read now, see Database."));
        }
    }

    /** What is hidden as a whole stands under the fields already. */
    private List<CheckupLine> told(Visibility seen) {
        List<String> sentences = seen.withoutHidden().sentences();
        if (sentences.isEmpty()) {
            return List.of(CheckupLine.ok(
                    id(),
                    subject(),
                    "Everybody who owns accounts took part in some activity within " + seen.days()
                            + " days, and nothing dropped out of sight."));
        }
        List<CheckupLine> lines = new ArrayList<>();
        sentences.stream()
                .limit(SHOWN)
                .forEach(sentence -> lines.add(CheckupLine.warning(id(), subject(), sentence, ADVICE)));
        if (sentences.size() > SHOWN) {
            lines.add(CheckupLine.warning(
                    id(), subject(), "And " + (sentences.size() - SHOWN) + " more of the kind.", ADVICE));
        }
        return lines;
    }
}
