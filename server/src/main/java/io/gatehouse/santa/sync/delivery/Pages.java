package io.gatehouse.santa.sync.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.santa.protocol.message.Rule;
import io.gatehouse.santa.protocol.message.RuleDownloadResponse;
import io.gatehouse.santa.protocol.wire.ContentCoding;
import io.gatehouse.santa.protocol.wire.SantaCodec;
import io.gatehouse.santa.protocol.wire.WireFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/** Builds each page once: ten thousand Macs that take the same change are sent the same bytes. */
@Component
public final class Pages {

    private record PageKey(Deliveries.ContentKey content, int page, WireFormat format, boolean compressed) {}

    private final SantaCodec codec;
    private final int pageRules;
    private final Cache<PageKey, PageBody> bodies;

    Pages(SantaCodec codec, DeliverySettings settings) {
        this.codec = codec;
        this.pageRules = settings.pageRules();
        this.bodies = Caffeine.newBuilder()
                .maximumWeight(settings.cachedPages().toBytes())
                .weigher((PageKey _, PageBody body) -> body.size())
                .build();
    }

    /** How many pages a session's rules take, at least 1. */
    public int count(Deliveries.Content content) {
        return Math.max(1, (content.size() + pageRules - 1) / pageRules);
    }

    /**
     * A page, ready to be sent.
     *
     * @param page from 0, below {@link #count}
     * @param cursor of the next page; empty on the last one
     */
    public byte[] bytes(Deliveries.Content content, int page, String cursor, WireFormat format, ContentCoding coding) {
        boolean compressed = coding == ContentCoding.GZIP;
        PageBody body = bodies.get(
                new PageKey(content.key(), page, format, compressed), _ -> build(content, page, format, compressed));
        byte[] bytes = body.with(cursor, format);
        return coding == ContentCoding.DEFLATE ? coding.encode(bytes) : bytes;
    }

    private PageBody build(Deliveries.Content content, int page, WireFormat format, boolean compressed) {
        int from = page * pageRules;
        List<Rule> rules = content.rules().subList(from, Math.min(content.size(), from + pageRules));
        return PageBody.of(codec.write(new RuleDownloadResponse(rules, ""), format), format, compressed);
    }
}
