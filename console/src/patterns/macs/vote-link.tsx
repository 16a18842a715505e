import HowToVoteOutlined from '@mui/icons-material/HowToVoteOutlined';
import { useTranslation } from 'react-i18next';
import { RouterButton } from '@/patterns/router-link';
import { Section } from '@/patterns/section';
import { useOrganization, usePermission } from '@/session/session';

/** From a block or a request to what colleagues say of the same file. */
export function VoteLink({ sha256 }: { sha256: string }) {
  const { t } = useTranslation('votes');
  const { slug } = useOrganization();
  return (
    usePermission('request.create') && (
      <Section title={t('link.title')} text={t('link.text')}>
        <RouterButton
          to="/o/$organization/requests/votes/$sha256"
          params={{ organization: slug, sha256 }}
          variant="outlined"
          startIcon={<HowToVoteOutlined />}
        >
          {t('link.open')}
        </RouterButton>
      </Section>
    )
  );
}
