import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Agreed, RequestDetail } from '@/api/types';
import { Identifier } from '@/patterns/identifier';
import { ExactTime } from '@/patterns/time';

/** The rule that others have approved already: whoever approves next agrees to it as it is. */
export function AgreedTerms({ request, agreed }: { request: RequestDetail; agreed: Agreed }) {
  const { t } = useTranslation('deciding');
  const { t: macs } = useTranslation('macs');
  const proposal = request.proposals.find(({ ruleType }) => ruleType === agreed.ruleType);
  const mac = request.device?.id === agreed.scope.deviceId ? request.device?.hostname : null;
  return (
    <Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 0.5 }}>
        {t('agreed.text', { name: agreed.by })}
      </Typography>
      <Typography sx={{ fontWeight: 560 }}>
        {proposal?.label ?? macs(`ruleType.${agreed.ruleType}`)}
      </Typography>
      <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
        {macs(`ruleType.${agreed.ruleType}`)}{' '}
        <Identifier value={agreed.identifier} length={38} copy={false} />
      </Box>
      <Typography variant="body2">
        {t(`agreed.for.${agreed.scope.kind ?? 'ORGANIZATION'}`, { mac: mac ?? '…' })},{' '}
        {agreed.expiresAt ? (
          <>
            {t('agreed.until')} <ExactTime at={agreed.expiresAt} />
          </>
        ) : (
          t('agreed.forever')
        )}
        {agreed.comment && ` · “${agreed.comment}”`}
      </Typography>
    </Box>
  );
}
