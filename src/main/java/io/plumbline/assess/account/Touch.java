package io.plumbline.assess.account;

import io.plumbline.dossier.Interaction;
import java.util.List;

/**
 * An interaction that took place.
 *
 * @param age in days, 0 or more
 * @param contacts ids of active contacts of the account, each once
 * @param users ids of our users, each once, active or not
 * @param weight of its kind, undecayed
 */
public record Touch(
        Interaction interaction, long age, List<String> contacts, List<String> users, double weight, boolean twoWay) {}
