package io.gatehouse.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How large the body of an endpoint may be, where {@link #DEFAULT} is not right; more is answered with 413. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BodyLimit {

    /** Bytes that every other endpoint takes. */
    int DEFAULT = 1024 * 1024;

    /** Bytes. */
    int value();
}
