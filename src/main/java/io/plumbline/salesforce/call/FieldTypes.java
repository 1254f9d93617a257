package io.plumbline.salesforce.call;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.ObjectName;
import io.plumbline.salesforce.FieldDescription;
import io.plumbline.salesforce.FieldDescription.Type;
import io.plumbline.salesforce.ObjectDescription;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The type of a field or of a path over parents, from the descriptions of the objects on the way (trap E11). */
public final class FieldTypes {

    private final Function<ObjectName, ObjectDescription> descriptions;

    public FieldTypes(Function<ObjectName, ObjectDescription> descriptions) {
        this.descriptions = descriptions;
    }

    /** {@code TEXT} where no description tells; the server refuses the query if there is no such field at all. */
    public Type of(ObjectName object, FieldName path) {
        return along(object, path.steps());
    }

    private Type along(ObjectName object, List<String> steps) {
        String first = steps.get(0);
        if (steps.size() == 1 && first.equalsIgnoreCase("Id")) {
            return Type.REFERENCE;
        }
        ObjectDescription description = descriptions.apply(object);
        if (steps.size() == 1) {
            return description.field(first).map(FieldDescription::type).orElse(Type.TEXT);
        }
        List<String> rest = steps.subList(1, steps.size());
        return description
                .relationship(first)
                .map(reference -> throughParent(reference, rest))
                .orElse(Type.TEXT);
    }

    private Type throughParent(FieldDescription reference, List<String> rest) {
        if (rest.size() == 1 && sayNothingNew(rest.get(0))) {
            return rest.get(0).equalsIgnoreCase("Id") ? Type.REFERENCE : Type.TEXT;
        }
        if (reference.referenceTo().size() == 1) {
            return along(reference.referenceTo().get(0), rest);
        }
        return amongParents(reference, rest.get(rest.size() - 1));
    }

    /** Of a parent that may be one of many objects only the fields common to names can be read (trap G9). */
    private Type amongParents(FieldDescription reference, String field) {
        Optional<Type> user = reference.referenceTo().stream()
                .filter(parent -> parent.value().equals("User"))
                .findFirst()
                .flatMap(parent -> descriptions.apply(parent).field(field))
                .map(FieldDescription::type);
        return user.orElse(Type.TEXT);
    }

    private static boolean sayNothingNew(String field) {
        return field.equalsIgnoreCase("Id") || field.equalsIgnoreCase("Name") || field.equalsIgnoreCase("Type");
    }
}
