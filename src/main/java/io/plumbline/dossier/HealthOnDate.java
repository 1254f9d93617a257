package io.plumbline.dossier;

import java.time.LocalDate;

/** A health score, 0 to 100, as it was written on a day. */
public record HealthOnDate(LocalDate date, double health) {}
