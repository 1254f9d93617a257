package io.plumbline.dossier;

/** What stands in a list of a plan: something with fields that people fill in. */
public sealed interface PlanEntry permits Item, Objective, PlanAction, Stakeholder, ValueOpportunity {

    /** Its fields by name. */
    Item item();
}
