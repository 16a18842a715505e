import { refuse } from '../answers.mjs';
import { id, minutesAgo, person } from '../data.mjs';

const party = ({ id, displayName }) => ({ id, displayName });
const jonas = { id: id('per', 2), displayName: 'Jonas Lindqvist' };
const day = 60 * 24;
let delegations = [
  delegation(1, party(person), jonas, minutesAgo(day), minutesAgo(-6 * day)),
  delegation(2, jonas, party(person), minutesAgo(-20 * day), minutesAgo(-27 * day)),
  { ...delegation(3, party(person), jonas, minutesAgo(40 * day), minutesAgo(30 * day)), team: id('tea', 1) },
];

function delegation(number, from, to, startsAt, endsAt) {
  return {
    id: id('del', number),
    from,
    to,
    startsAt,
    endsAt,
    kind: null,
    team: null,
    givenBy: from,
    givenAt: startsAt,
    endedAt: null,
  };
}

const give = (from, { email, startsAt, endsAt, team }) => {
  if (email === person.email) {
    return refuse(422, 'Nobody decides in their own place: name somebody else');
  }
  const to = { id: id('per', 9), displayName: email };
  const given = {
    ...delegation(delegations.length + 1, from, to, startsAt, endsAt),
    team,
    givenBy: party(person),
  };
  delegations = [given, ...delegations];
  return given;
};

const end = ({ params }) => {
  delegations = delegations.map((each) =>
    each.id === params.id ? { ...each, endedAt: new Date().toISOString() } : each,
  );
  return delegations.find((each) => each.id === params.id);
};

const own = '/api/organizations/{organization}/my/delegations';
const others = '/api/organizations/{organization}/people/{person}/delegations';

export const routes = [
  ['GET', own, ({ empty }) => (empty ? [] : delegations)],
  ['POST', own, ({ body }) => give(party(person), body)],
  ['POST', `${own}/{id}/end`, end],
  ['GET', others, () => []],
  ['POST', others, ({ params, body }) => give({ id: params.person, displayName: 'A member' }, body)],
  ['POST', `${others}/{id}/end`, end],
];
