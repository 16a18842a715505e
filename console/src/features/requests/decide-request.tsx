import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Proposal, RequestDetail } from '@/api/types';
import { ProblemError, toProblem, type Problem } from '@/api/problem';
import { useRefresh } from '@/patterns/act';
import { DecisionCard } from '@/patterns/decision-card';
import { FormDialog, FormField, ProblemAlert } from '@/patterns/form';
import { DeviceName, RuleName, SoftwareName } from '@/patterns/macs/names';
import { tagsQuery } from '@/patterns/macs/queries';
import { scopeInputOf } from '@/patterns/macs/scope-choice';
import { useNotice } from '@/patterns/notice';
import { duration, ExactTime, RelativeTime, useNow } from '@/patterns/time';
import { useOrganization } from '@/session/session';
import { ApprovalFields, existingOf, firstChoice, expiryOf, type Choice } from './approval-fields';
import { EarlierCases } from './earlier-cases';
import { riskOf } from './risk';

/** The decision, whole: proposals from narrow to wide, for whom, how long, and what the click will do. */
export function DecideRequest({ request }: { request: RequestDetail }) {
  const { t } = useTranslation('requests');
  const { id: organization } = useOrganization();
  const now = useNow();
  const refresh = useRefresh();
  const notice = useNotice();
  const [choice, setChoice] = useState<Choice>(() => firstChoice(request));
  const [denying, setDenying] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const proposal = request.proposals[choice.proposal];
  const risk = riskOf(request, now);
  const path = { organization, request: request.id };
  const approve = async () => {
    const scope = scopeInputOf(choice.scope);
    if (!proposal || !scope) {
      setProblem({ title: t('decide.incomplete'), status: 422 });
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      await answer(
        client.POST('/api/organizations/{organization}/requests/{request}/approve', {
          params: { path },
          body: {
            ruleType: proposal.ruleType,
            identifier: proposal.identifier,
            scope,
            policy: choice.policy,
            expiresAt: expiryOf(choice.days, Date.now()),
            comment: choice.comment.trim() || null,
            contentHash: request.contentHash,
          },
        }),
      );
      notice({ text: t('decide.approved', { name: request.title }) });
      await refresh();
    } catch (error) {
      setProblem(toProblem(error));
      if (error instanceof ProblemError && error.status === 409) {
        await refresh('requests');
      }
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {problem && <ProblemAlert problem={problem} />}
      {request.signerDisputed && (
        <Alert severity="error" sx={{ mb: 2 }}>
          <AlertTitle>{t('disputed.title')}</AlertTitle>
          {t('disputed.text')}
        </Alert>
      )}
      <DecisionCard
        title={
          <>
            {t('decide.title')} <SoftwareName sha256={request.software.sha256}>{request.title}</SoftwareName>?
          </>
        }
        asker={<Asker request={request} />}
        justification={request.justification}
        allows={<ApprovalFields request={request} choice={choice} onChange={setChoice} />}
        risk={{
          tone: risk.tone,
          word: t(`risk.word.${risk.word}`),
          reasons: risk.reasons.map(({ name, count }) => t(`risk.reason.${name}`, { count })),
        }}
        earlier={request.earlier.length > 0 && <EarlierCases requests={request.earlier} />}
        consequences={<Consequences request={request} choice={choice} />}
        whyNot={request.mayDecide ? null : (request.whyNot ?? t('decide.notYou'))}
        onApprove={() => void approve()}
        onDeny={() => setDenying(true)}
        busy={busy}
      />
      <DenyDialog request={request} open={denying} onClose={() => setDenying(false)} />
    </>
  );
}

function Asker({ request }: { request: RequestDetail }) {
  const { t } = useTranslation('requests');
  const { requester, device, submittedAt, software } = request;
  return (
    <Box component="span">
      {requester.displayName}
      {device && (
        <>
          {' '}
          {t('decide.on')} <DeviceName device={device} inText />
        </>
      )}
      , <RelativeTime at={submittedAt} /> ·{' '}
      {software.signer?.organization ?? software.signer?.commonName ?? t('block.unknownPublisher')}
    </Box>
  );
}

/** What each button will do, in one breath, before it is pressed. */
function Consequences({ request, choice }: { request: RequestDetail; choice: Choice }) {
  const { t } = useTranslation('requests');
  const { id: organization } = useOrganization();
  const { data: tags = [] } = useQuery(tagsQuery(organization));
  const now = useNow();
  const proposal = request.proposals[choice.proposal];
  const { kind, tagId, device } = choice.scope;
  const tag = tags.find(({ id }) => id === tagId);
  const whom =
    kind === 'ORGANIZATION'
      ? t('decide.whom.ORGANIZATION')
      : kind === 'TAG'
        ? t('decide.whom.TAG', { tag: tag?.name ?? '…', count: tag?.deviceCount ?? 0 })
        : t('decide.whom.DEVICE', { mac: device?.hostname ?? '…' });
  const replaced = proposal && existingOf(proposal, choice.scope);
  const seconds = request.delivery?.nextExpectedAt
    ? Math.max(0, Math.round((Date.parse(request.delivery.nextExpectedAt) - now) / 1000))
    : null;
  return (
    <>
      <strong>{t('decide.approveWill')}</strong>{' '}
      {t('decide.consequence', { what: proposal?.label ?? '…', whom })}{' '}
      {choice.days === null ? t('decide.forever') : t('decide.until', { count: choice.days })}{' '}
      {seconds !== null && t('decide.expected', { time: duration(seconds) })}
      {replaced && (
        <Box component="span" sx={{ display: 'block', mt: 0.5, color: 'tones.warning.text' }}>
          <Replaced existing={replaced} />
        </Box>
      )}
      <Box component="span" sx={{ display: 'block', mt: 0.5 }}>
        <strong>{t('decide.denyWill')}</strong>{' '}
        {t('decide.denyConsequence', { name: request.requester.displayName })}
      </Box>
    </>
  );
}

/** A rule of the same scope is changed, not joined by another one. */
function Replaced({ existing: { rule, expiresAt } }: { existing: Proposal['existing'][number] }) {
  const { t } = useTranslation('requests');
  return (
    <>
      {t('decide.replaces')} <RuleName rule={rule} />
      {expiresAt && (
        <>
          {' '}
          ({t('decide.replacedEnds')} <ExactTime at={expiresAt} />)
        </>
      )}
      . {t(rule.policy.startsWith('ALLOWLIST') ? 'decide.keepsEnd' : 'decide.keepsTexts')}
    </>
  );
}

function DenyDialog({
  request,
  open,
  onClose,
}: {
  request: RequestDetail;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('requests');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <FormDialog
      open={open}
      danger
      title={t('deny.title', { name: request.title })}
      text={t('deny.text', { person: request.requester.displayName })}
      submit={t('deny.submit')}
      onClose={onClose}
      onSubmit={async ({ reason = '' }) => {
        await answer(
          client.POST('/api/organizations/{organization}/requests/{request}/deny', {
            params: { path: { organization, request: request.id } },
            body: { reason, contentHash: request.contentHash },
          }),
        );
        await refresh();
        notice({ text: t('deny.done') });
      }}
    >
      <FormField
        name="reason"
        label={t('deny.reason')}
        required
        multiline
        minRows={3}
        autoFocus
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
    </FormDialog>
  );
}
