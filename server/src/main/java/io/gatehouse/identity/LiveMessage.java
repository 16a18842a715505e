package io.gatehouse.identity;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Signals;

/** Says more of a change than how many things it touched; implemented by the module that owns the topic. */
public interface LiveMessage {

    /** Which hints this describes. */
    Signals.Topic topic();

    /**
     * What everybody hears who may hear of the topic; written as JSON.
     *
     * @param count how many things changed since the last message of the same stream, at least 1
     */
    Object describe(OrganizationScope scope, int count);
}
