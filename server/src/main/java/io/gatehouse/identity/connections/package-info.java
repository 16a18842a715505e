/** Programs that act for a person: asked for by a device code, allowed in the console, ended with the person's standing. */
@NullMarked
package io.gatehouse.identity.connections;

import org.jspecify.annotations.NullMarked;
