/**
 * Requests for software: asking for what was blocked, what an approver is shown, and the rule that an approval makes.
 *
 * <p>Owns table {@code software_request} of schema {@code santa} and counts {@code device.pending_requests}. Permissions
 * {@code request.create} for one's own, {@code request.read} for all, {@code request.decide}.
 */
@NullMarked
package io.gatehouse.santa.requests;

import org.jspecify.annotations.NullMarked;
