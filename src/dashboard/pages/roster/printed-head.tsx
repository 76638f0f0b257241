import { language, locale } from '../../language/language.ts';
import type { RosterAnswer, RosterEntry } from '../../operations/roster.ts';
import { numberSources } from './number-sources.ts';
import { say } from './words.ts';

interface Props {
  readonly event: RosterAnswer['event'];
  readonly entries: readonly RosterEntry[];
}

/** What paper says beside the list: the event in the other language; on every sheet its name, where the list comes from, and when it was printed. */
export function PrintedHead({ event, entries }: Props) {
  const sources = [...numberSources(entries).values()].map(({ label }) => label);
  const today = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date());
  const foot = say('printedFrom', { sources: sources.join(say('semicolon')), date: today });
  return (
    <>
      <style>{`@page { @top-left { content: ${quote(event.label)}; } @bottom-left { content: ${quote(foot)}; } }`}</style>
      <p className="print-only sub">
        {language === 'EN' ? event.name : event.nameEn} {event.summary}
      </p>
    </>
  );
}

/** A text as CSS takes it. */
const quote = (text: string): string => `"${text.replace(/["\\\n<]/g, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
