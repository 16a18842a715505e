import { expect, test } from '@playwright/test';
import { startEmpty } from '../empty';
import { linkIn, startMailbox } from '../mailbox';
import { signIn } from '../people';
import { admin, operator, setUp } from '../set-up';

const colleague = {
  email: 'colleague@example.org',
  first: 'another long passphrase 2',
  second: 'violet otters juggle pans',
};

test('a colleague is invited by mail, forgets the password and gets back in', async ({ browser }) => {
  test.setTimeout(240_000);
  const mailbox = await startMailbox();
  const product = await startEmpty(mailbox.settings);
  const visitor = async () => (await browser.newContext({ baseURL: product.address })).newPage();
  try {
    const inviting = await visitor();
    await inviting.goto('/console/');
    await setUp(inviting, product.code());
    await expect(inviting).toHaveURL(/sign-in/);
    await signIn(inviting, admin.email, admin.password);
    await inviting.goto('/console/o/acme/people');
    await inviting.getByRole('button', { name: 'Invite' }).click();
    const dialog = inviting.getByRole('dialog');
    await dialog.locator('[name=email]').fill(colleague.email);
    await dialog.getByRole('checkbox', { name: /auditor/i }).check();
    await dialog.getByRole('button', { name: 'Invite' }).click();
    await expect(inviting.getByText('on its way to colleague@example.org')).toBeVisible();

    const invited = await visitor();
    await invited.goto(linkIn(await mailbox.letter('Join Acme on Gatehouse')));
    await invited.locator('[name=displayName]').fill('Cleo Colleague');
    await invited.locator('[name=password]').fill(colleague.first);
    await expect(invited.getByText('Hard to guess.')).toBeVisible();
    await invited.getByRole('button', { name: 'Accept and sign in' }).click();
    await expect(invited).toHaveURL(/\/o\/acme/);

    const forgetful = await visitor();
    await forgetful.goto('/console/sign-in');
    await forgetful.getByRole('link', { name: 'Forgot your password?' }).click();
    await forgetful.locator('[name=email]').fill(colleague.email);
    await forgetful.getByRole('button', { name: 'Send me a link' }).click();
    await expect(forgetful.getByText('Look into your mailbox')).toBeVisible();
    const link = linkIn(await mailbox.letter('Choose a new password'));
    await forgetful.goto(link);
    await forgetful.locator('[name=password]').fill(colleague.second);
    await forgetful.getByRole('button', { name: 'Change password' }).click();
    await expect(forgetful).toHaveURL(/sign-in/);
    await mailbox.letter('Your password was changed');
    await signIn(forgetful, colleague.email, colleague.second);

    await invited.goto('/console/o/acme/people');
    await expect(invited, 'the session from before is over').toHaveURL(/sign-in/);
    await invited.goto(link);
    await expect(invited.getByText('This link is not valid any more')).toBeVisible();

    const operating = await visitor();
    await signIn(operating, operator.email, operator.password);
    await operating.goto('/console/installation/mail');
    await operating.getByRole('button', { name: 'Send me a test letter' }).click();
    await mailbox.letter('Mail from Gatehouse arrives');
    await expect(operating.getByText(`The mail server took a letter to ${operator.email}.`)).toBeVisible();
    await expect(operating.getByRole('row', { name: /Invitation.*Sent.*example\.org/ })).toBeVisible();
  } finally {
    await product.stop();
    await mailbox.stop();
  }
});
