/**
 * What Macs report: executions, members of bundles, file access and audit events. Takes them in durably, finds them again,
 * and knows what is known of each file.
 *
 * <p>Owns tables {@code software}, {@code software_device}, {@code event}, {@code event_hour}, {@code bundle},
 * {@code bundle_member}, {@code file_access_event}, {@code audit_event} of schema {@code santa}. Permission
 * {@code event.read}.
 */
@NullMarked
package io.gatehouse.santa.events;

import org.jspecify.annotations.NullMarked;
