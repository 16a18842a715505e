import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Panel {
  name: string;
  label: string;
  content: ReactNode;
}

/** Tabs whose name is kept in the address. */
export function Panels({ panels }: { panels: Panel[] }) {
  const { t } = useTranslation('policies');
  const { tab } = useSearch({ from: '/signed-in/o/$organization/requests/policies' });
  const navigate = useNavigate();
  const current = panels.find(({ name }) => name === tab) ?? panels[0];
  return (
    <>
      <Tabs
        value={current?.name}
        onChange={(_, name: string) =>
          void navigate({ to: '.', search: { tab: name }, replace: true, resetScroll: false })
        }
        variant="scrollable"
        allowScrollButtonsMobile
        aria-label={t('title')}
        sx={{ borderBottom: 1, borderColor: 'divider', mb: 2 }}
      >
        {panels.map(({ name, label }) => (
          <Tab
            key={name}
            value={name}
            label={label}
            id={`tab-${name}`}
            aria-controls={name === current?.name ? `panel-${name}` : undefined}
          />
        ))}
      </Tabs>
      <div role="tabpanel" id={`panel-${current?.name}`} aria-labelledby={`tab-${current?.name}`}>
        {current?.content}
      </div>
    </>
  );
}
