package io.gatehouse.identity.factor;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.factor.PasskeyChallengeStore.Purpose;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.kernel.Transactions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;

/**
 * Keys in people's devices. What a device signed is checked by Spring Security; here each challenge is bound to a person
 * and a purpose, and good for once.
 */
@Service
final class Passkeys {

    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final Duration WAITS = Duration.ofMinutes(5);
    private static final int MOST = 20;

    private final Transactions transactions;
    private final PasskeyStore store;
    private final PasskeyChallengeStore challenges;
    private final PublicKeyCredentialRpEntity installation;
    private final WebAuthnRelyingPartyOperations operations;
    private final Clock clock;

    Passkeys(
            Transactions transactions,
            PasskeyStore store,
            PasskeyChallengeStore challenges,
            PasskeyPeople people,
            PasskeyRecords records,
            PublicAddress address,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.challenges = challenges;
        this.clock = clock;
        this.installation = PublicKeyCredentialRpEntity.builder()
                .id(address.publicAddress().getHost())
                .name("Gatehouse")
                .build();
        this.operations = new Webauthn4JRelyingPartyOperations(people, records, installation, Set.of(origin(address)));
    }

    /** Browsers know passkeys for names only, not for numeric addresses. */
    boolean arePossible() {
        String host = installation.getId();
        return !host.contains(":") && !host.matches("[0-9.]+");
    }

    List<SecondFactors.Passkey> of(PersonId person) {
        return transactions.installation(() -> store.list(person));
    }

    Map<String, Object> optionsToAdd(PersonRef person) {
        if (!arePossible()) {
            throw CommonProblem.CONFLICT.because("Passkeys need gatehouse.public-address to be a name");
        }
        return transactions.installation(() -> {
            if (store.list(person.id()).size() >= MOST) {
                throw CommonProblem.CONFLICT.because("You have " + MOST + " passkeys already: remove one first");
            }
            Bytes challenge = newChallenge(person.id(), Purpose.ADD);
            return PasskeyMessages.options(creation(person, challenge));
        });
    }

    /** In the caller's open transaction; whether the device's answer was right. */
    boolean add(PersonRef person, String name, String text) {
        return PasskeyMessages.added(text)
                .filter(credential -> PasskeyMessages.challenge(credential.getResponse())
                        .filter(challenge -> take(challenge, person.id(), Purpose.ADD))
                        .map(challenge -> succeeds(
                                () -> operations.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                                        creation(person, new Bytes(challenge)),
                                        new RelyingPartyPublicKey(credential, name)))))
                        .orElse(false))
                .isPresent();
    }

    /** For a person who is known already; for nobody yet when null, and then the device must check who holds it. */
    Map<String, Object> optionsToShow(@Nullable PersonId person) {
        return transactions.installation(() -> {
            Bytes challenge = newChallenge(person, person == null ? Purpose.SIGN_IN : Purpose.SHOW);
            return PasskeyMessages.options(request(person, challenge));
        });
    }

    /** Takes what a device of that person has signed, once. */
    boolean show(PersonId person, String text) {
        return transactions.installation(
                () -> signer(text, person, Purpose.SHOW).filter(person::equals).isPresent());
    }

    /** Who signs in by that, without a password; once. */
    Optional<PersonId> signIn(String text) {
        return transactions.installation(() -> signer(text, null, Purpose.SIGN_IN));
    }

    boolean rename(PersonId person, UUID id, String name) {
        return store.rename(person, id, name);
    }

    boolean remove(PersonId person, UUID id) {
        return store.delete(person, id);
    }

    /** In the caller's open transaction. */
    void removeAll(PersonId person) {
        store.deleteAll(person);
    }

    private Optional<PersonId> signer(String text, @Nullable PersonId person, Purpose purpose) {
        return PasskeyMessages.shown(text)
                .flatMap(credential -> PasskeyMessages.challenge(credential.getResponse())
                        .filter(challenge -> take(challenge, person, purpose))
                        .filter(challenge -> isSigned(credential, person, challenge))
                        .flatMap(_ -> store.record(credential.getRawId()))
                        .map(record -> PasskeyRecords.person(record.getUserEntityUserId())));
    }

    private boolean isSigned(
            PublicKeyCredential<AuthenticatorAssertionResponse> credential,
            @Nullable PersonId person,
            byte[] challenge) {
        return succeeds(() -> operations.authenticate(
                new RelyingPartyAuthenticationRequest(request(person, new Bytes(challenge)), credential)));
    }

    private static boolean succeeds(Runnable check) {
        try {
            check.run();
            return true;
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            // What a stranger sent is checked here: to a damaged answer the library fails in more ways than it names.
            LOG.debug("A passkey was refused", e);
            return false;
        }
    }

    private Bytes newChallenge(@Nullable PersonId person, Purpose purpose) {
        Bytes challenge = Bytes.random();
        Instant now = clock.instant();
        challenges.forgetBefore(now);
        challenges.insert(challenge.getBytes(), person, purpose, now.plus(WAITS));
        return challenge;
    }

    private boolean take(byte[] challenge, @Nullable PersonId person, Purpose purpose) {
        return challenges.take(challenge, person, purpose, clock.instant());
    }

    private PublicKeyCredentialCreationOptions creation(PersonRef person, Bytes challenge) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(installation)
                .user(PasskeyPeople.entity(person))
                .challenge(challenge)
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .timeout(WAITS)
                .excludeCredentials(descriptors(person.id()))
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.PREFERRED)
                        .build())
                .build();
    }

    private PublicKeyCredentialRequestOptions request(@Nullable PersonId person, Bytes challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .rpId(installation.getId())
                .challenge(challenge)
                .timeout(WAITS)
                .allowCredentials(person == null ? List.of() : descriptors(person))
                .userVerification(
                        person == null ? UserVerificationRequirement.REQUIRED : UserVerificationRequirement.PREFERRED)
                .build();
    }

    private List<PublicKeyCredentialDescriptor> descriptors(PersonId person) {
        return store.records(person).stream().map(Passkeys::descriptor).toList();
    }

    private static PublicKeyCredentialDescriptor descriptor(CredentialRecord record) {
        return PublicKeyCredentialDescriptor.builder()
                .type(PublicKeyCredentialType.PUBLIC_KEY)
                .id(record.getCredentialId())
                .transports(record.getTransports())
                .build();
    }

    private static String origin(PublicAddress address) {
        URI uri = address.publicAddress();
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
