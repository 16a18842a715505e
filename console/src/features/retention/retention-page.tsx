import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { KeptClass } from '@/api/types';
import { toProblem } from '@/api/problem';
import { useRefresh } from '@/patterns/act';
import { FormDialog, FormField } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { Page } from '@/patterns/page';
import { FactList, Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { ExactTime } from '@/patterns/time';
import { useOrganization, usePermission } from '@/session/session';
import { WaitingErasures } from './waiting-erasures';

/** For how long each class of entries is kept, what there is of it, and when something goes next. */
export function RetentionPage() {
  const { t } = useTranslation('forgetting');
  const { id: organization } = useOrganization();
  const mayErase = usePermission('ledger.erase');
  const classes = useQuery({
    queryKey: [organization, 'ledger', 'retention'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/ledger/retention', {
          params: { path: { organization } },
        }),
      ),
  });
  return (
    <Page narrow title={t('retention.title')} purpose={t('retention.purpose')}>
      {classes.error && (
        <ErrorState problem={toProblem(classes.error)} onRetry={() => void classes.refetch()} />
      )}
      {classes.isPending && <PageSkeleton rows={5} />}
      {classes.data?.map((each) => (
        <ClassCard key={each.name} kept={each} />
      ))}
      {mayErase && <WaitingErasures />}
    </Page>
  );
}

function ClassCard({ kept }: { kept: KeptClass }) {
  const { t } = useTranslation('forgetting');
  const may = usePermission('ledger.retain') && kept.shortestMonths !== null;
  const [changing, setChanging] = useState(false);
  return (
    <Section
      title={t(`class.${kept.name}.title`)}
      text={t(`class.${kept.name}.text`)}
      action={
        may && (
          <Button variant="outlined" onClick={() => setChanging(true)}>
            {t('retention.change')}
          </Button>
        )
      }
    >
      <FactList
        facts={[
          {
            label: t('retention.kept'),
            value:
              kept.months === null ? t('retention.forEver') : t('retention.months', { count: kept.months }),
          },
          { label: t('retention.entries'), value: kept.entries.toLocaleString() },
          { label: t('retention.oldest'), value: kept.oldest ? <ExactTime at={kept.oldest} /> : '—' },
          {
            label: t('retention.nextDrop'),
            value: kept.nextDrop ? <ExactTime at={kept.nextDrop} /> : t('retention.never'),
          },
        ]}
      />
      {changing && <MonthsDialog kept={kept} onClose={() => setChanging(false)} />}
    </Section>
  );
}

function MonthsDialog({ kept, onClose }: { kept: KeptClass; onClose: () => void }) {
  const { t } = useTranslation('forgetting');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <FormDialog
      open
      title={t('retention.changeTitle', { name: t(`class.${kept.name}.title`) })}
      text={t('retention.changeText')}
      submit={t('retention.save')}
      onClose={onClose}
      onSubmit={async ({ months = '' }) => {
        await answer(
          client.PUT('/api/organizations/{organization}/ledger/retention/{name}', {
            params: { path: { organization, name: kept.name } },
            body: { months: months === '' ? null : Number(months) },
          }),
        );
        await refresh('ledger');
        notice({ text: t('retention.saved') });
      }}
    >
      <Stack>
        <FormField
          name="months"
          type="number"
          label={t('retention.monthsLabel')}
          helperText={t('retention.monthsHint', { shortest: kept.shortestMonths })}
          defaultValue={kept.months ?? ''}
          slotProps={{ htmlInput: { min: kept.shortestMonths ?? undefined, max: 1200 } }}
        />
      </Stack>
    </FormDialog>
  );
}
