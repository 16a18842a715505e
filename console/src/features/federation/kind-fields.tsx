import type { IdentityProvider } from '@/api/types';
import { LdapFields } from './ldap-fields';
import { SamlFields } from './saml-fields';

/** What differs between the kinds; OpenID Connect has its own fields. */
export function KindFields({ provider }: { provider: IdentityProvider }) {
  return provider.kind === 'SAML' ? <SamlFields provider={provider} /> : <LdapFields provider={provider} />;
}
