/** The addresses that site.yaml gives go in; they come out checked, or with what to write instead. */
import { type Converted, converted } from './conversion.ts';

const UNFILLED = /…|\.\.\.|[<>{}]|\b(TODO|TBD|XXX+)\b/i;
/** URL takes more for a host (WHATWG URL, 3.2), such as `;` and `,`: in a header they would end what was meant and begin something else. */
const HOST = /^(?:[a-z\d._-]+|\[[\da-f:.]+\])$/;
const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/** The site's origin, https (http for this machine only), without a path: model `SiteConfig.url`. */
export const urlValue = converted((text): Converted<string> => {
  const address = parseSecureAddress(text, 'https://legal.acme.example');
  if (!('value' in address)) return address;
  const { origin, pathname, search, hash } = address.value;
  if (search !== '' || hash !== '') {
    return { message: 'The address of the site must not hold “?” or “#”.', hint: `Write “${origin}”.` };
  }
  if (pathname === '/') return { value: origin };
  const base = pathname.endsWith('/') ? pathname : `${pathname}/`;
  return {
    message: `The address holds a path, “${pathname}”, which belongs in “base”.`,
    hint: `Give “${origin}” as the address (url) and “${base}” as the path (base).`,
  };
});

/** The path the site is served under: model `SiteConfig.base`. */
export const baseValue = converted((text): Converted<string> => {
  const parts = text.split('/').filter((part) => part !== '');
  const cure = parts.length === 0 ? '/' : `/${parts.join('/')}/`;
  if (!/^(?:[A-Za-z0-9._~-]+\/)*$/.test(cure.slice(1)) || parts.some((part) => /^\.\.?$/.test(part))) {
    return {
      message: `“${text}” is not a path of a site.`,
      hint: 'Write only “/”, or the folder the site lies in between two slashes: “/legal/”. Letters, digits, hyphens, full stops and underscores are allowed.',
    };
  }
  if (text === cure) return { value: text };
  return { message: `“${text}” does not begin and end with one slash.`, hint: `Write “${cure}”.` };
});

/** The address that `written` is: https, or http for this machine only. `example` stands in the advice on what is none. */
export function parseSecureAddress(written: string, example: string): Converted<URL> {
  const text = written.trim();
  if (text === '' || UNFILLED.test(text)) {
    return { message: `“${text}” is still to be filled in.`, hint: `Write the full address, such as “${example}”.` };
  }
  if (/\s/.test(text)) {
    return {
      message: `“${text}” holds a blank: an address ends there.`,
      hint: `Delete the blank and what does not belong to the address, as in “${example}”.`,
    };
  }
  if (!URL.canParse(text) || !/^[a-z]+:\/\//i.test(text)) {
    const cure = `https://${text.replace(/^\/+/, '')}`;
    const isCure = /^[\p{L}\d-]+(\.[\p{L}\d-]+)+([:/]|$)/u.test(text) && URL.canParse(cure);
    return { message: `“${text}” is not a full address.`, hint: `Write “${isCure ? cure : example}”.` };
  }
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') {
    return {
      message: 'The address holds a user name or a password.',
      hint: 'Delete what stands before the “@”, and the “@”.',
    };
  }
  if (!HOST.test(url.hostname)) {
    return {
      message: `“${url.hostname}” in the address is not the name of a host.`,
      hint: `Only letters, digits, hyphens and full stops can be in it, as in “${example}”.`,
    };
  }
  const isLocal = LOCAL_HOSTS.includes(url.hostname);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLocal)) return { value: url };
  return {
    message: `“${text}” does not begin with “https://”: what is sent could be read or changed on the way.`,
    hint: `Write “https://${text.replace(/^[a-z]+:\/\//i, '')}”.`,
  };
}
