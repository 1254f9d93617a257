package io.plumbline.salesforce.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Gathers a body, and gives up as soon as it is longer than it may be. */
final class BoundedBody implements BodySubscriber<GatheredBytes> {

    private final int atMost;
    private final GatheredBytes gathered;
    private final CompletableFuture<GatheredBytes> whole = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    /** @param expected how long it will be, as far as anybody knows */
    BoundedBody(int atMost, long expected) {
        this.atMost = atMost;
        this.gathered = new GatheredBytes(expected);
    }

    @Override
    public CompletionStage<GatheredBytes> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            if (gathered.length() + part.remaining() > atMost) {
                if (subscription != null) {
                    subscription.cancel();
                }
                whole.completeExceptionally(new TooLongException(atMost));
                return;
            }
            gathered.take(part);
        }
    }

    @Override
    public void onError(Throwable broken) {
        whole.completeExceptionally(broken);
    }

    @Override
    public void onComplete() {
        whole.complete(gathered);
    }

    /** An answer longer than is sensible (trap L3). */
    static final class TooLongException extends IOException {
        TooLongException(long atMost) {
            super("longer than " + atMost + " bytes");
        }
    }
}
