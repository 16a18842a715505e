/**
 * What is known of each file: who signed it, since when and on how many Macs it is seen, how often it was stopped, which
 * rules name it, and what else shares its identifiers. Reads the tables of {@code santa.events}.
 */
@NullMarked
package io.gatehouse.santa.software;

import org.jspecify.annotations.NullMarked;
