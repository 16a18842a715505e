/**
 * A real PostgreSQL 18 beside the product: unpacked once, data kept between starts, passwords of its own, loopback only.
 *
 * <p>Use {@link io.gatehouse.postgres.EmbeddedPostgres#start} and then
 * {@link io.gatehouse.postgres.EmbeddedPostgres#prepareDatabase}, which makes the owner and application roles that
 * Gatehouse expects of any PostgreSQL.
 */
@NullMarked
package io.gatehouse.postgres;

import org.jspecify.annotations.NullMarked;
