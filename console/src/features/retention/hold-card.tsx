import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Hold } from '@/api/types';
import { useAct, useRefresh } from '@/patterns/act';
import { ConfirmDanger, FormDialog } from '@/patterns/form';
import { PersonName } from '@/patterns/forgetting/person-name';
import { RouterLink } from '@/patterns/router-link';
import { FactList, Section } from '@/patterns/section';
import { StatusChip } from '@/patterns/status-chip';
import { ExactTime } from '@/patterns/time';
import { useOrganization, usePermission, useSession } from '@/session/session';
import { Day, startOf } from './day';
import { take, type Step } from './holds-api';

/** A hold: what it keeps, who is behind it, and the steps that the reader may take. */
export function HoldCard({ hold, linked }: { hold: Hold; linked?: boolean }) {
  const { slug } = useOrganization();
  return (
    <Section
      title={
        linked ? (
          <RouterLink to="/o/$organization/ledger/holds/$hold" params={{ organization: slug, hold: hold.id }}>
            {hold.reason}
          </RouterLink>
        ) : (
          hold.reason
        )
      }
      action={<StatusChip status={hold.state} />}
    >
      <HoldFacts hold={hold} />
      <Steps hold={hold} />
    </Section>
  );
}

function HoldFacts({ hold }: { hold: Hold }) {
  const { t } = useTranslation('forgetting');
  const facts = [
    { label: t('holds.keeps'), value: <Scope hold={hold} /> },
    { label: t('holds.review'), value: <ExactTime at={hold.reviewAt} /> },
    { label: t('holds.requested'), value: <By person={hold.requestedBy} at={hold.requestedAt} /> },
  ];
  if (hold.confirmedBy && hold.confirmedAt) {
    facts.push({
      label: t('holds.confirmed'),
      value: <By person={hold.confirmedBy} at={hold.confirmedAt} />,
    });
  }
  if (hold.release) {
    const { requestedBy, requestedAt, confirmedBy, confirmedAt, reason } = hold.release;
    facts.push({
      label: t('holds.releaseRequested'),
      value: (
        <>
          <By person={requestedBy} at={requestedAt} />: {reason}
        </>
      ),
    });
    if (confirmedBy && confirmedAt) {
      facts.push({ label: t('holds.released'), value: <By person={confirmedBy} at={confirmedAt} /> });
    }
  }
  return <FactList facts={facts} />;
}

function By({ person, at }: { person: string; at: string }) {
  return (
    <>
      <PersonName id={person} />, <ExactTime at={at} />
    </>
  );
}

function Scope({ hold: { subjects, from, to } }: { hold: Hold }) {
  const { t } = useTranslation('forgetting');
  return (
    <>
      {subjects.length === 0
        ? t('holds.everybody')
        : subjects.map((id, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <PersonName id={id} />
            </span>
          ))}
      {from && (
        <>
          {' '}
          {t('holds.from')} <ExactTime at={from} />
        </>
      )}
      {to && (
        <>
          {' '}
          {t('holds.to')} <ExactTime at={to} />
        </>
      )}
    </>
  );
}

function Steps({ hold }: { hold: Hold }) {
  const { t } = useTranslation('forgetting');
  const may = usePermission('ledger.hold');
  const self = useSession().person.id;
  if (!may) {
    return null;
  }
  switch (hold.state) {
    case 'REQUESTED':
      return (
        <Buttons note={hold.requestedBy === self ? t('holds.secondNeeded') : undefined}>
          {hold.requestedBy !== self && <StepButton hold={hold} step="confirm" main />}
          <StepButton hold={hold} step="withdraw" />
        </Buttons>
      );
    case 'IN_FORCE':
      return (
        <Buttons>
          <ReviewButton hold={hold} />
          <ReleaseButton hold={hold} />
        </Buttons>
      );
    case 'RELEASE_REQUESTED':
      return (
        <Buttons note={hold.release?.requestedBy === self ? t('holds.secondNeeded') : undefined}>
          {hold.release?.requestedBy !== self && <StepButton hold={hold} step="confirmRelease" main />}
          <StepButton hold={hold} step="keepOn" />
        </Buttons>
      );
    default:
      return null;
  }
}

function Buttons({ note, children }: { note?: string; children: React.ReactNode }) {
  return (
    <Stack direction="row" sx={{ mt: 1.5, gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
      {children}
      {note && <span>{note}</span>}
    </Stack>
  );
}

function StepButton({ hold, step, main }: { hold: Hold; step: Step; main?: boolean }) {
  const { t } = useTranslation('forgetting');
  const { id: organization } = useOrganization();
  const act = useAct();
  return (
    <Button
      variant={main ? 'contained' : 'outlined'}
      onClick={() => void act(() => take(organization, hold.id, step), t(`holds.done.${step}`))}
    >
      {t(`holds.step.${step}`)}
    </Button>
  );
}

function ReleaseButton({ hold }: { hold: Hold }) {
  const { t } = useTranslation('forgetting');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => setAsking(true)}>
        {t('holds.step.release')}
      </Button>
      <ConfirmDanger
        open={asking}
        reason
        title={t('holds.releaseTitle')}
        text={t('holds.releaseText')}
        submit={t('holds.step.release')}
        onClose={() => setAsking(false)}
        onConfirm={async (reason) => {
          await answer(
            client.POST('/api/organizations/{organization}/ledger/holds/{id}/release', {
              params: { path: { organization, id: hold.id } },
              body: { reason },
            }),
          );
          await refresh('ledger');
        }}
      />
    </>
  );
}

function ReviewButton({ hold }: { hold: Hold }) {
  const { t } = useTranslation('forgetting');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {t('holds.step.review')}
      </Button>
      <FormDialog
        open={asking}
        title={t('holds.step.review')}
        submit={t('holds.step.review')}
        onClose={() => setAsking(false)}
        onSubmit={async ({ reviewAt = '' }) => {
          await answer(
            client.POST('/api/organizations/{organization}/ledger/holds/{id}/review', {
              params: { path: { organization, id: hold.id } },
              body: { reviewAt: startOf(reviewAt) ?? '' },
            }),
          );
          await refresh('ledger');
        }}
      >
        <Day name="reviewAt" label={t('holds.review')} hint={t('holds.reviewHint')} required />
      </FormDialog>
    </>
  );
}
