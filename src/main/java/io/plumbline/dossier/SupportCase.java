package io.plumbline.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A support case; it is open as long as it has no {@code closedDate}. */
public record SupportCase(
        @Nullable String id,
        boolean escalated,
        @Nullable LocalDate createdDate,
        @Nullable LocalDate closedDate) {}
