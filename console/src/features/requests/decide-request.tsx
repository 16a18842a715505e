import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { ApprovalInput, Proposal, RequestDetail } from '@/api/types';
import { ProblemError, toProblem, type Problem } from '@/api/problem';
import { useRefresh } from '@/patterns/act';
import { DecisionCard } from '@/patterns/decision-card';
import { ProblemAlert } from '@/patterns/form';
import { DeviceName, RuleName, SoftwareName } from '@/patterns/macs/names';
import { tagsQuery } from '@/patterns/macs/queries';
import { scopeInputOf } from '@/patterns/macs/scope-choice';
import { useNotice } from '@/patterns/notice';
import { duration, ExactTime, RelativeTime, useNow } from '@/patterns/time';
import { useOrganization } from '@/session/session';
import { ApprovalFields, existingOf, firstChoice, expiryOf, type Choice } from './approval-fields';
import { AgreedTerms } from './agreed-terms';
import { EarlierCases } from './earlier-cases';
import { riskOf } from './risk';
import { AbstainDialog, AskBackDialog, DenyDialog } from './verdict-dialogs';

/** The decision, whole: proposals from narrow to wide, for whom, how long, and what the click will do. */
export function DecideRequest({ request }: { request: RequestDetail }) {
  const { t } = useTranslation('requests');
  const { t: deciding } = useTranslation('deciding');
  const { id: organization } = useOrganization();
  const now = useNow();
  const refresh = useRefresh();
  const notice = useNotice();
  const [choice, setChoice] = useState<Choice>(() => firstChoice(request));
  const [saying, setSaying] = useState<'deny' | 'askBack' | 'abstain' | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const risk = riskOf(request, now);
  const path = { organization, request: request.id };
  const close = () => setSaying(null);
  const approve = async () => {
    const terms = termsOf(request, choice);
    if (!terms) {
      setProblem({ title: t('decide.incomplete'), status: 422 });
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      const { state } = await answer(
        client.POST('/api/organizations/{organization}/requests/{request}/approve', {
          params: { path },
          body: terms,
        }),
      );
      notice({
        text:
          state === 'APPROVED' ? t('decide.approved', { name: request.title }) : deciding('agreed.counted'),
      });
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
            {t('decide.title')}{' '}
            <SoftwareName sha256={request.software.sha256} inText>
              {request.title}
            </SoftwareName>
            ?
          </>
        }
        asker={<Asker request={request} />}
        justification={request.justification}
        allows={
          request.agreed ? (
            <AgreedTerms request={request} agreed={request.agreed} />
          ) : (
            <ApprovalFields request={request} choice={choice} onChange={setChoice} />
          )
        }
        risk={{
          tone: risk.tone,
          word: t(`risk.word.${risk.word}`),
          reasons: risk.reasons.map(({ name, count }) => t(`risk.reason.${name}`, { count })),
        }}
        earlier={request.earlier.length > 0 && <EarlierCases requests={request.earlier} />}
        consequences={<Consequences request={request} choice={choice} />}
        whyNot={request.mayDecide ? null : (request.whyNot ?? t('decide.notYou'))}
        onApprove={() => void approve()}
        onDeny={() => setSaying('deny')}
        onAskBack={request.state === 'POST_REVIEW' ? undefined : () => setSaying('askBack')}
        onAbstain={() => setSaying('abstain')}
        busy={busy}
      />
      <DenyDialog request={request} open={saying === 'deny'} onClose={close} />
      <AskBackDialog request={request} open={saying === 'askBack'} onClose={close} />
      <AbstainDialog request={request} open={saying === 'abstain'} onClose={close} />
    </>
  );
}

/** What approving would send: the terms that others have agreed to, else what was chosen; null while that is incomplete. */
function termsOf(request: RequestDetail, choice: Choice): ApprovalInput | null {
  const { agreed, contentHash } = request;
  if (agreed) {
    const { ruleType, identifier, scope, policy, expiresAt, comment } = agreed;
    return { ruleType, identifier, scope, policy, expiresAt, comment, contentHash };
  }
  const proposal = request.proposals[choice.proposal];
  const scope = scopeInputOf(choice.scope);
  if (!proposal || !scope) {
    return null;
  }
  return {
    ruleType: proposal.ruleType,
    identifier: proposal.identifier,
    scope,
    policy: choice.policy,
    expiresAt: expiryOf(choice.days, Date.now()),
    comment: choice.comment.trim() || null,
    contentHash,
  };
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
  const { t: deciding } = useTranslation('deciding');
  return (
    <>
      <strong>{t('decide.approveWill')}</strong>{' '}
      {request.agreed ? deciding('agreed.consequence') : <Allowing request={request} choice={choice} />}
      {missing(request) > 1 && ` ${deciding('agreed.notLast')}`}
      <Box component="span" sx={{ display: 'block', mt: 0.5 }}>
        <strong>{t('decide.denyWill')}</strong>{' '}
        {t('decide.denyConsequence', { name: request.requester.displayName })}
      </Box>
    </>
  );
}

/** How many agreements are missing still, in all stages. */
function missing({ path }: RequestDetail): number {
  return path.stages
    .filter(({ state }) => state === 'ACTIVE' || state === 'WAITING')
    .flatMap(({ groups }) => groups)
    .reduce((sum, { needed, agreed }) => sum + Math.max(needed - agreed, 0), 0);
}

/** Which rule approving makes. */
function Allowing({ request, choice }: { request: RequestDetail; choice: Choice }) {
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
      {t('decide.consequence', { what: proposal?.label ?? '…', whom })}{' '}
      {choice.days === null ? t('decide.forever') : t('decide.until', { count: choice.days })}{' '}
      {seconds !== null && t('decide.expected', { time: duration(seconds) })}
      {replaced && (
        <Box component="span" sx={{ display: 'block', mt: 0.5, color: 'tones.warning.text' }}>
          <Replaced existing={replaced} />
        </Box>
      )}
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
