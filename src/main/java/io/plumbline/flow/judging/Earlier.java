package io.plumbline.flow.judging;

import io.plumbline.journal.Answer;
import io.plumbline.journal.Effect;
import io.plumbline.journal.WrittenVerdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What earlier runs gave Salesforce of one account.
 *
 * @param verdict the last verdict, if any
 * @param settledTasks keys of tasks that were over when their theme needed nothing
 * @param answers what people said of its findings and holds on the day of the run
 * @param saved the last saved change under each key of the account, the oldest first
 */
record Earlier(Optional<WrittenVerdict> verdict, Set<String> settledTasks, List<Answer> answers, List<Effect> saved) {}
