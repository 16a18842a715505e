import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useTranslation } from 'react-i18next';
import type { Connection } from '@/api/types';
import { usePermissionWords } from './permission-list';
import { RelativeTime } from './time';

interface ConnectionListProps {
  connections: Connection[];
  /** Whether they may be of several organizations. */
  named?: boolean;
  onEnd: (connection: Connection) => void;
}

/** Programs that act for somebody, and the way to end that. */
export function ConnectionList({ connections, named, onEnd }: ConnectionListProps) {
  const { t } = useTranslation('connections');
  const words = usePermissionWords();
  return (
    <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>
      {connections.map((connection) => (
        <Box
          component="li"
          key={connection.id}
          sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.5 }}
        >
          <Box sx={{ flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' }}>
            <Box sx={{ fontWeight: 560 }}>
              {connection.program}
              {named && ` · ${connection.organizationName}`}
            </Box>
            <Box sx={{ fontSize: '0.875rem' }}>{connection.permissions.map(words).join(' · ')}</Box>
            <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
              {t('connected')} <RelativeTime at={connection.connectedAt} /> · {t('used')}{' '}
              <RelativeTime at={connection.lastUsedAt} absent={t('never')} />
              {connection.lastUsedAddress && ` · ${connection.lastUsedAddress}`} · {t('expires')}{' '}
              <RelativeTime at={connection.expiresAt} />
            </Box>
          </Box>
          <Button
            size="small"
            color="error"
            onClick={() => onEnd(connection)}
            aria-label={t('endThis', { program: connection.program })}
          >
            {t('end')}
          </Button>
        </Box>
      ))}
    </Stack>
  );
}
