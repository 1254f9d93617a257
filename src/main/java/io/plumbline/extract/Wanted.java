package io.plumbline.extract;

import io.plumbline.crm.FieldName;

/**
 * A field that is to be read.
 *
 * @param key where mapping.yaml asks for it
 * @param required whether the source is useless without it
 */
record Wanted(FieldName field, String key, boolean required) {}
