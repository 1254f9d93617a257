package io.plumbline.sandbox.record.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A compound address.
 *
 * @param parts by their names of the API, in the order of the Partner WSDL
 */
public record Address(Map<String, @Nullable Object> parts) {

    private static final List<String> PARTS =
            List.of("Latitude", "Longitude", "City", "Country", "GeocodeAccuracy", "PostalCode", "State", "Street");

    public Address {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    static Optional<Address> of(StoredRecord stored, String compound) {
        String prefix = compound.substring(0, compound.length() - "Address".length());
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        boolean any = false;
        for (String part : PARTS) {
            Object value = stored.get(prefix + part);
            any |= value != null;
            parts.put(Character.toLowerCase(part.charAt(0)) + part.substring(1), value);
        }
        return any ? Optional.of(new Address(parts)) : Optional.empty();
    }
}
