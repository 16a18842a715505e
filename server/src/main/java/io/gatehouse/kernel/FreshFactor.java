package io.gatehouse.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The endpoint needs a fresh factor of the signed-in person, shown for exactly that call; see {@link FreshFactors}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface FreshFactor {

    /** Whether only some calls need one, and the endpoint says which by {@link FreshFactors#demand}. */
    boolean sometimes() default false;
}
