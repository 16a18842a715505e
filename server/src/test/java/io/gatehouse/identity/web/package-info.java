/** Tests of the web security chain. */
@NullMarked
package io.gatehouse.identity.web;

import org.jspecify.annotations.NullMarked;
