package io.plumbline.journal;

/**
 * The latest verdict about an account, for pages and commands.
 *
 * @param name the account's name on the day it was judged
 * @param reasons why health is not 100, one reason a line, empty text when there is none
 * @param nextStep what to do first, empty text when there is nothing
 */
public record JudgedAccount(String name, Verdict verdict, String reasons, String nextStep) {

    /** With the whole assessment as JSON (model section 7). */
    public record InFull(JudgedAccount account, String assessment) {}
}
