// Looks at every page in five shapes: a picture each in target/pictures, axe on each, and no error in the browser's console.
// `npm run pictures -- NAME…` looks at some only. GATEHOUSE_CHROMIUM names another browser.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { pages } from './pages.mjs';
import { serve } from './serve.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = new URL('../target/pictures/', import.meta.url).pathname;
const shapes = [
  { shape: 'desk-light', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { shape: 'wide-light', viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  { shape: 'wide-dark', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  { shape: 'phone-light', viewport: { width: 360, height: 740 }, colorScheme: 'light' },
  { shape: 'phone-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
];
const wanted = process.argv.slice(2);
const faults = [];

mkdirSync(folder, { recursive: true });
const { address, stop } = await serve();
const browser = await chromium.launch({
  executablePath: process.env.GATEHOUSE_CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
for (const page of pages.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  for (const shape of shapes) {
    await look(page, shape);
  }
}
await browser.close();
stop();
faults.forEach((fault) => console.error(fault));
console.log(`${pages.length} pages, ${faults.length} faults, pictures in ${folder}`);
process.exit(faults.length === 0 ? 0 : 1);

async function look({ name, path, cookies = {}, act }, { shape, ...options }) {
  // The policy is real; only axe, which is not part of the page, is let past it.
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
  await context.addCookies(
    Object.entries(cookies).map(([key, value]) => ({ name: key, value, url: address })),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(5000);
  const report = (fault) => faults.push(`${name} ${shape}: ${fault.slice(0, 220)}`);
  page.on('pageerror', (error) => report(error.message));
  page.on(
    'console',
    (message) => message.type() === 'error' && !expected(message.text()) && report(message.text()),
  );
  await page.goto(address + path);
  try {
    await page.waitForSelector('h1, h2, [role=alert]', { timeout: 5000 });
    await page.waitForFunction(() => !document.querySelector('.MuiSkeleton-root'), undefined, {
      timeout: 5000,
    });
  } catch {
    report('did not finish loading');
  }
  try {
    await act?.(page, shape);
  } catch (error) {
    report(error.message);
  }
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${folder}${name}-${shape}.png` });
  if (!(await page.title()).includes('Gatehouse')) {
    report('has no title');
  }
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (overflow > 0) {
    report(`scrolls sideways by ${overflow} px`);
  }
  const session = await context.newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe });
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { region: { enabled: false } },
    }),
  );
  violations.forEach(({ id, help, nodes }) =>
    report(
      `${id}: ${help} (${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 4)
        .join(' | ')})`,
    ),
  );
  await context.close();
}

/** The browser itself reports answers of 4xx; a signed-out session and a dead invitation are such answers. */
function expected(text) {
  return /Failed to load resource: .* (401|404)/.test(text);
}
