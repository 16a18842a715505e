import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DeviceDetail, EffectiveSetting } from '@/api/types';
import { toProblem } from '@/api/problem';
import { ScopeName } from '@/patterns/macs/names';
import { SettingValue } from '@/patterns/macs/setting-value';
import { RouterButton } from '@/patterns/router-link';
import { Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization, usePermission } from '@/session/session';
import { deviceConfigurationQuery } from './devices-api';

/** Every setting as this Mac has it, with the scope that decided and those that lost. */
export function DeviceConfiguration({ device }: { device: DeviceDetail }) {
  const { t } = useTranslation('devices');
  const { id: organization, slug } = useOrganization();
  const mayRead = usePermission('configuration.read');
  const configuration = useQuery(deviceConfigurationQuery(organization, device.id));
  if (configuration.error) {
    return (
      <ErrorState problem={toProblem(configuration.error)} onRetry={() => void configuration.refetch()} />
    );
  }
  if (!configuration.data) {
    return <PageSkeleton />;
  }
  return (
    <Section
      flush
      title={t('configuration.title')}
      text={t('configuration.text')}
      action={
        mayRead && (
          <RouterButton
            to="/o/$organization/configuration"
            params={{ organization: slug }}
            search={{ scope: 'device', target: device.id }}
            variant="outlined"
            size="small"
          >
            {t('configuration.edit')}
          </RouterButton>
        )
      }
    >
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {configuration.data.settings.map((setting) => (
          <Setting key={setting.name} setting={setting} />
        ))}
      </Box>
    </Section>
  );
}

function Setting({ setting }: { setting: EffectiveSetting }) {
  const { t } = useTranslation('macs');
  const { name, value, winner, others } = setting;
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: 'minmax(160px, 240px) 1fr auto' },
        gap: { xs: 0.25, sm: 2 },
        px: 2.25,
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
        alignItems: 'baseline',
      }}
    >
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t(`setting.${name}`, { defaultValue: name })}
      </Typography>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <SettingValue name={name} value={value} />
        {others.map((other, index) => (
          <Stack
            key={index}
            direction="row"
            component="del"
            sx={{ gap: 1, alignItems: 'center', color: 'text.secondary', fontSize: '0.8125rem', mt: 0.5 }}
          >
            <SettingValue name={name} value={other.value} />
            <ScopeName scope={other.scope} />
          </Stack>
        ))}
      </Box>
      <ScopeName scope={winner.scope} />
    </Box>
  );
}
