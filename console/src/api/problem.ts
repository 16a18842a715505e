/** What the server answers when it refuses or fails (RFC 9457), or what the console knows when no answer came. */
export interface Problem {
  type?: string;
  title: string;
  status: number;
  detail?: string;
  correlationId?: string;
  errors?: { field: string; message: string }[];
}

export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }
}

/** No answer at all: the network, or a server that is starting. */
export const unreachable: Problem = { title: 'unreachable', status: 0 };

export async function problemOf(response: Response): Promise<Problem> {
  const fallback = { title: response.statusText || String(response.status), status: response.status };
  try {
    const body: unknown = await response.json();
    return isProblem(body) ? { ...fallback, ...body } : fallback;
  } catch {
    return fallback;
  }
}

/** Whether the server refused for that reason, by the last word of the problem's type. */
export function isRefusal(error: unknown, kind: string): boolean {
  return error instanceof ProblemError && error.problem.type === `urn:gatehouse:problem:${kind}`;
}

export function toProblem(error: unknown): Problem {
  if (error instanceof ProblemError) {
    return error.problem;
  }
  return { title: error instanceof Error ? error.message : String(error), status: -1 };
}

/** Messages per field, for forms. */
export function fieldErrors(problem: Problem | null): Record<string, string> {
  return Object.fromEntries((problem?.errors ?? []).map(({ field, message }) => [field, message]));
}

function isProblem(body: unknown): body is Partial<Problem> {
  return typeof body === 'object' && body !== null && ('title' in body || 'detail' in body);
}
