package io.gatehouse.identity;

import io.gatehouse.kernel.OrganizationId;
import java.util.UUID;

/**
 * A provider's person holds the emergency level at a customer, and somebody there is to be told.
 *
 * @param notice names the emergency and whom to tell
 */
public record EmergencyBegun(OrganizationId customer, UUID notice) {}
