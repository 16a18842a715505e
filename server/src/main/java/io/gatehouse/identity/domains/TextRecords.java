package io.gatehouse.identity.domains;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Asks the DNS for TXT records, each time anew. */
@Component
final class TextRecords {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST = 50;

    private final DnsSettings settings;

    TextRecords(DnsSettings settings) {
        this.settings = settings;
    }

    /**
     * The texts that stand under a name; none when the name does not exist.
     *
     * @throws IOException when the resolver gave no answer
     */
    List<String> of(String name) throws IOException {
        Lookup lookup = new Lookup(Name.fromString(name + "."), Type.TXT);
        lookup.setCache(null);
        lookup.setResolver(resolver());
        Record[] found = lookup.run();
        return switch (lookup.getResult()) {
            case Lookup.SUCCESSFUL -> texts(found);
            case Lookup.HOST_NOT_FOUND, Lookup.TYPE_NOT_FOUND -> List.of();
            default -> throw new IOException(lookup.getErrorString());
        };
    }

    private Resolver resolver() throws IOException {
        Resolver resolver;
        if (settings.resolver().isEmpty()) {
            resolver = new ExtendedResolver();
        } else {
            String[] address = settings.resolver().split(":", 2);
            resolver = new SimpleResolver(address[0]);
            if (address.length == 2) {
                resolver.setPort(Integer.parseInt(address[1]));
            }
        }
        resolver.setTimeout(PATIENCE);
        return resolver;
    }

    private static List<String> texts(Record[] records) {
        return Arrays.stream(records)
                .filter(TXTRecord.class::isInstance)
                .limit(MOST)
                .map(found -> String.join("", ((TXTRecord) found).getStrings()))
                .toList();
    }
}
