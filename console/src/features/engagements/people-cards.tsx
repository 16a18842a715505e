import AddOutlined from '@mui/icons-material/AddOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Card from '@mui/material/Card';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell, HeldCell, Matrix } from '@/api/types';
import { RelativeTime } from '@/patterns/time';
import { keyOf } from './engagements-api';
import { LevelMark } from '@/patterns/level-mark';

interface PeopleCardsProps {
  part: Matrix;
  held: ReadonlyMap<string, HeldCell>;
  mayChange: boolean;
  onEdit: (cells: Cell[]) => void;
  onPerson: (person: { id: string; displayName: string }) => void;
}

/** The matrix at phone width: a card for each person, a line for each customer. */
export function PeopleCards({ part, held, mayChange, onEdit, onPerson }: PeopleCardsProps) {
  const { t } = useTranslation('engagements');
  return (
    <Stack component="ul" sx={{ gap: 1, p: 0, m: 0, listStyle: 'none' }}>
      {part.people.items.map(({ person }) => (
        <Card component="li" key={person.id} sx={{ p: 1.75 }}>
          <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', mb: 0.5 }}>
            <Typography variant="h3" component="h2">
              {person.displayName}
            </Typography>
            <Button size="small" onClick={() => onPerson(person)}>
              {t('assignments.history')}
            </Button>
          </Stack>
          {part.customers.items.map(({ id, name }) => {
            const cell = { personId: person.id, customerId: id };
            const here = held.get(keyOf(cell));
            return (
              here && (
                <ButtonBase
                  key={id}
                  disabled={!mayChange}
                  onClick={() => onEdit([cell])}
                  sx={{ display: 'flex', width: '100%', gap: 1, py: 1, font: 'inherit', textAlign: 'left' }}
                >
                  <Box sx={{ flex: 1, overflowWrap: 'anywhere' }}>{name}</Box>
                  <LevelMark level={here.level} />
                  <RelativeTime at={here.expiresAt} absent={t('openEnded')} />
                </ButtonBase>
              )
            );
          })}
          {mayChange && (
            <EngageMenu
              part={part}
              onChoose={(customerId) => onEdit([{ personId: person.id, customerId }])}
            />
          )}
        </Card>
      ))}
    </Stack>
  );
}

function EngageMenu({ part, onChoose }: { part: Matrix; onChoose: (customer: string) => void }) {
  const { t } = useTranslation('engagements');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        size="small"
        startIcon={<AddOutlined />}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('assignments.engageAt')}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {part.customers.items.map(({ id, name }) => (
          <MenuItem
            key={id}
            onClick={() => {
              setAnchor(null);
              onChoose(id);
            }}
          >
            {name}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
