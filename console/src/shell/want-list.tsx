import List from '@mui/material/List';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import { Link } from '@tanstack/react-router';
import type { Want } from './use-wants';

/** Each line leads to where it can be done. */
export function WantList({ wants, onFollow }: { wants: Want[]; onFollow: () => void }) {
  return (
    <List sx={{ py: 0.5 }}>
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
  );
}
