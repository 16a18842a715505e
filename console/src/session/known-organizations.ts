import type { Organization } from '@/api/types';
import { isHex } from '@/theme/contrast';

/** An organization as this browser remembers it, so that its sign-in page looks like it. */
export interface KnownOrganization {
  slug: string;
  name: string;
  accentColor: string;
  /** The logo itself: whoever is signed out cannot fetch it. */
  image?: string;
}

const storageKey = 'gatehouse-organizations';
const most = 5;
const longestImage = 128 * 1024;
const picture = /^data:image\/png;base64,[A-Za-z0-9+/]+=*$/;

/** By its slug, or by the page of it that a link leads to. */
export function knownOrganization(slugOrPath: string | undefined): KnownOrganization | undefined {
  const slug = /^\/console\/o\/([^/?#]+)/.exec(slugOrPath ?? '')?.[1] ?? slugOrPath;
  return all().find((known) => known.slug === slug);
}

/** The last few; what the browser cannot keep is not kept. */
export async function rememberOrganization(organization: Organization): Promise<void> {
  const { slug, name, accentColor } = organization;
  const known = { slug, name, accentColor, image: await imageOf(organization) };
  keep([known, ...all().filter((other) => other.slug !== slug)].slice(0, most));
}

/** Who signs out may leave the browser to somebody else. */
export function forgetOrganizations(): void {
  try {
    localStorage.removeItem(storageKey);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function keep(organizations: KnownOrganization[]): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(organizations));
  } catch {
    forgetOrganizations();
  }
}

function all(): KnownOrganization[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isKnown).slice(0, most) : [];
  } catch {
    return [];
  }
}

/** What lies in the browser may be of an earlier version, or anybody's. */
function isKnown(value: unknown): value is KnownOrganization {
  const { slug, name, accentColor, image } = (value ?? {}) as Record<string, unknown>;
  return (
    isText(slug, 63) &&
    isText(name, 200) &&
    isText(accentColor, 7) &&
    isHex(accentColor) &&
    (image === undefined || (isText(image, longestImage) && picture.test(image)))
  );
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= longest;
}

async function imageOf({ id, logo }: Organization): Promise<string | undefined> {
  if (!logo) {
    return undefined;
  }
  try {
    const answer = await fetch(`/api/organizations/${id}/logo/${logo}`);
    const image = answer.ok ? await addressOf(await answer.blob()) : '';
    return image.length <= longestImage && picture.test(image) ? image : undefined;
  } catch {
    return undefined;
  }
}

function addressOf(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(content);
  });
}
