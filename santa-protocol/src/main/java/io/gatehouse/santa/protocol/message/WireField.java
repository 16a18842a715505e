package io.gatehouse.santa.protocol.message;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where a record component stands on the wire. The protocol's own name is the component's name in snake case. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface WireField {

    /** The protobuf field number. */
    int value();

    /** The JSON name, where it is not the component's name in snake case. */
    String json() default "";

    /** Whether JSON names it even when it is empty, since clients exist that refuse a message without it. */
    boolean always() default false;

    /** Deprecated JSON names that are read when the field itself is absent. */
    String[] deprecatedNames() default {};

    /** Deprecated protobuf field numbers that are read when the field itself is absent. */
    int[] deprecatedNumbers() default {};
}
