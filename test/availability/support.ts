import { analyze, type Analysis } from '../../server/src/analysis';
import { failoverState, survival } from '../../server/src/availability/failover';
import type { FailoverState } from '../../server/src/availability/failover-types';
import { satelliteKinds } from '../../server/src/availability/topology';
import type { Model } from '../../server/src/model/types';
import { loadProject } from '../../server/src/project/load';
import { withUnloaded } from '../../server/src/project/unloaded';
import { ruleOf } from '../../server/src/rules';
import type { Fix } from '../../server/src/rules/rule';
import { analysisOf, analysisOfFiles, applied } from '../support/analysis';
import { dedent, memoryFileSystem, ROOT, workspace } from '../support/workspace';

const nameKeys: Readonly<Record<string, string>> = { realm: 'realm_name', module: 'module_name', host: 'host_name' };

/**
 * A configuration of one object a line: `poller poller-1 server1 spare=1`, that is type, name, an address if there is one, and further
 * directives. Whole definitions, settings and comments are taken as they are.
 */
export function cfg(lines: string): string {
  let isInside = false;
  return dedent(lines)
    .trim()
    .split('\n')
    .map((line) => {
      const isWhole = isInside || /^\s*(?:define |#|$|\w+=)/.test(line);
      isInside = line.includes('{') || (isInside && !line.includes('}'));
      return isWhole ? line : object(line.trim());
    })
    .join('\n');
}

function object(line: string): string {
  const [type = '', name = '', ...rest] = line.split(/ +/);
  const pairs = rest.map((word) => {
    const [key = '', ...value] = word.split('=');
    return word.includes('=') ? [key, value.join('=')] : ['address', word];
  });
  const all = [[nameKeys[type] ?? `${type}_name`, name], ...pairs];
  return [`define ${type} {`, ...all.map(([key = '', value = '']) => `    ${key.padEnd(18)} ${value}`), '}'].join('\n');
}

/** A declared workspace as an editor has it: files that the main file does not load are judged beside it; without a main file it is a part. */
export function inEditor(declaration: string): Analysis {
  const { files } = workspace(declaration);
  const main = `${ROOT}/shinken.cfg`;
  const fs = memoryFileSystem(files);
  const read = loadProject(fs, { mains: files.has(main) ? [main] : [], cwd: ROOT });
  const others = [...files.keys()].filter((file) => !read.files.has(file));
  return analyze(read.partial ? read : withUnloaded(fs, read, others), { dialect: '2.4' });
}

/** What a rule says of a configuration: `severity ‹the text it stands under› message`, a line a problem. */
export function said(lines: string | Analysis, code: string): string[] {
  const { problems, model } = typeof lines === 'string' ? analysisOf(cfg(lines)) : lines;
  return problems
    .filter((problem) => problem.code === `availability/${code}`)
    .map(({ severity, file, span, message }) => {
      const text = model.text(file)?.slice(span.start, span.end) ?? '';
      return `${severity} ‹${text}› ${message}`;
    });
}

/** Codes of all that the family says, each once, hints left out unless they are asked for. */
export function codes({ problems }: Analysis, withHints = false): string[] {
  const heard = problems.filter(
    ({ code, severity }) => code.startsWith('availability/') && (withHints || severity !== 'hint'),
  );
  return [...new Set(heard.map(({ code }) => code.slice('availability/'.length)))].sort();
}

/** The fixes of each problem of a code. */
export function fixesFor({ problems, model }: Analysis, code: string): readonly Fix[] {
  return problems
    .filter((problem) => problem.code === `availability/${code}`)
    .flatMap((problem) => ruleOf(problem.code)?.fix?.(problem, model) ?? []);
}

export interface Fixed {
  readonly title: string;
  /** The main file afterwards. */
  readonly text: string;
  /** Files that were not there before, by their paths below the root. */
  readonly added: Readonly<Record<string, string>>;
  readonly after: Analysis;
}

/** A declared workspace after a fix of a problem of that code, the first unless another one is asked for. */
export function fixed(declaration: string, code: string, which = 0): Fixed {
  const { files } = workspace(declaration);
  const fix = fixesFor(analysisOfFiles(files), code)[which];
  if (!fix) throw new Error(`nothing mends ${code}`);
  const result = applied(files, fix.change);
  const added = [...result].filter(([file]) => !files.has(file));
  return {
    title: fix.title,
    text: result.get(`${ROOT}/shinken.cfg`) ?? '',
    added: Object.fromEntries(added.map(([file, text]) => [file.slice(ROOT.length + 1), text])),
    after: analysisOfFiles(result),
  };
}

/** Who does what in a state: `realm kind` and the names, and `leader` and its name. */
function rolesIn({ realms, leaders }: FailoverState): Map<string, readonly string[]> {
  const names = (list: readonly ({ readonly name: string } | undefined)[]): string[] =>
    [...new Set(list.flatMap((daemon) => daemon?.name ?? []))].sort();
  const roles = new Map([['leader', names(leaders)]]);
  for (const { realm, parts } of realms) {
    roles.set(`${realm} scheduler`, names(parts.map(({ scheduler }) => scheduler)));
    for (const kind of satelliteKinds)
      roles.set(`${realm} ${kind}`, names(parts.flatMap(({ workers }) => workers[kind])));
  }
  return roles;
}

/** What changes hands when machines die, a line a role: `Europe scheduler: one -> spare`; where nobody comes in, `one ->`. */
export function moves(model: Model, ...machines: string[]): string[] {
  const before = rolesIn(failoverState(model));
  const after = rolesIn(failoverState(model, { machines, daemons: [] }));
  return [...before].flatMap(([role, names]) => {
    const now = after.get(role) ?? [];
    const gone = names.filter((name) => !now.includes(name));
    const come = now.filter((name) => !names.includes(name));
    return gone.length + come.length > 0 ? [`${role}: ${gone.join(',')} -> ${come.join(',')}`.trimEnd()] : [];
  });
}

/** What is lost with each machine, a line for each kind of work: `server1: All poller`, `server1: All poller DMZ`, `server1: leader`. */
export function losses(model: Model): string[] {
  return survival(model).flatMap(({ machine, lost, leaderless }) => [
    ...(leaderless ? [`${machine}: leader`] : []),
    ...lost.map(({ realm, kind, tag }) =>
      [`${machine}: ${realm} ${kind}`, ...(tag === undefined ? [] : [tag])].join(' '),
    ),
  ]);
}
