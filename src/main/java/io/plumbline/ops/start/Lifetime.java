package io.plumbline.ops.start;

import java.util.concurrent.CountDownLatch;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** Waits until the application is told to end. */
public final class Lifetime {

    private final CountDownLatch ended = new CountDownLatch(1);

    public Lifetime(ConfigurableApplicationContext context) {
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                ended.countDown();
            }
        });
    }

    public void await() throws InterruptedException {
        ended.await();
    }
}
