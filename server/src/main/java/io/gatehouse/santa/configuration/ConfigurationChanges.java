package io.gatehouse.santa.configuration;

import io.gatehouse.kernel.OrganizationScope;
import java.util.UUID;

/** Told by the other features of santa when something changes that settings depend on, in the transaction of the change. */
public interface ConfigurationChanges {

    /** The positions of tags were changed. */
    void tagOrderChanged(OrganizationScope scope);

    /** A tag goes: its settings go with it, and the book says so. Call it before the tag's row is deleted. */
    void tagDeleted(OrganizationScope scope, UUID tag);

    /** A device was retired: its settings go with it, and the book says so. */
    void deviceRetired(OrganizationScope scope, UUID device);

    /** Whether the tag has settings of its own. */
    boolean isUsed(OrganizationScope scope, UUID tag);
}
