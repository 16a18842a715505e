package io.gatehouse.identity;

import io.gatehouse.kernel.OrganizationId;
import java.util.UUID;

/**
 * Something without which an organization's people cannot sign in ends soon, and an administrator is to be told.
 *
 * @param warning names what ends and whom to tell
 */
public record SignInWarned(OrganizationId organization, UUID warning) {}
