package io.plumbline.dossier;

import org.jspecify.annotations.Nullable;

/** A user on the account's team under the label of a team role. */
public record TeamMember(@Nullable String userId, @Nullable String role) {}
