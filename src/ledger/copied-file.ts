/** A file that a visitor has goes in; the text or the page in it comes out. */

/** UTF-8, or UTF-16 with a byte order mark; undefined for what is no text. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  const encoding = isLittle ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') || text.startsWith('%PDF-') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** The page in what browsers save as a single file (MHTML, RFC 2557); a text that is no such file as it is. */
export function unpackMhtml(text: string): string {
  const boundary = /^content-type:\s*multipart\/related;[\s\S]{0,300}?boundary="?([^"\r\n]+)/im.exec(
    text.slice(0, 3000),
  )?.[1];
  if (boundary === undefined) return text;
  const part = text.split(`--${boundary}`).find((one) => /^content-type:\s*text\/html/im.test(one.slice(0, 1000)));
  const [, head = '', content = ''] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec((part ?? '').replace(/^\r?\n/, '')) ?? [];
  const encoding = /^content-transfer-encoding:\s*(\S+)/im.exec(head)?.[1]?.toLowerCase();
  if (encoding === 'base64') return fromBase64(content);
  if (encoding !== 'quoted-printable') return content;
  const codes = (_: string, code: string) => String.fromCharCode(Number.parseInt(code, 16));
  return fromBytes(content.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, codes));
}

/** What is no base64 (RFC 4648) holds no page. */
function fromBase64(content: string): string {
  try {
    return fromBytes(atob(content.replace(/\s+/g, '')));
  } catch {
    return '';
  }
}

function fromBytes(characters: string): string {
  return new TextDecoder().decode(Uint8Array.from(characters, (character) => character.charCodeAt(0)));
}
