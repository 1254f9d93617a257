package io.plumbline.sandbox.record.derived;

/** The date of a message that comes without one. */
final class EmailDerivation implements Derivation {

    @Override
    public void before(Change change) {
        if (change.get("MessageDate") == null) {
            change.set("MessageDate", change.now());
        }
    }
}
