/** What runs in a visitor's browser: texts as they were fetched, and copies of them, go in; what changed between them, as a build would print it, and what a copy is of, come out. */
import { compare } from './diff/compare.ts';
import { markUp } from './diff/mark-up.ts';
import { settleCorrections } from './diff/settle-corrections.ts';
import { findSubstance } from './diff/substance.ts';
import { outwardIn } from './ledger/hidden-words.ts';
import { type ReadWord, readBody, readText } from './ledger/plain-reading.ts';
import { withoutDateNotes } from './ledger/published-page.ts';
import { type Copy, copiesIn, type DomNode, treeOf } from './ledger/saved-page.ts';
import { visibleText } from './ledger/visible-text.ts';
import { relativeSitePath } from './model/address.ts';
import { type DressedRedline, dressRedline } from './theme/redline/dress-redline.ts';
import { type PackedBody, unpackBody } from './theme/redline/packed-body.ts';
import { speak } from './theme/speak.ts';

/*! The code below is part of Promulgate (MIT) and holds these packages:

diff. Copyright (c) 2009-2015 Kevin Decker. All rights reserved. BSD 3-Clause License.

Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following
conditions are met:

1. Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer.

2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following
disclaimer in the documentation and/or other materials provided with the distribution.

3. Neither the name of the copyright holder nor the names of its contributors may be used to endorse or promote products derived
from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING,
BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT
SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING
NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.

unified, unist-util-visit, vfile, trough, bail, rehype-stringify, hast-util-to-html and what they consist of. Copyright (c) Titus Wormer. extend.
Copyright (c) 2014 Stefan Thomas. is-plain-obj. Copyright (c) Sindre Sorhus. MIT License.

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files
(the 'Software'), to deal in the Software without restriction, including without limitation the rights to use, copy, modify,
merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED 'AS IS', WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES
OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE
LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR
IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
*/

export interface ComparingPage {
  /** The words of `REDLINE_WORDS`. */
  readonly words: { readonly [key: string]: string };
  /** Of the page, below the site's root. */
  readonly path: string;
  /** Of both texts. */
  readonly language: string;
}

export function redline(
  older: PackedBody,
  newer: PackedBody,
  { words, path, language }: ComparingPage,
): DressedRedline {
  const corrected = (packed: PackedBody) => ({
    ...{ body: unpackBody(packed), corrections: packed.corrections ?? [], title: packed.title ?? '' },
  });
  return dressRedline(corrected(older), corrected(newer), {
    engine: { settleCorrections, compare, findSubstance, markUp },
    language,
    words: speak(words),
    link: (sitePath) => relativeSitePath(path, sitePath),
  });
}

export { differencesOf, likenessOf } from './ledger/compare-copy.ts';
export { decodeText, unpackMhtml } from './ledger/copied-file.ts';

export interface ReadCopy {
  readonly reading: readonly ReadWord[];
  /** Where it leads out of the site. */
  readonly links: readonly string[];
}

/** A text that was fetched: what its digest is made of, its words one by one, its links. */
export function published(packed: PackedBody, title: string): ReadCopy & { words: string } {
  const body = unpackBody(packed);
  return {
    words: visibleText(withoutDateNotes(body), title),
    reading: readBody(body, title),
    links: outwardIn(body.tree),
  };
}

/** The texts on a saved page, the likeliest first. */
export function* copies(document: DomNode, furniture: readonly string[]): Generator<Copy & ReadCopy> {
  for (const copy of copiesIn(treeOf(document, new Set(furniture)))) {
    yield { ...copy, reading: readBody({ ...copy, clauses: [] }), links: outwardIn(copy.tree) };
  }
}

export { readText };
