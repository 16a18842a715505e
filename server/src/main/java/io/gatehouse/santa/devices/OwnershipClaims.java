package io.gatehouse.santa.devices;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.util.UUID;

/** Takes what people say of Macs being theirs. A claim alone gives no right. */
public interface OwnershipClaims {

    /**
     * Opens a claim for a Mac without an owner, or confirms it at once where the organization's rule and what the Mac
     * reports say so. Does nothing when the person has an open claim for it already. Joins the caller's open write
     * transaction; the acting person of the scope need not be the claiming one.
     *
     * @param device a device of the organization that is not retired and has no owner
     */
    void claim(OrganizationScope scope, UUID device, PersonId person);
}
