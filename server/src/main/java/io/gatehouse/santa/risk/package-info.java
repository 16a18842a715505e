/** What is known of software that somebody asks for, and how much there is to fear of it: facts for policies and people. */
@NullMarked
package io.gatehouse.santa.risk;

import org.jspecify.annotations.NullMarked;
