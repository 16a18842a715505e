package io.gatehouse.vault;

import io.gatehouse.kernel.ErasableSealer;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Sealer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Service;

/**
 * Seals under a key that HKDF (RFC 5869) derives from a subject's and a period's. What it seals begins with a format byte
 * and the ids of both keys.
 */
@Service
final class ErasableVault implements ErasableSealer {

    private static final byte FORMAT = 2;
    private static final int ID_BYTES = 2 * Long.BYTES;
    private static final int HEADER_BYTES = 1 + 2 * ID_BYTES;

    private record Pair(UUID subject, UUID period) {}

    private final ErasableKeys keys;
    private final Sealer sealer;

    ErasableVault(ErasableKeys keys, Sealer sealer) {
        this.keys = keys;
        this.sealer = sealer;
    }

    @Override
    public List<byte[]> seal(OrganizationScope scope, List<Plain> values) {
        Map<String, ErasableKeys.Key> found = keys.toSeal(
                scope.organization(),
                values.stream().map(ErasableVault::subjectName).collect(Collectors.toSet()),
                values.stream().map(ErasableVault::periodName).collect(Collectors.toSet()));
        return values.stream()
                .map(value ->
                        seal(scope, value, required(found, subjectName(value)), required(found, periodName(value))))
                .toList();
    }

    @Override
    public List<Optional<byte[]>> open(OrganizationScope scope, List<Sealed> values) {
        Set<UUID> ids = new HashSet<>();
        values.stream().filter(value -> isErasable(value.bytes())).forEach(value -> {
            Pair pair = pair(value.bytes());
            ids.add(pair.subject());
            ids.add(pair.period());
        });
        Map<UUID, ErasableKeys.Key> found = keys.toOpen(scope.organization(), ids);
        return values.stream().map(value -> open(scope, value, found)).toList();
    }

    private static ErasableKeys.Key required(Map<String, ErasableKeys.Key> found, String name) {
        return Objects.requireNonNull(found.get(name), "A key is made where there is none");
    }

    private static byte[] seal(
            OrganizationScope scope, Plain value, ErasableKeys.Key subject, ErasableKeys.Key period) {
        byte[] sealed = cipher(subject, period).seal(context(scope, value.purpose()), value.value());
        ByteBuffer all = ByteBuffer.allocate(HEADER_BYTES + sealed.length).put(FORMAT);
        put(all, subject.id());
        put(all, period.id());
        return all.put(sealed).array();
    }

    private Optional<byte[]> open(OrganizationScope scope, Sealed value, Map<UUID, ErasableKeys.Key> found) {
        if (!isErasable(value.bytes())) {
            return Optional.of(sealer.open(scope.organization(), value.purpose(), value.bytes()));
        }
        Pair pair = pair(value.bytes());
        ErasableKeys.Key subject = found.get(pair.subject());
        ErasableKeys.Key period = found.get(pair.period());
        return subject == null || period == null
                ? Optional.empty()
                : Optional.of(
                        cipher(subject, period).open(context(scope, value.purpose()), value.bytes(), HEADER_BYTES));
    }

    private static AesGcm cipher(ErasableKeys.Key subject, ErasableKeys.Key period) {
        String info = "gatehouse erasable " + subject.id() + " " + period.id();
        try {
            return new AesGcm(KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addSalt(period.bytes())
                            .addIKM(subject.bytes())
                            .thenExpand(info.getBytes(StandardCharsets.US_ASCII), AesGcm.KEY_BYTES)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isErasable(byte[] sealed) {
        return sealed.length >= HEADER_BYTES && sealed[0] == FORMAT;
    }

    private static Pair pair(byte[] sealed) {
        ByteBuffer ids = ByteBuffer.wrap(sealed, 1, 2 * ID_BYTES);
        return new Pair(new UUID(ids.getLong(), ids.getLong()), new UUID(ids.getLong(), ids.getLong()));
    }

    private static void put(ByteBuffer all, UUID id) {
        all.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static String subjectName(Plain value) {
        return "subject " + value.subject();
    }

    private static String periodName(Plain value) {
        return "period " + value.period();
    }

    private static String context(OrganizationScope scope, String purpose) {
        return scope.organization() + " " + purpose;
    }
}
