import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { SlackWorkspace } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { FormDialog, FormField } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { useOrganization } from '@/session/session';
import { chatKey } from './chat-api';

const secrets = ['botToken', 'signingSecret', 'clientSecret'] as const;

/** Names the organization's Slack app; secrets that are kept already may stay. */
export function SlackDialog({ workspace, onClose }: { workspace?: SlackWorkspace; onClose: () => void }) {
  const { t } = useTranslation('chat');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <FormDialog
      open
      title={t(workspace ? 'change' : 'connect')}
      text={t('connectText')}
      submit={t(workspace ? 'save' : 'connect')}
      onClose={onClose}
      onSubmit={async ({ channel = '', clientId = '', highestRisk = '', ...given }) => {
        const entered = Object.fromEntries(secrets.map((name) => [name, given[name] ?? null]));
        await answer(
          client.PUT('/api/organizations/{organization}/slack', {
            params: { path: { organization } },
            body: {
              channel,
              clientId,
              ...entered,
              highestRisk: highestRisk === '' ? null : Number(highestRisk),
            },
          }),
        );
        await refresh(chatKey);
        notice({ text: t(workspace ? 'changed' : 'connected') });
      }}
    >
      <FormField
        required
        name="channel"
        label={t('channel')}
        helperText={t('channelHint')}
        defaultValue={workspace?.channel}
        autoComplete="off"
      />
      <FormField
        required
        name="clientId"
        label={t('clientId')}
        defaultValue={workspace?.clientId}
        autoComplete="off"
      />
      {secrets.map((name) => (
        <FormField
          key={name}
          required={!workspace}
          name={name}
          type="password"
          label={t(name)}
          helperText={workspace && t('keptSecret')}
          autoComplete="off"
        />
      ))}
      <FormField
        name="highestRisk"
        type="number"
        label={t('highestRisk')}
        helperText={t('highestRiskHint')}
        defaultValue={workspace?.highestRisk ?? ''}
        slotProps={{ htmlInput: { min: 0, max: 100 } }}
      />
    </FormDialog>
  );
}
