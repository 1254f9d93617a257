package io.plumbline.mirror;

import io.plumbline.crm.FieldName;
import java.util.Optional;

/**
 * Something that the integration user could not see, so that all that depends on it is unknown (trap I1).
 *
 * @param field what could not be seen; empty for the whole source
 * @param reason a sentence: what, why, who can change it and how
 */
public record Gap(RowSource source, Optional<FieldName> field, String reason) {}
