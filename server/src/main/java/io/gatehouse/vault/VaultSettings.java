package io.gatehouse.vault;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the master key comes from.
 *
 * @param masterKey 32 bytes in Base64; needed when several nodes share a database. Empty: a file in the data folder,
 *     made at the first start
 */
@ConfigurationProperties("gatehouse.vault")
record VaultSettings(@DefaultValue("") String masterKey) {

    @Override
    public String toString() {
        return "VaultSettings[...]";
    }
}
