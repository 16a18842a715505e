package io.gatehouse.identity.invitations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Invitations.
 *
 * @param validFor how long a link works
 */
@ConfigurationProperties("gatehouse.invitations")
record InvitationSettings(@DefaultValue("7d") Duration validFor) {}
