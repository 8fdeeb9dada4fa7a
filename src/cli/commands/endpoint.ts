/** `promulgate check --endpoint`: sends one marked message the way the form would, and tells what came back. */
import type { Diagnostic, Site } from '../../index.ts';
import { type Trial, tryForm } from '../../io/form-trial.ts';
import type { FeedbackConfig } from '../../model/config.ts';
import { FEEDBACK_SERVICES } from '../../model/feedback-services.ts';
import { during } from '../fault.ts';
import type { Surroundings } from '../surroundings.ts';
import { visibleLine } from '../visible-text.ts';

const PLACE = { path: 'policies/site.yaml' };

/** An error if no visitor's message would arrive; a warning if that cannot be told. */
export async function checkEndpoint(
  site: Site | undefined,
  isQuiet: boolean,
  { stderr }: Surroundings,
): Promise<readonly Diagnostic[]> {
  const say = (text: string) => (isQuiet ? undefined : stderr.write(`${visibleLine(text)}\n`));
  if (site === undefined) {
    say('The form was not tried: first mend the errors.');
    return [];
  }
  const { feedback } = site.config;
  if (feedback === undefined) {
    return [problem('endpoint-none', 'The site has no form to try.', 'Add “feedback” to policies/site.yaml.')];
  }
  const trial = await during('trying the form', () => tryForm(site.config, feedback, { fetch }));
  const found = problemWith(trial, feedback);
  if (trial.kind === 'arrived')
    say(
      `The form works: ${whereTo(feedback)} took the trial message (${trial.status}). Look whether it has reached you.`,
    );
  if (trial.kind === 'not-sent')
    say('The form is an e-mail address: nothing was sent. Write to it to see whether it works.');
  return found === undefined ? [] : [found];
}

function problemWith(trial: Trial, feedback: FeedbackConfig): Diagnostic | undefined {
  const who = whereTo(feedback);
  const { causes = {} } = FEEDBACK_SERVICES[feedback.kind];
  switch (trial.kind) {
    case 'arrived':
    case 'not-sent':
      return undefined;
    case 'refused': {
      const said = trial.said === undefined ? '' : ` It says: “${visibleLine(trial.said)}”`;
      const message = `${who} did not take the trial message (${trial.status}).${said}`;
      return problem(
        'endpoint-refused',
        message,
        causes[trial.status] ?? 'Compare “endpoint” and “kind” with what the service gave you.',
      );
    }
    case 'led-astray':
      return problem(
        'endpoint-redirect',
        `${who} leads visitors on to ${trial.origin}, where browsers will not follow: they would see an error although their message has arrived.`,
        `Add “redirects: [${trial.origin}]” to “feedback”, or have the service lead to the page of thanks.`,
      );
    case 'unreadable':
      return problem(
        'endpoint-unreadable',
        `${who} answered (${trial.status}), but does not let pages of this site read its answer: visitors would be told that nothing is known of their message.`,
        feedback.kind === 'generic'
          ? 'Delete “inline”, or have the endpoint send “Access-Control-Allow-Origin” with the address of the site.'
          : 'Enter the address of the site in the settings of the service, where it asks for allowed domains.',
      );
    case 'unsure':
      return {
        ...problem(
          'endpoint-unsure',
          `${who} answered (${trial.status}), but that does not tell whether it took the trial message.`,
          'Look whether the message has reached you. If it has, all is well.',
        ),
        severity: 'warning',
      };
    case 'silent':
      return problem(
        'endpoint-silent',
        `The trial message could not be sent to ${who}: ${trial.reason}.`,
        'See whether the address is right and the receiver is running.',
      );
  }
}

function whereTo({ kind, endpoint }: FeedbackConfig): string {
  return endpoint === '' ? FEEDBACK_SERVICES[kind].name : new URL(endpoint).host;
}

function problem(ruleId: string, message: string, hint: string): Diagnostic {
  return { ruleId, severity: 'error', place: PLACE, message, hint };
}
