import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Radio from '@mui/material/Radio';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApprovalInput, Proposal, RequestDetail } from '@/api/types';
import { Identifier } from '@/patterns/identifier';
import { usePermission } from '@/session/session';
import { ScopeChoice, wholeOrganization, type ChosenScope } from '@/patterns/macs/scope-choice';
import { formatNumber } from '@/patterns/numbers';
import { ToneChip } from '@/patterns/status-chip';

/** What an approver has chosen so far. */
export interface Choice {
  /** Index in the request's proposals. */
  proposal: number;
  scope: ChosenScope;
  policy: ApprovalInput['policy'];
  /** Days until it expires; null: never. */
  days: number | null;
  comment: string;
}

const lifetimes = [7, 30, 90, 365];

/** The recommended identifier, for the asking Mac alone: the least that helps. */
export function firstChoice({ proposals, device }: RequestDetail): Choice {
  return {
    proposal: Math.max(
      0,
      proposals.findIndex(({ recommended }) => recommended),
    ),
    scope: device ? { kind: 'DEVICE', tagId: null, device } : wholeOrganization,
    policy: 'ALLOWLIST',
    days: null,
    comment: '',
  };
}

export function expiryOf(days: number | null, now: number): string | null {
  return days === null ? null : new Date(now + days * 86_400_000).toISOString();
}

/** The rule that approving for this scope would change. */
export function existingOf(proposal: Proposal, scope: ChosenScope): Proposal['existing'][number] | undefined {
  return proposal.existing.find(
    ({ rule }) =>
      rule.scope.kind === scope.kind &&
      (rule.scope.kind !== 'TAG' || rule.scope.tag.id === scope.tagId) &&
      (rule.scope.kind !== 'DEVICE' || rule.scope.device.id === scope.device?.id),
  );
}

interface ApprovalFieldsProps {
  request: RequestDetail;
  choice: Choice;
  onChange: (choice: Choice) => void;
}

export function ApprovalFields({ request, choice, onChange }: ApprovalFieldsProps) {
  const { t } = useTranslation('requests');
  const name = useId();
  const [unfolded, setUnfolded] = useState(false);
  // Who decides for a team allows software on the requester's own Mac alone.
  const forEverybody = usePermission('request.decide');
  return (
    <Stack sx={{ gap: 2, pt: 0.5 }}>
      <Stack role="radiogroup" aria-label={t('decide.proposals')} sx={{ gap: 1 }}>
        {request.proposals.map(
          (proposal, index) =>
            (unfolded || index === choice.proposal) && (
              <ProposalRow
                key={proposal.ruleType}
                name={name}
                proposal={proposal}
                chosen={index === choice.proposal}
                onChoose={() => onChange({ ...choice, proposal: index })}
              />
            ),
        )}
      </Stack>
      {request.proposals.length > 1 && (
        <Button
          size="small"
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
          sx={{ alignSelf: 'flex-start', mt: -1 }}
        >
          {t(unfolded ? 'decide.fold' : 'decide.unfold', { count: request.proposals.length - 1 })}
        </Button>
      )}
      <ScopeChoice
        scope={choice.scope}
        disabled={!forEverybody}
        onChange={(scope) => onChange({ ...choice, scope })}
      />
      <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ gap: 1.5, flexWrap: { sm: 'wrap' } }}>
        <TextField
          select
          label={t('decide.lifetime')}
          value={choice.days ?? 0}
          onChange={(event) => onChange({ ...choice, days: Number(event.target.value) || null })}
          sx={{ minWidth: 180, flex: { sm: 1 } }}
        >
          <MenuItem value={0}>{t('decide.noExpiry')}</MenuItem>
          {lifetimes.map((days) => (
            <MenuItem key={days} value={days}>
              {t('decide.days', { count: days })}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t('decide.policy')}
          value={choice.policy}
          onChange={(event) => onChange({ ...choice, policy: event.target.value as Choice['policy'] })}
          sx={{ minWidth: 180, flex: { sm: 1 } }}
        >
          <MenuItem value="ALLOWLIST">{t('decide.ALLOWLIST')}</MenuItem>
          <MenuItem value="ALLOWLIST_COMPILER">{t('decide.ALLOWLIST_COMPILER')}</MenuItem>
        </TextField>
        <TextField
          label={t('decide.comment')}
          value={choice.comment}
          onChange={(event) => onChange({ ...choice, comment: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 1000 } }}
          sx={{ flex: { sm: '2 1 260px' } }}
        />
      </Stack>
    </Stack>
  );
}

interface ProposalRowProps {
  name: string;
  proposal: Proposal;
  chosen: boolean;
  onChoose: () => void;
}

/** One identifier, with what else it would allow. */
function ProposalRow({ name, proposal, chosen, onChoose }: ProposalRowProps) {
  const { t } = useTranslation('requests');
  const { t: macs } = useTranslation('macs');
  const id = useId();
  return (
    <Box
      component="label"
      htmlFor={id}
      sx={{
        display: 'flex',
        gap: 0.5,
        p: 1,
        pr: 1.5,
        border: 1,
        borderColor: chosen ? 'primary.main' : 'divider',
        boxShadow: chosen ? 'inset 0 0 0 1px var(--gh-palette-primary-main)' : undefined,
        borderRadius: 1,
        cursor: 'pointer',
        '&:hover': { bgcolor: 'action.hover' },
      }}
    >
      <Radio
        size="small"
        name={name}
        checked={chosen}
        onChange={onChoose}
        sx={{ alignSelf: 'flex-start', p: 0.5 }}
        slotProps={{ input: { id } }}
      />
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Stack direction="row" sx={{ gap: 0.75, alignItems: 'center', flexWrap: 'wrap' }}>
          <Typography component="span" sx={{ fontWeight: 560 }}>
            {proposal.label}
          </Typography>
          {proposal.recommended && <ToneChip tone="good">{t('decide.recommended')}</ToneChip>}
          {!proposal.stable && <ToneChip tone="neutral">{t('decide.unstable')}</ToneChip>}
        </Stack>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {proposal.explanation}
        </Typography>
        <Typography variant="body2" component="div">
          {proposal.alsoAllows.software === 0
            ? t('decide.allowsOnly')
            : t('decide.alsoAllows', {
                count: proposal.alsoAllows.software,
                number: formatNumber(proposal.alsoAllows.software),
                devices: formatNumber(proposal.alsoAllows.devices),
                examples: proposal.alsoAllows.examples.slice(0, 3).join(', '),
              })}
        </Typography>
        {proposal.warnings.map((warning) => (
          <Typography key={warning} variant="body2" sx={{ color: 'tones.warning.text' }}>
            {warning}
          </Typography>
        ))}
        <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
          {macs(`ruleType.${proposal.ruleType}`)}{' '}
          <Identifier value={proposal.identifier} length={38} copy={false} />
        </Box>
      </Box>
    </Box>
  );
}
