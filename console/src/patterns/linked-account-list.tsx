import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useTranslation } from 'react-i18next';
import type { LinkedAccount } from '@/api/types';
import { RelativeTime } from './time';

interface LinkedAccountListProps {
  accounts: LinkedAccount[];
  /** Whether they may be of several organizations. */
  named?: boolean;
  /** Only for who may part them. */
  onUnlink?: (account: LinkedAccount) => void;
}

/** Accounts at identity providers by which somebody comes in. */
export function LinkedAccountList({ accounts, named, onUnlink }: LinkedAccountListProps) {
  const { t } = useTranslation('linked');
  return (
    <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>
      {accounts.map((account) => (
        <Box
          component="li"
          key={account.provider}
          sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.5 }}
        >
          <Box sx={{ flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' }}>
            <Box sx={{ fontWeight: 560 }}>
              {account.providerName}
              {named && ` · ${account.organizationName}`}
            </Box>
            <Box sx={{ fontSize: '0.875rem' }}>{account.subject}</Box>
            <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
              {t('linked')} <RelativeTime at={account.linkedAt} /> · {t('used')}{' '}
              <RelativeTime at={account.lastUsedAt} absent={t('never')} />
            </Box>
          </Box>
          {onUnlink && (
            <Button
              size="small"
              color="error"
              onClick={() => onUnlink(account)}
              aria-label={t('unlinkThis', { provider: account.providerName })}
            >
              {t('unlink')}
            </Button>
          )}
        </Box>
      ))}
    </Stack>
  );
}
