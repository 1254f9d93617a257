package io.plumbline.sandbox.record.derived;

import java.util.Locale;

/** Number, closing and the contact's details of a case. */
final class CaseDerivation implements Derivation {

    @Override
    public void before(Change change) {
        if (change.get("CaseNumber") == null) {
            long number = change.work().records().nextNumber("Case.CaseNumber");
            change.set("CaseNumber", String.format(Locale.ROOT, "%08d", 1000 + number));
        }
        boolean closed = "Closed".equals(change.text("Status"));
        change.derive("IsClosed", closed);
        if (!Boolean.TRUE.equals(change.get("IsClosed"))) {
            change.derive("ClosedDate", null);
        } else if (change.get("ClosedDate") == null) {
            change.derive("ClosedDate", change.now());
        }
        change.parent("ContactId").ifPresent(contact -> {
            change.set("ContactEmail", contact.get("Email"));
            change.set("ContactPhone", contact.get("Phone"));
            change.set("ContactMobile", contact.get("MobilePhone"));
            change.set("ContactFax", contact.get("Fax"));
        });
    }
}
