import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Tag } from '@/api/types';
import { ProblemError } from '@/api/problem';
import { ConfirmDanger, FormDialog, FormField, type FormValues } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { useOrganization } from '@/session/session';
import { tagsQuery } from './enrolments-api';

const colours = ['#3457d5', '#0f766e', '#15803d', '#b45309', '#be123c', '#7c3aed', '#0369a1', '#57606e'];

/** Creates a tag, or changes and removes one. */
export function TagDialog({ tag, onClose }: { tag?: Tag; onClose: () => void }) {
  const { t } = useTranslation('enrolments');
  const { id: organization } = useOrganization();
  const queries = useQueryClient();
  const notice = useNotice();
  const [color, setColor] = useState(tag?.color ?? colours[0] ?? '');
  const [removing, setRemoving] = useState(false);
  const save = async ({ name = '', description = '' }: FormValues) => {
    const body = { name, description, color };
    await (tag
      ? answer(
          client.PUT('/api/organizations/{organization}/tags/{id}', {
            params: { path: { organization, id: tag.id } },
            body,
          }),
        )
      : answer(
          client.POST('/api/organizations/{organization}/tags', { params: { path: { organization } }, body }),
        ));
    await queries.invalidateQueries(tagsQuery(organization));
    notice({ text: t('tags.saved', { name }) });
  };
  if (tag && removing) {
    return <RemoveTag tag={tag} onClose={onClose} />;
  }
  return (
    <FormDialog
      open
      title={t(tag ? 'tags.editTitle' : 'tags.create', { name: tag?.name })}
      submit={t('tags.save')}
      onSubmit={save}
      onClose={onClose}
    >
      <FormField
        name="name"
        label={t('tags.name')}
        defaultValue={tag?.name}
        required
        autoFocus
        slotProps={{ htmlInput: { maxLength: 60 } }}
      />
      <FormField
        name="description"
        label={t('tags.description')}
        defaultValue={tag?.description}
        slotProps={{ htmlInput: { maxLength: 300 } }}
      />
      <ColourChoice chosen={color} onChange={setColor} />
      {tag && (
        <Button color="error" onClick={() => setRemoving(true)} sx={{ alignSelf: 'flex-start' }}>
          {t('tags.remove')}
        </Button>
      )}
    </FormDialog>
  );
}

function ColourChoice({ chosen, onChange }: { chosen: string; onChange: (colour: string) => void }) {
  const { t } = useTranslation('enrolments');
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0 }}>
      <Box component="legend" sx={{ fontSize: '0.8125rem', color: 'text.secondary', mb: 0.75 }}>
        {t('tags.colour')}
      </Box>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {colours.map((colour) => (
          <Box
            key={colour}
            component="input"
            type="radio"
            name="colour"
            aria-label={t('tags.colourNamed', { colour })}
            checked={colour === chosen}
            onChange={() => onChange(colour)}
            sx={{
              appearance: 'none',
              m: 0,
              width: 28,
              height: 28,
              borderRadius: '50%',
              bgcolor: colour,
              cursor: 'pointer',
              outline: colour === chosen ? '2px solid' : 'none',
              outlineColor: 'text.primary',
              outlineOffset: '2px',
              '&:focus-visible': { outline: '3px solid', outlineColor: 'primary.main' },
            }}
          />
        ))}
      </Box>
    </Box>
  );
}

/** A tag in use is removed only when the person has seen that it is in use. */
function RemoveTag({ tag, onClose }: { tag: Tag; onClose: () => void }) {
  const { t } = useTranslation('enrolments');
  const { id: organization } = useOrganization();
  const queries = useQueryClient();
  const notice = useNotice();
  const [inUse, setInUse] = useState<string | null>(null);
  const remove = async (force: boolean) => {
    try {
      await answer(
        client.DELETE('/api/organizations/{organization}/tags/{id}', {
          params: { path: { organization, id: tag.id }, query: force ? { force } : undefined },
        }),
      );
    } catch (error) {
      if (error instanceof ProblemError && error.status === 409) {
        setInUse(error.message);
      }
      throw error;
    }
    await queries.invalidateQueries(tagsQuery(organization));
    notice({ text: t('tags.removed', { name: tag.name }) });
  };
  return (
    <ConfirmDanger
      open
      key={inUse}
      title={t('tags.removeTitle', { name: tag.name })}
      text={
        inUse ? t('tags.removeForced', { detail: inUse }) : t('tags.removeText', { count: tag.deviceCount })
      }
      submit={t(inUse ? 'tags.removeAll' : 'tags.remove')}
      typed={inUse ? tag.name : undefined}
      onClose={onClose}
      onConfirm={() => remove(inUse !== null)}
    />
  );
}
