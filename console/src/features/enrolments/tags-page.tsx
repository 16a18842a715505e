import AddOutlined from '@mui/icons-material/AddOutlined';
import SellOutlined from '@mui/icons-material/SellOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Tag } from '@/api/types';
import { toProblem } from '@/api/problem';
import { useNotice } from '@/patterns/notice';
import { Page } from '@/patterns/page';
import { EmptyState, ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization, usePermission } from '@/session/session';
import { tagsQuery } from './enrolments-api';
import { TagDialog } from './tag-dialog';
import { TagRow } from './tag-row';

/** How Macs are grouped. The order decides which tag's rule wins. */
export function TagsPage() {
  const { t } = useTranslation('enrolments');
  const { id: organization } = useOrganization();
  const mayManage = usePermission('device.manage');
  const tags = useQuery(tagsQuery(organization));
  const [editing, setEditing] = useState<Tag | 'new' | null>(null);
  const reorder = useReorder(organization);
  const create = mayManage && (
    <Button variant="contained" startIcon={<AddOutlined />} onClick={() => setEditing('new')}>
      {t('tags.create')}
    </Button>
  );
  return (
    <Page narrow title={t('tags.title')} purpose={t('tags.purpose')} action={create}>
      {tags.isPending && <PageSkeleton rows={4} />}
      {tags.error && <ErrorState problem={toProblem(tags.error)} onRetry={() => void tags.refetch()} />}
      {tags.data?.length === 0 && (
        <EmptyState
          icon={SellOutlined}
          title={t('tags.emptyTitle')}
          text={t('tags.emptyText')}
          action={create}
        />
      )}
      {tags.data && tags.data.length > 0 && (
        <Paper variant="outlined">
          <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {tags.data.map((tag, index) => (
              <TagRow
                key={tag.id}
                tag={tag}
                mayManage={mayManage}
                onEdit={() => setEditing(tag)}
                onUp={index > 0 ? () => reorder(tags.data, index, index - 1) : undefined}
                onDown={index < tags.data.length - 1 ? () => reorder(tags.data, index, index + 1) : undefined}
              />
            ))}
          </Box>
        </Paper>
      )}
      {editing && (
        <TagDialog tag={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />
      )}
    </Page>
  );
}

/** Shows the new order at once and takes it back when the server refuses. */
function useReorder(organization: string) {
  const queries = useQueryClient();
  const notice = useNotice();
  const { queryKey } = tagsQuery(organization);
  const mutation = useMutation({
    mutationFn: (tags: Tag[]) =>
      answer(
        client.PUT('/api/organizations/{organization}/tags/order', {
          params: { path: { organization } },
          body: { ids: tags.map(({ id }) => id) },
        }),
      ),
    onMutate: (tags) => queries.setQueryData(queryKey, tags),
    onError: (error) =>
      notice({ severity: 'error', text: toProblem(error).detail ?? toProblem(error).title }),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  return (tags: Tag[], from: number, to: number) => {
    const next = [...tags];
    next.splice(to, 0, ...next.splice(from, 1));
    mutation.mutate(next);
  };
}
