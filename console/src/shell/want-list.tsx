import NotificationsNoneOutlined from '@mui/icons-material/NotificationsNoneOutlined';
import List from '@mui/material/List';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import Typography from '@mui/material/Typography';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/patterns/states';
import type { Want } from './use-wants';

/** Each line leads to where it can be done. */
export function WantList({ wants, onFollow }: { wants: Want[]; onFollow: () => void }) {
  const { t } = useTranslation();
  if (wants.length === 0) {
    return (
      <EmptyState
        small
        icon={NotificationsNoneOutlined}
        title={t('bell.emptyTitle')}
        text={t('bell.emptyText')}
      />
    );
  }
  return (
    <>
      <Typography variant="h2" sx={{ px: 2, pt: 1.5 }}>
        {t('bell.title')}
      </Typography>
      <List sx={{ py: 1 }}>
        {wants.map(({ name, text, link, personal }, index) => (
          <li key={name}>
            <ListItemButton
              component={Link}
              {...(link as object)}
              autoFocus={index === 0}
              onClick={onFollow}
              sx={{ py: 0.75 }}
            >
              <ListItemText
                primary={text}
                slotProps={{ primary: { sx: { fontSize: '0.875rem', fontWeight: personal ? 560 : 400 } } }}
              />
            </ListItemButton>
          </li>
        ))}
      </List>
    </>
  );
}
