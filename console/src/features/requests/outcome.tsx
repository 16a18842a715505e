import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { RequestDetail } from '@/api/types';
import { useAct } from '@/patterns/act';
import { RuleName } from '@/patterns/macs/names';
import { RouterButton } from '@/patterns/router-link';
import { FactList, Section } from '@/patterns/section';
import { RelativeTime } from '@/patterns/time';
import { useOrganization, usePermissionForSome } from '@/session/session';
import { DeliveryState } from './delivery-state';
import { nextToDecideQuery } from './requests-api';

/** An open request for those who cannot decide it, its requester above all. */
export function OwnRequest({ request, own }: { request: RequestDetail; own: boolean }) {
  const { t } = useTranslation('requests');
  const { id: organization } = useOrganization();
  const act = useAct();
  return (
    <Section title={t('waiting.title')} text={t(own ? 'waiting.own' : 'waiting.others')}>
      <Quote text={request.justification} />
      {own && (
        <Button
          variant="outlined"
          color="inherit"
          sx={{ mt: 2 }}
          onClick={() =>
            void act(
              () =>
                answer(
                  client.POST('/api/organizations/{organization}/requests/{request}/withdraw', {
                    params: { path: { organization, request: request.id } },
                  }),
                ),
              t('waiting.withdrawn'),
            )
          }
        >
          {t('waiting.withdraw')}
        </Button>
      )}
    </Section>
  );
}

/** How it ended, and where the decision is on its way to the Mac. */
export function Outcome({ request }: { request: RequestDetail }) {
  const { t } = useTranslation('requests');
  const { decision, state } = request;
  return (
    <>
      {request.delivery && (
        <DeliveryState delivery={request.delivery} device={request.device} name={request.title} />
      )}
      <Section title={t(`outcome.${state}`)}>
        {decision ? (
          <>
            {decision.reason && <Quote text={decision.reason} />}
            <Box sx={{ mt: decision.reason ? 2 : 0 }}>
              <FactList
                facts={[
                  {
                    label: t('outcome.by'),
                    value: (
                      <>
                        {decision.by.displayName}, <RelativeTime at={decision.at} />
                      </>
                    ),
                  },
                  ...(decision.rule
                    ? [{ label: t('outcome.rule'), value: <RuleName rule={decision.rule} /> }]
                    : []),
                ]}
              />
            </Box>
          </>
        ) : (
          <Typography variant="body2">{t('outcome.noDecision')}</Typography>
        )}
      </Section>
      <Section title={t('outcome.asked')}>
        <Quote text={request.justification} />
      </Section>
      <NextToDecide />
    </>
  );
}

/** The next open request, so that a queue is worked through without going back. */
function NextToDecide() {
  const { t } = useTranslation('requests');
  const { id: organization, slug } = useOrganization();
  const mayDecide = usePermissionForSome('request.decide');
  const { data } = useQuery({ ...nextToDecideQuery(organization), enabled: mayDecide });
  const next = data?.items.at(-1);
  return next ? (
    <Stack direction="row" sx={{ justifyContent: 'flex-end' }}>
      <RouterButton
        to="/o/$organization/requests/$request"
        params={{ organization: slug, request: next.id }}
        variant="contained"
      >
        {t('outcome.next', { number: next.number, title: next.title })}
      </RouterButton>
    </Stack>
  ) : null;
}

function Quote({ text }: { text: string }) {
  return (
    <Typography
      component="blockquote"
      sx={{
        m: 0,
        pl: 1.75,
        borderLeft: 3,
        borderColor: 'divider',
        whiteSpace: 'pre-line',
        overflowWrap: 'anywhere',
      }}
    >
      {text}
    </Typography>
  );
}
