package io.plumbline.assess.account;

/** The two parties to an interaction: they and we. */
public enum Party {
    CUSTOMER,
    SUPPLIER
}
