import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell, EngagementLevel, Outcome } from '@/api/types';
import { useAct, useRefresh } from '@/patterns/act';
import { FormDialog, FormField, useFieldError } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { exactTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';
import { end, give, previewOf } from './engagements-api';
import { Outcomes } from './outcomes';

export interface TermsRequest {
  cells: Cell[];
  person: string;
  customer: string;
  /** What the first cell holds, to be filled into the others. */
  like?: { level: EngagementLevel; expiresAt: string | null };
}

const levels = ['READ_ONLY', 'FULL', 'EMERGENCY'] as const;
const hours = [1, 2, 4, 8, 24] as const;
const days = [7, 30, 90] as const;
const longestEmergency = 24;

/** Level, time and reason for one cell or many; says before what will and what won't happen. */
export function TermsDialog({ request, onClose }: { request: TermsRequest; onClose: () => void }) {
  const { t } = useTranslation('engagements');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  const act = useAct();
  const { cells, like } = request;
  const [level, setLevel] = useState<EngagementLevel>(like?.level ?? 'READ_ONLY');
  const [span, setSpan] = useState(like ? 'keep' : '2');
  const [reason, setReason] = useState('');
  const [preview, setPreview] = useState<Outcome[] | null>(null);
  const terms = () => ({ level, expiresAt: expiryOf(span, like?.expiresAt), reason });
  const chooseSpan = (next: string) => {
    setPreview(null);
    setSpan(next);
  };
  return (
    <FormDialog
      open
      title={t('terms.title', { ...request, count: cells.length })}
      submit={t('terms.apply')}
      onClose={onClose}
      onSubmit={async () => {
        const outcomes = await give(organization, cells, terms());
        await refresh('assignments');
        const changed = outcomes.filter(({ effect }) => effect === 'BEGUN' || effect === 'CHANGED');
        const begun = changed.filter(({ effect }) => effect === 'BEGUN');
        notice({
          text: t('terms.done', { count: changed.length }),
          undo:
            begun.length > 0
              ? () =>
                  void act(
                    () => end(organization, begun.map(toCell), t('history.cause.BY_PROVIDER')),
                    t('ending.done', { count: begun.length }),
                  )
              : undefined,
        });
      }}
    >
      <TextField
        select
        label={t('terms.level')}
        value={level}
        helperText={t(`levelText.${level}`)}
        onChange={(event) => {
          const next = event.target.value as EngagementLevel;
          setPreview(null);
          setLevel(next);
          if (next === 'EMERGENCY' && !(Number(span) <= longestEmergency)) {
            setSpan('2');
          }
        }}
      >
        {levels.map((name) => (
          <MenuItem key={name} value={name}>
            {t(`level.${name}`)}
          </MenuItem>
        ))}
      </TextField>
      <SpanChoice level={level} like={like} span={span} onChange={chooseSpan} />
      <FormField
        name="reason"
        label={t('terms.reason')}
        helperText={t('terms.reasonHint')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        required
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
      {preview && <Outcomes outcomes={preview} />}
      {cells.length > 1 && !preview && (
        <Box>
          <Button
            onClick={() =>
              void previewOf(organization, cells, { ...terms(), reason: reason || '—' }).then(
                setPreview,
                () => setPreview([]),
              )
            }
          >
            {t('terms.check')}
          </Button>
        </Box>
      )}
    </FormDialog>
  );
}

interface SpanChoiceProps {
  level: EngagementLevel;
  like: TermsRequest['like'];
  span: string;
  onChange: (span: string) => void;
}

function SpanChoice({ level, like, span, onChange }: SpanChoiceProps) {
  const { t, i18n } = useTranslation('engagements');
  const error = useFieldError('expiresAt');
  const short = level === 'EMERGENCY';
  const kept = like && (like.expiresAt ? exactTime(like.expiresAt, i18n.language) : t('openEnded'));
  return (
    <TextField
      select
      label={t('terms.duration')}
      value={span}
      error={Boolean(error)}
      helperText={error}
      onChange={(event) => onChange(event.target.value)}
    >
      {like && !short && <MenuItem value="keep">{t('terms.keep', { time: kept })}</MenuItem>}
      {hours.map((count) => (
        <MenuItem key={count} value={String(count)}>
          {t('terms.hours', { count })}
        </MenuItem>
      ))}
      {!short &&
        days.map((count) => (
          <MenuItem key={count} value={String(count * 24)}>
            {t('terms.days', { count })}
          </MenuItem>
        ))}
      {!short && <MenuItem value="forever">{t('terms.forever')}</MenuItem>}
    </TextField>
  );
}

function expiryOf(span: string, kept: string | null | undefined): string | null {
  if (span === 'keep') {
    return kept ?? null;
  }
  return span === 'forever' ? null : new Date(Date.now() + Number(span) * 3_600_000).toISOString();
}

const toCell = ({ personId, customerId }: Outcome): Cell => ({ personId, customerId });
