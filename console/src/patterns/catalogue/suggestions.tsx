import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '@/api/types';
import { StatusChip } from '@/patterns/status-chip';
import { useOrganization } from '@/session/session';
import { suggestionsQuery } from './catalogue-api';
import { TakeButton } from './take-button';

/** Approved software that is like what was blocked: to be taken instead of asking. Nothing when there is none. */
export function Suggestions({ eventId, sha256 }: { eventId?: string; sha256?: string }) {
  const { t } = useTranslation('catalogue');
  const { id: organization } = useOrganization();
  const { data = [] } = useQuery(suggestionsQuery(organization, eventId ? { eventId } : { sha256 }));
  if (data.length === 0) {
    return null;
  }
  return (
    <Alert severity="info" sx={{ mb: 2, '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}>
      <AlertTitle>{t('suggestions.title', { count: data.length })}</AlertTitle>
      {t('suggestions.text')}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
        {data.map((suggestion) => (
          <Row key={suggestion.offer.id} suggestion={suggestion} />
        ))}
      </Box>
    </Alert>
  );
}

function Row({ suggestion: { offer, likeness } }: { suggestion: Suggestion }) {
  const { t } = useTranslation('catalogue');
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', py: 0.75 }}>
      <Box sx={{ flex: '1 1 180px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography sx={{ fontWeight: 600 }}>{offer.name}</Typography>
        <Typography variant="body2">{t(`suggestions.${likeness}`)}</Typography>
      </Box>
      {offer.taken.length > 0 ? (
        <StatusChip status="TAKEN" />
      ) : (
        <TakeButton offer={offer} label={t('suggestions.take')} />
      )}
    </Box>
  );
}
