/**
 * The sync with the Macs: Santa's protocol v1 as a servlet of its own at {@code /santa}, outside MVC and the browser
 * security chain.
 *
 * <p>{@code credential} tells who a Mac is, {@code session} decides, {@code delivery} works out what is sent; this package
 * speaks HTTP, and writes what was decided, many devices in one commit, before it answers.
 *
 * <p>Owns tables {@code device_sync}, {@code sync_session}, {@code signing_key}, and what a device reports of itself in
 * {@code device}.
 */
@NullMarked
package io.gatehouse.santa.sync;

import org.jspecify.annotations.NullMarked;
