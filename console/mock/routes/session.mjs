import { Answer, refuse } from '../answers.mjs';
import {
  accountManagerSession,
  employeeSession,
  organizations,
  session,
  technicianSession,
} from '../data.mjs';

const state = { signedIn: true, required: false };

const ways = [
  { provider: '01990000-0000-7000-8000-000000000001', name: 'ACME', organization: 'ACME', inBrowser: true },
];

export const routes = [
  [
    'GET',
    '/api/session',
    ({ cookies }) => {
      if (cookies.includes('mock-session=none') || !state.signedIn) {
        return refuse(401, 'Sign in first.');
      }
      if (cookies.includes('mock-session=technician')) {
        return technicianSession;
      }
      if (cookies.includes('mock-session=account-manager')) {
        return accountManagerSession;
      }
      return cookies.includes('mock-session=employee') ? employeeSession : session;
    },
  ],
  [
    'POST',
    '/api/session',
    ({ body }) => {
      if (body.password === 'wrong') {
        return refuse(401, 'E-mail or password is wrong.');
      }
      state.signedIn = true;
      return session;
    },
  ],
  [
    'DELETE',
    '/api/session',
    () => {
      state.signedIn = false;
    },
  ],
  [
    'PUT',
    '/api/session/password',
    ({ body }) =>
      body.newPassword.length < 12
        ? refuse(422, 'The password is too short.', [
            { field: 'newPassword', message: 'Use at least 12 characters.' },
          ])
        : undefined,
  ],
  [
    'POST',
    '/api/sign-in/sign-out',
    () => {
      state.signedIn = false;
      return { address: null };
    },
  ],
  ['POST', '/api/sign-in/ways', ({ body }) => (body.email.endsWith('@acme.example') ? ways : [])],
  ['GET', '/api/sign-in/organizations/{slug}', ({ params }) => (params.slug === 'acme' ? ways : [])],
  ['POST', '/api/sign-in/providers/{id}', () => ({ address: '/console/sign-in' })],
  ['GET', '/api/setup', ({ cookies }) => ({ required: cookies.includes('mock-setup=required') })],
  ['POST', '/api/setup', () => new Answer(201, { organization: organizations[0] })],
  [
    'POST',
    '/api/invitations/look-up',
    ({ body }) =>
      body.token === 'dead'
        ? refuse(404, 'No such invitation.')
        : {
            organizationName: 'Northwind Studios',
            email: 'mara.lind@northwind.example',
            displayName: 'Mara Lind',
            roles: ['SECURITY_ADMIN', 'AUDITOR'],
            expiresAt: new Date(Date.now() + 6 * 86_400_000).toISOString(),
            personExists: body.token === 'known' || body.token === 'provisioned',
            passwordMissing: body.token === 'provisioned',
          },
  ],
  ['POST', '/api/invitations/accept', () => session],
];
