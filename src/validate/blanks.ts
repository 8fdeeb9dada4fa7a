/** Text goes in; what looks like a blank that was never filled in comes out. */

export interface Blank {
  /** UTF-16 offset in the text. */
  readonly offset: number;
  readonly text: string;
  /** False for what is sometimes meant to stand as it is. */
  readonly isCertain: boolean;
}

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)';
const AMOUNT =
  '(?:%|per ?cent|business|working|calendar|days?|weeks?|months?|years?|hours?|minutes?|euros?|dollars?|EUR|USD|RUB)';

/** Unmistakable wherever they stand. Roman numerals (`Article XX`) are none of them. */
const CERTAIN = [
  /\bTBD\b/g,
  /\blorem ipsum\b/gi,
  /(?<!\\)\{\{[^{}\n]*\}\}|(?<!\\)\{%[^%\n]*%\}/g,
  /\b(?:19|20)XX\b|\bX{4,}\b/g,
  /\b(?:\d{1,2}|[DMX]{2})[./-](?:[DMX]{2})[./-](?:\d{2,4}|X{2,4}|20XX)\b/g,
  new RegExp(`\\b${MONTH}\\.? (?:DD|XX)\\b|\\b(?:DD|XX) (?:of )?${MONTH}\\b`, 'g'),
  new RegExp(`\\bXX\\s?${AMOUNT}(?![\\w-])|[$€£₽]\\s?X{2,}\\b`, 'g'),
  /\b(?:effective|updated|modified|revised|reviewed|dated?)\b[^\n]{0,20}[:—–]\s{0,3}\*{0,3}\s{0,3}(?:DD|MM|YYYY)\b[^\s*_]*/gi,
];

const IN_BRACKETS = /(?<![\\\]!])\[([^[\]]{1,80})\](?![([:])/g;
const IN_ANGLES = /(?<!\\)<([^<>\n=:@/]{2,60})>/g;

const NOUN =
  '(?:company|organi[sz]ation|entity|name|date|day|month|year|address|e-?mail|phone|telephone|number|url|website|city|state|country|jurisdiction|amount|price|contact|method)s?';
const HAS_NOUN = new RegExp(`(?:^|[^\\p{L}])${NOUN}(?:$|[^\\p{L}])`, 'iu');
const IS_NAME = new RegExp(`^(?:\\p{L}+ ){0,3}${NOUN}$|^(?:name|date|address) of `, 'iu');
const INSTRUCTION =
  /^(?:TB[ACD]$|to be (?:added|advised|agreed|announced|completed|confirmed|decided|defined|determined|filled|inserted)\b|(?:please )?(?:insert|enter|fill in|specify) |your )/i;
/** “Insert”, “state”, “fill in” in the languages in which policies are drafted most. */
const FOREIGN_INSTRUCTION =
  /^(?:указать|укажите|вставить|вставьте|заполнить|заполните|впишите|введите|insérer|indiquer|compléter|insertar|inserte|indicar|completar|inserir|inserire|inserisci)\s|\s(?:einfügen|eintragen)$/i;

/** In the order of the text. Words that an author wants to keep can be written with a backslash: `\[DATE]`. */
export function findBlanks(text: string): Blank[] {
  const certain = CERTAIN.flatMap((expression) =>
    [...text.matchAll(expression)].map(({ 0: found, index }) => ({ offset: index, text: found, isCertain: true })),
  );
  return [...certain, ...enclosed(text)].sort((a, b) => a.offset - b.offset).filter(isFirstAt);
}

function isFirstAt({ offset }: Blank, index: number, blanks: readonly Blank[]): boolean {
  const before = blanks[index - 1];
  return before === undefined || offset >= before.offset + before.text.length;
}

function enclosed(text: string): Blank[] {
  const labels = new Set([...text.matchAll(/^ {0,3}\[([^\]\n]+)\]:/gm)].map(([, label = '']) => label.toLowerCase()));
  const inBrackets = [...text.matchAll(IN_BRACKETS)].filter(([, content = '']) => !labels.has(content.toLowerCase()));
  const inAngles = [...text.matchAll(IN_ANGLES)].filter(([, content = '']) => !/^(?:address|details)$/i.test(content));
  return [
    ...inBrackets.flatMap((match) => blankFrom(match, judge(match[1] ?? ''))),
    ...inAngles.flatMap((match) => blankFrom(match, judge(match[1] ?? '') === 'certain' ? 'certain' : undefined)),
  ];
}

function blankFrom({ 0: text, index }: RegExpExecArray, judgement: 'certain' | 'possible' | undefined): Blank[] {
  return judgement === undefined ? [] : [{ offset: index, text, isCertain: judgement === 'certain' }];
}

/** What stands in brackets: an instruction and a noun in capitals are certain, other capitals and nouns are possible. */
function judge(enclosedText: string): 'certain' | 'possible' | undefined {
  const content = enclosedText.replace(/\s+/g, ' ').trim();
  if (INSTRUCTION.test(content) || FOREIGN_INSTRUCTION.test(content)) return 'certain';
  if (/^(?:[●•▪■]+|_{2,})$/.test(content)) return 'certain';
  if (/^(?:…|\.{3,}|\*|\?{2,})$/.test(content)) return 'possible';
  const isCapitals = /^[\p{Lu}\p{M} '’,/&-]+$/u.test(content);
  if (isCapitals && HAS_NOUN.test(content)) return 'certain';
  if (isCapitals && content.includes(' ')) return 'possible';
  return IS_NAME.test(content) ? 'possible' : undefined;
}
