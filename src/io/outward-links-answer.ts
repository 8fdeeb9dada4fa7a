/** An address and a way to visit it go in; what became of the page there, at the end of all redirects, comes out. */

/** What one visit to one address gave. */
export type Reply =
  | { readonly kind: 'found' }
  | { readonly kind: 'redirect'; readonly target: string; readonly isPermanent: boolean }
  /** There is no such page, or no such host. */
  | { readonly kind: 'absent'; readonly reason: string }
  | { readonly kind: 'unclear'; readonly reason: string };

/** A `reason` is a clause that can follow a colon. */
export type Answer =
  | { readonly kind: 'good' }
  /** `address` is where the page is for good. */
  | { readonly kind: 'moved'; readonly address: string }
  | { readonly kind: 'dead'; readonly reason: string }
  /** Nothing can be told of it. */
  | { readonly kind: 'unsure'; readonly reason: string };

const MOST_REDIRECTS = 5;

/** Follows at most 5 redirects from `address`. */
export async function answerFrom(address: string, visit: (address: string) => Promise<Reply>): Promise<Answer> {
  let current = address;
  let settled = address;
  let isSettling = true;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const reply = await visit(current);
    if (reply.kind !== 'redirect') return conclude(reply, settled === address ? undefined : settled);
    current = reply.target;
    // What lies behind a redirect for the time being is no address to keep (RFC 9110, 15.4).
    isSettling &&= reply.isPermanent;
    if (isSettling) settled = current;
  }
  return { kind: 'unsure', reason: `it is passed on from address to address more than ${MOST_REDIRECTS} times` };
}

function conclude(reply: Exclude<Reply, { kind: 'redirect' }>, movedTo: string | undefined): Answer {
  switch (reply.kind) {
    case 'found':
      return movedTo === undefined ? { kind: 'good' } : { kind: 'moved', address: movedTo };
    case 'absent':
      return { kind: 'dead', reason: reply.reason };
    case 'unclear':
      return { kind: 'unsure', reason: reply.reason };
  }
}
