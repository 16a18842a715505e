import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface User {
  username: string;
  email: string;
  password: string;
  groups: string[];
}

/** A real Keycloak on loopback with one realm, in which a provider's administrator would click what is called here. */
export async function startKeycloak(realm: string) {
  const process_ = spawn(
    join(process.env.JAVA_HOME ?? '', 'bin/java'),
    ['-cp', 'testkit/target/testkit.jar:testkit/target/lib/*', 'io.gatehouse.testkit.keycloak.KeycloakForJourneys'],
    { cwd: fileURLToPath(new URL('..', import.meta.url)), stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const ended = new Promise<void>((done) => process_.once('exit', () => done()));
  const [address = '', name = '', password = ''] = await announced(process_.stdout);
  const call = administration(address, name, password);
  await call('POST', '', { realm, enabled: true, sslRequired: 'none' });
  return {
    issuer: new URL(`/realms/${realm}`, address).href,
    samlMetadata: new URL(`/realms/${realm}/protocol/saml/descriptor`, address).href,

    async addUser({ groups, password, ...user }: User): Promise<void> {
      for (const group of groups) {
        await call('POST', `/${realm}/groups`, { name: group });
      }
      await call('POST', `/${realm}/users`, {
        ...user,
        enabled: true,
        emailVerified: true,
        firstName: 'Bea',
        lastName: 'Baker',
        groups: groups.map((group) => `/${group}`),
        credentials: [{ type: 'password', value: password, temporary: false }],
      });
    },

    async addOidcClient(clientId: string, secret: string, redirectUri: string): Promise<void> {
      await call('POST', `/${realm}/clients`, {
        clientId,
        secret,
        protocol: 'openid-connect',
        publicClient: false,
        standardFlowEnabled: true,
        redirectUris: [redirectUri],
        attributes: { 'post.logout.redirect.uris': new URL('/console/sign-in', redirectUri).href },
        protocolMappers: [groupsMapper('openid-connect', 'oidc-group-membership-mapper', 'claim.name')],
      });
    },

    /** The service provider as its metadata say. */
    async addSamlClient(metadata: string): Promise<void> {
      const client = await call('POST', `/${realm}/client-description-converter`, metadata);
      const basic = { 'attribute.nameformat': 'Basic' };
      await call('POST', `/${realm}/clients`, {
        ...client,
        protocolMappers: [
          groupsMapper('saml', 'saml-group-membership-mapper', 'attribute.name'),
          {
            name: 'email',
            protocol: 'saml',
            protocolMapper: 'saml-user-property-mapper',
            config: { ...basic, 'user.attribute': 'email', 'attribute.name': 'email' },
          },
        ],
      });
    },

    async stop(): Promise<void> {
      process_.stdin.end();
      await ended;
    },
  };
}

function groupsMapper(protocol: string, protocolMapper: string, nameKey: string) {
  return {
    name: 'groups',
    protocol,
    protocolMapper,
    config: {
      [nameKey]: 'groups',
      'attribute.nameformat': 'Basic',
      'full.path': 'false',
      'id.token.claim': 'true',
      'userinfo.token.claim': 'true',
      single: 'true',
    },
  };
}

async function announced(output: NodeJS.ReadableStream): Promise<string[]> {
  for await (const line of createInterface(output)) {
    const words = /^Keycloak: (\S+) (\S+) (\S+)$/.exec(line);
    if (words) {
      output.resume();
      return words.slice(1);
    }
  }
  throw new Error('Keycloak did not start');
}

/** Keycloak's administration: a token for each call, since they last a minute. */
function administration(address: string, name: string, password: string) {
  const token = async () => {
    const answer = await fetch(new URL('/realms/master/protocol/openid-connect/token', address), {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', username: name, password }),
    });
    return ((await answer.json()) as { access_token: string }).access_token;
  };
  return async (method: string, path: string, body: object | string): Promise<object> => {
    const answer = await fetch(new URL(`/admin/realms${path}`, address), {
      method,
      headers: {
        Authorization: `Bearer ${await token()}`,
        'Content-Type': typeof body === 'string' ? 'application/xml' : 'application/json',
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`Keycloak answered ${method} ${path} with ${answer.status}: ${text}`);
    }
    return text ? (JSON.parse(text) as object) : {};
  };
}
