import { openDownload } from './open-download';
import { problemOf, ProblemError } from './problem';

/** Header by which a refusal names the action that waits, and the repeated call the one that was confirmed. */
const header = 'X-Fresh-Factor';

/** Asks the person for a factor for the waiting action; false when they would rather not. */
type Asker = (waiting: string) => Promise<boolean>;

let asker: Asker | null = null;

/** The dialog that asks, while it is there. */
export function answerFreshFactors(next: Asker): () => void {
  asker = next;
  return () => {
    asker = null;
  };
}

/** Sends a request; where the server wants a fresh factor for exactly this, asks for it and sends it once more. */
export async function sendConfirmed(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await globalThis.fetch(request);
  const waiting = await confirmed(response);
  if (!waiting) {
    return response;
  }
  again.headers.set(header, waiting);
  return globalThis.fetch(again);
}

/**
 * Has the browser download something, once a factor was shown for it. The page stays where it is, whatever is answered.
 *
 * @param check an address that says beforehand whether it would be refused
 * @throws ProblemError when it is refused
 */
export async function confirmedDownload(address: string, check?: string): Promise<void> {
  if (check) {
    await asked(check);
  }
  const waiting = await confirmed(await asked(address));
  if (waiting) {
    openDownload(`${address}&freshFactor=${waiting}`);
  }
}

/** Only the head of the answer; that a factor is wanted is no refusal. */
async function asked(address: string): Promise<Response> {
  const abort = new AbortController();
  const response = await globalThis.fetch(address, { credentials: 'same-origin', signal: abort.signal });
  if (!response.ok && !response.headers.has(header)) {
    throw new ProblemError(await problemOf(response));
  }
  abort.abort();
  return response;
}

async function confirmed(response: Response): Promise<string | null> {
  const waiting = response.headers.get(header);
  return response.status === 403 && waiting && asker && (await asker(waiting)) ? waiting : null;
}
