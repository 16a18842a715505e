import words from '@/locales/en/status.json';
import { statusOf } from './status';

describe('the table of statuses', () => {
  it.each(Object.keys(words))('%s has an icon and a tone of its own meaning', (name) => {
    expect(statusOf(name).icon).toBeDefined();
    const expected =
      /^(ALLOW(?!_UNKNOWN)|APPROVED|HEALTHY|ACTIVE|COMPLETED|DELIVERED|LOCKDOWN|MATCHES|RATIFIED|SATISFIED|SENT|TAKEN)/.test(
        name,
      );
    expect(statusOf(name).tone === 'good').toBe(expected);
  });

  it('shows a decision that a newer Santa reports without failing', () => {
    expect(statusOf('BLOCK_SOMETHING_NEW').tone).toBe('bad');
    expect(statusOf('ALLOW_SOMETHING_NEW').tone).toBe('good');
    expect(statusOf('UNHEARD_OF').tone).toBe('neutral');
  });
});
