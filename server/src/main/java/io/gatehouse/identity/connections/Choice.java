package io.gatehouse.identity.connections;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Permission;
import java.util.List;

/**
 * An organization in which a person can let a program act for them.
 *
 * @param permissions that the person can let it have
 */
record Choice(OrganizationId organizationId, String organizationName, List<Permission> permissions) {}
