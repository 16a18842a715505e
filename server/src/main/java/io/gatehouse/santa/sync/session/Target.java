package io.gatehouse.santa.sync.session;

import java.util.UUID;

/**
 * What a device shall hold now.
 *
 * @param head sequence of the last change that concerns it, its own layer's included
 */
public record Target(UUID policy, long head, int ruleClass) {}
