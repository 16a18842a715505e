import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { ApprovalPolicy } from '@/api/types';
import { Section } from '@/patterns/section';
import { usePolicyWords } from './policy-words';

type Path = ApprovalPolicy['otherwise'];

/** The policy in force, in plain words. */
export function PolicyInForce({ policy }: { policy: ApprovalPolicy }) {
  const { t } = useTranslation('policies');
  const words = usePolicyWords();
  const { routes, otherwise } = policy;
  return (
    <Section title={t('inForce.title')} text={t('inForce.text')}>
      <Stack sx={{ gap: 2 }}>
        {routes.map((route) => (
          <Box key={route.name}>
            <Typography variant="subtitle2" component="h3">
              {route.name}
            </Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
              {t('inForce.when')} <code>{words.condition(route.when)}</code>
            </Typography>
            <PathWords path={route.path} />
          </Box>
        ))}
        <Box>
          <Typography variant="subtitle2" component="h3">
            {routes.length > 0 ? t('inForce.otherwise') : t('inForce.every')}
          </Typography>
          <PathWords path={otherwise} />
        </Box>
      </Stack>
    </Section>
  );
}

function PathWords({ path }: { path: Path }) {
  const { t } = useTranslation('policies');
  const words = usePolicyWords();
  return (
    <>
      <Box component="ol" sx={{ my: 0.5, pl: 2.5 }}>
        {path.stages.map((stage) => (
          <Typography key={stage.id} component="li" variant="body2" sx={{ overflowWrap: 'anywhere' }}>
            {stage.name}: {words.requirement(stage.requirement)}
            {stage.when && (
              <>
                , {t('inForce.onlyWhen')} <code>{words.condition(stage.when)}</code>
              </>
            )}
          </Typography>
        ))}
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('inForce.excluded')} {path.separation.map((rule) => t(`separation.${rule}`)).join(', ')}
      </Typography>
    </>
  );
}
