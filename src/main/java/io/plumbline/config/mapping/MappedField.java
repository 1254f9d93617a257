package io.plumbline.config.mapping;

import io.plumbline.crm.FieldName;

/**
 * Where one fact of a source comes from.
 *
 * @param field a field of the source's object, or a path to one of a parent
 * @param required whether an org that does not show the field is a configuration error; else what the field
 *     supplies is unknown there (traps I1, I2)
 */
public record MappedField(FieldName field, boolean required, Translation translation) {}
