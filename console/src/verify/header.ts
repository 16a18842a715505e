import { exactly, integerAt, isNull, need, objectAt, textAt } from './fields';
import type { JsonObject } from './json';

/** What an export's first line says. */
export interface Header {
  origin: string;
  organization: string;
  size: number;
  whole: boolean;
  withheld: boolean;
}

export function readHeader(json: JsonObject): Header {
  exactly(
    json,
    'format',
    'version',
    'origin',
    'organization',
    'exportedAt',
    'exportedBy',
    'filter',
    'values',
    'size',
  );
  if (textAt(json, 'format') !== 'gatehouse-ledger' || integerAt(json, 'version') !== 1) {
    throw new Error('the file is no export of the ledger, or of a newer form');
  }
  const organization = textAt(objectAt(json, 'organization'), 'id');
  const origin = textAt(json, 'origin');
  const values = textAt(json, 'values');
  if (!origin.endsWith(`/ledger/${organization}`) || !['included', 'withheld'].includes(values)) {
    throw new Error('the first line contradicts itself');
  }
  return {
    origin,
    organization,
    size: integerAt(json, 'size'),
    whole: isNull(need(json, 'filter')),
    withheld: values === 'withheld',
  };
}
