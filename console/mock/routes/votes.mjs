import { page } from '../answers.mjs';
import { id, minutesAgo } from '../data.mjs';
import { software } from '../fleet.mjs';

const base = '/api/organizations/{organization}';
const [file] = software;
const thresholds = { local: 3, proposal: 10, condemnation: 3 };
const ways = [
  [
    'BINARY',
    file.sha256,
    'This exact file',
    'Allows exactly this file. The next version needs a new decision.',
  ],
  [
    'SIGNINGID',
    'ABCDEFGHIJ:com.example.figures',
    'This program in every version',
    'Allows what the publisher signs under this name, updates included, and nothing else of theirs.',
  ],
  [
    'TEAMID',
    'ABCDEFGHIJ',
    'Everything by team ABCDEFGHIJ',
    'Allows every program of the team. The widest choice.',
  ],
];
const said = (n, name, side, reason = null) => ({
  person: {
    id: id('per', n),
    displayName: name,
    email: `${name.split(' ')[0].toLowerCase()}@northwind.example`,
  },
  side,
  points: n === 2 ? 164 : 100,
  reason,
  at: minutesAgo(40 * n),
  counts: true,
});
const ballot = (n, [ruleType, identifier], changed) => ({
  id: id('bal', n),
  ruleType,
  identifier,
  sha256: file.sha256,
  title: file.fileName,
  state: 'OPEN',
  round: 1,
  granting: false,
  proposed: false,
  tally: {
    up: 2,
    down: 0,
    towardsLocal: 264,
    local: 300,
    towardsProposal: 264,
    proposal: 1000,
    against: 0,
    condemnation: 300,
  },
  mine: null,
  flags: [],
  votes: [],
  changedAt: minutesAgo(20 * n),
  ...changed,
});
const reason = 'It asks for the address book and sends it to a server that I do not know';
const ballots = (reviewer) => [
  ballot(1, ways[0], { votes: reviewer ? [said(1, 'Mara Lind', 'UP'), said(2, 'Jo Park', 'UP')] : [] }),
  ballot(2, ways[1], {
    state: 'SUSPECT',
    granting: true,
    mine: 'UP',
    tally: { ...ballot(2, ways[1]).tally, up: 4, down: 1, towardsLocal: 300, against: 0 },
    flags: [{ reason, at: minutesAgo(30) }],
    votes: reviewer ? [said(1, 'Mara Lind', 'UP'), said(3, 'Ada Byron', 'DOWN', reason)] : [],
  }),
];
const votePage = ({ cookies, empty }) => {
  const found = empty ? [] : ballots(!cookies.includes('employee'));
  return {
    sha256: file.sha256,
    title: file.fileName,
    signer: 'Example Limited',
    open: true,
    blocked: false,
    weight: 131,
    whyNot: null,
    options: ways.map(([ruleType, identifier, label, explanation]) => ({
      ruleType,
      identifier,
      label,
      explanation,
      thresholds: ruleType === 'TEAMID' ? { ...thresholds, local: null } : thresholds,
      ballot: found.find((each) => each.ruleType === ruleType) ?? null,
    })),
  };
};
const settings = {
  open: true,
  thresholds: { BINARY: thresholds, SIGNINGID: thresholds, TEAMID: { ...thresholds, local: null } },
  weights: { SECURITY_ADMIN: 3 },
  largestShare: 50,
};

export const routes = [
  [
    'GET',
    `${base}/ballots`,
    ({ query, empty, cookies }) => page(empty ? [] : ballots(!cookies.includes('employee')), query),
  ],
  ['GET', `${base}/votes/{sha256}`, votePage],
  ['POST', `${base}/votes/{sha256}`, votePage],
  ['POST', `${base}/ballots/{ballot}/clear`, () => ballots(true)[0]],
  ['POST', `${base}/ballots/{ballot}/condemn`, () => ballots(true)[0]],
  ['POST', `${base}/ballots/{ballot}/reset`, () => ballots(true)[0]],
  [
    'GET',
    `${base}/my/vote-weight`,
    ({ empty }) =>
      empty
        ? { role: 1, factor: 100, weight: 100, outcomes: 1, right: 1, fewest: 5, halfLifeDays: 180 }
        : { role: 1, factor: 131, weight: 131, outcomes: 7, right: 5, fewest: 5, halfLifeDays: 180 },
  ],
  ['GET', `${base}/voting-settings`, () => ({ version: 2, settings })],
  ['PUT', `${base}/voting-settings`, ({ body }) => ({ version: 3, settings: body.settings })],
];
