/**
 * Macs and how they are grouped: tags, enrolments with their secrets, devices, who owns which.
 *
 * <p>Face inside santa: {@link io.gatehouse.santa.devices.Scopes}. Owns tables {@code tag}, {@code enrolment},
 * {@code enrolment_secret}, {@code device_tag}, {@code ownership_claim} of schema {@code santa} and the admin's columns of
 * {@code device}. Permissions {@code device.read}, {@code device.manage}, {@code enrolment.manage}.
 */
@NullMarked
package io.gatehouse.santa.devices;

import org.jspecify.annotations.NullMarked;
