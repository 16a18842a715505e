import type { APIResponse, Page } from '@playwright/test';

/** Sends what the console would send, with its token against forged requests. */
export async function post(
  page: Page,
  path: string,
  data: object,
  headers: Record<string, string> = {},
): Promise<APIResponse> {
  const cookies = await page.context().cookies();
  const token = cookies.find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';
  return page.request.post(path, { data, headers: { ...headers, 'X-XSRF-TOKEN': token } });
}

/** The first organization of the person who is signed in. */
export async function organizationId(page: Page): Promise<string> {
  const session = await (await page.request.get('/api/session')).json();
  return session.memberships[0].organization.id;
}
