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

/** The address of a download that the browser itself can open, once a factor was shown for it; null without one. */
export async function confirmedDownload(address: string): Promise<string | null> {
  const abort = new AbortController();
  const response = await globalThis.fetch(address, { credentials: 'same-origin', signal: abort.signal });
  const waiting = await confirmed(response);
  abort.abort();
  return waiting && `${address}&freshFactor=${waiting}`;
}

async function confirmed(response: Response): Promise<string | null> {
  const waiting = response.headers.get(header);
  return response.status === 403 && waiting && asker && (await asker(waiting)) ? waiting : null;
}
