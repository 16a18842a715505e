/** The web security chain: sessions, CSRF, headers, permissions, and the console's own files. */
@NullMarked
package io.gatehouse.identity.web;

import org.jspecify.annotations.NullMarked;
