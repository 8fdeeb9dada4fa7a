/** The words by which a text says from when it applies and when it was changed, by language. */
import type { Locale } from 'date-fns';
import { de } from 'date-fns/locale/de';
import { enGB } from 'date-fns/locale/en-GB';
import { es } from 'date-fns/locale/es';
import { fr } from 'date-fns/locale/fr';
import { it } from 'date-fns/locale/it';
import { ja } from 'date-fns/locale/ja';
import { nl } from 'date-fns/locale/nl';
import { pl } from 'date-fns/locale/pl';
import { pt } from 'date-fns/locale/pt';
import { ru } from 'date-fns/locale/ru';
import { uk } from 'date-fns/locale/uk';
import { zhCN } from 'date-fns/locale/zh-CN';

/** What a date is said to be: from when the text applies, when it was last changed, when it was made public. */
export const CLAIMS = ['effective', 'updated', 'published'] as const;
export type Claim = (typeof CLAIMS)[number];

/** Alternatives of a regular expression, in lower case; a space stands for any white space. */
export interface DateWords extends Readonly<Record<Claim, string>> {
  /** In which language months are named. */
  readonly locale: Locale;
  /** What may stand between the claim and the date. */
  readonly joins: string;
  /** What such texts call themselves, or how the name begins. */
  readonly names: string;
  /** What tells that an earlier text is meant, or a condition. */
  readonly others: string;
}

export const DATE_WORDS: readonly DateWords[] = [
  {
    locale: enGB,
    effective:
      '(?:date )?effective(?: date)?|date of (?:entry into force|effect)|(?:date )?(?:in|into) (?:force|effect)|takes? effect|applies',
    updated:
      '(?:date of )?(?:last|latest|most recent)(?:ly)? (?:updated?|revis(?:ed|ion)|modifi(?:ed|cation)|changed?|amend(?:ed|ment))(?: date)?|updated|revised|modified|amended|(?:revision|update) date',
    published: 'published|posted|(?:publication|posting) date|date of publication',
    joins: 'is|on|as of|as from|from|since|date',
    names:
      'polic(?:y|ies)|notice|statement|terms|conditions|agreement|document|guidelines|charter|plan|addendum|page|version|edition',
    others: 'previous|prior|earlier|former|old|original|first|if|when|who|that|which|under|until|unless|section|clause',
  },
  {
    locale: de,
    effective: 'gültig|wirksam|in kraft|gilt|gelten|(?:datum des )?inkrafttretens?',
    updated: 'zuletzt (?:aktualisiert|geändert|überarbeitet)|letzte (?:aktualisierung|änderung|überarbeitung)|stand',
    published: 'veröffentlicht|veröffentlichung',
    joins: 'ab|seit|vom|am|von|dem|der|wurde|ist',
    names: 'datenschutz|erklärung|richtlinie|bedingungen|agb|fassung|hinweise|version|ordnung|satzung',
    others: 'frühere|vorherige|alte|erste|wenn|falls|ursprünglich',
  },
  {
    locale: fr,
    effective: "date d['’] ?(?:entrée en vigueur|effet)|(?:entrée?s? )?en vigueur|applicables?",
    updated:
      '(?:date de )?(?:la )?dernière (?:mise à jour|modification|révision)|mise?s? à jour|dernièrement (?:mise?s? à jour|modifiée?s?)',
    published: 'publiée?s?|date de publication',
    joins: 'le|depuis|au|du|à compter|à partir|en date|est',
    names: 'politique|conditions|déclaration|document|version|charte|mentions|règlement|avis',
    others: 'précédente?s?|antérieure?s?|ancien|première?|si|lorsque',
  },
  {
    locale: es,
    effective:
      'fecha de (?:entrada en )?(?:vigor|vigencia)|en vigor|vigente|entran? en vigor|entrada en vigor|válid[oa]s?',
    updated: '(?:fecha de )?(?:la )?última (?:actualización|modificación|revisión)|último cambio|actualizad[oa]s?',
    published: 'publicad[oa]s?|fecha de publicación',
    joins: 'desde|a partir|del?|el|fue|es',
    names: 'política|condiciones|aviso|términos|documento|versión|reglamento|contrato',
    others: 'anterior(?:es)?|previ[oa]s?|primera?|si|cuando',
  },
  {
    locale: pt,
    effective: 'data de (?:entrada em )?(?:vigor|vigência)|em vigor|entra(?:m|da)? em vigor|vigente|válid[oa]s?',
    updated: '(?:data d[ae] )?(?:a )?última (?:atualização|actualização|modificação|revisão|alteração)|atualizad[oa]s?',
    published: 'publicad[oa]s?|data de publicação',
    joins: 'desde|a partir|de|em|foi|é',
    names: 'política|condições|aviso|termos|documento|versão|regulamento|contrato',
    others: 'anterior(?:es)?|primeira?|se|quando',
  },
  {
    locale: it,
    effective: 'data di (?:entrata in vigore|validità|decorrenza)|(?:entrata )?in vigore|valid[aeio]|efficac[ei]',
    updated: "(?:data (?:di|dell['’]) ?)?(?:ultimo aggiornamento|ultima (?:modifica|revisione))|aggiornat[aeio]",
    published: 'pubblicat[aeio]|data di pubblicazione',
    joins: 'dal|a partire|da|il|al|del|è',
    names: 'informativa|politica|condizioni|termini|documento|versione|regolamento',
    others: 'precedent[ei]|prim[ao]|se|quando',
  },
  {
    locale: nl,
    effective: 'ingangsdatum|van kracht|geldig|van toepassing',
    updated:
      '(?:voor het )?laatst (?:bijgewerkt|gewijzigd|aangepast|herzien)|laatste (?:update|wijziging|aanpassing|herziening)',
    published: 'gepubliceerd|publicatiedatum',
    joins: 'vanaf|sinds|per|met ingang van|op|is',
    names: 'privacyverklaring|verklaring|beleid|voorwaarden|document|versie|reglement',
    others: 'vorige|eerdere|oude|eerste|als|indien',
  },
  {
    locale: pl,
    effective: 'data wejścia w życie|obowiązuj(?:e|ą|ący|ąca)|wchodz(?:i|ą) w życie|ważn[aey]',
    updated:
      '(?:data )?ostatni(?:ej|a|o) (?:aktualizacj[ai]|zmian[ay]|modyfikacj[ai]|zaktualizowan[aoey]|zmienion[aoey])',
    published: 'opublikowan[aoey]|data publikacji',
    joins: 'od|z|w|dniu|dnia|dniem',
    names: 'polity[kc]|regulamin|dokument|wersja|warunki|zasady',
    others: 'poprzedni(?:a|e|ej)?|pierwsz[aey]|jeśli|gdy',
  },
  {
    locale: ru,
    effective:
      'дата (?:вступления в силу|начала действия|введения в действие)|действу(?:ет|ют|ющая|ющий|ющие)|вступа(?:ет|ют) в силу|вступил[аио]? в силу|в силе|введен[аыо]? в действие',
    updated:
      '(?:дата )?последн(?:его|ее|ей|яя|ие|их) (?:обновлени[еяй]|изменени[еяй]|редакци[ия])|обновлен[аоы]?|дата (?:обновления|изменения|редакции)|редакция',
    published: 'опубликован[аоы]?|дата (?:публикации|размещения|опубликования)|размещен[аоы]?',
    joins: 'со?|от|внесены|было?|является',
    names: 'политик|услови|соглашени|оферт|правил|положени|редакци|документ|уведомлени|верси',
    others: 'предыдущ\\p{L}+|прежн\\p{L}+|перв\\p{L}+|если|когда|пункт\\p{L}*|закон\\p{L}*',
  },
  {
    locale: uk,
    effective: 'дата (?:набрання|набуття) чинності|діє|діють|чинн[аий]|набира(?:є|ють) чинності',
    updated:
      '(?:дата )?останн(?:є|ього|я|ьої|і|іх) (?:оновлення|зміни|редакці[яї])|оновлен[аоі]|дата (?:оновлення|зміни)|редакція',
    published: 'опублікован[аоі]|дата (?:публікації|оприлюднення)',
    joins: 'з|із|від',
    names: 'політик|умов|угод|правил|положен|редакці|документ|повідомлен|верс',
    others: 'попередн\\p{L}+|перш\\p{L}+|якщо|коли|пункт\\p{L}*|закон\\p{L}*',
  },
  {
    locale: zhCN,
    effective: '生效日期|生效日|施行日期|施行日|生效時間|生效时间|自',
    updated: '(?:最后|最近|最後)?(?:更新|修订|修訂)(?:日期|时间|時間)|(?:最后|最近|最後)更新',
    published: '(?:发布|公布|發布)(?:日期|时间)',
    joins: '为|為|是|于|於',
    names: '政策|协议|协定|條款|条款|版本|声明|聲明',
    others: '旧|之前',
  },
  {
    locale: ja,
    effective: '施行日|発効日|適用開始日|効力発生日',
    updated: '(?:最終)?(?:更新|改定|改訂)日|最終更新',
    published: '公開日|公表日',
    joins: 'は',
    names: 'ポリシー|規約|方針|文書|版',
    others: '旧',
  },
];
