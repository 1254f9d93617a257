package io.plumbline.flow.checkup;

import io.plumbline.config.Configuration;
import io.plumbline.config.Connection;
import io.plumbline.flow.OrgDoor;
import io.plumbline.salesforce.OrgIdentity;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceOrg;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Looks at an org and at the database, and tells everything at once: what a check cannot find out for lack of another is
 * "not checked", with the reason. Reads a few rows, writes none, and changes neither the org nor the database.
 */
public final class Checkup {

    private static final String SIGN_IN = "sign-in";

    private final Configuration configuration;
    private final Clock clock;
    private final List<CheckupLine> lines = new ArrayList<>();

    public Checkup(Configuration configuration, Clock clock) {
        this.configuration = configuration;
        this.clock = clock;
    }

    /** What was found so far, in the order in which it was looked at. */
    public List<CheckupLine> lines() {
        return List.copyOf(lines);
    }

    /** Takes in what was found elsewhere. */
    public void add(List<CheckupLine> found) {
        lines.addAll(found);
    }

    /**
     * The database alone.
     *
     * @param database empty when it cannot be opened now
     * @param because why it cannot, the rest of a sentence
     */
    public void database(Optional<DataSource> database, String because) {
        if (database.isPresent()) {
            lines.addAll(new DatabaseCheck(database.get()).lines());
        } else {
            lines.add(CheckupLine.notChecked(DatabaseCheck.ID, DatabaseCheck.SUBJECT, because));
        }
    }

    /**
     * The way to the org and the org itself.
     *
     * @param database where an earlier sync left what it read; empty when it cannot be opened
     * @return how many API calls it took
     */
    public long org(Connection connection, OrgDoor door, Optional<DataSource> database) {
        lines.addAll(new AddressCheck(connection, clock).lines());
        SalesforceOrg org = door.open();
        OrgIdentity identity;
        try {
            identity = org.identity();
        } catch (SalesforceFailedException failed) {
            lines.add(CheckupLine.failed(SIGN_IN, "Sign-in", failed.failure()));
            checks(database)
                    .forEach(check -> lines.add(CheckupLine.notChecked(
                            check.id(), check.subject(), "nobody could sign in, see " + SIGN_IN + ".")));
            return org.usage().ours();
        }
        lines.add(CheckupLine.ok(SIGN_IN, "Sign-in", "Signed in as " + identity.userName() + "."));
        SignedIn signedIn = new SignedIn(
                org,
                identity,
                configuration,
                clock.instant().atZone(identity.timeZone()).toLocalDate());
        checks(database).forEach(check -> lines.addAll(found(check, signedIn)));
        return org.usage().ours();
    }

    /** For when there is no org to ask. @param because the rest of a sentence */
    public void withoutOrg(String because) {
        checks(Optional.empty())
                .forEach(check -> lines.add(CheckupLine.notChecked(check.id(), check.subject(), because)));
    }

    private List<SignedInCheck> checks(Optional<DataSource> database) {
        return List.of(
                new OrgFactsCheck(),
                new BudgetCheck(database, clock),
                new FieldsCheck(),
                new PlansCheck(),
                new ActivityCheck(),
                new OwnersCheck(),
                new CurrenciesCheck(),
                new SilenceCheck(database));
    }

    private static List<CheckupLine> found(SignedInCheck check, SignedIn org) {
        try {
            return check.lines(org);
        } catch (SalesforceFailedException failed) {
            return List.of(CheckupLine.failed(check.id(), check.subject(), failed.failure()));
        } catch (RuntimeException unforeseen) {
            // The other checks are worth having all the same.
            return List.of(CheckupLine.problem(
                    check.id(),
                    check.subject(),
                    "The check ended on something unexpected, "
                            + unforeseen.getClass().getSimpleName() + ".",
                    "Please report it with this output."));
        }
    }
}
