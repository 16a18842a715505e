import { useTranslation } from 'react-i18next';
import type { Entry } from '@/api/types';
import { EraseButton } from '@/patterns/forgetting/erase-button';
import { RouterLink } from '@/patterns/router-link';
import { FactList, Section } from '@/patterns/section';
import { ExactTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';

/** Which of the entry's values are gone: by whose order, since when, with the way to the order. */
export function ErasedValues({ entry }: { entry: Entry }) {
  const { t } = useTranslation('forgetting');
  const { slug } = useOrganization();
  if (!entry.erased?.length) {
    return null;
  }
  return (
    <Section title={t('erased.title')} text={t('erased.text')}>
      <FactList
        facts={entry.erased.map(({ path, order, at, by }) => ({
          label: path.slice(1).replaceAll('/', '.'),
          value:
            order && at && by ? (
              <>
                {t('erased.by', { name: by.displayName })}, <ExactTime at={at} />.{' '}
                <RouterLink
                  to="/o/$organization/ledger/$entry"
                  params={{ organization: slug, entry: order }}
                  underline="always"
                >
                  {t('erased.order')}
                </RouterLink>
              </>
            ) : (
              t('erased.unknown')
            ),
        }))}
      />
    </Section>
  );
}

/** Has the values of whoever the entry is about erased. */
export function EraseSubjects({ entry: { object, erased } }: { entry: Entry }) {
  const nameless = erased?.some(({ path }) => path === '/object/name');
  return object.type === 'person' || object.type === 'invitation' ? (
    <EraseButton subject={object.id} name={nameless ? undefined : object.name} />
  ) : null;
}
