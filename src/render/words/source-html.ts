/** A block of HTML goes in; the text between its tags comes out (HTML Living Standard, 13.2.5), comments passed over. */
import { decodeHTML } from 'entities/decode';
import type { OpenPassage } from './passage.ts';
import { commentEnd, HTML_TAG, partsWords } from './tags.ts';
import type { WordWriter } from './word-stream.ts';

const REFERENCE = /&#?[A-Za-z0-9]+;?/y;

/** Anything but a tag or a comment counts as text, so that a declaration or an unfinished comment is missed on the page. */
export function readHtml(passage: OpenPassage, words: WordWriter): void {
  const { text } = passage;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 0x3c) at = passTag(text, at, words) ?? put(passage, at, words);
    else if (code === 0x26) at = putReference(passage, at, words);
    else at = put(passage, at, words);
  }
}

function put(passage: OpenPassage, at: number, words: WordWriter): number {
  words.put(passage.text.charCodeAt(at), passage.originOf(at));
  return at + 1;
}

function passTag(text: string, at: number, words: WordWriter): number | undefined {
  const comment = commentEnd(text, at);
  if (comment !== undefined) return comment;
  HTML_TAG.lastIndex = at;
  const tag = HTML_TAG.exec(text);
  if (tag === null) return undefined;
  if (partsWords(tag[1] ?? '')) words.part();
  return at + tag[0].length;
}

function putReference(passage: OpenPassage, at: number, words: WordWriter): number {
  REFERENCE.lastIndex = at;
  const written = REFERENCE.exec(passage.text)?.[0] ?? '&';
  for (const unit of decodeHTML(written).split('')) words.put(unit.charCodeAt(0), passage.originOf(at));
  return at + written.length;
}
