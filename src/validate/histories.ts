/** Markdown goes in; where its lists of earlier changes stand comes out: dates in them belong to other editions. */
import type { Stretch } from './code-stretches.ts';
import { anyOf, sectionsNamed } from './sections.ts';

/** What such a list is called. */
export const HISTORY_NAMES = [
  'change[- ]?logs?|(?:revision|version|document|amendment|policy|edition) history|history of (?:changes|revisions|amendments|versions|editions)|(?:summary|list|record|log) of (?:recent |past |previous |all )?(?:changes|revisions|amendments)|(?:previous|prior|earlier|past) (?:versions|editions)|recent changes',
  'änderungs(?:historie|verlauf|protokoll|verzeichnis|nachweis)|versions(?:historie|verlauf)|(?:frühere|vorherige) (?:fassungen|versionen)|übersicht der änderungen',
  'истори(?:ей|я|и|ю) (?:изменений|версий|редакций|правок)|журнал\\p{L}{0,2} изменений|(?:список|перечень|лист) изменений|(?:предыдущие|прежние) (?:редакции|версии)',
  'journal des (?:modifications|changements|versions)|historique(?: des (?:modifications|versions|changements|révisions))?|versions (?:précédentes|antérieures)|(?:liste|résumé) des modifications',
  '(?:registro|historial|lista|resumen) de (?:los )?(?:cambios|modificaciones|versiones)|versiones (?:anteriores|previas)',
  '(?:registro|cronologia|elenco|storico) delle (?:modifiche|versioni|revisioni)|versioni precedenti',
  '(?:histórico|registo|registro|lista) d[ea]s? (?:alterações|versões|mudanças)|versões anteriores',
  'wijzigings(?:overzicht|geschiedenis|logboek)|versiegeschiedenis|eerdere versies',
  'historia (?:zmian|wersji)|(?:rejestr|wykaz|dziennik) zmian|poprzednie wersje',
  'історі[яюї] (?:змін|версій|редакцій)|журнал\\p{L}{0,2} змін|попередні (?:редакції|версії)',
  '(?:更新|修订|修訂|变更|變更|版本)(?:记录|記錄|历史|歷史)|(?:改定|改訂|変更|更新)(?:履歴|記録)',
].join('|');

const NAMED = anyOf(HISTORY_NAMES);

/** From each heading, or line of its own, that names such a list to the next heading that is not below it. */
export function historiesIn(markdown: string): Stretch[] {
  return sectionsNamed(markdown, NAMED);
}
