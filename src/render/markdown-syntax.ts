/** What Markdown is here: CommonMark 0.31 with GitHub's extensions, as extensions of micromark. */
import { gfm } from 'micromark-extension-gfm';
import type { Extension } from 'micromark-util-types';

// A single tilde is a range or "about" in a legal text ("5~7"), not a deletion.
export const MARKDOWN_SYNTAX: Extension[] = [gfm({ singleTilde: false })];
