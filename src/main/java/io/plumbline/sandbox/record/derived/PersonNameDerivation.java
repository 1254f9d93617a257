package io.plumbline.sandbox.record.derived;

/** The full name of a contact or user from its parts; for a seed also the other way round. */
final class PersonNameDerivation implements Derivation {

    @Override
    public void before(Change change) {
        if (change.loading() && change.get("LastName") == null && change.text("Name") instanceof String name) {
            int space = name.lastIndexOf(' ');
            change.set("LastName", name.substring(space + 1));
            if (space > 0) {
                change.set("FirstName", name.substring(0, space));
            }
        }
        String first = change.text("FirstName");
        String last = change.text("LastName");
        if (last != null) {
            change.set("Name", first == null ? last : first + " " + last);
        }
    }
}
