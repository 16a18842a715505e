import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';

/** The ways in of whoever has such an address: by its domain alone. */
export const waysOfAddress = (email: string) =>
  queryOptions({
    queryKey: ['sign-in-ways', email.replace(/^.*@/, '').toLowerCase()],
    queryFn: () => answer(client.POST('/api/sign-in/ways', { body: { email } })),
    staleTime: 60_000,
    retry: false,
  });

/** The ways in of an organization. */
export const waysOfOrganization = (slug: string) =>
  queryOptions({
    queryKey: ['sign-in-ways', 'organization', slug],
    queryFn: () => answer(client.GET('/api/sign-in/organizations/{slug}', { params: { path: { slug } } })),
    staleTime: 60_000,
    retry: false,
  });

/** Sends the browser to the provider; it comes back signed in. */
export async function leaveFor(
  provider: string,
  wish: { email?: string; returnTo: string; fresh?: boolean },
) {
  const { address } = await answer(
    client.POST('/api/sign-in/providers/{id}', {
      params: { path: { id: provider } },
      body: { email: wish.email ?? '', returnTo: wish.returnTo, fresh: wish.fresh ?? false },
    }),
  );
  window.location.assign(address);
}
