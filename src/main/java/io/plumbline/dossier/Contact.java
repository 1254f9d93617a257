package io.plumbline.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person of the customer.
 *
 * @param level {@code executive}, {@code director}, {@code manager} or {@code staff} where the org states it; else the
 *     seniority comes from the title
 * @param inactiveSince the day the person left, where known
 */
public record Contact(
        @Nullable String id,
        @Nullable String name,
        @Nullable String title,
        @Nullable String level,
        @Nullable String buyingRole,
        boolean active,
        @Nullable LocalDate inactiveSince,
        @Nullable LocalDate createdDate) {}
