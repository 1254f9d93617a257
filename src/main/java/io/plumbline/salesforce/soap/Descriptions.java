package io.plumbline.salesforce.soap;

import com.sforce.soap.partner.DescribeSObjectResult;
import com.sforce.soap.partner.Field;
import io.plumbline.crm.ObjectName;
import io.plumbline.salesforce.FieldDescription;
import io.plumbline.salesforce.FieldDescription.Type;
import io.plumbline.salesforce.ObjectDescription;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.auth.AccessToken;
import io.plumbline.salesforce.call.CallFailedException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the integration user sees of each object, asked once and kept as {@link DescriptionCache} says (trap I3). */
final class Descriptions {

    private static final int MOST_IN_ONE_CALL = 100;

    private final PartnerCalls calls;
    private final DescriptionCache cache;

    Descriptions(PartnerCalls calls, DescriptionCache cache) {
        this.calls = calls;
        this.cache = cache;
    }

    ObjectDescription of(ObjectName object) {
        AccessToken user = calls.token();
        return cache.find(user, object).orElseGet(() -> {
            ObjectDescription description =
                    object(calls.read(connection -> connection.describeSObject(object.value())));
            cache.keep(user, object, description);
            return description;
        });
    }

    /**
     * One call for up to a hundred objects, as many as Salesforce takes; one that is hidden makes it refuse them all.
     *
     * @return whether all of them are known now
     */
    boolean ahead(Collection<ObjectName> objects) {
        AccessToken user = calls.token();
        List<ObjectName> asked = objects.stream()
                .filter(object -> cache.find(user, object).isEmpty())
                .distinct()
                .toList();
        boolean all = true;
        for (int from = 0; from < asked.size(); from += MOST_IN_ONE_CALL) {
            List<ObjectName> some = asked.subList(from, Math.min(asked.size(), from + MOST_IN_ONE_CALL));
            try {
                String[] names = some.stream().map(ObjectName::value).toArray(String[]::new);
                DescribeSObjectResult[] answers = calls.read(connection -> connection.describeSObjects(names));
                for (int i = 0; i < answers.length; i++) {
                    cache.keep(user, some.get(i), object(answers[i]));
                }
            } catch (CallFailedException refused) {
                if (!(refused.failure() instanceof SalesforceFailure.NotThere)) {
                    throw refused;
                }
                all = false;
            }
        }
        return all;
    }

    private static ObjectDescription object(DescribeSObjectResult object) {
        return ObjectDescription.of(
                ObjectName.of(object.getName()),
                object.isCreateable(),
                object.isUpdateable(),
                Arrays.stream(object.getFields()).map(Descriptions::field).toList());
    }

    private static FieldDescription field(Field field) {
        boolean whole = field.getDigits() > 0;
        return new FieldDescription(
                field.getName(),
                type(field),
                field.getLength(),
                whole ? field.getDigits() : Math.max(0, field.getPrecision() - field.getScale()),
                field.getScale(),
                field.isCreateable(),
                field.isUpdateable(),
                field.isNillable(),
                field.isExternalId(),
                field.isUnique(),
                field.isCalculated(),
                objects(field.getReferenceTo()),
                Optional.ofNullable(field.getRelationshipName()).filter(name -> !name.isBlank()));
    }

    private static List<ObjectName> objects(String @Nullable [] names) {
        return names == null
                ? List.of()
                : Arrays.stream(names).map(ObjectName::of).toList();
    }

    private static Type type(Field field) {
        return switch (field.getType()) {
            case id, reference -> Type.REFERENCE;
            case _boolean -> Type.BOOLEAN;
            case _int, _long, _double, currency, percent -> Type.NUMBER;
            case date -> Type.DATE;
            case datetime -> Type.DATE_TIME;
            case address, location, base64, complexvalue, json, floatarray, textarray -> Type.COMPOUND;
            case string,
                    picklist,
                    multipicklist,
                    combobox,
                    textarea,
                    phone,
                    time,
                    url,
                    email,
                    encryptedstring,
                    datacategorygroupreference,
                    anyType -> Type.TEXT;
        };
    }
}
