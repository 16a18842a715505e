/**
 * What is sent: snapshots of policies and devices' own layers, the rules of a session, the hash that a Mac will report
 * that took them, pages built once for all Macs that need the same, and the cursors between pages.
 */
@NullMarked
package io.gatehouse.santa.sync.delivery;

import org.jspecify.annotations.NullMarked;
