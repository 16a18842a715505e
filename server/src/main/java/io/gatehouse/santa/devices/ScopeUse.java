package io.gatehouse.santa.devices;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.santa.ScopeChoice;
import java.util.Optional;

/** What hangs on tags and devices. Whoever keeps such things implements it; every method joins the open transaction. */
public interface ScopeUse {

    /** What hangs on the scope, in words such as "3 rules"; empty when nothing does. */
    Optional<String> use(OrganizationScope scope, ScopeChoice choice);

    /** The tag or device goes: takes away what hangs on it and writes that into the book. Its row is still there. */
    void scopeGoes(OrganizationScope scope, ScopeChoice choice);

    /** Positions of tags were changed. */
    void tagOrderChanged(OrganizationScope scope);
}
