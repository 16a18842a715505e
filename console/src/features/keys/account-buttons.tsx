import Button from '@mui/material/Button';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { ServiceAccount } from '@/api/types';
import { useAct, useRefresh } from '@/patterns/act';
import { ConfirmDanger } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { useOrganization } from '@/session/session';
import { AccountDialog } from './account-dialog';

type Asking = 'change' | 'suspend' | 'delete';

export function AccountButtons({ account }: { account: ServiceAccount }) {
  const { t } = useTranslation('keys');
  const { id: organization } = useOrganization();
  const act = useAct();
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  const params = { path: { organization, id: account.id } };
  return (
    <>
      <Button variant="outlined" onClick={() => setAsking('change')}>
        {t('account.change')}
      </Button>
      {account.state === 'ACTIVE' ? (
        <Button variant="outlined" color="error" onClick={() => setAsking('suspend')}>
          {t('suspend.action')}
        </Button>
      ) : (
        <Button
          variant="outlined"
          onClick={() =>
            void act(
              () =>
                answer(
                  client.POST('/api/organizations/{organization}/service-accounts/{id}/resume', { params }),
                ),
              t('resume.done', { name: account.name }),
            )
          }
        >
          {t('resume.action')}
        </Button>
      )}
      <Button variant="outlined" color="error" onClick={() => setAsking('delete')}>
        {t('delete.action')}
      </Button>
      {asking === 'change' && <AccountDialog account={account} onClose={close} />}
      {asking === 'suspend' && <Suspend account={account} onClose={close} />}
      {asking === 'delete' && <Delete account={account} onClose={close} />}
    </>
  );
}

interface AskedProps {
  account: ServiceAccount;
  onClose: () => void;
}

function Suspend({ account, onClose }: AskedProps) {
  const { t } = useTranslation('keys');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <ConfirmDanger
      open
      reason
      title={t('suspend.title', { name: account.name })}
      text={t('suspend.text', { count: account.keys })}
      submit={t('suspend.action')}
      onClose={onClose}
      onConfirm={async (reason) => {
        await answer(
          client.POST('/api/organizations/{organization}/service-accounts/{id}/suspend', {
            params: { path: { organization, id: account.id } },
            body: { reason },
          }),
        );
        await refresh('service-accounts');
        notice({ text: t('suspend.done', { name: account.name }) });
      }}
    />
  );
}

function Delete({ account, onClose }: AskedProps) {
  const { t } = useTranslation('keys');
  const { id: organization, slug } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  const navigate = useNavigate();
  return (
    <ConfirmDanger
      open
      reason
      typed={account.name}
      title={t('delete.title', { name: account.name })}
      text={t('delete.text', { count: account.keys })}
      submit={t('delete.action')}
      onClose={onClose}
      onConfirm={async (reason) => {
        await answer(
          client.DELETE('/api/organizations/{organization}/service-accounts/{id}', {
            params: { path: { organization, id: account.id } },
            body: { reason },
          }),
        );
        notice({ text: t('delete.done', { name: account.name }) });
        await navigate({ to: '/o/$organization/keys', params: { organization: slug } });
        await refresh('service-accounts');
      }}
    />
  );
}
