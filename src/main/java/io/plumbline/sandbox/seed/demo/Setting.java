package io.plumbline.sandbox.seed.demo;

/** What all stories share: the days, the people and products of the supplier, and what names and sentences are made of. */
record Setting(Calendar calendar, Ledger ledger, Cast cast, Catalogue catalogue, Prose prose, PersonNames names) {}
