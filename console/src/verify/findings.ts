/** What does not hold. */
export interface Refusal {
  /** Counted from 1; 0 when it is not about one line. */
  line: number;
  /** Of the entry; null when it is not about one. */
  index: number | null;
  what: string;
}

const most = 100;

/** Collects what does not hold: as many as somebody reads, and how many there are. */
export class Findings {
  readonly refusals: Refusal[] = [];
  count = 0;

  refuse(what: string, line = 0, index: number | null = null): void {
    this.count++;
    if (this.refusals.length < most) {
      this.refusals.push({ what, line, index });
    }
  }

  /** Runs a check, whatever the others found. */
  async attempt(check: () => Promise<void> | void, line = 0, index: number | null = null): Promise<void> {
    try {
      await check();
    } catch (error) {
      this.refuse(error instanceof Error ? error.message : String(error), line, index);
    }
  }
}
