import { id, minutesAgo } from '../data.mjs';
import { page, refuse } from '../answers.mjs';

const letters = [
  ['INVITATION', 'WAITING', 2, 'northwind.example', 'Connection refused', 3],
  ['PASSWORD_RESET', 'SENT', 1, 'northwind.example', null, 12],
  ['PASSWORD_CHANGED', 'SENT', 1, 'northwind.example', null, 9],
  ['INVITATION', 'DEAD', 1, 'fjord.example', '550 5.1.1 (address): no such mailbox', 180],
  ['PASSWORD_RESET', 'NEEDLESS', 1, null, null, 400],
].map(([kind, state, attempts, recipientDomain, problem, minutes], number) => ({
  id: id('let', number + 1),
  kind,
  state,
  attempts,
  recipientDomain,
  problem,
  dueAt: state === 'WAITING' ? minutesAgo(-1) : null,
  createdAt: minutesAgo(minutes + 1),
  changedAt: minutesAgo(minutes),
}));

const judge = (password) => {
  if (password.length < 12) {
    return { acceptable: false, strength: 0, text: 'Use at least 12 characters.', hints: [] };
  }
  return /^(.)\1+$|password/i.test(password)
    ? {
        acceptable: false,
        strength: 1,
        text: 'Too easy to guess. This is similar to a commonly used password.',
        hints: ['Add another word or two. Uncommon words are better.'],
      }
    : { acceptable: true, strength: 4, text: 'Hard to guess.', hints: [] };
};

export const routes = [
  ['POST', '/api/passwords/verdict', ({ body }) => judge(body.password)],
  ['GET', '/api/password-resets', ({ cookies }) => ({ offered: !cookies.includes('mock-mail=none') })],
  ['POST', '/api/password-resets', () => undefined],
  [
    'POST',
    '/api/password-resets/look-up',
    ({ body }) =>
      body.token === 'dead'
        ? refuse(404, 'The link was used or has expired: ask for a new one')
        : { email: 'mara.lind@northwind.example', displayName: 'Mara Lind' },
  ],
  [
    'POST',
    '/api/password-resets/complete',
    ({ body }) => {
      const { acceptable, text } = judge(body.password);
      return acceptable
        ? undefined
        : refuse(422, 'The password is not acceptable', [{ field: 'password', message: text }]);
    },
  ],
  [
    'GET',
    '/api/installation/mail',
    ({ cookies }) =>
      cookies.includes('mock-mail=none')
        ? { offered: false, host: '', port: 587, protection: 'STARTTLS', sender: '', waiting: 0, dead: 0 }
        : {
            offered: true,
            host: 'mail.northwind.example',
            port: 587,
            protection: 'STARTTLS',
            sender: 'gatehouse@northwind.example',
            waiting: 1,
            dead: 1,
          },
  ],
  [
    'POST',
    '/api/installation/mail/trial',
    () => ({ delivered: true, email: 'operator@northwind.example', problem: null }),
  ],
  [
    'GET',
    '/api/installation/mail/letters',
    ({ query, empty }) =>
      page(empty ? [] : letters.filter(({ state }) => !query.state || state === query.state), query),
  ],
  ['POST', '/api/installation/mail/letters/{id}/retry', () => undefined],
  ['DELETE', '/api/installation/mail/letters/{id}', () => undefined],
  [
    'GET',
    '/api/organizations/{organization}/letters/invitations',
    ({ empty }) =>
      empty
        ? []
        : [
            { invitationId: id('inv', 1), state: 'SENT', problem: null, at: minutesAgo(299) },
            {
              invitationId: id('inv', 2),
              state: 'DEAD',
              problem: '550 5.1.1 (address): no such mailbox',
              at: minutesAgo(60 * 24 * 9),
            },
          ],
  ],
  [
    'POST',
    '/api/organizations/{organization}/invitations/{id}/renew',
    ({ params }) => ({
      invitation: { id: params.id, email: 'hana.kovac@northwind.example', roles: ['TEAM_LEAD'] },
      link: null,
    }),
  ],
];
