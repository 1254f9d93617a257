package io.plumbline.journal;

import io.plumbline.crm.RecordId;
import java.time.LocalDate;

/**
 * What Salesforce holds of our last verdict about an account.
 *
 * @param band the model's name of it, from which hysteresis starts (model section 5)
 * @param verdictMark digest of the judged values
 * @param textsMark digest of our texts about them
 */
public record WrittenVerdict(RecordId account, LocalDate asOf, String band, String verdictMark, String textsMark) {}
