import { authorityOf } from './authority';

describe('the right behind a decision', () => {
  it.each([
    ['permission:request.decide', 'permission'],
    ['role:SECURITY_ADMIN', 'role'],
    ['team:0199', 'team'],
    ['lead', 'lead'],
    ['customer-contact', 'contact'],
    ['something newer', 'person'],
  ])('%s is a %s', (authority, kind) => expect(authorityOf(authority)).toBe(kind));
});
