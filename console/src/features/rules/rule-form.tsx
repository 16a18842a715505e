import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleInput, RulePolicy, RuleType } from '@/api/types';
import { Form, FormField, useFieldError } from '@/patterns/form';
import { PersonPicker } from '@/patterns/macs/pickers';
import { ScopeChoice } from '@/patterns/macs/scope-choice';
import { Section } from '@/patterns/section';
import { usePermission } from '@/session/session';
import { monospace } from '@/theme/theme';
import { CheckPanel } from './check-panel';
import { inputOf, policies, ruleTypes, type RuleDraft } from './rule-draft';
import { useRuleCheck } from './rules-api';

interface RuleFormProps {
  start: RuleDraft;
  submit: string;
  onSave: (input: RuleInput) => Promise<void>;
  /** The rule that is edited does not shadow itself. */
  own?: string;
}

/** A rule from type to expiry, checked by the server while it is typed. */
export function RuleForm({ start, submit, onSave, own }: RuleFormProps) {
  const { t } = useTranslation('rules');
  const [draft, setDraft] = useState(start);
  const change = (part: Partial<RuleDraft>) => setDraft((previous) => ({ ...previous, ...part }));
  const input = inputOf(draft);
  const { check, checking } = useRuleCheck(input);
  const errors = Object.fromEntries((check?.errors ?? []).map(({ field, message }) => [field, message]));
  return (
    <Form
      onSubmit={async () => {
        if (!input) {
          throw new Error(t('form.incomplete'));
        }
        await onSave(input);
      }}
    >
      {(busy) => (
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: { lg: 'minmax(0, 1fr) 340px' },
            gap: 2,
            alignItems: 'start',
          }}
        >
          <Box>
            <Section title={t('form.what')} text={t('form.whatText')}>
              <What draft={draft} change={change} errors={errors} />
            </Section>
            <Section title={t('form.whom')} text={t('form.whomText')}>
              <Box sx={{ pt: 1 }}>
                <ScopeChoice scope={draft.scope} onChange={(scope) => change({ scope })} />
              </Box>
            </Section>
            {draft.policy !== 'ALLOWLIST' && draft.policy !== 'ALLOWLIST_COMPILER' && (
              <Section title={t('form.dialog')} text={t('form.dialogText')}>
                <Dialog draft={draft} change={change} errors={errors} />
              </Section>
            )}
            <Section title={t('form.keeping')}>
              <Keeping draft={draft} change={change} />
            </Section>
          </Box>
          <Box sx={{ position: { lg: 'sticky' }, top: 72 }}>
            <CheckPanel check={check} checking={checking} typed={draft.identifier} own={own} />
            <Button
              type="submit"
              variant="contained"
              fullWidth
              loading={busy}
              disabled={!input || (check?.errors.length ?? 0) > 0}
            >
              {submit}
            </Button>
          </Box>
        </Box>
      )}
    </Form>
  );
}

interface PartProps {
  draft: RuleDraft;
  change: (part: Partial<RuleDraft>) => void;
}

function What({ draft, change, errors }: PartProps & { errors: Record<string, string> }) {
  const { t } = useTranslation('rules');
  const { t: status } = useTranslation('status');
  const { t: macs } = useTranslation('macs');
  const identifierError = useFieldError('identifier') ?? errors.identifier;
  const celError = useFieldError('celExpression') ?? errors.celExpression;
  return (
    <Stack sx={{ gap: 2, pt: 1 }}>
      <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ gap: 1.5 }}>
        <FormField
          name="ruleType"
          select
          label={t('column.ruleType')}
          value={draft.ruleType}
          onChange={(event) => change({ ruleType: event.target.value as RuleType })}
        >
          {ruleTypes.map((type) => (
            <MenuItem key={type} value={type}>
              {macs(`ruleType.${type}`)}
            </MenuItem>
          ))}
        </FormField>
        <FormField
          name="policy"
          select
          label={t('column.policy')}
          value={draft.policy}
          onChange={(event) => change({ policy: event.target.value as RulePolicy })}
        >
          {policies.map((policy) => (
            <MenuItem key={policy} value={policy}>
              {status(policy)}
            </MenuItem>
          ))}
        </FormField>
      </Stack>
      <FormField
        name="identifier"
        label={t('column.identifier')}
        required
        value={draft.identifier}
        onChange={(event) => change({ identifier: event.target.value })}
        error={draft.identifier !== '' && Boolean(identifierError)}
        helperText={(draft.identifier !== '' && identifierError) || t(`form.hint.${draft.ruleType}`)}
        slotProps={{
          htmlInput: {
            maxLength: 512,
            spellCheck: false,
            autoComplete: 'off',
            style: { fontFamily: monospace },
          },
        }}
      />
      {draft.policy === 'CEL' && (
        <FormField
          name="celExpression"
          label={t('field.cel')}
          required
          multiline
          minRows={5}
          value={draft.celExpression}
          onChange={(event) => change({ celExpression: event.target.value })}
          error={draft.celExpression !== '' && Boolean(celError)}
          helperText={(draft.celExpression !== '' && celError) || t('field.celHint')}
          slotProps={{
            htmlInput: {
              spellCheck: false,
              style: {
                fontFamily: monospace,
                fontSize: '0.8125rem',
                lineHeight: 1.6,
                tabSize: 2,
                fontVariantLigatures: 'none',
              },
            },
          }}
        />
      )}
    </Stack>
  );
}

function Dialog({ draft, change, errors }: PartProps & { errors: Record<string, string> }) {
  const { t } = useTranslation('rules');
  return (
    <Stack sx={{ gap: 2, pt: 1 }}>
      <FormField
        name="customMessage"
        label={t('field.message')}
        multiline
        minRows={2}
        value={draft.customMessage}
        onChange={(event) => change({ customMessage: event.target.value })}
        error={Boolean(errors.customMessage)}
        helperText={errors.customMessage ?? t('field.messageHint')}
      />
      <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ gap: 1.5 }}>
        <FormField
          name="customUrl"
          label={t('field.url')}
          value={draft.customUrl}
          onChange={(event) => change({ customUrl: event.target.value })}
          error={Boolean(errors.customUrl)}
          helperText={errors.customUrl ?? t('field.urlHint')}
        />
        <FormField
          name="buttonLabel"
          label={t('field.button')}
          value={draft.buttonLabel}
          onChange={(event) => change({ buttonLabel: event.target.value })}
          error={Boolean(errors.buttonLabel)}
          helperText={errors.buttonLabel ?? t('field.buttonHint')}
          slotProps={{ htmlInput: { maxLength: 48 } }}
        />
      </Stack>
    </Stack>
  );
}

function Keeping({ draft, change }: PartProps) {
  const { t } = useTranslation('rules');
  const maySeePeople = usePermission('people.read');
  return (
    <Stack sx={{ gap: 2, pt: 1 }}>
      <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ gap: 1.5 }}>
        {maySeePeople && (
          <Box sx={{ flex: 1 }}>
            <PersonPicker
              label={t('column.owner')}
              hint={t('field.ownerHint')}
              chosen={draft.owner}
              onChange={(owner) => change({ owner })}
            />
          </Box>
        )}
        <Box sx={{ flex: 1 }}>
          <FormField
            name="expiresAt"
            type="datetime-local"
            label={t('field.expires')}
            helperText={t('field.expiresHint')}
            value={draft.expires}
            onChange={(event) => change({ expires: event.target.value })}
            slotProps={{ inputLabel: { shrink: true } }}
          />
        </Box>
      </Stack>
      <FormField
        name="comment"
        label={t('field.comment')}
        multiline
        minRows={2}
        value={draft.comment}
        onChange={(event) => change({ comment: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 1000 } }}
      />
    </Stack>
  );
}
