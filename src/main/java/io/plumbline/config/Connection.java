package io.plumbline.config;

/** The org and how to sign in to it, as the environment gives them. */
public record Connection(InstanceUrl instanceUrl, Credentials credentials) {}
