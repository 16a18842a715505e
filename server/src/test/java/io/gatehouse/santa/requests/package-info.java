/** Tests of requests for software. */
@NullMarked
package io.gatehouse.santa.requests;

import org.jspecify.annotations.NullMarked;
