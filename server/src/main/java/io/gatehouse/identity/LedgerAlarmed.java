package io.gatehouse.identity;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import java.util.UUID;

/**
 * The ledger of an organization does not match its tree: somebody who answers for it is to be told.
 *
 * @param person an administrator of the organization, or an operator of the installation
 */
public record LedgerAlarmed(OrganizationId organization, PersonId person, UUID alarm) {}
