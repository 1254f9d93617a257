package io.plumbline.change.field;

import io.plumbline.change.ChangePolicy;
import io.plumbline.change.FieldText;
import io.plumbline.change.TargetField;
import io.plumbline.config.mapping.Result;
import io.plumbline.crm.FieldValue;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Names of what is missing as one text that lists can filter and reports can group by.
 *
 * <p>The order is the model's and the words are the administrator's, so the text changes only when something else is missing.
 */
final class MissingNames {

    private static final String BETWEEN = "; ";

    private final ChangePolicy policy;

    MissingNames(ChangePolicy policy) {
        this.policy = policy;
    }

    /** The names, cut to the result's field; empty when nothing is missing. */
    FieldValue of(Result result, String prefix, List<String> ids) {
        String names = ids.stream().map(id -> name(prefix, id)).collect(Collectors.joining(BETWEEN));
        int length = policy.target(result).map(TargetField::length).orElse(0);
        return names.isEmpty() ? FieldValue.EMPTY : FieldValue.text(FieldText.fit(names, length));
    }

    private String name(String prefix, String id) {
        String label = policy.labels().get(prefix + id);
        return label == null ? id.replace('_', ' ') : label;
    }
}
