package io.plumbline.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a test that fails without the defence against a trap of the failure catalogue. {@code src/docs/failures.md} is
 * made from these marks.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Trap {

    /** Ids of the catalogue: {@code "B1"}, or several where one test holds several defences. */
    String[] value();
}
