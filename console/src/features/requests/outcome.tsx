import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { RequestDetail } from '@/api/types';
import { RuleName } from '@/patterns/macs/names';
import { FactList, Section } from '@/patterns/section';
import { RelativeTime } from '@/patterns/time';
import { DeliveryState } from './delivery-state';
import { Quote } from './quote';

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
    </>
  );
}
