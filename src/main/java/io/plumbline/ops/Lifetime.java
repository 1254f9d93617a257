package io.plumbline.ops;

import java.util.concurrent.CountDownLatch;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** Waits until the application is told to end. */
final class Lifetime {

    private final CountDownLatch ended = new CountDownLatch(1);

    Lifetime(ConfigurableApplicationContext context) {
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                ended.countDown();
            }
        });
    }

    void await() throws InterruptedException {
        ended.await();
    }
}
