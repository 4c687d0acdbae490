/** Which hosts and host groups there are, and what makes them alike. */
import { remembered } from '../project/lists';
import type { FilePath } from '../project/types';
import { leaderOf } from '../model/leaders';
import type { Steps } from '../steps';
import {
  DESCRIPTION,
  FORM,
  type Glance,
  GROUP,
  GROUP_SERVICE,
  GROUPS,
  HOST,
  HOST_NEED,
  KIND,
  MASTER,
  NAME,
  namesIn,
  PARENTS,
  REALM,
  SERVICE,
  SERVICE_NEED,
  STRIDE,
  type Survey,
  USE,
} from './survey';
import { Numbers } from './words';

const NONE: readonly number[] = [];

/** By file, in the order in which they are read; undefined for a file of which nothing is known but what it mentions. */
export type Glances = ReadonlyMap<FilePath, Glance | undefined>;

/** A host or a host group, and all that is defined for it alone: where each stands among the definitions. */
export class Subject {
  readonly services: number[] = [];
  /** Dependencies. */
  readonly needs: number[] = [];
  /** Who stays where it stays: its groups, its parents, and whom it depends on; of a group, the first host that says it is in it. */
  readonly above: Subject[] = [];
  /** It is defined twice, or mentioned by somebody who is not below it. */
  isFixed = false;
  /** It is not left out. */
  stays = false;
  // What makes a host like others: numbers that are the same for the same.
  /** All about it but where it belongs; which services it has, and how they depend on each other. */
  character = 0;
  /** Where it belongs: its realm, its groups, its parents, whom it depends on, and the realms of all that are linked with it. */
  place = 0;
  /** What each of its services says, on a host of that character. */
  kinds: readonly number[] = NONE;
  /** The names of its parents and of those that it depends on, known or not. */
  masters: readonly number[] = NONE;

  constructor(readonly define: number) {}
}

/** What follows the one is like nobody, what follows the other may be like others. */
const UNIQUE = -1;
const ALIKE = -2;

/** Chains of hosts above each other that are longer are not gone through. */
const DEPTH = 16;

/** Does something with each definition, in the order in which they are read. */
function eachDefine(glances: Glances, act: (define: number) => void): void {
  for (const glance of glances.values()) {
    if (glance) for (let define = glance.from; define < glance.to; define += STRIDE) act(define);
  }
}

/**
 * Hosts in the order in which they are defined, and the groups that they are in; undefined where hosts may be told apart by their names, or
 * where too many are above each other.
 */
export function* populating(survey: Survey, glances: Glances): Steps<Population | undefined> {
  const { multiplying, ownMacros, words } = survey;
  const isMultiplied = [...ownMacros].some((macro) => multiplying.has(words.text(macro).toUpperCase()));
  if (survey.hasPatterns || isMultiplied) return undefined;
  const population = new Population(survey);
  return (yield* population.comparing(glances)) ? population : undefined;
}

export class Population {
  readonly hosts: Subject[] = [];
  /** Those that some host says it is in. */
  readonly groups = new Set<Subject>();
  /** Who has the first of the definitions that say the same: what is said of several is said of the first one alone, or first. */
  readonly firsts: Subject[] = [];
  private readonly allGroups: Subject[] = [];
  /** By name, where each stands in its list, from 1 on. */
  private readonly hostPlaces = new Numbers();
  private readonly groupPlaces = new Numbers();
  private readonly lists = new Map<number, readonly number[]>();
  private readonly colours = new Map<number, number>();

  constructor(private readonly survey: Survey) {}

  /** Finds out who is like whom; false where it cannot. */
  *comparing(glances: Glances): Steps<boolean> {
    this.collect(glances);
    yield;
    for (const subjects of [this.hosts, this.allGroups]) {
      for (const subject of subjects) subject.isFixed ||= this.survey.isMentioned(this.at(subject.define, NAME));
    }
    for (const host of this.hosts) this.link(host);
    yield;
    for (const host of this.hosts) host.place = this.homeOf(host);
    this.closeCircles();
    yield;
    if (!this.lookUp()) return false;
    yield;
    for (const host of this.hosts) this.characterize(host);
    return true;
  }

  private get pairs(): Survey['pairs'] {
    return this.survey.pairs;
  }
  private host(name: number): Subject | undefined {
    return this.hosts[this.hostPlaces.at(name) - 1];
  }
  private group(name: number): Subject | undefined {
    return this.allGroups[this.groupPlaces.at(name) - 1];
  }
  /** One of the numbers of a definition. */
  private at(define: number, place: number): number {
    return this.survey.defines.at(define + place);
  }

  private collect(glances: Glances): void {
    const { survey, hosts, allGroups } = this;
    eachDefine(glances, (define) => {
      const kind = this.at(define, KIND);
      if (kind !== HOST && kind !== GROUP) return;
      const name = this.at(define, NAME);
      const known = kind === HOST ? this.host(name) : this.group(name);
      if (known) {
        known.isFixed = true;
        // Nobody looks at this one, who has others above it, too.
        for (const place of [GROUPS, PARENTS]) survey.mention(this.at(define, place));
        return;
      }
      const subject = new Subject(define);
      if (kind === GROUP) this.groupPlaces.set(name, allGroups.push(subject));
      else this.hostPlaces.set(name, hosts.push(subject));
    });
    const forms = new Set<number>();
    eachDefine(glances, (define) => {
      const kind = this.at(define, KIND);
      const name = this.at(define, NAME);
      const subject = kind === GROUP || kind === GROUP_SERVICE ? this.group(name) : this.host(name);
      const form = this.pairs.of(-kind, this.at(define, FORM));
      if (subject && !forms.has(form)) this.firsts.push(subject);
      forms.add(form);
      if (kind === HOST || kind === GROUP) return;
      if (kind === SERVICE || kind === GROUP_SERVICE) subject?.services.push(define);
      else if (subject) subject.needs.push(define);
      else survey.mention(this.at(define, MASTER));
    });
  }

  /** Finds who is above a host. */
  private link(host: Subject): void {
    for (const name of this.namesIn(this.at(host.define, GROUPS))) {
      const group = this.group(name);
      if (!group) continue;
      // What is said of a group's members is said of the first one first.
      if (!this.groups.has(group)) group.above.push(host);
      this.groups.add(group);
      host.above.push(group);
    }
    host.masters = this.mastersOf(host);
    for (const name of host.masters) {
      const other = this.host(name);
      if (other) host.above.push(other);
    }
  }

  private mastersOf({ define, needs }: Subject): readonly number[] {
    const parents = this.namesIn(this.at(define, PARENTS));
    if (needs.length === 0) return parents;
    const masters = needs.filter((need) => this.at(need, KIND) === HOST_NEED).map((need) => this.at(need, MASTER));
    return masters.length === 0 ? parents : [...parents, ...masters];
  }

  /** Adds to the place of each host where all hosts belong that it is linked with, over however many others: they must be in one realm. */
  private closeCircles(): void {
    const { pairs } = this;
    const leaders = new Map<Subject, Subject>();
    const linked = new Set<Subject>();
    for (const host of this.hosts) {
      for (const name of host.masters) {
        const other = this.host(name) ?? host;
        linked.add(host).add(other);
        const [one, two] = [leaderOf(leaders, host), leaderOf(leaders, other)];
        if (one !== two) leaders.set(one, two);
      }
    }
    const places = new Map<Subject, Set<number>>();
    for (const host of linked) {
      const all = remembered(places, leaderOf(leaders, host), () => new Set<number>());
      all.add(host.place);
      // Of whom nothing is known, it is not known where that is.
      for (const name of host.masters) if (!this.host(name)) all.add(pairs.of(UNIQUE, name));
    }
    const circles = new Map<Subject, number>();
    for (const [leader, all] of places) {
      let circle = 0;
      for (const place of [...all].sort((one, other) => one - other)) circle = pairs.of(circle, place);
      circles.set(leader, circle);
    }
    for (const host of linked) host.place = pairs.of(circles.get(leaderOf(leaders, host)) ?? 0, host.place);
  }

  /** What tells the realm of a host; the name of one that is like nobody. */
  private homeOf({ define, isFixed }: Subject): number {
    const { pairs } = this;
    if (isFixed) return pairs.of(UNIQUE, this.at(define, NAME));
    const realm = pairs.of(this.at(define, REALM), this.at(define, USE));
    return pairs.of(ALIKE, pairs.of(realm, this.colourOf(this.at(define, GROUPS))));
  }

  /** Adds to the place of each host the places of those above it, until that makes no difference any more; false where it does for too long. */
  private lookUp(): boolean {
    const { pairs } = this;
    const placeOf = (name: number): number => this.host(name)?.place ?? pairs.of(UNIQUE, name);
    const hosts = this.hosts.filter(({ isFixed, masters }) => !isFixed && masters.length > 0);
    for (let depth = 0, count = 0; depth < DEPTH; depth++) {
      const places = hosts.map(({ define, needs, place }) => {
        let all = place;
        for (const parent of this.namesIn(this.at(define, PARENTS))) all = pairs.of(all, placeOf(parent));
        for (const need of needs) {
          if (this.at(need, KIND) !== HOST_NEED) continue;
          all = pairs.of(pairs.of(all, -this.at(need, FORM)), placeOf(this.at(need, MASTER)));
        }
        return all;
      });
      for (const [index, host] of hosts.entries()) host.place = places[index] ?? 0;
      const now = new Set(places).size;
      if (now === count) return true;
      count = now;
    }
    return false;
  }

  private characterize(host: Subject): void {
    const { pairs } = this;
    const { define, services, needs } = host;
    let character = pairs.of(pairs.of(ALIKE, this.at(define, FORM)), this.colourOf(this.at(define, GROUPS)));
    for (const service of services) {
      const description = this.at(service, DESCRIPTION);
      // One that comes of a template is not known.
      character = pairs.of(character, description === 0 ? -this.at(service, FORM) : description);
    }
    // Dependencies of services on each other go together.
    for (const need of needs) {
      if (this.at(need, KIND) === SERVICE_NEED) character = pairs.of(character, -this.at(need, FORM));
    }
    host.character = character;
    if (services.length > 0) host.kinds = services.map((each) => pairs.of(this.at(each, FORM), character));
  }

  /** What hosts have in common that write this behind `hostgroups`. */
  private colourOf(groups: number): number {
    let colour = this.colours.get(groups);
    if (colour === undefined) {
      colour = this.namesIn(groups).reduce((before, name) => this.pairs.of(before, this.colourOfGroup(name)), 0);
      this.colours.set(groups, colour);
    }
    return colour;
  }

  private colourOfGroup(name: number): number {
    const { pairs } = this;
    const group = this.group(name);
    if (!group || group.isFixed) return pairs.of(UNIQUE, name);
    const services = group.services.reduce((before, service) => pairs.of(before, this.at(service, FORM)), 0);
    return pairs.of(pairs.of(ALIKE, this.at(group.define, FORM)), services);
  }

  /** The names in a word that may be a list; none in none. */
  private namesIn(word: number): readonly number[] {
    if (word === 0) return NONE;
    let names = this.lists.get(word);
    if (!names) {
      const { words } = this.survey;
      names = namesIn(words.text(word)).map((name) => words.ofText(name));
      this.lists.set(word, names);
    }
    return names;
  }
}
