/** What a visitor sent, as it is kept: the fields that were filled in, the text they are about, and what looks odd about it. */
import * as z from 'zod';

/** What the page tells of the text that the visitor saw: hidden fields, each possibly empty. */
export const CONTEXT_NAMES = ['policy', 'edition', 'language', 'clause', 'page', 'digest'] as const;

export type ContextName = (typeof CONTEXT_NAMES)[number];

/** Why a message is set aside. None of them is proof: a password manager fills honeypots, a slow network strips headers. */
const SUSPICIONS = ['honeypot', 'too-quick', 'proof', 'encoding', 'odd-fields', 'no-origin'] as const;

export type Suspicion = (typeof SUSPICIONS)[number];

const text = z.string();

/** The form in which a message lies in its file. */
export const messageSchema = z.object({
  format: z.literal(1),
  /** 12 digits of a digest of the words, a hyphen, and the submission's UUID: a text changed between two attempts is another message. */
  id: text,
  /** The UUID that the form made, or one derived from the words and the day (RFC 9562, version 8). */
  submission: text,
  /** RFC 3339, UTC. */
  received: text,
  fields: z.array(z.object({ name: text, value: text })).readonly(),
  context: z.object({ policy: text, edition: text, language: text, clause: text, page: text, digest: text }),
  /** Seconds between the page being shown and the sending; null without script. */
  elapsed: z.number().nullable(),
  suspicions: z.array(z.enum(SUSPICIONS)).readonly(),
});

export type Message = z.infer<typeof messageSchema>;

/** The first value of a field; empty if it was not sent. */
export function fieldValue({ fields }: Pick<Message, 'fields'>, name: string): string {
  return fields.find((field) => field.name === name)?.value ?? '';
}
