package io.gatehouse.santa;

import io.gatehouse.santa.protocol.vocabulary.Policy;
import java.util.UUID;

/** A rule as other things name it. */
public record RuleRef(UUID id, Scope scope, Policy policy) {}
