import { ObjectIdentifier, OctetString, Sequence, type AsnType } from 'asn1js';
import type { Certificate, SignedData, SignerInfo } from 'pkijs';
import { equal, fromBase64, sha256, utf8, type Bytes } from './bytes';
import type { Findings } from './findings';
import type { Checkpoint } from './note';

/** What must hold of a token is what RFC 3161 and RFC 5816 say; the library reads it and finds the way to an anchor. */
const ids = {
  signedData: '1.2.840.113549.1.7.2',
  tokenInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificate2: '1.2.840.113549.1.9.16.2.47',
  extendedKeyUsage: '2.5.29.37',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  sha256: '2.16.840.1.101.3.4.2.1',
  commonName: '2.5.4.3',
};

const digests: Record<string, string> = {
  [ids.sha256]: 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

/** A time stamp that holds. */
export interface Timestamp {
  at: string;
  /** As its certificate calls it. */
  authority: string;
  /** Whether that leads to a certificate that was brought; if not, it may be anybody's. */
  known: boolean;
}

/** What time stamps are read with is loaded when it is needed first, or when a page says so. */
export const loadPki = () => import('pkijs');

/** Reads certificates in PEM. */
export async function readAnchors(pem: string): Promise<Certificate[]> {
  const { Certificate } = await loadPki();
  const blocks = [...pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g)];
  if (blocks.length === 0) {
    throw new Error('the certificates of an authority must be in PEM');
  }
  return blocks.map(([, base64 = '']) => Certificate.fromBER(fromBase64(base64.replace(/\s/g, '')).buffer));
}

/** All that an export carries must hold; and one must be by an authority that was brought, if any was. */
export async function checkTimestamps(
  tokens: string[],
  checkpoint: Checkpoint,
  anchors: Certificate[],
  findings: Findings,
): Promise<Timestamp[]> {
  const timestamps: Timestamp[] = [];
  for (const token of tokens) {
    await findings.attempt(async () => {
      timestamps.push(await checkTimestamp(fromBase64(token), checkpoint.text, anchors));
    });
  }
  if (anchors.length > 0 && !timestamps.some(({ known }) => known)) {
    findings.refuse('the checkpoint has no time stamp by an authority that you brought');
  }
  return timestamps;
}

/**
 * Checks a token over a text.
 *
 * @throws if it is over something else, or its signature does not hold
 */
export async function checkTimestamp(token: Bytes, text: string, anchors: Certificate[]): Promise<Timestamp> {
  try {
    return await checked(token, utf8(text), anchors);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it is not a token of RFC 3161';
    throw new Error(`a time stamp does not hold: ${why}`, { cause: error });
  }
}

async function checked(token: Bytes, text: Bytes, anchors: Certificate[]): Promise<Timestamp> {
  const { ContentInfo, SignedData, TSTInfo } = await loadPki();
  const content = ContentInfo.fromBER(token.slice().buffer);
  mustBe(
    content.contentType === ids.signedData && equal(new Uint8Array(content.toSchema().toBER()), token),
    'its form is another',
  );
  const data = new SignedData({ schema: content.content });
  const [signer, ...others] = data.signerInfos;
  const info = data.encapContentInfo.eContent?.getValue();
  mustBe(data.encapContentInfo.eContentType === ids.tokenInfo, 'it is no time stamp');
  if (!signer || others.length > 0 || !info) {
    throw new Error('it must have one signer');
  }
  const told = TSTInfo.fromBER(info);
  const imprint = told.messageImprint;
  mustBe(imprint.hashAlgorithm.algorithmId === ids.sha256, 'it is over another hash than SHA-256');
  mustBe(
    equal(imprint.hashedMessage.valueBlock.valueHexView, await sha256(text)),
    'it is over something else than the checkpoint',
  );
  const certificate = await signerOf(data, signer, text);
  return {
    at: told.genTime.toISOString(),
    authority: nameOf(certificate),
    known: isForTimeStamping(certificate) && (await leadsTo(anchors, data, text)),
  };
}

/** The certificate that the signed attributes name, and whose key signed them. */
async function signerOf(data: SignedData, signer: SignerInfo, text: Bytes): Promise<Certificate> {
  const { signatureVerified, signerCertificate } = await data.verify({
    signer: 0,
    data: text.slice().buffer,
    extendedMode: true,
  });
  if (!signatureVerified || !signerCertificate) {
    throw new Error('its signature does not hold');
  }
  const type = attribute(signer, ids.contentType);
  mustBe(type instanceof ObjectIdentifier && type.getValue() === ids.tokenInfo, 'it is no time stamp');
  mustBe(await names(signer, signerCertificate), 'it names another certificate than the one it came with');
  return signerCertificate;
}

/** RFC 5816 and RFC 2634: else another certificate of the same key could be put in its place. */
async function names(signer: SignerInfo, certificate: Certificate): Promise<boolean> {
  const second = attribute(signer, ids.signingCertificate2);
  const [first] = parts(parts(second ?? attribute(signer, ids.signingCertificate))[0]);
  const fields = parts(first);
  const [algorithm] = fields[0] instanceof Sequence ? parts(fields[0]) : [];
  const hash = algorithm ? fields[1] : fields[0];
  const digest = algorithm instanceof ObjectIdentifier ? digests[algorithm.getValue()] : undefined;
  if (!(hash instanceof OctetString) || (algorithm && !digest)) {
    return false;
  }
  const computed = await crypto.subtle.digest(
    digest ?? (second ? 'SHA-256' : 'SHA-1'),
    new Uint8Array(certificate.toSchema().toBER()),
  );
  return equal(hash.valueBlock.valueHexView, new Uint8Array(computed));
}

/** The one value of a signed attribute. */
function attribute(signer: SignerInfo, type: string): AsnType | undefined {
  const found = signer.signedAttrs?.attributes.filter((one) => one.type === type) ?? [];
  mustBe(found.length < 2 && found.every(({ values }) => values.length === 1), 'it says something twice');
  return found[0]?.values[0] as AsnType | undefined;
}

function parts(value: AsnType | undefined): AsnType[] {
  if (!(value instanceof Sequence)) {
    throw new Error('it does not name the certificate of its signer');
  }
  return value.valueBlock.value as AsnType[];
}

/** RFC 3161 section 2.3: the certificate must be for nothing else. */
function isForTimeStamping(certificate: Certificate): boolean {
  const usage = certificate.extensions?.find(({ extnID }) => extnID === ids.extendedKeyUsage);
  const purposes = (usage?.parsedValue as { keyPurposes?: string[] } | undefined)?.keyPurposes ?? [];
  return usage?.critical === true && purposes.length === 1 && purposes[0] === ids.timeStamping;
}

function nameOf({ subject }: Certificate): string {
  const names = subject.typesAndValues;
  const name = names.find(({ type }) => type === ids.commonName) ?? names[0];
  return String(name?.value.valueBlock.value ?? 'nobody');
}

function mustBe(right: boolean, what: string): void {
  if (!right) {
    throw new Error(what);
  }
}

async function leadsTo(anchors: Certificate[], data: SignedData, text: Bytes): Promise<boolean> {
  try {
    return (
      anchors.length > 0 &&
      (await data.verify({ signer: 0, data: text.slice().buffer, checkChain: true, trustedCerts: anchors }))
    );
  } catch {
    return false;
  }
}
