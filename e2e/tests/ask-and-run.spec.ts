import { randomBytes } from "node:crypto";
import { expect, test } from "@playwright/test";
import { organizationId, post } from "../api";
import { demo } from "../demo";
import { signedIn } from "../people";

const ACME = "Acme Robotics";

/** A Mac of the demo comes every 240 s, give or take a tenth, and learns at its next visit that it is to come sooner. */
const NEXT_VISIT = 264_000;
const SLACK = 60_000;
/** One visit to be told of the rule, and another one to tell that the app ran. */
const JOURNEY = 2 * (NEXT_VISIT + SLACK) + 180_000;

test("a blocked app is asked for, approved, and runs on that very Mac", async ({
  browser,
}) => {
  test.setTimeout(JOURNEY);
  const employee = await signedIn(browser, ACME, "END_USER");
  const ask = employee.getByRole("button", { name: "Ask for it" }).first();
  await expect(ask).toBeVisible({ timeout: 90_000 });
  await ask.click();
  const dialog = employee.getByRole("dialog");
  const heading = (await dialog.getByRole("heading").innerText()).trim();
  const program = heading.replace(/^Ask for /, "");
  await dialog
    .getByRole("textbox")
    .fill("I need it to check the drawings that our customer sends.");
  await dialog.getByRole("button", { name: "Ask for it" }).click();
  await expect(dialog).toBeHidden();

  const admin = await signedIn(browser, ACME, "SECURITY_ADMIN");
  await admin.goto("/console/o/acme-robotics/requests/to-decide");
  await admin
    .getByRole("link", { name: new RegExp(escaped(program)) })
    .first()
    .click();
  await expect(admin.getByText("our customer sends")).toBeVisible();
  await expect(admin.getByText("Recommended")).toBeVisible();
  await admin.keyboard.press("a");
  await expect(admin.getByText("Approved").first()).toBeVisible();
  const request = new URL(admin.url()).searchParams.get("open");

  await employee.goto(`/console/o/acme-robotics/requests/${request}`);
  const delivered = new RegExp(
    `^Delivered: ${escaped(program)} runs on .+ now$`,
  );
  await expect(employee.getByText(delivered)).toBeVisible({
    timeout: NEXT_VISIT + SLACK,
  });
  await expect(admin.getByText(delivered)).toBeVisible();

  const organization = await organizationId(admin);
  const detail = await (
    await admin.request.get(
      `/api/organizations/${organization}/requests/${request}`,
    )
  ).json();
  const ran = async () => {
    const query = `sha256=${detail.software.sha256}&device=${detail.device.id}`;
    const events = await (
      await admin.request.get(
        `/api/organizations/${organization}/events?${query}`,
      )
    ).json();
    return events.items.map((event: { decision: string }) => event.decision);
  };
  await expect
    .poll(ran, { timeout: NEXT_VISIT + SLACK })
    .toContainEqual(expect.stringMatching(/^ALLOW_/));
  await admin.goto(
    `/console/o/acme-robotics/events?sha256=${detail.software.sha256}&device=${detail.device.id}`,
  );
  await expect(admin.getByText(/^Allowed/).first()).toBeVisible();

  await employee.goto("/console/o/acme-robotics/requests/mine");
  await expect(employee.getByText("Approved").first()).toBeVisible();

  // By action: two hundred Macs that enrol meanwhile fill the first page of the book.
  const ledger = `/api/organizations/${organization}/ledger/entries`;
  for (const [action, object] of [
    ["request.submit", request],
    ["request.approve", request],
    ["rule.create", detail.delivery.ruleId],
  ]) {
    const entries = await (
      await admin.request.get(`${ledger}?action=${action}`)
    ).json();
    expect(
      entries.items.map((entry: { object: { id: string } }) => entry.object.id),
      action,
    ).toContain(object);
  }
  await admin.goto("/console/o/acme-robotics/ledger?action=request.approve");
  await expect(
    admin.getByRole("link", { name: "Request approved" }).first(),
  ).toBeVisible();
});

test("nobody decides their own request, neither who may decide others nor who may none", async ({
  browser,
}) => {
  for (const role of ["SECURITY_ADMIN", "END_USER"] as const) {
    const person = await signedIn(browser, ACME, role);
    const requests = `/api/organizations/${await organizationId(person)}/requests`;
    const sha256 = randomBytes(32).toString("hex");
    const asked = await post(person, requests, {
      sha256,
      justification: "I would like to approve this myself.",
    });
    expect(asked.status(), await asked.text()).toBe(201);
    const { id, contentHash } = await asked.json();
    const decided = await post(person, `${requests}/${id}/approve`, {
      ruleType: "BINARY",
      identifier: sha256,
      scope: { kind: "ORGANIZATION" },
      policy: "ALLOWLIST",
      contentHash,
    });
    expect(decided.status(), role).toBe(403);
    expect((await decided.json()).type, role).toMatch(/own-request$/);
    expect(
      (await (await person.request.get(`${requests}/${id}`)).json()).state,
    ).toBe("IN_REVIEW");
    await post(person, `${requests}/${id}/withdraw`, {});
  }
});

test("an end user sees no queue", async ({ browser }) => {
  const employee = await signedIn(browser, ACME, "END_USER");
  await employee.goto("/console/o/acme-robotics/requests/to-decide");
  await expect(employee.getByText("Not with your roles")).toBeVisible();
});

test("a stranger to an organization sees as much as if it did not exist", async ({
  browser,
}) => {
  const admin = await signedIn(browser, ACME, "SECURITY_ADMIN");
  const organization = await organizationId(admin);
  const stranger = await signedIn(browser, "Fabrikam Bank", "CUSTOMER_ADMIN");
  for (const path of [
    "",
    "/rules",
    "/devices",
    "/events",
    "/requests",
    "/ledger/entries",
  ]) {
    const theirs = await stranger.request.get(
      `/api/organizations/${organization}${path}`,
    );
    const nothing = await stranger.request.get(
      `/api/organizations/00000000-0000-7000-8000-000000000000${path}`,
    );
    expect(theirs.status(), path).toBe(404);
    expect(withoutIds(await theirs.json())).toEqual(
      withoutIds(await nothing.json()),
    );
  }
  await stranger.goto("/console/o/acme-robotics/rules");
  await expect(stranger.locator("h1")).toBeVisible();
  await expect(stranger.getByText("Acme Robotics")).toHaveCount(0);
  expect(demo().sync.length).toBeGreaterThan(0);
});

function withoutIds(problem: Record<string, unknown>): Record<string, unknown> {
  return { ...problem, correlationId: "", instance: "" };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
