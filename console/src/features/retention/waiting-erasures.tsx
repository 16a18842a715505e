import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import { useAct } from '@/patterns/act';
import { PersonName } from '@/patterns/forgetting/person-name';
import { FactList, Section } from '@/patterns/section';
import { ErrorState } from '@/patterns/states';
import { ExactTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';

/** Orders to erase that wait for a hold's end. */
export function WaitingErasures() {
  const { t } = useTranslation('forgetting');
  const { id: organization } = useOrganization();
  const act = useAct();
  const erasures = useQuery({
    queryKey: [organization, 'ledger', 'erasures'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/ledger/erasures', {
          params: { path: { organization } },
        }),
      ),
  });
  const waiting = erasures.data?.filter(({ state }) => state === 'WAITING') ?? [];
  if (erasures.error) {
    return <ErrorState problem={toProblem(erasures.error)} onRetry={() => void erasures.refetch()} />;
  }
  return waiting.map((erasure) => (
    <Section
      key={erasure.id}
      title={t('waiting.title')}
      text={erasure.reason}
      action={
        <Button
          variant="outlined"
          onClick={() =>
            void act(
              () =>
                answer(
                  client.DELETE('/api/organizations/{organization}/ledger/erasures/{id}', {
                    params: { path: { organization, id: erasure.id } },
                  }),
                ),
              t('waiting.withdrawn'),
            )
          }
        >
          {t('waiting.withdraw')}
        </Button>
      }
    >
      <FactList
        facts={[
          { label: t('waiting.subject'), value: <PersonName id={erasure.subject} /> },
          { label: t('waiting.orderedBy'), value: <PersonName id={erasure.orderedBy} /> },
          { label: t('waiting.orderedAt'), value: <ExactTime at={erasure.orderedAt} /> },
        ]}
      />
    </Section>
  ));
}
