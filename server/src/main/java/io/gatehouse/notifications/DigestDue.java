package io.gatehouse.notifications;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;

/**
 * Something that somebody has not read goes by mail now.
 *
 * @param letter which one; what it brings is marked with it
 */
public record DigestDue(OrganizationId organization, PersonId person, int letter) {}
