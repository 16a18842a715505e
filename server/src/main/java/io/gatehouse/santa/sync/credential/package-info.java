/**
 * Who a Mac is: enrolment secrets, client certificates behind a trusted proxy, the binding of a device to what it came
 * with, and its enrolment at first contact.
 */
@NullMarked
package io.gatehouse.santa.sync.credential;

import org.jspecify.annotations.NullMarked;
