package io.plumbline.extract;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.ObjectName;
import io.plumbline.salesforce.FieldDescription;
import io.plumbline.salesforce.ObjectDescription;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SalesforceOrg;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the integration user can see, asked for once per run (trap I3). */
final class Descriptions {

    private final SalesforceOrg org;
    private final Optional<Set<ObjectName>> objects;
    private final Map<ObjectName, Optional<ObjectDescription>> known = new HashMap<>();

    /**
     * @param wanted objects that will be asked about, so that they cost few calls together
     * @param likelyAll whether all of them are likely to be there: then nobody asks first which objects there are
     */
    Descriptions(SalesforceOrg org, Collection<ObjectName> wanted, boolean likelyAll) {
        this.org = org;
        this.objects = likelyAll && org.describeAhead(wanted) ? Optional.empty() : Optional.of(org.objects());
        objects.ifPresent(there ->
                org.describeAhead(wanted.stream().filter(there::contains).toList()));
    }

    /** What can be seen of an object; empty when it is unknown or hidden. */
    Optional<ObjectDescription> of(ObjectName object) {
        return objects.filter(there -> !there.contains(object)).isPresent()
                ? Optional.empty()
                : known.computeIfAbsent(object, this::describe);
    }

    /** The field at the end of a path, wherever one of the objects on the way leads to it. */
    Optional<FieldDescription> field(ObjectName object, FieldName path) {
        List<String> steps = path.steps();
        List<ObjectName> here = List.of(object);
        for (String relationship : steps.subList(0, steps.size() - 1)) {
            here = here.stream()
                    .flatMap(from -> of(from).stream())
                    .flatMap(from -> from.relationship(relationship).stream())
                    .flatMap(reference -> reference.referenceTo().stream())
                    .distinct()
                    .toList();
        }
        return here.stream()
                .flatMap(from -> of(from).stream())
                .flatMap(from -> from.field(steps.getLast()).stream())
                .findFirst();
    }

    private Optional<ObjectDescription> describe(ObjectName object) {
        try {
            return Optional.of(org.describe(object));
        } catch (SalesforceFailedException failed) {
            if (failed.failure() instanceof SalesforceFailure.NotThere) {
                return Optional.empty();
            }
            throw failed;
        }
    }
}
