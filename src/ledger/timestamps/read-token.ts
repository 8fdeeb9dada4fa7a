/** The answer of a time-stamping authority goes in; what it says, and what its signature is of, come out, or why it cannot be read. */
import { ContentInfo, SignedData, type SignerInfo } from '@peculiar/asn1-cms';
import { AsnConvert } from '@peculiar/asn1-schema';
import { TimeStampResp, TSTInfo } from '@peculiar/asn1-tsp';

/** As it stands in the token; nothing of it is checked yet. Digests in hexadecimal, object identifiers in dots. */
export interface Token {
  /** What was stamped, by which digest. */
  readonly imprint: string;
  readonly imprintAlgorithm: string;
  /** In milliseconds since 1970-01-01T00:00:00Z. */
  readonly time: number;
  /** The bytes of TSTInfo, which the signed attributes hold a digest of. */
  readonly content: Uint8Array;
  readonly contentType: string;
  /** Values of the signed attributes in DER, by their types. */
  readonly attributes: ReadonlyMap<string, Uint8Array>;
  /** The signed attributes as they were signed: a SET OF in DER (RFC 5652, chapter 5.4). */
  readonly signed: Uint8Array;
  readonly digestAlgorithm: string;
  readonly signatureAlgorithm: string;
  readonly signature: Uint8Array;
  /** In DER. */
  readonly certificates: readonly Uint8Array[];
}

const SIGNED_DATA = '1.2.840.113549.1.7.2';

export type TokenReading =
  | { readonly kind: 'read'; readonly token: Token }
  /** `reason` is a clause that can follow a colon. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** TimeStampResp, or the token alone (RFC 3161, chapter 2.4.2), in DER. */
export function readToken(bytes: Uint8Array): TokenReading {
  try {
    const found = contentIn(bytes);
    if (typeof found === 'string') return { kind: 'unreadable', reason: found };
    if (found.contentType !== SIGNED_DATA) return { kind: 'unreadable', reason: 'it holds nothing signed' };
    return tokenOf(AsnConvert.parse(found.content, SignedData));
  } catch {
    return { kind: 'unreadable', reason: 'it is no answer of a time-stamping authority (RFC 3161)' };
  }
}

/** The signed part; or why the authority gave none. */
function contentIn(bytes: Uint8Array): ContentInfo | string {
  try {
    const { status, timeStampToken } = AsnConvert.parse(bytes, TimeStampResp);
    if (timeStampToken !== undefined) return timeStampToken;
    return `the authority refused, with the status ${String(status.status)}`;
  } catch {
    return AsnConvert.parse(bytes, ContentInfo);
  }
}

function tokenOf({ encapContentInfo, signerInfos, certificates }: SignedData): TokenReading {
  const [signer, ...others] = signerInfos;
  const content = encapContentInfo.eContent?.single?.buffer;
  if (signer === undefined || others.length > 0) return { kind: 'unreadable', reason: 'it must have one signature' };
  if (content === undefined || signer.signedAttrs === undefined) {
    return { kind: 'unreadable', reason: 'it has no signed content' };
  }
  const info = AsnConvert.parse(content, TSTInfo);
  const token: Token = {
    imprint: Buffer.from(info.messageImprint.hashedMessage.buffer).toString('hex'),
    imprintAlgorithm: info.messageImprint.hashAlgorithm.algorithm,
    time: info.genTime.getTime(),
    content: new Uint8Array(content),
    contentType: encapContentInfo.eContentType,
    attributes: attributesOf(signer),
    signed: setOf(signer.signedAttrs.map((attribute) => new Uint8Array(AsnConvert.serialize(attribute)))),
    digestAlgorithm: signer.digestAlgorithm.algorithm,
    signatureAlgorithm: signer.signatureAlgorithm.algorithm,
    signature: new Uint8Array(signer.signature.buffer),
    certificates: [...(certificates ?? [])].flatMap(({ certificate }) =>
      certificate === undefined ? [] : [new Uint8Array(AsnConvert.serialize(certificate))],
    ),
  };
  return { kind: 'read', token };
}

function attributesOf({ signedAttrs = [] }: SignerInfo): Map<string, Uint8Array> {
  return new Map(
    [...signedAttrs].flatMap(({ attrType, attrValues: [value] }) =>
      value === undefined ? [] : [[attrType, new Uint8Array(value)] as const],
    ),
  );
}

/** A SET OF in DER: its parts in order (X.690, chapters 8.1.3 and 11.6). */
function setOf(parts: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(parts.toSorted(Buffer.compare));
  const size = content.length.toString(16);
  const length = Buffer.from(size.length % 2 === 0 ? size : `0${size}`, 'hex');
  const header = content.length < 0x80 ? [0x31, content.length] : [0x31, 0x80 + length.length, ...length];
  return Buffer.concat([Buffer.from(header), content]);
}
