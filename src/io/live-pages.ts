/** Pages on their way to a browser go in; they come out with a script by which they load themselves anew whenever the site was made again. */
import type { ServerResponse } from 'node:http';

export interface LivePages {
  /** Answers what the script asks for: `target` is path and query below the site's base. False if it is not that. */
  answers(target: string, response: ServerResponse): boolean;
  /** `base` is the path that the site is served under. */
  withScript(html: string, base: string): string;
  /** The site was made again: says so to all pages that are open. */
  renew(): void;
}

/** No page of the site can have such an address. */
const SCRIPT = '.promulgate/live.js';
const NEWS = '.promulgate/live';

/** What a page shows is told by a number, so that one that was loaded just before the site was made again does not miss it. */
export function createLivePages(): LivePages {
  const listeners = new Set<ServerResponse>();
  let edition = 0;
  return {
    answers(target, response) {
      if (target === SCRIPT) sendScript(response);
      else if (target.startsWith(`${NEWS}?`)) {
        // Server-sent events, of the HTML standard.
        response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
        response.write(target === `${NEWS}?${edition}` ? ':\n\n' : NEWS_OF_CHANGE);
        listeners.add(response);
        response.once('close', () => listeners.delete(response));
      } else return false;
      return true;
    },
    withScript(html, base) {
      const script = `<script src="${encodeURI(base)}${SCRIPT}" data-shows="${edition}"></script>`;
      const end = html.lastIndexOf('</body>');
      return end === -1 ? html + script : html.slice(0, end) + script + html.slice(end);
    },
    renew() {
      edition += 1;
      for (const response of listeners) response.write(NEWS_OF_CHANGE);
    },
  };
}

const NEWS_OF_CHANGE = 'data: changed\n\n';

/** A file of its own: the pages forbid scripts within them. */
function sendScript(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`const { src, dataset } = document.currentScript;
new EventSource(src.replace(/\\.js$/, '?' + dataset.shows)).onmessage = () => location.reload();
`);
}
