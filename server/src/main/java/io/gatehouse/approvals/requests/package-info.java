/** Keeps requests: runs the engine under a lock on the request, stores what it says, tells the book and the others. */
@NullMarked
package io.gatehouse.approvals.requests;

import org.jspecify.annotations.NullMarked;
