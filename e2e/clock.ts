import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LIBRARY = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1';

/** The time of day that a server sees which is started with its settings: it can be moved on while the server runs. */
export function movableClock() {
  if (!existsSync(LIBRARY)) {
    throw new Error(`${LIBRARY} is missing: install the package faketime`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-clock-'));
  const file = join(folder, 'offset');
  const move = (minutes: number) => writeFileSync(file, `${minutes < 0 ? '' : '+'}${minutes}m\n`);
  move(0);
  return {
    settings: {
      LD_PRELOAD: LIBRARY,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_CACHE_DURATION: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      // With its fix, waits for a while end at once: the server would spin.
      FAKETIME_FORCE_MONOTONIC_FIX: '0',
      // The archive of compiled classes goes by the time of the file that it was made from.
      NO_FAKE_STAT: '1',
      // The database may keep the machine's time.
      GATEHOUSE_LEDGER_CLOCK_TOLERANCE: '36500d',
    },
    /** Minutes ahead of the machine's clock. */
    move,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
