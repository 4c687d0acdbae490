import { ruleOf } from '../rules';
import type { Severity } from '../rules/rule';
import type { CheckReport, Locator, ReportedProblem } from './report';
import { addTo } from '../project/lists';

export const checkFormats = ['text', 'json', 'sarif', 'github'] as const;

export type CheckFormat = (typeof checkFormats)[number];

/** What one output format makes of a report; `absolute` gives back the file that a shown name stands for. */
type Formatter = (
  report: CheckReport,
  context: { locator: Locator; absolute: (file: string) => string; colour: boolean },
) => string;

const colours: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 36, hint: 90 };

const paint = (text: string, code: number, on: boolean): string =>
  on ? `\u001b[${String(code)}m${text}\u001b[0m` : text;

const plural = (count: number, one: string, many = `${one}s`): string => `${String(count)} ${count === 1 ? one : many}`;

/** For people: the place, the line with carets under it, the related places, and a summary. */
const text: Formatter = (report, { locator, absolute, colour }) => {
  const lines = byPlace(report.problems).map(([problem, ...others]) => {
    const { file, line, column, severity, code, message, related } = problem;
    const place = paint(`${file}:${String(line)}:${String(column)}`, 1, colour);
    const head = `${place}: ${paint(severity, colours[severity], colour)}: ${message} ${paint(`[${code}]`, 90, colour)}`;
    const tail = related.map(
      (other) => `    ${other.file}:${String(other.line)}:${String(other.column)}: ${other.message}`,
    );
    if (others.length > 0) tail.push(`    also: ${objectNames(others)}`);
    return [head, ...excerpt(problem, locator.line(absolute(file), line), colour), ...tail].join('\n');
  });
  const { error, warning, information, hint } = report.counts;
  const counts = [
    plural(error, 'error'),
    plural(warning, 'warning'),
    plural(information, 'note'),
    plural(hint, 'hint'),
  ].join(', ');
  const files = `${plural(report.files.length, 'file')} read`;
  const verdict = report.ok
    ? paint('The arbiter would accept this configuration', 32, colour)
    : paint('The arbiter would refuse this configuration', 31, colour);
  return [...lines, ...(lines.length > 0 ? [''] : []), `${verdict} (${files}: ${counts}).`, ''].join('\n');
};

/** One list for what several objects have at one place. */
function byPlace(problems: readonly ReportedProblem[]): readonly (readonly [ReportedProblem, ...ReportedProblem[]])[] {
  const places = new Map<string, [ReportedProblem, ...ReportedProblem[]]>();
  for (const problem of problems) {
    const { code, file, line, column, endLine, endColumn, message } = problem;
    const key = JSON.stringify([code, file, line, column, endLine, endColumn, message]);
    addTo(places, key, problem);
  }
  return [...places.values()];
}

/** How many objects are named one by one. */
const NAMED = 5;

function objectNames(problems: readonly ReportedProblem[]): string {
  const names = problems.slice(0, NAMED).map(({ object }) => (object ? `${object.type} ${object.name}` : ''));
  const rest = problems.length - names.length;
  return `${names.join(', ')}${rest > 0 ? ` and ${String(rest)} more` : ''}`;
}

function excerpt(
  { line, column, endLine, endColumn, severity }: ReportedProblem,
  source: string,
  colour: boolean,
): string[] {
  if (source.trim() === '') return [];
  const number = String(line);
  const end = endLine === line ? endColumn : source.length + 1;
  // Tabs are kept in the margin, so that the carets stand under the text whatever a tab's width.
  const margin = source.slice(0, column - 1).replace(/[^\t]/g, ' ');
  const carets = paint('^'.repeat(Math.max(1, end - column)), colours[severity], colour);
  return [`  ${number} | ${source}`, `  ${' '.repeat(number.length)} | ${margin}${carets}`];
}

const json: Formatter = (report) => `${JSON.stringify(report, undefined, 2)}\n`;

const sarifLevels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** SARIF 2.1.0, for code-scanning tools. */
const sarif: Formatter = (report) => {
  const codes = [...new Set(report.problems.map(({ code }) => code))];
  const region = ({ line, column, endLine, endColumn }: ReportedProblem): object => ({
    startLine: line,
    startColumn: column,
    endLine,
    endColumn,
  });
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'shinken check',
            rules: codes.map((code) => ({ id: code, shortDescription: { text: ruleOf(code)?.title ?? code } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: report.problems.map((problem) => ({
          ruleId: problem.code,
          level: sarifLevels[problem.severity],
          message: { text: problem.message },
          locations: [
            { physicalLocation: { artifactLocation: { uri: encodeURI(problem.file) }, region: region(problem) } },
          ],
          relatedLocations: problem.related.map(({ file, line, column, message }) => ({
            message: { text: message },
            physicalLocation: {
              artifactLocation: { uri: encodeURI(file) },
              region: { startLine: line, startColumn: column },
            },
          })),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

const githubLevels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands, which a GitHub run shows at the line. */
const github: Formatter = (report) => {
  const data = (value: string): string => value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (value: string): string => data(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return report.problems
    .map(({ severity, file, line, column, endLine, endColumn, code, message }) => {
      const place = `file=${property(file)},line=${String(line)},col=${String(column)},endLine=${String(endLine)},endColumn=${String(endColumn)}`;
      return `::${githubLevels[severity]} ${place},title=${property(code)}::${data(message)}\n`;
    })
    .join('');
};

/** One function a format. */
export const formatters: Readonly<Record<CheckFormat, Formatter>> = { text, json, sarif, github };
