package io.plumbline.salesforce.call;

/** A refusal of a whole call, in the org's own words and in whatever dialect they came. */
public record ApiFault(String code, String message) {}
