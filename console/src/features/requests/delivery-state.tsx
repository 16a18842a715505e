import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import SyncOutlined from '@mui/icons-material/SyncOutlined';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { DeviceRef, RequestDetail } from '@/api/types';
import { useSecondsUntil } from '@/patterns/macs/countdown';
import { formatKnown, formatNumber } from '@/patterns/numbers';
import { duration, RelativeTime } from '@/patterns/time';

interface DeliveryStateProps {
  delivery: NonNullable<RequestDetail['delivery']>;
  device: DeviceRef | null;
  name: string;
}

/** "The Mac is expected in 40 s", then "delivered: it runs now". */
export function DeliveryState({ delivery, device, name }: DeliveryStateProps) {
  const { t } = useTranslation('requests');
  const { deliveredAt, nextExpectedAt, devicesDelivered, devicesTotal } = delivery;
  const seconds = useSecondsUntil(deliveredAt ? null : nextExpectedAt);
  const mac = device?.hostname ?? t('delivery.theMac');
  const Icon = deliveredAt ? CheckCircleOutlined : SyncOutlined;
  return (
    <Card
      component="section"
      role="status"
      aria-label={t('delivery.title')}
      sx={{
        p: 2.25,
        mb: 2,
        bgcolor: deliveredAt ? 'tones.good.soft' : 'tones.info.soft',
        color: deliveredAt ? 'tones.good.text' : 'tones.info.text',
        borderColor: 'transparent',
      }}
    >
      <Stack direction="row" sx={{ gap: 1.5, alignItems: 'center' }}>
        <Icon sx={{ fontSize: 30 }} />
        <Box>
          <Typography variant="h2" component="p">
            {deliveredAt ? t('delivery.done', { name, mac }) : waiting()}
          </Typography>
          <Typography variant="body2" component="div">
            {deliveredAt ? (
              <>
                {t('delivery.since')} <RelativeTime at={deliveredAt} />
              </>
            ) : (
              t('delivery.text')
            )}
            {devicesTotal !== null && devicesTotal > 1 && (
              <>
                {' · '}
                {t('delivery.others', {
                  delivered: formatKnown(devicesDelivered),
                  total: formatNumber(devicesTotal),
                })}
              </>
            )}
          </Typography>
        </Box>
      </Stack>
      {!deliveredAt && (
        <LinearProgress color="inherit" aria-label={t('delivery.title')} sx={{ mt: 1.5, borderRadius: 2 }} />
      )}
    </Card>
  );

  function waiting(): string {
    if (seconds === null) {
      return t('delivery.unknown', { mac });
    }
    return seconds > 0
      ? t('delivery.expected', { mac, time: duration(seconds) })
      : t(seconds > -90 ? 'delivery.now' : 'delivery.late', { mac });
  }
}
