import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { DestinationView } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { FormDialog, FormField } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { useOrganization } from '@/session/session';
import { TypeBoxes, types, type MessageType } from './type-boxes';
import { webhooksKey } from './webhooks-api';

interface AddDestinationProps {
  /** With the secret, which is shown once. */
  onAdded: (secret: string) => void;
  onClose: () => void;
}

/** Names a destination. */
export function AddDestination({ onAdded, onClose }: AddDestinationProps) {
  const { t } = useTranslation('webhooks');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const [chosen, setChosen] = useState<MessageType[]>([...types]);
  return (
    <FormDialog
      open
      title={t('add')}
      text={t('addText')}
      submit={t('add')}
      onClose={onClose}
      onSubmit={async ({ name = '', url = '' }) => {
        const { secret } = await answer(
          client.POST('/api/organizations/{organization}/destinations', {
            params: { path: { organization } },
            body: { name, url, types: chosen },
          }),
        );
        onAdded(secret);
        await refresh(webhooksKey);
      }}
    >
      <DestinationFields />
      <TypeBoxes chosen={chosen} onChange={setChosen} />
    </FormDialog>
  );
}

export function ChangeDestination({
  destination,
  onClose,
}: {
  destination: DestinationView;
  onClose: () => void;
}) {
  const { t } = useTranslation('webhooks');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  const [chosen, setChosen] = useState(() => types.filter((type) => destination.types.includes(type)));
  return (
    <FormDialog
      open
      title={t('change')}
      submit={t('save')}
      onClose={onClose}
      onSubmit={async ({ name = '', url = '' }) => {
        await answer(
          client.PUT('/api/organizations/{organization}/destinations/{id}', {
            params: { path: { organization, id: destination.id } },
            body: { name, url, types: chosen },
          }),
        );
        await refresh(webhooksKey);
        notice({ text: t('changed') });
      }}
    >
      <DestinationFields destination={destination} />
      <TypeBoxes chosen={chosen} onChange={setChosen} />
    </FormDialog>
  );
}

function DestinationFields({ destination }: { destination?: DestinationView }) {
  const { t } = useTranslation('webhooks');
  return (
    <>
      <FormField
        required
        name="name"
        label={t('name')}
        defaultValue={destination?.name}
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: 80 } }}
      />
      <FormField
        required
        name="url"
        label={t('url')}
        helperText={t('urlHint')}
        defaultValue={destination?.url}
        autoComplete="off"
        slotProps={{ htmlInput: { inputMode: 'url', maxLength: 500 } }}
      />
    </>
  );
}
