import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api/problem';
import { useDocumentTitle } from '@/patterns/document-title';
import { Page } from '@/patterns/page';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization } from '@/session/session';
import {
  AskedAlready,
  AskForm,
  BlockFacts,
  ClaimMac,
  NotYours,
  StillUnconfirmed,
  WaitForReport,
} from './block-parts';
import { VoteLink } from '@/patterns/macs/vote-link';
import { blockQuery } from './requests-api';

const hash = /^[0-9a-f]{64}$/i;

/** "Firefox was blocked on your Mac. Ask for it": where the block dialog's button leads. */
export function BlockPage() {
  const { t } = useTranslation('requests');
  const { id: organization, name: organizationName } = useOrganization();
  const hints = useSearch({ from: '/signed-in/o/$organization/block' });
  const block = useQuery(blockQuery(organization, hints));
  const name = block.data?.event?.fileName ?? block.data?.software?.fileName;
  useDocumentTitle(name ? t('block.heading', { name }) : t('block.title'), organizationName);
  if (block.error) {
    return <ErrorState page problem={toProblem(block.error)} onRetry={() => void block.refetch()} />;
  }
  if (!block.data) {
    return <PageSkeleton />;
  }
  const { device, event, request, mayRequest, mayClaim } = block.data;
  const sha256 = event?.sha256 ?? (hash.test(hints.fileSha256 ?? '') ? hints.fileSha256 : undefined);
  return (
    <Page
      narrow
      title={name ? t('block.heading', { name }) : t('block.headingUnnamed')}
      purpose={device.hostname ? t('block.onMac', { mac: device.hostname }) : t('block.onThisMac')}
    >
      <BlockFacts page={block.data} />
      {request && <AskedAlready request={request} />}
      {event && <VoteLink sha256={event.sha256} />}
      {!request && mayRequest && (event || sha256) && <AskForm event={event} sha256={sha256} />}
      {device.ownership === 'OWNER' && !event && <WaitForReport />}
      {device.ownership === 'CLAIMED' && <StillUnconfirmed />}
      {mayClaim && hints.machineId && <ClaimMac machineId={hints.machineId} />}
      {device.ownership !== 'OWNER' && device.ownership !== 'CLAIMED' && !mayClaim && <NotYours />}
    </Page>
  );
}
