/** English words of legal weight. */
import type { SubstanceWords } from './words.ts';

/** Where courts sit: of Dublin. */
const SEATS =
  "(?<=(?:[cC]ourts?|[tT]ribunals?|[aA]rbitration|[jJ]urisdiction) (?:of|in|at) )\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'-]+)*";

const COUNTRIES =
  'Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas|Bahrain|Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|Bosnia|Botswana|Brazil|Brunei|Bulgaria|Burkina Faso|Burundi|Cambodia|Cameroon|Canada|Cape Verde|Chad|Chile|China|Colombia|Congo|Costa Rica|Croatia|Cuba|Cyprus|Czechia|Czech Republic|Denmark|Djibouti|Dominican Republic|Ecuador|Egypt|El Salvador|Eritrea|Estonia|Eswatini|Ethiopia|Fiji|Finland|France|Gabon|Gambia|Georgia|Germany|Ghana|Gibraltar|Greece|Grenada|Guatemala|Guyana|Haiti|Honduras|Hong Kong|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jamaica|Japan|Kazakhstan|Kenya|Korea|Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|Macau|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Mauritania|Mauritius|Moldova|Monaco|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria|North Macedonia|Norway|Oman|Pakistan|Palestine|Panama|Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|Qatar|Romania|Russia|Russian Federation|Rwanda|Samoa|San Marino|Saudi Arabia|Senegal|Serbia|Seychelles|Sierra Leone|Singapore|Slovakia|Slovenia|Somalia|South Africa|Spain|Sri Lanka|Sudan|Suriname|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Togo|Tonga|Trinidad|Tunisia|Turkey|Türkiye|Turkmenistan|Uganda|Ukraine|United Arab Emirates|United Kingdom|United States(?: of America)?|Uruguay|Uzbekistan|Vanuatu|Venezuela|Vietnam|Yemen|Zambia|Zimbabwe|England|Wales|Scotland|Northern Ireland|Great Britain|Europe|Isle of Man|Guernsey|Bermuda|Cayman Islands|British Virgin Islands|Jordan|Puerto Rico';
/** One that is a state, too, with another word before it. */
const COUNTRIES_ALONE = '(?<!New )(?:Jersey|Mexico|Guinea)';
/** Of a law, a court, a state; else they may be languages. */
const ADJECTIVES =
  '(?:British|English|American|European|French|German|Russian|Swiss|Irish|Scottish|Canadian|Australian|Chinese|Indian|Japanese|Italian|Spanish|Portuguese|Brazilian|Dutch|Belgian|Austrian|Polish|Danish|Swedish|Norwegian|Finnish|Estonian|Latvian|Lithuanian|Turkish|Israeli|Ukrainian|Belarusian|Kazakh|Korean|Singaporean)(?= (?:\\p{L}+ ){0,2}(?:laws?|courts?|legislation|regulations?|regulators?|statutes?|rules|act|governments?|authorit(?:y|ies)|residents?|citizens?|territory|jurisdictions?|Union|Commission|Parliament|Council|Economic Area|Data Protection)(?!\\p{L}))';
const UNIONS =
  'European Union|European Economic Area|EU|EEA|U\\.?K\\.?|U\\.S\\.(?:A\\.)?|USA?|UAE|Privacy Shield|Safe Harbor';
const STATES =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|District of Columbia|Ontario|Quebec|British Columbia|Alberta|Bavaria|New South Wales';
const LAWS =
  "GDPR|CCPA|CPRA|HIPAA|COPPA|DMCA|FERPA|LGPD|PIPEDA|APPI|DSA|DMA|eIDAS|UCC|CISG|(?!The |This |That |An? |See |Under )(?:\\p{Lu}[\\p{L}’'-]+ (?:(?:and|of|for|the|to|on) )*)+Act|Regulation \\(E[UC]\\)|Directive|Standard Contractual Clauses";

const OPENERS =
  'If|When|Where|While|Unless|Until|The|An?|In|At|By|For|With|Without|From|To|And|Or|As|Of|On|Our|Your|Their|This|That|These|Those|Please|See|Contact|Like|Read|Finally|However|Under|After|Before|We|You|It|They|All|Any|Each|Every|No|Not';
const STREETS =
  'Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Square|Plaza|Quay|Yard|Terrace|Parkway|Pkwy|Highway|Suite|Ste|Floor|Building|Bldg|Tower|PMB';

export const EN: SubstanceWords = {
  negations: {
    not: "not|cannot|\\p{L}+n't",
    no: 'no(?!\\.?\\s*\\d)',
    ...same(
      'never neither nor none nothing nobody nowhere without except excepting excepted unless excluding exclude excludes only solely exclusively',
    ),
    'other than': 'other than',
    save: 'save (?:for|as|that)',
    notwithstanding: 'notwithstanding',
    regardless: 'regardless|irrespective',
  },
  modals: {
    must: "must(?:n't)?",
    shall: 'shall',
    should: "should(?:n't)?",
    may: 'may',
    will: "will|won't|\\p{L}+'ll",
    can: "can(?:not|'t)?",
    'required to': '(?:required|obliged|obligated|bound) to|(?:has|have|need|needs) to',
    'entitled to': '(?:entitled|permitted|allowed|free) to|(?:has|have|reserves?|retains?) the right',
    prohibited: 'prohibited|forbidden|prohibits?|forbids?',
    'ought to': 'ought to',
  },
  pronouns: {
    we: '[wW][eE]|us|[oO][uU][rR][sS]?|ourselves',
    you: 'you|yours?|yourself|yourselves',
    they: 'they|them|theirs?',
    he: 'he|she|his|hers?|him',
    I: 'I|[mM]y|me|mine',
  },
  roles: {
    ...plural(
      'customer client subscriber member licensee licensor provider seller buyer purchaser vendor supplier affiliate partner contractor subcontractor sub-processor subprocessor processor controller employer employee contributor maintainer reseller publisher advertiser applicant participant consumer visitor guardian parent child minor successor assignee regulator insurer guarantor landlord tenant lender borrower trustee',
    ),
    user: "users?(?![' ]*(?:names?|interfaces?|experience|agents?|guides?|manuals?|ids?)(?!\\p{L}))",
    agent: '(?<!user )agents?',
    // One alone may be what somebody is given.
    authority: '(?:public|supervisory|competent|data protection|government|tax) authority|authorities',
    'law enforcement': 'law enforcement',
    'data subject': 'data subjects?',
    subsidiary: 'subsidiary|subsidiaries',
    company: '(?:company|companies)(?! (?:blog|web ?site|store|storefront|name|number)(?!\\p{L}))',
    'third party': 'third[ -]part(?:y|ies)',
  },
  companies: [
    `(?:(?!(?:${OPENERS}) )\\p{Lu}[\\p{L}\\p{N}&.'’-]* )*(?!(?:${OPENERS}) )\\p{Lu}[\\p{L}\\p{N}&.'’-]*,? (?:Inc|LLC|L\\.L\\.C|Ltd|Limited|Corp|Corporation|LLP|LP|PLC|plc|GmbH|AG|SE|SA|S\\.A|SAS|BV|B\\.V|Oy|AB|ApS|Pty|Foundation)(?:\\.(?!\\s+\\p{Lu}))?`,
  ],
  // A law is called after its state: California Consumer Privacy Act.
  jurisdictions: [LAWS, COUNTRIES, COUNTRIES_ALONE, ADJECTIVES, UNIONS, STATES, SEATS, '\\d{1,3} U\\.S\\.C\\.'],
  jurisdictionStems: {
    court: 'courts?',
    arbitration: 'arbitrations?|arbitrators?|arbitral',
    jurisdiction: 'jurisdictions?',
    venue: 'venue',
    'governing law': 'governing law|governed by',
    'class action': 'class actions?',
    jury: 'jury',
  },
  months: [
    'jan(?:uary|\\.)?',
    'feb(?:ruary|\\.)?',
    'mar(?:ch|\\.)?',
    'apr(?:il|\\.)?',
    'may',
    'june?\\.?',
    'july?\\.?',
    'aug(?:ust|\\.)?',
    'sept?(?:ember|\\.)?',
    'oct(?:ober|\\.)?',
    'nov(?:ember|\\.)?',
    'dec(?:ember|\\.)?',
  ],
  daySuffix: '(?:st|nd|rd|th)?(?: of| day of)?',
  yearSuffix: '',
  periodUnits: {
    ...plural('second minute hour day week fortnight month quarter year'),
  },
  periodKinds: { business: 'business|working', ...same('calendar consecutive') },
  periodWords: [
    'immediately(?! (?:to|before|after|below|above|preceding|following))|promptly|forthwith|(?:without|no) (?:undue|unreasonable) delay|at any time|indefinitely|perpetual(?:ly)?|permanently',
    'annual(?:ly)?|monthly|weekly|daily|quarterly|yearly|as soon as (?:reasonably )?(?:possible|practicable)',
  ],
  numberWords: {
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    eighteen: 18,
    twenty: 20,
    thirty: 30,
    forty: 40,
    'forty-five': 45,
    sixty: 60,
    ninety: 90,
  },
  amountUnits: {
    '%': 'percent|per cent|percentage points?',
    dollar: 'dollars?',
    euro: 'euros?',
    pound: 'pounds?',
    cent: 'cents?',
  },
  multipliers: { thousand: 'thousand|k', million: 'million|mln|m', billion: 'billion|bn' },
  referenceNouns: [
    'sections?|sec\\.|clauses?|articles?|art\\.|paragraphs?|para\\.|annex(?:es)?|appendix|schedules?|exhibits?|parts?|chapters?|subsections?|rules?',
  ],
  and: 'and|or|to|through',
  stamps: [
    '(?:last|recently|first) (?:updated|modified|revised|changed|reviewed|amended|published)(?: on| in|:)?',
    '(?:version|v\\.|rev\\.|revision|revised|updated|amended|adopted|edition)(?: on| as of| of|:| \\p{L}+ on)?',
    '©|\\(c\\)|copyright',
  ],
  openingStamps: [
    'effective|in effect|applies from|valid from|published|posted|date|as of|this version|policy version|changelog|changes',
  ],
  notNames: [
    'monday|tuesday|wednesday|thursday|friday|saturday|sunday',
    'internet|web|mr|mrs|ms|dr|like|read|exec|mgmt|et al',
    'english|french|german|russian|spanish|italian|portuguese|dutch|polish|turkish|arabic|chinese|japanese|korean',
    // Of a document, or a part of one.
    'polic(?:y|ies)|terms|agreements?|notices?|addendum|statements?|guidelines?|guides?|handbook|manual|plan|circular|contacts|uptime|suite|support|name|names|overview|faq|logs?|logos?|brands?|trademarks?|copyrights?|disputes?|resolution',
    // What ends so is a thing, unless it is called what people found.
    '\\p{L}+(?<!found|corpora|associa|organiza|organisa|federa|institu|commis|commiss|na|op)(?:tion|ing|ment|ness|ity|ance|ence|ship)s?',
  ],
  notInNames: OPENERS,
  addressBefore: '(?:suite|ste|unit|floor|pmb|box) \\S{1,6},?|\\d{5},?',
  addressBehind: ` (?:\\p{Lu}\\p{L}*\\.? )?(?:${STREETS})(?!\\p{L})|,? (?:[A-Z]{2},? )?\\d{5}(?!\\d)`,
};

function same(words: string): { [name: string]: string } {
  return Object.fromEntries(words.split(' ').map((word) => [word, word]));
}

function plural(words: string): { [name: string]: string } {
  return Object.fromEntries(words.split(' ').map((word) => [word, `${word.replace('child', 'child(?:ren)?')}s?`]));
}
