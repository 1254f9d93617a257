package io.plumbline.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A number about the account, and the day it was taken where that is known.
 *
 * @param value null when there is none, or when what stands there is not a number
 */
public record Fact(@Nullable Double value, @Nullable LocalDate date) {}
