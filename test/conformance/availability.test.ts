import { describe, test } from 'vitest';
import { accepted, analyze, type Analysis } from '../../server/src/analysis';
import { lossesOf } from '../../server/src/availability/losses';
import { planSpares, type SpareDraft } from '../../server/src/availability/spares';
import { topologyOf } from '../../server/src/availability/topology';
import { loadProject } from '../../server/src/project/load';
import { overlay } from '../../server/src/project/overlay';
import type { Problem } from '../../server/src/rules/rule';
import {
  failoverCases,
  type FailoverCase,
  failoverFolder,
  failoverMain,
  type FailoverState,
  isSettled,
  judgeCase,
  type RecordedPart,
} from './failover';
import { judge, oracle, oracleFileSystem, verdicts } from './oracle';
import { Share } from './share';

/**
 * The warnings about availability against what the real dispatcher does when servers die. Its recorded states stand beside the checkout,
 * not in it; without them these tests are skipped. Set CONFORMANCE_MISSES to see every difference.
 */
if (failoverFolder === undefined)
  console.log('availability: skipped, there are no recorded states of the dispatcher beside this checkout');

interface Judged {
  readonly one: FailoverCase;
  readonly analysis: Analysis;
  readonly problems: readonly Problem[];
  readonly allIsWell: FailoverState;
}

const judged: readonly Judged[] = failoverCases().flatMap((one) => {
  const allIsWell = one.states.find(({ down }) => down.length === 0);
  if (!one.valid || !allIsWell) return [];
  const analysis = judgeCase(one);
  const problems = analysis.problems.filter(({ code }) => code.startsWith('availability/'));
  return [{ one, analysis, problems, allIsWell }];
});

/** Problems that say: when this machine dies, this work is lost. */
const lossCodes = new Set([
  'availability/no-spare',
  'availability/few-spare-schedulers',
  'availability/spare-beside-master',
  'availability/spares-on-one-machine',
]);

/** Problems that say of the arbiters as a whole that nothing is behind them. */
const leaderless = new Set([
  'availability/single-server',
  'availability/invented-daemon',
  'availability/spare-arbiter-alone',
]);

/** Problems that say: this work is never done, whoever lives. */
const neverCodes = new Set([
  'availability/only-spares',
  'availability/unserved-realm',
  'availability/tag-out-of-reach',
  'availability/same-address-and-port',
]);

const kindOf = (what: string): string => what.replace(/_tag .*$/, '');
const tagOf = (what: string): string | undefined => /_tag (.*)$/.exec(what)?.[1];
const mentions = (message: string, word: string): boolean =>
  message.split(/[^\w.-]+/).some((part) => part.replace(/\.$/, '') === word);

const managersIn = (part: RecordedPart, kind: string): readonly string[] =>
  kind === 'poller'
    ? part.pollers
    : kind === 'reactionner'
      ? part.reactionners
      : kind === 'broker'
        ? part.brokers
        : kind === 'receiver'
          ? part.receivers
          : part.scheduler === null
            ? []
            : [part.scheduler];

const partsOf = (state: FailoverState, realm: string): readonly RecordedPart[] =>
  state.realms[realm]?.configurations ?? [];

describe.skipIf(failoverFolder === undefined)('the real dispatcher', { timeout: 600_000 }, () => {
  test('loses work only where a warning said so', () => {
    const share = new Share('single failures that lose work, with a leader left, and a warning that told');
    for (const { one, problems, allIsWell } of judged) {
      const before = new Set(allIsWell.uncovered.map(({ realm, what }) => `${realm} ${what}`));
      for (const state of one.states.filter((other) => other.down.length === 1 && isSettled(other))) {
        for (const { realm, what } of state.uncovered) {
          if (before.has(`${realm} ${what}`)) continue;
          share.count(
            problems.some((problem) => tellsOf(problem, state, realm, what)),
            () => `${one.name} without ${state.down.join()}: ${realm} ${what} (${one.title ?? 'random'})`,
          );
        }
      }
    }
    share.hold(0.98);
  });

  test('has no leader left only where a warning said so', () => {
    const share = new Share('single failures that leave no arbiter, and a warning that told');
    for (const { one, problems, allIsWell } of judged) {
      for (const state of one.states) {
        if (state.down.length !== 1 || state.leader.length > 0 || allIsWell.leader.length !== 1) continue;
        const [down = ''] = state.down;
        share.count(
          problems.some(
            ({ code, object, message }) =>
              leaderless.has(code) || (lossCodes.has(code) && object?.type === 'arbiter' && mentions(message, down)),
          ),
          () => `${one.name} without ${down} (${one.title ?? 'random'})`,
        );
      }
    }
    share.hold(1);
  });

  test('loses what a warning says', () => {
    const share = new Share('warnings of work that is lost with a machine, and that is lost');
    for (const item of judged) for (const problem of item.problems) checkClaim(share, item, problem);
    share.hold(0.98);
  });

  test('does nothing where we say that nobody ever works', () => {
    const share = new Share('warnings of work that is never done, and that is not');
    for (const { one, problems, allIsWell } of judged) {
      const told = problems.filter(({ code }) => neverCodes.has(code));
      for (const { code, message } of told) {
        const realms = realmsIn(message, allIsWell);
        if (code === 'availability/same-address-and-port') continue;
        share.count(
          realms.length > 0 && realms.every((realm) => allIsWell.uncovered.some((entry) => entry.realm === realm)),
          () => `${one.name}: ${code} ${message}`,
        );
      }
      for (const { realm, what, hosts } of allIsWell.uncovered) {
        if (hosts === 0) continue;
        share.count(
          told.some(({ code, message }) => code.endsWith('/same-address-and-port') || tells(message, realm, what)),
          () => `${one.name}: nothing told of ${realm} ${what}`,
        );
      }
    }
    share.hold(0.98);
  });

  test('accepts what we accept', () => {
    const share = new Share('verdicts');
    for (const one of failoverCases())
      share.count(accepted(judgeCase(one).problems) === one.valid, () => `${one.name} (${one.title ?? 'random'})`);
    share.hold(1);
  });
});

const tells = (message: string, realm: string, what: string): boolean =>
  message.includes(kindOf(what)) && [realm, tagOf(what) ?? realm].every((word) => mentions(message, word));

const realmsIn = (message: string, state: FailoverState): string[] =>
  Object.keys(state.realms).filter((realm) => mentions(message, realm));

/** A problem speaks of the very loss: of the kind, the machine and the realm, or the tag of a spare that works there now. */
function tellsOf({ code, object, message }: Problem, state: FailoverState, realm: string, what: string): boolean {
  const kind = kindOf(what);
  const tag = tagOf(what);
  if (code === 'availability/single-server') return true;
  if (code === 'availability/invented-daemon') return mentions(message, kind);
  if (object?.type !== kind) return false;
  if (code === 'availability/spare-lacks-tags')
    return (
      mentions(message, tag ?? '') && partsOf(state, realm).some((part) => managersIn(part, kind).includes(object.name))
    );
  const isHere = code === 'availability/spare-beside-master' || mentions(message, realm);
  return lossCodes.has(code) && mentions(message, state.down[0] ?? '') && isHere;
}

/** What a warning says of a machine's death is what happens: in every realm that it names. */
function checkClaim(share: Share, { one, analysis, allIsWell }: Judged, { code, object, message }: Problem): void {
  const kind = object?.type ?? '';
  const state = one.states.find(({ down }) => down.length === 1 && mentions(message, down[0] ?? ''));
  if (!state || !lossCodes.has(code)) return;
  const text = (): string => `${one.name}: ${code} ${message}`;
  if (kind === 'arbiter') {
    share.count(state.leader.length === 0, text);
    return;
  }
  const tags = (name: string): readonly string[] =>
    kind === 'poller' || kind === 'reactionner' ? (analysis.model.find(kind, name)?.list(`${kind}_tags`) ?? []) : [];
  const served = (part: RecordedPart): string[] => managersIn(part, kind).flatMap((name) => [name, ...tags(name)]);
  const named = realmsIn(message.replace(/^.*? in the realm/, ''), allIsWell);
  const realms = code === 'availability/spare-beside-master' ? Object.keys(allIsWell.realms) : named;
  const isLost = (realm: string): boolean => {
    const after = partsOf(state, realm);
    const before = new Set(partsOf(allIsWell, realm).flatMap(served));
    const alive = new Set(after.flatMap(served));
    return (
      after.some((part) => part.scheduler === null) ||
      after.some((part) => managersIn(part, kind).length === 0) ||
      [...before].some((tag) => mentions(message, tag) && !alive.has(tag))
    );
  };
  share.count(
    realms.length > 0 && (code === 'availability/spare-beside-master' ? realms.some(isLost) : realms.every(isLost)),
    text,
  );
}

/** Broken whatever one wants: two processes on one port, a realm that nobody serves, an arbiter whose messages nobody takes. */
const alwaysTrue = new Set([
  'availability/same-address-and-port',
  'availability/unserved-realm',
  'availability/tag-out-of-reach',
  'availability/no-broker-for-arbiters',
  'availability/implicit-sub-realms',
]);

describe.skipIf(oracle === undefined)("configurations of Shinken's own tree", { timeout: 600_000 }, () => {
  const folder = `${oracle ?? ''}/corpus`;
  const all = verdicts().map((entry) => ({ entry, analysis: judge(folder, entry, '2.4') }));
  const said = ({ problems }: Analysis): readonly Problem[] =>
    problems.filter(({ code }) => code.startsWith('availability/'));

  test('without a spare get one information and what is broken anyhow', () => {
    const share = new Share('configurations without a spare, and without a word about one');
    for (const { entry, analysis } of all) {
      if (topologyOf(analysis.model).wantsSpares) continue;
      const [first, ...more] = said(analysis).filter(({ code }) => !alwaysTrue.has(code));
      const isQuiet = first === undefined || (first.code === 'availability/single-server' && more.length === 0);
      share.count(isQuiet, () => `${entry.main}: ${[first, ...more].map((problem) => problem?.message).join(' | ')}`);
    }
    share.hold(1);
  });

  test('without a daemon get nothing', () => {
    const share = new Share('configurations without a daemon, and without a word');
    for (const { entry, analysis } of all) {
      if (topologyOf(analysis.model).daemons.some(({ invented }) => !invented)) continue;
      const words = said(analysis).filter(({ code }) => code !== 'availability/tag-out-of-reach');
      share.count(words.length === 0, () => `${entry.main}: ${words.map(({ message }) => message).join(' | ')}`);
    }
    share.hold(1);
  });

  test.each([
    ["Shinken's own tree", () => all.map(({ entry, analysis }) => ({ name: entry.main, analysis }))],
    ['recorded topologies', () => judged.map(({ one, analysis }) => ({ name: one.name, analysis }))],
  ])('are not worse for the spares that we plan: %s', (_what, cases) => {
    const share = new Share('plans after which nothing is refused that was not, and nothing is left to plan');
    for (const { name, analysis } of cases()) {
      const { drafts } = planSpares(analysis.model, 'server3');
      const after = withSpares(analysis, drafts);
      const rest = planSpares(after.model, 'server3').drafts;
      const worse = accepted(analysis.problems) && !accepted(after.problems);
      const lost = uncovered(after).filter((word) => !uncovered(analysis).includes(word));
      share.count(
        !worse && rest.length === 0 && lost.length === 0,
        () => `${name}: ${worse ? 'refused; ' : ''}${rest.map((draft) => draft.name).join(', ')} ${lost.join(' | ')}`,
      );
    }
    share.hold(1);
  });
});

/** What would be lost with which machine: nothing of it may come with spares. */
function uncovered({ model }: Analysis): string[] {
  return lossesOf(topologyOf(model)).map(
    ({ machine, kind, realm, masters }) =>
      `${kind} ${realm ?? ''} without ${machine}: ${masters.map(({ name }) => name).join(', ')}`,
  );
}

/** The configuration with new files of these spares, and lines in the main file for those that it would not load. */
function withSpares({ project, model }: Analysis, drafts: readonly SpareDraft[]): Analysis {
  const [main = ''] = project.mains;
  const lines = drafts.filter(({ loaded }) => !loaded).map(({ file }) => `\ncfg_file=${file}`);
  const changed = new Map(drafts.map(({ file, text }) => [file, text]));
  if (lines.length > 0) changed.set(main, `${project.files.get(main)?.text ?? ''}${lines.join('')}\n`);
  // A configuration of one recorded file is nowhere on the disk.
  if (failoverMain === main) changed.set(main, changed.get(main) ?? project.files.get(main)?.text ?? '');
  const spec = { mains: project.mains, cwd: project.cwd, dialect: model.options.dialect };
  return analyze(loadProject(overlay(oracleFileSystem(), changed), spec), model.options);
}
