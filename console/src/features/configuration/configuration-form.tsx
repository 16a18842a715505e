import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Configuration, Scope, Settings } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { Difference } from '@/patterns/difference';
import { differencesOf } from '@/patterns/differences';
import { ConfirmDanger, FormDialog } from '@/patterns/form';
import { ScopeName } from '@/patterns/macs/names';
import { useNotice } from '@/patterns/notice';
import { Section } from '@/patterns/section';
import { RelativeTime } from '@/patterns/time';
import { useOrganization, usePermission } from '@/session/session';
import { effectiveQuery, remove, save } from './configuration-api';
import { SettingRow } from './setting-row';
import { groups, inheritedByDevice, inheritedByScope, nothingSet, setOnly, type Inherited } from './settings';

interface ConfigurationFormProps {
  scope: Scope;
  current: Configuration | undefined;
  organization: Configuration | undefined;
  defaults: Settings;
}

/** All settings of one scope: set here, or inherited and from where. */
export function ConfigurationForm({ scope, current, organization, defaults }: ConfigurationFormProps) {
  const { t } = useTranslation('configuration');
  const mayManage = usePermission('configuration.manage');
  const saved = { ...nothingSet, ...current?.settings };
  const [draft, setDraft] = useState<Settings>(saved);
  const [asking, setAsking] = useState<'save' | 'remove' | null>(null);
  const inheritedOf = useInherited(scope, organization, defaults);
  const changes = differencesOf(setOnly(saved), setOnly(draft)).filter(({ kind }) => kind !== 'equal').length;
  return (
    <div>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', mb: 1.5, flexWrap: 'wrap', minHeight: 36 }}>
        <Typography variant="h2" component="div">
          <ScopeName scope={scope} />
        </Typography>
        <Typography variant="body2" component="div" sx={{ color: 'text.secondary', flex: 1 }}>
          {current?.updatedBy ? (
            <>
              {t('changed', { person: current.updatedBy.displayName })}{' '}
              <RelativeTime at={current.updatedAt} />
            </>
          ) : (
            t('nothingSet')
          )}
        </Typography>
        {mayManage && current?.updatedBy && scope.kind !== 'ORGANIZATION' && (
          <Button color="error" onClick={() => setAsking('remove')}>
            {t('remove.action')}
          </Button>
        )}
      </Stack>
      {current?.warnings.map((warning) => (
        <Alert key={warning} severity="warning" sx={{ mb: 1.5 }}>
          {warning}
        </Alert>
      ))}
      {groups.map((group) => (
        <Section key={group.name} flush title={t(`group.${group.name}`)}>
          {group.settings.map((setting) => (
            <SettingRow
              key={setting.name}
              setting={setting}
              value={draft[setting.name]}
              inherited={inheritedOf(setting.name)}
              readOnly={!mayManage}
              onChange={(value) => setDraft((previous) => ({ ...previous, [setting.name]: value }))}
            />
          ))}
        </Section>
      ))}
      {changes > 0 && (
        <SaveBar count={changes} onDiscard={() => setDraft(saved)} onSave={() => setAsking('save')} />
      )}
      {asking === 'save' && (
        <SaveDialog scope={scope} current={current} draft={draft} onClose={() => setAsking(null)} />
      )}
      <RemoveDialog scope={scope} open={asking === 'remove'} onClose={() => setAsking(null)} />
    </div>
  );
}

function SaveBar({ count, onDiscard, onSave }: { count: number; onDiscard: () => void; onSave: () => void }) {
  const { t } = useTranslation('configuration');
  return (
    <Stack
      direction="row"
      role="region"
      aria-label={t('unsaved', { count })}
      sx={{
        position: 'sticky',
        bottom: { xs: 66, sm: 12 },
        zIndex: 3,
        p: 1.25,
        pl: 2,
        gap: 1,
        alignItems: 'center',
        bgcolor: 'background.paper',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        boxShadow: 4,
      }}
    >
      <Typography sx={{ flex: 1, fontWeight: 560 }}>{t('unsaved', { count })}</Typography>
      <Button color="inherit" onClick={onDiscard}>
        {t('discard')}
      </Button>
      <Button variant="contained" onClick={onSave}>
        {t('review')}
      </Button>
    </Stack>
  );
}

/** What holds without this scope's own settings. */
function useInherited(scope: Scope, organization: Configuration | undefined, defaults: Settings) {
  const { id } = useOrganization();
  const device = scope.kind === 'DEVICE' ? scope.device.id : '';
  const { data } = useQuery({ ...effectiveQuery(id, device), enabled: device !== '' });
  return (name: keyof Settings): Inherited =>
    inheritedByDevice(data?.settings.find((setting) => setting.name === name)) ??
    inheritedByScope(name, scope.kind, organization, defaults);
}

interface SaveDialogProps {
  scope: Scope;
  current: Configuration | undefined;
  draft: Settings;
  onClose: () => void;
}

/** The difference by meaning, and whom it reaches, before it is saved. */
function SaveDialog({ scope, current, draft, onClose }: SaveDialogProps) {
  const { t } = useTranslation('configuration');
  const { t: macs } = useTranslation('macs');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <FormDialog
      open
      wide
      title={t('save.title')}
      text={
        <>
          {t(`save.text.${scope.kind}`)} {t('save.when')}
        </>
      }
      submit={t('save.submit')}
      onClose={onClose}
      onSubmit={async () => {
        await save(organization, scope, { settings: draft, version: current?.version ?? 0 });
        await refresh('configurations');
        await refresh('devices');
        notice({ text: t('save.done') });
      }}
    >
      <Difference
        before={setOnly({ ...nothingSet, ...current?.settings })}
        after={setOnly(draft)}
        labelOf={(path) => macs(`setting.${path.split('.')[0]}`, { defaultValue: path })}
      />
    </FormDialog>
  );
}

function RemoveDialog({ scope, open, onClose }: { scope: Scope; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('configuration');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <ConfirmDanger
      open={open}
      title={t('remove.title')}
      text={t('remove.text')}
      submit={t('remove.action')}
      onClose={onClose}
      onConfirm={async () => {
        await remove(organization, scope);
        await refresh('configurations');
        notice({ text: t('remove.done') });
      }}
    />
  );
}
