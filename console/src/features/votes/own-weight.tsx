import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FactList, Section } from '@/patterns/section';
import { useOrganization } from '@/session/session';
import { ownWeightQuery } from './votes-api';
import { formatWeight } from './weights';

/** What one's own votes weigh, and why: nobody's reputation is shown to anybody else. */
export function OwnWeight() {
  const { t } = useTranslation('votes');
  const { id: organization } = useOrganization();
  const { data } = useQuery(ownWeightQuery(organization));
  if (!data) {
    return null;
  }
  const { role, factor, weight, outcomes, right, fewest, halfLifeDays } = data;
  return (
    <Section title={t('weight.title')} text={t('weight.text')}>
      <FactList
        facts={[
          { label: t('weight.weight'), value: formatWeight(weight) },
          { label: t('weight.role'), value: t('weight.roleValue', { count: role }) },
          { label: t('weight.factor'), value: t('weight.times', { factor: formatWeight(factor) }) },
          {
            label: t('weight.record'),
            value: outcomes === 0 ? t('weight.none') : t('weight.right', { right, count: outcomes }),
          },
        ]}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1.5 }}>
        {outcomes < fewest ? t('weight.few', { fewest }) : t('weight.enough', { days: halfLifeDays })}{' '}
        {t('weight.never')}
      </Typography>
    </Section>
  );
}
