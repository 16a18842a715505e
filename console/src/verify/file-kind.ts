const kinds: [pattern: RegExp, told: string][] = [
  [
    /^\{"format":"gatehouse-ledger"[^\n]*\r\n/,
    'It seems to be an export that another program saved with other ends of lines (CRLF). Take the file as it was downloaded.',
  ],
  [
    /^\{"format":"gatehouse-ledger"/,
    'It seems to be an export of a newer form, or its first line was changed. Take the file as it was downloaded.',
  ],
  [
    /^old \d+\r?\n/,
    'It seems to be a proof of consistency. Choose the checkpoint that you kept, too, and take the proof as it was downloaded.',
  ],
  [/^c2sp\.org\/tlog-proof@/, 'It seems to be a proof of one entry. Take the file as it was downloaded.'],
  [
    /^gatehouse-verifier kept v1\r?\n/,
    'It seems to be a checkpoint that you kept. Choose it as “Checkpoint that you kept”, and here the export.',
  ],
  [
    /^\S+\r?\n\d+\r?\n[A-Za-z0-9+/]{43}=\r?\n/,
    'It seems to be a checkpoint. Choose it as “Checkpoint that you kept”, and here the export.',
  ],
  [
    /^[^+\s]+\+[0-9a-f]{8}\+\S/,
    'It seems to be a file of keys. Paste them as “Keys of the log”, and choose here the export.',
  ],
  [
    /^(log|witness|group|quorum)\s/m,
    'It seems to be a policy. Paste it as “Keys of the log”, and choose here the export.',
  ],
];

/** What a file that is no export seems to be, and what to do with it. */
export function fileKind(start: string): string | null {
  return kinds.find(([pattern]) => pattern.test(start))?.[1] ?? null;
}
