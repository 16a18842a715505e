/** Builds the OpenAPI document from the running server and holds the committed one to it. */
@NullMarked
package io.gatehouse.api;

import org.jspecify.annotations.NullMarked;
