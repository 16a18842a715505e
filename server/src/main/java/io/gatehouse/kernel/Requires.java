package io.gatehouse.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that an endpoint demands of the signed-in person in the organization of its path. Checked before the
 * endpoint runs; any one of several permissions is enough.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {

    /** Permissions of which one is enough. */
    Permission[] value();

    /** Whether a permission held for a team is enough; the endpoint then keeps to the people of that team. */
    boolean teams() default false;
}
