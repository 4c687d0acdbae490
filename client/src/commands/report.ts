import type { Outlook } from '../../../server/src/availability/outlook';

/** A part of a report in Markdown; nothing where there is nothing to list. */
export function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? [`## ${title}`, '', ...lines.map((line) => `- ${line}`), ''] : [];
}

/** What the simulation says of the configuration once a change is made, in Markdown. */
export function outlookReport({ verdict, survives, cannotCover }: Outlook): readonly string[] {
  const may = survives.length > 0 && cannotCover.length > 0 ? [`May die without loss: ${survives.join(', ')}.`] : [];
  return [
    '## When a server dies',
    '',
    [verdict, ...may].join(' '),
    '',
    ...cannotCover.map(({ text }) => `- ${text}`),
    ...(cannotCover.length > 0 ? [''] : []),
  ];
}
