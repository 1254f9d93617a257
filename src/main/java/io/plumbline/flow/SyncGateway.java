package io.plumbline.flow;

/** The entrance of the sync flow: one request in, one summary out, on the caller's thread. */
interface SyncGateway {

    SyncSummary sync(SyncRequest request);
}
