/** Which hosts can be left out of a configuration, because others that are alike stay. */
import type { FilePath } from '../project/types';
import type { Span } from '../syntax/nodes';
import type { Glances, Population, Subject } from './hosts';
import { END, START, STRIDE, type Survey } from './survey';

/** Whole lines of each file, in their order: the definitions of hosts, with their services and dependencies. */
export type LeftOut = ReadonlyMap<FilePath, readonly Span[]>;

/** How much must be left out for it to be worth it. */
export interface Worth {
  /** So many definitions. */
  readonly least: number;
  /** Of all that could be, such a part. */
  readonly share: number;
}

/** Who is left out of a configuration, and then of ever larger parts of it. */
export class Choice {
  private left: readonly Subject[];

  constructor(
    private readonly survey: Survey,
    private readonly glances: Glances,
    private readonly population: Population,
    /** How many definitions there are in all. */
    private readonly all: number,
  ) {
    const { hosts } = population;
    for (const host of hosts) if (host.isFixed) keep(host);
    for (const subject of population.firsts) keep(subject);
    this.left = hosts.filter(({ stays }) => !stays);
  }

  /**
   * Of those who are left out, lets one stay of each character, and of each place, and of each kind of service on hosts of each character: the
   * first one, with all who are above it. Undefined where leaving out the others is not worth it.
   */
  grow(worth: Worth): LeftOut | undefined {
    const characters = new Set<number>();
    const places = new Set<number>();
    const services = new Set<number>();
    for (const host of this.left) {
      const { character, place, kinds } = host;
      if (characters.has(character) && places.has(place) && kinds.every((kind) => services.has(kind))) continue;
      characters.add(character);
      places.add(place);
      for (const kind of kinds) services.add(kind);
      keep(host);
    }
    this.left = this.left.filter(({ stays }) => !stays);
    const groups = [...this.population.groups].filter(({ isFixed, stays }) => !isFixed && !stays);
    return this.leavingOut([...this.left, ...groups], worth);
  }

  private leavingOut(subjects: readonly Subject[], { least, share }: Worth): LeftOut | undefined {
    const out = new Uint8Array(this.survey.defines.length);
    let count = 0;
    for (const { define, services, needs } of subjects) {
      out[define] = 1;
      for (const service of services) out[service] = 1;
      for (const need of needs) out[need] = 1;
      count += 1 + services.length + needs.length;
    }
    if (count < least || count < share * this.all) return undefined;
    return this.spans(out);
  }

  /** `out`: not 0 where a definition stands that is left out. */
  private spans(out: Uint8Array): LeftOut {
    const { defines } = this.survey;
    const leftOut = new Map<FilePath, Span[]>();
    for (const [file, glance] of this.glances) {
      if (!glance) continue;
      const spans: Span[] = [];
      let last: { start: number; end: number } | undefined;
      for (let define = glance.from; define < glance.to; define += STRIDE) {
        if (out[define] === 0) continue;
        const start = defines.at(define + START);
        const end = defines.at(define + END);
        if (last?.end === start) last.end = end;
        else spans.push((last = { start, end }));
      }
      if (spans.length > 0) leftOut.set(file, spans);
    }
    return leftOut;
  }
}

/** With all who are above it. */
function keep(subject: Subject): void {
  if (subject.stays) return;
  subject.stays = true;
  for (const other of subject.above) keep(other);
}
