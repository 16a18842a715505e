/**
 * Configuration profiles that make Macs sync with this installation. Permission {@code enrolment.manage}.
 */
@NullMarked
package io.gatehouse.santa.profiles;

import org.jspecify.annotations.NullMarked;
