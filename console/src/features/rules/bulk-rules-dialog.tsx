import Alert from '@mui/material/Alert';
import MenuItem from '@mui/material/MenuItem';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Rule, RulePolicy } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { FormDialog, FormField, type FormValues } from '@/patterns/form';
import { formatNumber } from '@/patterns/numbers';
import { useNotice } from '@/patterns/notice';
import { useOrganization } from '@/session/session';
import { instantOf, policies } from './rule-draft';

export const bulkKinds = ['SET_POLICY', 'SET_EXPIRY', 'SET_COMMENT', 'DELETE'] as const;
type BulkKind = (typeof bulkKinds)[number];

export interface BulkRules {
  kind: BulkKind;
  rows: Rule[];
  done: () => void;
}

/** One change of many rules: names their count and the Macs that they reach before it happens. */
export function BulkRulesDialog({ kind, rows, done, onClose }: BulkRules & { onClose: () => void }) {
  const { t } = useTranslation('rules');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  const widest = Math.max(...rows.map(({ reach }) => reach.devices));
  return (
    <FormDialog
      open
      danger={kind === 'DELETE'}
      title={t(`bulk.${kind}.title`, { count: rows.length })}
      text={t(`bulk.${kind}.text`)}
      submit={t(`bulk.${kind}.action`)}
      onClose={onClose}
      onSubmit={async (values) => {
        const { changed, refused } = await answer(
          client.POST('/api/organizations/{organization}/rules/bulk', {
            params: { path: { organization } },
            body: { ids: rows.map(({ id }) => id), action: kind, ...changeOf(kind, values) },
          }),
        );
        await refresh('rules');
        done();
        notice({
          severity: refused.length > 0 ? 'warning' : 'success',
          text: [t('bulk.changed', { count: changed }), ...refused.map(({ reason }) => reason)].join(' '),
        });
      }}
    >
      {kind === 'SET_POLICY' && <PolicyField />}
      {kind === 'SET_EXPIRY' && (
        <FormField
          name="expires"
          type="datetime-local"
          label={t('field.expires')}
          helperText={t('field.expiresHint')}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      )}
      {kind === 'SET_COMMENT' && (
        <FormField name="comment" label={t('field.comment')} multiline minRows={2} />
      )}
      <Alert severity={kind === 'DELETE' ? 'warning' : 'info'}>
        {t('bulk.reach', { number: formatNumber(widest), count: widest })}
      </Alert>
    </FormDialog>
  );
}

function PolicyField() {
  const { t } = useTranslation('rules');
  const { t: status } = useTranslation('status');
  return (
    <FormField name="policy" select label={t('column.policy')} defaultValue="BLOCKLIST">
      {policies
        .filter((policy) => policy !== 'CEL')
        .map((policy) => (
          <MenuItem key={policy} value={policy}>
            {status(policy)}
          </MenuItem>
        ))}
    </FormField>
  );
}

function changeOf(kind: BulkKind, values: FormValues) {
  switch (kind) {
    case 'SET_POLICY':
      return { policy: values.policy as RulePolicy };
    case 'SET_EXPIRY':
      return { expiresAt: instantOf(values.expires ?? '') };
    case 'SET_COMMENT':
      return { comment: values.comment || null };
    case 'DELETE':
      return {};
  }
}
