/** The words by which a text defines its terms. All languages stand together: they do not get in each other's way. */

/** What may stand between an opening parenthesis and the term: (hereinafter referred to as the “Website”). */
export const IN_PARENTHESES = [
  'the|a|an|our|your|this|each|any|all|such|collectively|together|individually|jointly|with|hereinafter|hereafter|herein|referred|to|as|called|or|and|also|simply|for short',
  'der|die|das|dem|den|im|folgenden|nachfolgend|nachstehend|kurz|gemeinsam|zusammen|jeweils|auch|und|oder|als|bezeichnet|genannt',
  "le|la|les|l['’]|ci-après|après|dénommée?s?|appelée?s?|désignée?s?|ensemble|collectivement|désormais|ou|et",
  'el|los|las|en|adelante|lo|sucesivo|conjuntamente|colectivamente|denominad[oa]s?|y|o|e',
  'il|gli|i|di|seguito|nel|congiuntamente|collettivamente|anche|denominat[aeio]|definit[aeio]',
  'os|as|doravante|adiante|conjunto|coletivamente|designad[oa]s?',
  'de|het|hierna|gezamenlijk|samen|ook|te|noemen|genoemd',
  'zwan\\p{L}+|dalej|łącznie|jako|również|lub|i',
  'далее|также|вместе|по|тексту|совместно|именуем\\p{L}+|в|дальнейшем|и|или|каждый|каждая|каждое',
  'далі|надалі|за|текстом|разом|та|або',
  '以下|简称|簡稱|统称|統稱|称为|为',
].join('|');

/** What makes the words after a term its definition. */
export const DEFINES = [
  '(?:it |we )(?:means?|are referring)|(?:shall |will )?(?:means?|refers? to|denotes?|have the meanings?|has the meaning)|(?:shall|will) have the meaning|(?:is|are) defined|as defined',
  'verstehen|verstanden|bezeichnet|bedeutet|meint|bezeichnen|bedeuten',
  "désigne(?:nt)?|signifie(?:nt)?|s['’]entend(?:ent)?",
  'significan?|se refieren? a|designan?|se entiende(?:n)?',
  'indican?o?|significano?|si intend(?:e|ono)|si riferisc(?:e|ono)',
  'referem?-se|designam?|entende-se',
  'betekent|betekenen|verwijst naar|verstaan',
  'oznacza(?:ją)?|rozumie się',
  'означа(?:ет|ют)|обознача(?:ет|ют)|понима(?:ется|ются)',
  'означа(?:є|ють)|розумі(?:ється|ються)',
  '是指|指|とは',
].join('|');

/** What stands before a term that is being explained: when we say “Services”, we mean. */
export const EXPLAINS =
  'when we (?:say|use|write|refer to)|as used (?:here|herein|in this \\p{L}+)|(?:together|collectively|hereinafter|hereafter) (?:called|referred to as|defined as)(?: the)?|(?:вместе|совместно|в дальнейшем) (?:именуем\\p{L}+|называем\\p{L}+)';
