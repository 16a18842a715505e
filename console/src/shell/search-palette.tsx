import AppsOutlined from '@mui/icons-material/AppsOutlined';
import HowToRegOutlined from '@mui/icons-material/HowToRegOutlined';
import LaptopMacOutlined from '@mui/icons-material/LaptopMacOutlined';
import PersonOutlineOutlined from '@mui/icons-material/PersonOutlineOutlined';
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import InputBase from '@mui/material/InputBase';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Permission } from '@/api/types';
import { useMembership } from '@/session/session';
import { useNavigation } from './navigation';
import type { Icon } from '@/patterns/icon';

interface Hit {
  key: string;
  label: string;
  detail?: string;
  icon: Icon;
  /** Path below the organization. */
  path: string;
}

interface Source {
  name: 'devices' | 'software' | 'requests' | 'people';
  permission: Permission;
  find: (organization: string, text: string) => Promise<Hit[]>;
}

const few = 5;
const sources: Source[] = [
  {
    name: 'devices',
    permission: 'device.read',
    find: async (organization, text) => {
      const { items } = await answer(
        client.GET('/api/organizations/{organization}/devices', {
          params: { path: { organization }, query: { text, limit: few } },
        }),
      );
      return items.map(({ id, hostname, serialNumber }) => ({
        key: id,
        label: hostname,
        detail: serialNumber,
        icon: LaptopMacOutlined,
        path: `devices/${id}`,
      }));
    },
  },
  {
    name: 'software',
    permission: 'event.read',
    find: async (organization, text) => {
      const { items } = await answer(
        client.GET('/api/organizations/{organization}/software', {
          params: { path: { organization }, query: { text, limit: few } },
        }),
      );
      return items.map(({ sha256, fileName, signer }) => ({
        key: sha256,
        label: fileName,
        detail: signer?.organization ?? sha256.slice(0, 12),
        icon: AppsOutlined,
        path: `software/${sha256}`,
      }));
    },
  },
  {
    name: 'requests',
    permission: 'request.read',
    find: async (organization, text) => {
      const { items } = await answer(
        client.GET('/api/organizations/{organization}/requests', {
          params: { path: { organization }, query: { text, limit: few } },
        }),
      );
      return items.map(({ id, number, title, requester }) => ({
        key: id,
        label: `#${number} ${title}`,
        detail: requester.displayName,
        icon: HowToRegOutlined,
        path: `requests/${id}`,
      }));
    },
  },
  {
    name: 'people',
    permission: 'people.read',
    find: async (organization, text) => {
      const { items } = await answer(
        client.GET('/api/organizations/{organization}/people', {
          params: { path: { organization }, query: { text, limit: few } },
        }),
      );
      return items.map(({ id, displayName, email }) => ({
        key: id,
        label: displayName,
        detail: email,
        icon: PersonOutlineOutlined,
        path: `people/${id}`,
      }));
    },
  },
];

/** Ctrl/⌘ K: pages, Macs, software, requests and people, whatever the person may see. */
export function SearchPalette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { organization } = useMembership();
  const navigate = useNavigate();
  const listId = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const groups = useHits(useDeferredValue(text.trim()));
  const hits = groups.flatMap((group) => group.hits);
  const current = Math.min(active, hits.length - 1);
  const open = (hit: Hit | undefined) => {
    if (hit) {
      onClose();
      void navigate({ to: `/o/${organization.slug}/${hit.path}` as never });
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length > 0) {
      event.preventDefault();
      setActive((current + step + hits.length) % hits.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(hits[current]);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
      slotProps={{
        paper: {
          'aria-label': t('search.open'),
          sx: { mt: { xs: 1, sm: '10vh' }, mx: 1, maxHeight: '70vh' },
        },
      }}
    >
      <InputBase
        autoFocus
        fullWidth
        value={text}
        placeholder={t('search.placeholder')}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        inputProps={{
          role: 'combobox',
          'aria-label': t('search.placeholder'),
          'aria-expanded': hits.length > 0,
          'aria-controls': listId,
          'aria-activedescendant': hits[current] && `${listId}-${current}`,
          maxLength: 200,
        }}
        sx={{ px: 2.25, py: 1.5, fontSize: '1.0625rem', borderBottom: 1, borderColor: 'divider' }}
      />
      <Box id={listId} role="listbox" aria-label={t('search.results')} sx={{ overflowY: 'auto', p: 1 }}>
        {groups.map((group) => (
          <Box key={group.name} role="group" aria-label={t(`search.group.${group.name}`)}>
            <Typography
              variant="overline"
              component="div"
              aria-hidden
              sx={{ px: 1.25, color: 'text.secondary' }}
            >
              {t(`search.group.${group.name}`)}
            </Typography>
            {group.hits.map((hit) => {
              const index = hits.indexOf(hit);
              return (
                <HitRow
                  key={hit.key}
                  id={`${listId}-${index}`}
                  hit={hit}
                  active={index === current}
                  onOpen={() => open(hit)}
                />
              );
            })}
          </Box>
        ))}
      </Box>
      {hits.length === 0 && (
        <Typography role="status" sx={{ px: 2.25, pb: 2, color: 'text.secondary' }}>
          {t('search.none', { text })}
        </Typography>
      )}
    </Dialog>
  );
}

function HitRow({ id, hit, active, onOpen }: { id: string; hit: Hit; active: boolean; onOpen: () => void }) {
  const Icon = hit.icon;
  return (
    <Box
      id={id}
      role="option"
      aria-selected={active}
      onClick={onOpen}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        px: 1.25,
        minHeight: 40,
        borderRadius: 1,
        cursor: 'pointer',
        bgcolor: active ? 'action.selected' : undefined,
        '&:hover': { bgcolor: 'action.hover' },
      }}
    >
      <Icon sx={{ fontSize: 19, color: 'text.secondary' }} />
      <span>{hit.label}</span>
      <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem', ml: 'auto' }}>
        {hit.detail}
      </Box>
    </Box>
  );
}

function useHits(text: string): { name: string; hits: Hit[] }[] {
  const { t } = useTranslation();
  const { organization, permissions } = useMembership();
  const navigation = useNavigation();
  const pages = navigation
    .flatMap(({ items }) => items)
    .filter(({ label }) => t(label).toLowerCase().includes(text.toLowerCase()))
    .map(({ to, label, icon }) => ({
      key: to,
      label: t(label),
      icon,
      path: to.replace('/o/$organization', '').replace(/^\//, ''),
    }));
  const found = useQueries({
    queries: sources.map(({ name, permission, find }) => ({
      queryKey: [organization.id, 'search', name, text],
      queryFn: () => find(organization.id, text),
      enabled: text.length > 1 && permissions.includes(permission),
      placeholderData: keepPreviousData,
      staleTime: 10_000,
      retry: false,
    })),
  });
  return [
    { name: 'pages', hits: pages },
    ...sources.map(({ name }, index) => ({ name, hits: text.length > 1 ? (found[index]?.data ?? []) : [] })),
  ].filter(({ hits }) => hits.length > 0);
}
