package io.gatehouse.identity.factor;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** People as Spring Security's passkeys ask for them. */
@Component
final class PasskeyPeople implements PublicKeyCredentialUserEntityRepository {

    private final Persons persons;

    PasskeyPeople(Persons persons) {
        this.persons = persons;
    }

    static PublicKeyCredentialUserEntity entity(PersonRef person) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(PasskeyRecords.handle(person.id()))
                .name(person.email())
                .displayName(person.displayName())
                .build();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return persons.find(PasskeyRecords.person(handle))
                .map(PasskeyPeople::entity)
                .orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String person) {
        return persons.find(PersonId.of(person)).map(PasskeyPeople::entity).orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new UnsupportedOperationException("People are made elsewhere");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("People are not removed here");
    }
}
