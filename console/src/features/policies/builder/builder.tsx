import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api/problem';
import type { ApprovalPolicy, PolicyDraft } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { ConfirmDanger } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { saveFile } from '@/patterns/save-file';
import { useOrganization } from '@/session/session';
import type { Place } from '../place';
import { discardDraft, lintPolicy } from '../policies-api';
import type { Draft } from '../use-draft';
import { EditorContext, type Editor } from './editor';
import { Findings } from './findings';
import { Inspector } from './inspector';
import { Parts } from './parts';
import { PublishDialog } from './publish-dialog';
import { StaleDraft } from './stale-draft';
import { Toolbar } from './toolbar';

interface BuilderProps {
  draft: Draft;
  /** As the server has it. */
  kept: PolicyDraft | null;
  inForce: ApprovalPolicy;
}

/** Writes a policy: what it is made of on the left, the form of what is selected on the right. */
export function Builder({ draft, kept, inForce }: BuilderProps) {
  const { t } = useTranslation('builder');
  const { id: organization } = useOrganization();
  const notice = useNotice();
  const refresh = useRefresh();
  const wide = useMediaQuery((theme) => theme.breakpoints.up('md'));
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<'publish' | 'discard' | null>(null);
  const [opened, setOpened] = useState(false);
  const { state, dispatch, dirty, findings } = draft;
  useUndoKeys(draft);
  const editor = useMemo<Editor>(
    () => ({
      policy: state.policy,
      place: state.place,
      findings,
      select: (place) => dispatch({ type: 'select', place }),
      change: (change, streak, place) => dispatch({ type: 'change', change, streak, place }),
    }),
    [state.policy, state.place, findings, dispatch],
  );
  const open = (place: Place) => {
    editor.select(place);
    setOpened(true);
  };
  const tell = (error: unknown) => {
    const { detail, title } = toProblem(error);
    notice({ severity: 'error', text: detail ?? title });
  };
  const keep = (over?: number) => {
    setBusy(true);
    draft
      .keep(over)
      .then(() => notice({ text: t('toolbar.kept') }), tell)
      .finally(() => setBusy(false));
  };
  const take = (text: string) => {
    readPolicy(text)
      .then(async (policy) => {
        await lintPolicy(organization, policy);
        dispatch({ type: 'change', change: () => policy, place: {} });
        notice({ text: t('toolbar.imported'), undo: () => dispatch({ type: 'undo' }) });
      })
      .catch(tell);
  };
  return (
    <EditorContext value={editor}>
      {state.theirs !== undefined && (
        <StaleDraft
          mine={state.policy}
          theirs={state.theirs}
          inForce={inForce}
          onKeepMine={() => keep(state.theirs?.version ?? 0)}
          onTakeTheirs={() => dispatch({ type: 'takeTheirs', inForce })}
        />
      )}
      <Toolbar
        draft={draft}
        busy={busy}
        kept={kept !== null}
        status={
          dirty ? t('toolbar.dirty') : kept ? t('toolbar.by', { name: kept.changedBy }) : t('toolbar.none')
        }
        onKeep={() => keep()}
        onPublish={() => setAsked('publish')}
        onDiscard={() => setAsked('discard')}
        onExport={() =>
          saveFile(
            new Blob([JSON.stringify(state.policy, null, 2)], { type: 'application/json' }),
            'approval-policy.json',
          )
        }
        onImport={take}
      />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { md: 'minmax(0, 1fr) minmax(340px, 420px)' },
          gap: 2,
          alignItems: 'start',
        }}
      >
        <Box sx={{ minWidth: 0 }}>
          <Parts onOpen={open} />
          <Findings incomplete={draft.incomplete} checking={draft.checking} onOpen={open} />
        </Box>
        {wide && (
          <Card
            sx={{ p: 2.25, position: 'sticky', top: 72, maxHeight: 'calc(100vh - 88px)', overflowY: 'auto' }}
          >
            <Inspector />
          </Card>
        )}
      </Box>
      {!wide && (
        <Dialog
          fullScreen
          open={opened}
          onClose={() => setOpened(false)}
          slotProps={{ paper: { 'aria-label': t('inspector.label') } }}
        >
          <DialogContent sx={{ px: 2 }}>
            <Inspector />
          </DialogContent>
          <DialogActions>
            <Button variant="contained" fullWidth onClick={() => setOpened(false)}>
              {t('inspector.done')}
            </Button>
          </DialogActions>
        </Dialog>
      )}
      {asked === 'publish' && kept && (
        <PublishDialog kept={kept} inForce={inForce} onClose={() => setAsked(null)} />
      )}
      <ConfirmDanger
        open={asked === 'discard'}
        title={t('discard.title')}
        text={t('discard.text')}
        submit={t('discard.submit')}
        onClose={() => setAsked(null)}
        onConfirm={async () => {
          await discardDraft(organization);
          dispatch({ type: 'begin', draft: null, inForce });
          await refresh('approval-policies');
        }}
      />
    </EditorContext>
  );
}

/** Undo and redo by the keys that everybody knows. */
function useUndoKeys({ dispatch }: Draft) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) {
        return;
      }
      event.preventDefault();
      dispatch({ type: key === 'y' || event.shiftKey ? 'redo' : 'undo' });
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [dispatch]);
}

// Whatever else is in it, the server says: it reads every policy before it is taken.
async function readPolicy(text: string): Promise<ApprovalPolicy> {
  return JSON.parse(text) as ApprovalPolicy;
}
