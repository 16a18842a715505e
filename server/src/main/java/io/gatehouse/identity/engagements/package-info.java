/** A provider's people with its customers: how far each reaches, until when, why; emergencies; who may enter. */
@NullMarked
package io.gatehouse.identity.engagements;

import org.jspecify.annotations.NullMarked;
