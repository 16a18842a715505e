import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Certificate } from '@/api/types';
import { Identifier } from '../identifier';

/** Certificates from the leaf to the root. */
export function SigningChain({ chain }: { chain: Certificate[] }) {
  const { t, i18n } = useTranslation('macs');
  if (chain.length === 0) {
    return <Typography variant="body2">{t('chain.none')}</Typography>;
  }
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' });
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {chain.map((certificate, index) => (
        <Box
          component="li"
          key={certificate.sha256}
          sx={{
            pl: { xs: index * 0.5, sm: index * 2.5 },
            pt: index === 0 ? 0 : 1.25,
            overflowWrap: 'anywhere',
          }}
        >
          <Box sx={{ borderLeft: 3, borderColor: index === 0 ? 'primary.main' : 'divider', pl: 1.5 }}>
            <Typography variant="body2" sx={{ fontWeight: 560 }}>
              {certificate.commonName ?? t('chain.unnamed')}
            </Typography>
            <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
              {[certificate.organization, certificate.organizationalUnit].filter(Boolean).join(' · ')}
              {certificate.validFrom && certificate.validUntil && (
                <>
                  {' · '}
                  {day.formatRange(new Date(certificate.validFrom), new Date(certificate.validUntil))}
                </>
              )}
              <Box>{certificate.sha256 && <Identifier value={certificate.sha256} length={34} />}</Box>
            </Typography>
          </Box>
        </Box>
      ))}
    </Box>
  );
}
