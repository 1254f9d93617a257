package io.plumbline.flow;

import io.plumbline.crm.RecordId;

/**
 * The entrance for one account on demand: what changed in the org is read, the account is judged now whether or not
 * anything about it changed, and it is written; of the others only those that wait for a task of the same person and now
 * get one. On the caller's thread; a run under way is waited for, but not for longer than a person waits.
 */
public interface AccountGateway {

    /** @param account by its Id; one that is not judged here gives a summary of nothing judged */
    SyncSummary judge(RecordId account);
}
