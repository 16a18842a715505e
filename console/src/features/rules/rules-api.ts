import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answer, client } from '@/api/client';
import type { RuleCheck, RuleInput } from '@/api/types';
import { useOrganization } from '@/session/session';

export const ruleQuery = (organization: string, id: string) =>
  queryOptions({
    queryKey: [organization, 'rules', id],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/rules/{id}', {
          params: { path: { organization, id } },
        }),
      ),
  });

const typingPause = 350;

/** What the server says of the rule as typed so far, asked again when the typing pauses. */
export function useRuleCheck(input: RuleInput | null): { check: RuleCheck | undefined; checking: boolean } {
  const { id: organization } = useOrganization();
  const typed = input && JSON.stringify(input);
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), typingPause);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data, isFetching } = useQuery({
    queryKey: [organization, 'rules', 'check', settled],
    queryFn: () =>
      answer(
        client.POST('/api/organizations/{organization}/rules/check', {
          params: { path: { organization } },
          body: JSON.parse(settled ?? '') as RuleInput,
        }),
      ),
    enabled: Boolean(settled),
    placeholderData: keepPreviousData,
  });
  return { check: typed ? data : undefined, checking: isFetching || settled !== typed };
}
