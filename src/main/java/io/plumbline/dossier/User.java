package io.plumbline.dossier;

import org.jspecify.annotations.Nullable;

/**
 * One of our own people.
 *
 * @param managerId whom tasks go to when this person cannot do them; no rule looks at it
 */
public record User(
        @Nullable String id,
        @Nullable String name,
        boolean active,
        @Nullable String managerId) {}
