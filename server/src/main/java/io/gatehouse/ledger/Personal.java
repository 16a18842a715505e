package io.gatehouse.ledger;

/**
 * A personal or secret value: the entry commits to a salted hash of it, the plaintext is kept sealed and apart, and may
 * be erased without harming the entry.
 */
public record Personal(String value) {

    @Override
    public String toString() {
        return "Personal[...]";
    }
}
