package io.plumbline.flow.checkup;

import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SoqlQuery;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which org it is: the name, the Id, and whether it is the one that customers are really in. */
final class OrgFactsCheck implements SignedInCheck {

    private static final FieldName NAME = FieldName.of("Name");
    private static final FieldName EDITION = FieldName.of("OrganizationType");
    private static final FieldName SANDBOX = FieldName.of("IsSandbox");

    @Override
    public String id() {
        return "org";
    }

    @Override
    public String subject() {
        return "Org";
    }

    @Override
    public List<CheckupLine> lines(SignedIn org) {
        String which = "Id " + org.identity().orgId() + ", days begin in "
                + org.identity().timeZone();
        return List.of(organization(org)
                .map(row -> CheckupLine.ok(id(), subject(), told(row) + "; " + which + "."))
                .orElseGet(() -> CheckupLine.ok(
                        id(),
                        subject(),
                        which + ". Whether it is a sandbox cannot be seen: the integration user may not read"
                                + " Organization.")));
    }

    private static Optional<CrmRecord> organization(SignedIn org) {
        SoqlQuery query = new SoqlQuery(
                ObjectName.of("Organization"),
                List.of(NAME, EDITION, SANDBOX),
                Optional.empty(),
                Optional.empty(),
                false);
        try {
            return org.salesforce().query(query).records().stream().findFirst();
        } catch (SalesforceFailedException failed) {
            if (failed.failure() instanceof SalesforceFailure.NotThere) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    private static String told(CrmRecord row) {
        String kind = row.value(SANDBOX)
                .filter(FieldValue.Flag.class::isInstance)
                .map(flag -> ((FieldValue.Flag) flag).set() ? "a sandbox" : "production")
                .orElse("");
        return String.join(
                ", ",
                Stream.of(
                                row.text(NAME).orElse("(no name)"),
                                kind,
                                row.text(EDITION).orElse(""))
                        .filter(text -> !text.isEmpty())
                        .toList());
    }
}
