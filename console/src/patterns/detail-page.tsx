import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useDocumentTitle } from './document-title';
import { useDrawer } from './drawer';
import { BackLink } from './back-link';
import type { LinkTarget } from './router-link';

export interface DetailTab {
  name: string;
  label: ReactNode;
  content: ReactNode;
}

interface DetailPageProps {
  /** The list that the page belongs to, as a link's properties with its words. */
  back: { link: LinkTarget; label: string };
  name: string;
  status?: ReactNode;
  /** Key facts in one line under the name. */
  facts?: { label: string; value: ReactNode }[];
  action?: ReactNode;
  /** Kept in the address as `tab`. One tab is shown without the strip. */
  tabs: DetailTab[];
  /** Tells the story in sentences, on the right of wide screens. */
  timeline?: ReactNode;
}

/** Every detail, as a page or in a drawer: name, status, key facts, tabs, the story on the right. */
export function DetailPage({ back, name, status, facts, action, tabs, timeline }: DetailPageProps) {
  const drawer = useDrawer() !== null;
  const { tab: wanted } = useSearch({ strict: false }) as { tab?: string };
  const navigate = useNavigate();
  const current = tabs.find((tab) => tab.name === wanted) ?? tabs[0];
  const open = (tab: string) =>
    void navigate({
      to: '.',
      search: ((previous: object) => ({ ...previous, tab })) as never,
      replace: true,
      resetScroll: false,
    });
  return (
    <Box
      sx={{
        px: { xs: 2, md: drawer ? 3 : 3.5 },
        py: { xs: 1.5, md: drawer ? 2 : 2.5 },
        mx: 'auto',
        maxWidth: 1480,
      }}
    >
      {!drawer && <PageHead back={back} name={name} />}
      <Stack
        direction={{ xs: 'column', sm: drawer ? 'column' : 'row' }}
        sx={{
          gap: 1.5,
          justifyContent: 'space-between',
          alignItems: { sm: 'flex-start' },
          // Actions that do not fit beside the name stand below it.
          flexWrap: { sm: 'wrap' },
        }}
      >
        <Box sx={{ minWidth: 0 }}>
          <Stack direction="row" sx={{ gap: 1.25, alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography
              variant="h1"
              component={drawer ? 'h2' : 'h1'}
              sx={{ overflowWrap: 'anywhere', fontSize: drawer ? '1.25rem' : undefined }}
            >
              {name}
            </Typography>
            {status}
          </Stack>
          {facts && <Facts facts={facts} />}
        </Box>
        {action && (
          <Stack direction="row" sx={{ gap: 1, maxWidth: '100%', flexWrap: 'wrap' }}>
            {action}
          </Stack>
        )}
      </Stack>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { lg: timeline && !drawer ? 'minmax(0, 1fr) 320px' : '1fr' },
          gap: 3,
          mt: 1.5,
        }}
      >
        <Box sx={{ minWidth: 0 }}>
          {tabs.length > 1 && (
            <Tabs
              value={current?.name}
              onChange={(_, tab: string) => open(tab)}
              variant="scrollable"
              allowScrollButtonsMobile
              sx={{ borderBottom: 1, borderColor: 'divider', mb: 2 }}
            >
              {tabs.map((tab) => (
                <Tab
                  key={tab.name}
                  value={tab.name}
                  label={tab.label}
                  id={`tab-${tab.name}`}
                  aria-controls={tab === current ? `panel-${tab.name}` : undefined}
                />
              ))}
            </Tabs>
          )}
          <Box
            {...(tabs.length > 1 && current
              ? { role: 'tabpanel', id: `panel-${current.name}`, 'aria-labelledby': `tab-${current.name}` }
              : {})}
          >
            {current?.content}
          </Box>
        </Box>
        {timeline && <Box sx={{ minWidth: 0 }}>{timeline}</Box>}
      </Box>
    </Box>
  );
}

/** The way back and the title of the tab: what only a page of its own has. */
function PageHead({ back, name }: Pick<DetailPageProps, 'back' | 'name'>) {
  useDocumentTitle(name);
  return <BackLink {...back} />;
}

function Facts({ facts }: { facts: { label: string; value: ReactNode }[] }) {
  return (
    <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.5, m: 0, mt: 0.75 }}>
      {facts.map(({ label, value }) => (
        <Box
          key={label}
          sx={{ display: 'flex', gap: 0.75, fontSize: '0.8125rem', alignItems: 'center', minHeight: 24 }}
        >
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {label}
          </Box>
          <Box component="dd" sx={{ m: 0, fontWeight: 520 }}>
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
