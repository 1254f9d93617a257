package io.plumbline.mirror;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** By which words a person's record is recognised in a text: full name, mail addresses, telephone numbers. */
final class PersonNames {

    /** An account is taken for a company; what is known of one that goes is found by its Id. */
    static final Set<String> OBJECTS = Set.of("Contact", "User", "Lead");

    private static final Set<String> FIELDS =
            Set.of("name", "email", "username", "phone", "mobilephone", "homephone", "otherphone");

    private static final int LONGEST = 255;

    private PersonNames() {}

    static Set<String> of(Map<FieldName, FieldValue> fields) {
        Set<String> words = new LinkedHashSet<>();
        fields.forEach((field, value) -> {
            String text =
                    value instanceof FieldValue.Text written ? written.text().strip() : "";
            if (!text.isEmpty()
                    && text.length() <= LONGEST
                    && FIELDS.contains(field.value().toLowerCase(Locale.ROOT))) {
                words.add(text);
            }
        });
        return words;
    }
}
