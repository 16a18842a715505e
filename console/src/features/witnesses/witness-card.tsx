import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import type { AskedWitness } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { ConfirmDanger } from '@/patterns/form';
import { Identifier } from '@/patterns/identifier';
import { useNotice } from '@/patterns/notice';
import { FactList, Section } from '@/patterns/section';
import { StatusChip } from '@/patterns/status-chip';
import { RelativeTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';

interface WitnessCardProps {
  witness: AskedWitness;
  /** Of the ledger. */
  size: number;
  may: boolean;
}

/** One witness: how far it cosigned, and what it said last. */
export function WitnessCard({ witness, size, may }: WitnessCardProps) {
  const { t } = useTranslation('witnesses');
  const [removing, setRemoving] = useState(false);
  const behind = size - witness.size;
  return (
    <Section
      title={witness.name}
      action={
        may && (
          <Stack direction="row" sx={{ gap: 1 }}>
            <TestButton id={witness.id} />
            <Button color="error" onClick={() => setRemoving(true)}>
              {t('remove')}
            </Button>
          </Stack>
        )
      }
    >
      <FactList
        facts={[
          { label: t('url'), value: witness.url },
          {
            label: t('cosigned'),
            value: witness.cosignedAt ? (
              <>
                {t('cosignedValue', { size: witness.size.toLocaleString() })},{' '}
                {behind > 0 ? t('behind', { count: behind }) : t('behindNot')} ·{' '}
                <RelativeTime at={witness.cosignedAt} />
              </>
            ) : (
              t('cosignedNever')
            ),
          },
          { label: t('last'), value: <LastAnswer witness={witness} /> },
          ...witness.keys.map((key) => ({
            label: keyType(key),
            value: <Identifier value={key} length={48} />,
          })),
        ]}
      />
      {removing && <RemoveWitness witness={witness} onClose={() => setRemoving(false)} />}
    </Section>
  );
}

function LastAnswer({ witness: { outcome, detail, saidAt } }: { witness: AskedWitness }) {
  const { t } = useTranslation('witnesses');
  if (!saidAt) {
    return t('lastNone');
  }
  return (
    <Stack sx={{ alignItems: 'flex-start' }}>
      <StatusChip status={chipOf(outcome)} label={t(`answer.${outcome ?? 'COSIGNED'}`)} />
      {detail && <span>{detail}</span>}
    </Stack>
  );
}

function TestButton({ id }: { id: string }) {
  const { t } = useTranslation('witnesses');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  const [busy, setBusy] = useState(false);
  const test = async () => {
    setBusy(true);
    try {
      const { outcome, detail } = await answer(
        client.POST('/api/organizations/{organization}/ledger/witnesses/{id}/test', {
          params: { path: { organization, id } },
        }),
      );
      await refresh('ledger');
      notice({ severity: outcome === 'COSIGNED' ? 'success' : 'error', text: detail });
    } catch (error) {
      const { detail, title } = toProblem(error);
      notice({ severity: 'error', text: detail ?? title });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="outlined" loading={busy} onClick={() => void test()}>
      {t('test')}
    </Button>
  );
}

function RemoveWitness({ witness, onClose }: { witness: AskedWitness; onClose: () => void }) {
  const { t } = useTranslation('witnesses');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <ConfirmDanger
      open
      title={t('removeTitle', { name: witness.name })}
      text={t('removeText')}
      submit={t('remove')}
      onClose={onClose}
      onConfirm={async () => {
        await answer(
          client.DELETE('/api/organizations/{organization}/ledger/witnesses/{id}', {
            params: { path: { organization, id: witness.id } },
          }),
        );
        await refresh('ledger');
        notice({ text: t('removed') });
      }}
    />
  );
}

function chipOf(outcome: AskedWitness['outcome']): string {
  switch (outcome) {
    case null:
      return 'MATCHES';
    case 'AHEAD':
    case 'DISAGREES':
      return 'MISMATCH';
    default:
      return 'LATE';
  }
}

/** After name and id, of which neither has a plus, the first byte says the type. */
function keyType(key: string): string {
  const encoded = key.split('+').slice(2).join('+');
  return atob(encoded.slice(0, 4)).charCodeAt(0) === 6 ? 'ML-DSA-44' : 'Ed25519';
}
