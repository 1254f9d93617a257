package io.plumbline.sandbox.soap;

import io.plumbline.sandbox.gate.Call;
import io.plumbline.sandbox.gate.ObjectFacts;
import io.plumbline.sandbox.gate.RefusedException;
import io.plumbline.sandbox.schema.ObjectSchema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code describeGlobal}, {@code describeSObject} and {@code describeSObjects}. */
final class DescribeOperations {

    private static final int MOST_OBJECTS = 100;

    // Elements the schema demands even when there is nothing to say; other empty ones are left out.
    private static final Set<String> NILLABLE = Set.of(
            "associateEntityType",
            "associateParentEntity",
            "defaultImplementation",
            "implementedBy",
            "implementsInterfaces",
            "keyPrefix",
            "networkScopeFieldName");

    List<SoapOperation> all() {
        return List.of(
                SoapOperation.reading("describeGlobal", request -> "", this::global),
                SoapOperation.reading("describeSObject", request -> request.textOf("sObjectType"), this::one),
                SoapOperation.reading(
                        "describeSObjects",
                        request -> String.join(
                                ",",
                                request.all("sObjectType").stream()
                                        .map(XmlElement::text)
                                        .toList()),
                        this::several));
    }

    private void global(Call call, SoapRequest request, XmlWriter out) {
        out.open("result");
        out.text("encoding", "UTF-8");
        out.text("maxBatchSize", "200");
        call.caller().schema().objects().forEach(object -> element(out, "sobjects", ObjectFacts.brief(object)));
        out.close();
    }

    private void one(Call call, SoapRequest request, XmlWriter out) {
        describe(call, request.operation().textOf("sObjectType").strip(), out);
    }

    private void several(Call call, SoapRequest request, XmlWriter out) {
        List<XmlElement> names = request.operation().all("sObjectType");
        if (names.size() > MOST_OBJECTS) {
            throw new RefusedException(
                    "EXCEEDED_ID_LIMIT", "cannot describe more than " + MOST_OBJECTS + " objects in one call");
        }
        names.forEach(name -> describe(call, name.text().strip(), out));
    }

    private static void describe(Call call, String name, XmlWriter out) {
        ObjectSchema object = call.caller()
                .schema()
                .object(name)
                .orElseThrow(
                        () -> new RefusedException("INVALID_TYPE", "sObject type '" + name + "' is not supported."));
        out.open("result");
        contents(out, ObjectFacts.full(object));
        out.nil("urlDetail").nil("urlEdit").nil("urlNew");
        out.close();
    }

    private static void element(XmlWriter out, String name, Map<?, ?> facts) {
        out.open(name);
        contents(out, facts);
        out.close();
    }

    private static void contents(XmlWriter out, Map<?, ?> facts) {
        boolean field = facts.containsKey("soapType");
        facts.forEach((name, value) -> {
            // A field's default may be of any type, so it says of which; a picklist value's is always a boolean.
            if (field && name.equals("defaultValue") && value instanceof Boolean) {
                out.text("defaultValue", value.toString(), "xsi:type", "xsd:boolean");
            } else if (field && name.equals("soapType")) {
                // The one type of the API's own namespace that REST writes with another prefix.
                out.text("soapType", String.valueOf(value).replace("urn:", "tns:"));
            } else {
                fact(out, name.toString(), value);
            }
        });
    }

    private static void fact(XmlWriter out, String name, @Nullable Object value) {
        switch (value) {
            case null -> {
                if (NILLABLE.contains(name)) {
                    out.nil(name);
                }
            }
            case List<?> several -> several.forEach(one -> fact(out, name, one));
            case Map<?, ?> nested -> element(out, name, nested);
            default -> out.text(name, value.toString());
        }
    }
}
