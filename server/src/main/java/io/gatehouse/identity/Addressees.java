package io.gatehouse.identity;

import io.gatehouse.kernel.PersonId;
import java.util.Optional;

/** Where people of the installation can be written to, for the installation's own letters. */
public interface Addressees {

    /** A person of the installation. */
    Optional<PersonRef> find(PersonId person);
}
