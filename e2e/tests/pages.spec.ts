import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { signedIn } from '../people';

const PAGES = [
  '',
  '/requests/to-decide',
  '/requests',
  '/devices',
  '/rules',
  '/rules/new',
  '/configuration',
  '/events',
  '/software',
  '/enrolments',
  '/tags',
  '/ledger',
  '/people',
  '/roles',
  '/settings',
];

for (const scheme of ['light', 'dark'] as const) {
  for (const width of [360, 1280]) {
    test(`every page is accessible and fits: ${scheme}, ${width} px`, async ({ browser }) => {
      test.setTimeout(240_000);
      const page = await signedIn(browser, 'Acme Robotics', 'SECURITY_ADMIN');
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 800 });
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      for (const path of PAGES) {
        await page.goto(`/console/o/acme-robotics${path}`);
        await expect(page.locator('main h1').first()).toBeVisible();
        await expect(page.locator('main .MuiSkeleton-root')).toHaveCount(0);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze();
        const found = violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`);
        expect(found, `${path} in ${scheme} at ${width}`).toEqual([]);
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(sideways, `${path} scrolls sideways at ${width}`).toBeLessThanOrEqual(0);
      }
      expect(errors).toEqual([]);
    });
  }
}
