import SwapVertOutlined from '@mui/icons-material/SwapVertOutlined';
import IconButton from '@mui/material/IconButton';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from './rows';

interface SortMenuProps<Row> {
  columns: Column<Row>[];
  sort: string | undefined;
  onSort: (sort: string) => void;
}

/** The order of cards, which have no column heads to press. */
export function SortMenu<Row>({ columns, sort, onSort }: SortMenuProps<Row>) {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const orders = columns.flatMap(({ title, sort: key, ascendingOnly }) =>
    key
      ? [
          { key, label: title },
          ...(ascendingOnly ? [] : [{ key: `-${key}`, label: t('list.descending', { column: title }) }]),
        ]
      : [],
  );
  if (orders.length === 0) {
    return null;
  }
  return (
    <>
      <IconButton
        aria-label={t('list.sort')}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <SwapVertOutlined />
      </IconButton>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {orders.map(({ key, label }) => (
          <MenuItem
            key={key}
            role="menuitemradio"
            aria-checked={key === sort}
            selected={key === sort}
            onClick={() => {
              setAnchor(null);
              onSort(key);
            }}
          >
            <ListItemText>{label}</ListItemText>
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
