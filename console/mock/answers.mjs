// What the mocked routes answer with.

/** An answer other than 200 with JSON. */
export class Answer {
  constructor(status, body, type = 'application/json') {
    Object.assign(this, { answered: true, status, body, type });
  }
}

/** A refusal as the server would word it. */
export function refuse(status, detail, errors) {
  return new Answer(
    status,
    { title: 'Refused', status, detail, errors, correlationId: 'c0ffee00-0000-4000-8000-000000000001' },
    'application/problem+json',
  );
}

/** Pages of a list, as the server pages: items and a cursor. */
export function page(rows, { cursor, limit = 50 }) {
  const start = Number(cursor ?? 0);
  const end = start + Number(limit);
  return { items: rows.slice(start, end), next: end < rows.length ? String(end) : null };
}
