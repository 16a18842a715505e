/**
 * Load tests against the packaged server on a PostgreSQL of its own, fsync on, with the application's role.
 *
 * <p>{@link io.gatehouse.bench.Bench} runs them all and writes {@code docs/performance.md}. Figures are of one machine and
 * one run; compare ratios.
 */
@NullMarked
package io.gatehouse.bench;

import org.jspecify.annotations.NullMarked;
