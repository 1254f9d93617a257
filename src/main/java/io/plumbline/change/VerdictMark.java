package io.plumbline.change;

/**
 * By what a later run recognises the verdict it wrote and its own texts, so that a text is not rewritten because a
 * day went by.
 *
 * @param verdict digest of the judged values the texts were written for
 * @param texts digest of the texts themselves, by which a change made by hand is noticed
 */
public record VerdictMark(String verdict, String texts) {}
