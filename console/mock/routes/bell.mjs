import { page } from '../answers.mjs';
import { id, minutesAgo } from '../data.mjs';

const path = '/api/organizations/{organization}/notifications';
const happened = [
  ['REQUEST_TO_DECIDE', 'Blender', 3, false],
  ['REQUEST_ASKED_BACK', 'Wireshark', 45, false],
  ['REQUEST_ANSWERED', 'OBS Studio', 190, true],
  ['REQUEST_APPROVED', 'Visual Studio Code', 60 * 26, true],
  ['REQUEST_EXPIRED', 'HandBrake', 60 * 24 * 9, true],
];
const lines = happened.map(([kind, title, minutes, read], number) => ({
  id: id('not', number),
  kind,
  subject: id('req', number),
  path: `/requests/${id('req', number)}`,
  title,
  createdAt: minutesAgo(minutes),
  read,
}));

const preference = {
  muted: [],
  mailed: ['REQUEST_TO_DECIDE'],
  pace: 'HOURLY',
  quietFrom: '22:00:00',
  quietUntil: '07:00:00',
  timeZone: 'Europe/Berlin',
};

export const routes = [
  ['GET', '/api/organizations/{organization}/notification-preference', () => preference],
  ['PUT', '/api/organizations/{organization}/notification-preference', () => undefined],
  [
    'GET',
    path,
    ({ query, empty }) => ({
      ...page(empty ? [] : lines, query),
      unread: empty ? 0 : lines.filter(({ read }) => !read).length,
    }),
  ],
  [
    'PUT',
    `${path}/read`,
    () => {
      lines.forEach((line) => (line.read = true));
    },
  ],
  [
    'PUT',
    `${path}/{id}/read`,
    ({ params }) => {
      lines.filter((line) => line.id === params.id).forEach((line) => (line.read = true));
    },
  ],
];
