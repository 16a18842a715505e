/**
 * The engine itself, pure: {@link io.gatehouse.approvals.engine.Engine#decide} turns a state and a command into events or
 * a refusal, {@link io.gatehouse.approvals.engine.Evolution#apply} turns a state and an event into the next state. No clock,
 * no database, no chance.
 */
@NullMarked
package io.gatehouse.approvals.engine;

import org.jspecify.annotations.NullMarked;
