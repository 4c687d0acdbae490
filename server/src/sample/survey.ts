/**
 * A quick look through the texts of a configuration, for hosts that are alike. It makes no trees: each `define` becomes a few numbers, and
 * those of two are the same where the two say the same, but for what a host has of its own.
 */
import { codesOf } from '../syntax/codes';
import { Numbers, Pairs, type Traits, Words } from './words';

/** What a `define` is to those who look for hosts that are alike. Any other is left as it is. */
const OTHER = 0;
export const HOST = 1;
export const SERVICE = 2;
/** A dependency of a host, or of the services of a host. */
export const HOST_NEED = 3;
export const SERVICE_NEED = 4;
/** A host group that says nothing but its name and its alias, and a service of all hosts of a group. */
export const GROUP = 5;
export const GROUP_SERVICE = 6;

/** Numbers of a `define`, one behind the other. */
export const KIND = 0;
/** Offsets of its first line, and of the line behind its last and the empty lines that follow it. */
export const START = 1;
export const END = 2;
/** Which host, or group, it is about: a word. */
export const NAME = 3;
/** All that it says, but for that and what is looked at by itself: pairs. */
export const FORM = 4;
/** What a host has behind these keys: words, or 0. */
export const GROUPS = 5;
export const PARENTS = 6;
export const REALM = 7;
export const USE = 8;
/** The word behind `service_description` of a service, in the place of a host's groups; and the host that another one is in need of. */
export const DESCRIPTION = 5;
export const MASTER = 5;
export const STRIDE = 9;

const TAB = 0x09;
const FEED = 0x0a;
const SPACE = 0x20;
const HASH = 0x23;
const PLUS = 0x2b;
const EQUALS = 0x3d;
const UNDERSCORE = 0x5f;
const LETTER_D = 0x64;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/** Of what names are made that are not looked at twice. */
const NAME_LIKE = 1;
/** The same for lists of such names. */
const LIST_LIKE = 2;
/** Of what texts are made that mean nothing but themselves. */
const TEXT_LIKE = 4;
/** Of what values are made that end where they seem to. */
const VALUE_LIKE = 8;
const DIGITS = 16;

const traitSets: readonly (readonly [characters: RegExp, trait: number])[] = [
  [/[\w.-]/, NAME_LIKE],
  [/[\w., +-]/, LIST_LIKE],
  [/[\w./:@() -]/, TEXT_LIKE],
  [/[\t\x20-\x22\x24-\x7e]/, VALUE_LIKE],
  [/\d/, DIGITS],
];

const traitsOf = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return traitSets.reduce((all, [characters, trait]) => (characters.test(character) ? all | trait : all), 0);
});

/**
 * What a text cannot have that is understood here: what may continue a line, end it otherwise, begin a comment behind it, or silence what is
 * said of others.
 */
const BEYOND = ['\\', '\r', ';', 'shinken-ignore'];
/**
 * What makes more of a name than what it says: patterns in business rules, and settings that forbid characters; and what makes services of one
 * host depend on each other, whoever of them says it.
 */
const PATTERNS = ['bp_rule', 'illegal_object_name_chars', 'service_dependencies'];
/** A list of names that means what it seems to. */
const PLAIN_LIST = /^\+?[\w.-]+(?: *, *[\w.-]+)*$/;

const PLAIN = 1;
const ODD = 2;

/** The stretch of `defines` that a text has. */
export interface Glance {
  readonly from: number;
  readonly to: number;
}

/** How many definitions there are in some texts; undefined stands for one of which none are known. */
export function definesIn(glances: Iterable<Glance | undefined>): number {
  let length = 0;
  for (const glance of glances) if (glance) length += glance.to - glance.from;
  return length / STRIDE;
}

export class Survey {
  /** `STRIDE` numbers for each. */
  readonly defines = new Numbers();
  readonly words = new Words(traitsOf);
  readonly pairs = new Pairs();
  /** Macros that services are multiplied by, in upper case, and those of hosts whose values have not been looked at, as words. */
  readonly multiplying = new Set<string>();
  readonly ownMacros = new Set<number>();
  /** Somebody may tell hosts apart by their names. */
  hasPatterns = false;
  /** Not 0 for a word that somebody says who may mean a host, or a group, of that name. */
  private readonly mentioned = new Numbers();
  /** Not 0 for a word that a host, or a group, has had for a name. */
  private readonly named = new Numbers();
  /** Whether a word that may be a list is one: `PLAIN` or `ODD`. */
  private readonly lists = new Numbers();
  /** How many of those have been mentioned after they were seen. */
  private mentions = 0;
  /** Not 0 for a word that has been looked through for what it mentions. */
  private readonly read = new Numbers();
  private text = '';
  private codes: Uint16Array = new Uint16Array();
  private readonly draft = new Draft();
  private readonly known = new KnownWords(this.words);

  /** How many definitions it has seen. */
  get count(): number {
    return this.defines.length / STRIDE;
  }

  /** Another number once somebody says something about those who are known that was not said before: nothing is ever forgotten. */
  get version(): number {
    return this.mentions + this.multiplying.size + this.ownMacros.size + (this.hasPatterns ? 1 : 0);
  }

  /** Looks through a text; undefined for one that has anything out of the ordinary: all that it says is mentioned. */
  glance(text: string): Glance | undefined {
    this.text = text;
    this.codes = codesOf(text);
    const from = this.defines.length;
    const isOrdinary = !BEYOND.some((part) => text.includes(part)) && this.lines();
    this.text = '';
    if (isOrdinary) return { from, to: this.defines.length };
    this.defines.cut(from);
    this.mentionBetween(0, text.length);
    if (PATTERNS.some((part) => text.includes(part))) this.hasPatterns = true;
    for (const [, name = ''] of text.matchAll(/duplicate_foreach\s+(\S+)/g)) this.multiplying.add(name.toUpperCase());
    return undefined;
  }

  /** Notes every name in a word, as somebody says it who is unlike others. */
  mention(word: number): void {
    const { words } = this;
    if (word !== 0) for (const name of namesIn(words.text(word))) this.mentionName(words.ofText(name));
  }

  /** Whether somebody says a word who is not below the host, or in the group, of that name. */
  isMentioned(word: number): boolean {
    return this.mentioned.at(word) !== 0;
  }

  private mentionName(word: number): void {
    if (this.isMentioned(word)) return;
    this.mentioned.set(word, 1);
    if (this.named.at(word) !== 0) this.mentions++;
  }

  /** Looks at each line; says whether all are ordinary. */
  private lines(): boolean {
    const { text, codes, defines } = this;
    let isOpen = false;
    for (let at = 0; at < text.length;) {
      const start = at;
      let code = codes[at];
      while (code === SPACE || code === TAB) code = codes[++at];
      const feed = text.indexOf('\n', at);
      // The last line, which no break ends, goes on in the text that is read next.
      if (feed < 0) return false;
      if (at === feed) {
        const last = defines.length - STRIDE;
        if (!isOpen && last >= 0 && defines.at(last + END) === start) defines.set(last + END, feed + 1);
      } else if (code !== HASH) {
        let wordEnd = at;
        for (let next = code; next !== SPACE && next !== TAB && next !== FEED; next = codes[wordEnd]) wordEnd++;
        let valueStart = wordEnd;
        for (let next = codes[valueStart]; next === SPACE || next === TAB; next = codes[valueStart]) valueStart++;
        let valueEnd = feed;
        for (let last = codes[feed - 1]; valueEnd > valueStart && (last === SPACE || last === TAB);) {
          last = codes[--valueEnd - 1];
        }
        if (isOpen && code === CLOSE) {
          if (wordEnd > at + 1 || valueEnd > valueStart) return false;
          this.close(feed + 1);
          isOpen = false;
        } else if (isOpen) {
          if (!this.property(at, wordEnd, valueStart, valueEnd)) return false;
        } else {
          if (!this.opens(start, at, wordEnd, valueStart, valueEnd)) return false;
          isOpen = true;
        }
      }
      at = feed + 1;
    }
    return !isOpen;
  }

  /** Takes `define type {`. */
  private opens(lineStart: number, start: number, wordEnd: number, valueStart: number, valueEnd: number): boolean {
    const { codes, known, words } = this;
    if (codes[valueEnd - 1] !== OPEN || words.of(codes, start, wordEnd) !== known.define) return false;
    let typeEnd = valueEnd - 1;
    while (codes[typeEnd - 1] === SPACE || codes[typeEnd - 1] === TAB) typeEnd--;
    const type = words.of(codes, valueStart, typeEnd);
    this.draft.begin(known.kinds.get(type) ?? OTHER, lineStart);
    return (words.traits & NAME_LIKE) !== 0;
  }

  private property(start: number, keyEnd: number, valueStart: number, valueEnd: number): boolean {
    const { codes, known, words, draft, pairs } = this;
    const key = words.of(codes, start, keyEnd);
    // `define_me` begins another object.
    const isBeginning = codes[start] === LETTER_D && this.text.startsWith('define', start);
    const isKey = (words.traits & NAME_LIKE) !== 0 && !isBeginning;
    const traits = words.read(codes, valueStart, valueEnd);
    if (!isKey || (traits & VALUE_LIKE) === 0 || codes[valueStart] === EQUALS) return false;
    const role = known.roleOf(draft.kind, key);
    const isMacro = draft.kind === HOST && codes[start] === UNDERSCORE;
    if (this.isOwn(isMacro ? TEXT_LIKE : role.own, valueStart, valueEnd)) {
      if (!draft.isFirst(key)) draft.isFit = false;
      // Nobody asks whether there is a macro before it is used.
      if (isMacro) this.ownMacros.add(key);
      else draft.say(pairs, -key);
      return true;
    }
    const value = words.number(codes, valueStart, valueEnd);
    if ((traits & role.aside) !== 0 && draft.get(role.place) === 0 && this.isPlain(value, role.aside)) {
      if (draft.kind === SERVICE && key === known.hostgroupName) draft.kind = GROUP_SERVICE;
      // A list beside that of the templates, or in its place.
      if (codes[valueStart] === PLUS) draft.say(pairs, 0);
      draft.set(role.place, value);
      draft.say(pairs, -key);
      return true;
    }
    if (role.isUnfit || role.aside !== 0 || draft.kind === GROUP) draft.isFit = false;
    if (role.place !== 0) draft.set(role.place, value);
    draft.say(pairs, this.line(key, value, valueStart, valueEnd));
    return true;
  }

  /** Whether the value that has just been read is one that means nothing but itself, and is not looked at any more: what it has to be made of. */
  private isOwn(own: Traits, start: number, end: number): boolean {
    const { words } = this;
    if ((words.traits & own) === 0) return false;
    // What is a number no more where it is longer; and the word that takes back what is inherited.
    if (own === DIGITS) return end - start < 10;
    return end - start !== 4 || words.number(this.codes, start, end) !== this.known.null;
  }

  /** Whether a name takes nothing back, or a list is nothing but names. */
  private isPlain(value: number, aside: Traits): boolean {
    if (aside !== LIST_LIKE) return value !== this.known.null;
    const known = this.lists.at(value);
    if (known !== 0) return known === PLAIN;
    const isPlain = PLAIN_LIST.test(this.words.text(value));
    this.lists.set(value, isPlain ? PLAIN : ODD);
    return isPlain;
  }

  /** The number of a line that several may have; what it says is mentioned. */
  private line(key: number, value: number, start: number, end: number): number {
    const { words, known } = this;
    if (this.read.at(value) === 0) {
      this.read.set(value, 1);
      this.mentionBetween(start, end);
      if (PATTERNS.some((part) => words.text(value).includes(part))) this.hasPatterns = true;
    }
    if (key === known.serviceDependencies) this.hasPatterns = true;
    if (key === known.duplicateForeach) this.multiplying.add(words.text(value).toUpperCase());
    return this.pairs.of(key, value);
  }

  private close(end: number): void {
    const { draft } = this;
    const { kind } = draft;
    if (kind === OTHER) return;
    const name = draft.get(NAME);
    if (kind === HOST_NEED || kind === SERVICE_NEED) {
      const master = draft.get(MASTER);
      // Services that need others on their own host, and hosts that need another one.
      if (master === 0 || (master === name) !== (kind === SERVICE_NEED)) draft.isFit = false;
    }
    if (draft.isFit && name !== 0) {
      draft.set(END, end);
      draft.keepIn(this.defines);
      if (kind === HOST || kind === GROUP) this.named.set(name, 1);
    } else for (const place of [NAME, GROUPS, PARENTS]) this.mention(draft.get(place));
  }

  /** Notes every name in a stretch of the text in hand. */
  private mentionBetween(start: number, end: number): void {
    const { codes, words } = this;
    for (let at = start; at < end; at++) {
      if (!isNameLike(codes[at])) continue;
      const from = at;
      while (at < end && isNameLike(codes[at])) at++;
      this.mentionName(words.of(codes, from, at));
    }
  }
}

/** The `define` in hand. */
class Draft {
  kind = OTHER;
  /** It is like others, as far as can be told. */
  isFit = true;
  private readonly numbers = new Int32Array(STRIDE);
  /** Keys that have been asked about. */
  private readonly asked: number[] = [];
  private count = 0;

  begin(kind: number, start: number): void {
    this.kind = kind;
    this.isFit = true;
    this.numbers.fill(0);
    this.numbers[START] = start;
    this.count = 0;
  }
  get(place: number): number {
    return this.numbers[place] ?? 0;
  }
  set(place: number, value: number): void {
    this.numbers[place] = value;
  }
  /** Says one thing more. */
  say(pairs: Pairs, what: number): void {
    this.numbers[FORM] = pairs.of(this.get(FORM), what);
  }
  /** True the first time that this is asked about a key. */
  isFirst(key: number): boolean {
    for (let at = 0; at < this.count; at++) if (this.asked[at] === key) return false;
    this.asked[this.count++] = key;
    return true;
  }
  keepIn(defines: Numbers): void {
    this.numbers[KIND] = this.kind;
    for (const number of this.numbers) defines.push(number);
  }
}

/** Keys of numbers of hosts and services that are not held against any others. */
const QUANTITIES = [
  'max_check_attempts',
  'check_interval',
  'retry_interval',
  'notification_interval',
  'first_notification_delay',
  'freshness_threshold',
  'low_flap_threshold',
  'high_flap_threshold',
];

/** Keys that make a template of an object, or several of one, or that tell in an unusual place who it is about. */
const UNFIT = [
  'name',
  'register',
  'duplicate_foreach',
  'service_overrides',
  'host_name',
  'hostgroup_name',
  'dependent_host_name',
  'dependent_hostgroup_name',
];

const TYPES: readonly (readonly [type: string, kind: number])[] = [
  ['host', HOST],
  ['service', SERVICE],
  ['hostdependency', HOST_NEED],
  ['servicedependency', SERVICE_NEED],
  ['hostgroup', GROUP],
];

/** What a key means in a `define`. */
interface Role {
  /** Where the value goes; 0 for nowhere. */
  readonly place: number;
  /** What a value has to be made of that is looked at by itself; 0 for one that is not, wherever it goes. */
  readonly aside: Traits;
  /** What a value has to be made of that is not looked at, as each host has its own. */
  readonly own: Traits;
  /** Nobody is like who has it. */
  readonly isUnfit: boolean;
}

const ORDINARY: Role = { place: 0, aside: 0, own: 0, isUnfit: false };

/** Keys of who a `define` is about, and of other lists of names, by kind. */
const ASIDES: readonly (readonly [kind: number, key: string, place: number, aside: Traits])[] = [
  [HOST, 'host_name', NAME, NAME_LIKE],
  [HOST, 'hostgroups', GROUPS, LIST_LIKE],
  [HOST, 'parents', PARENTS, LIST_LIKE],
  [SERVICE, 'host_name', NAME, NAME_LIKE],
  // Then it is one of a group.
  [SERVICE, 'hostgroup_name', NAME, NAME_LIKE],
  [HOST_NEED, 'dependent_host_name', NAME, NAME_LIKE],
  [HOST_NEED, 'host_name', MASTER, NAME_LIKE],
  [SERVICE_NEED, 'dependent_host_name', NAME, NAME_LIKE],
  [SERVICE_NEED, 'host_name', MASTER, NAME_LIKE],
  [GROUP, 'hostgroup_name', NAME, NAME_LIKE],
];

/** Keys of what is looked at, and is a line like others. */
const SHOWN: readonly (readonly [kind: number, key: string, place: number])[] = [
  [HOST, 'realm', REALM],
  [HOST, 'use', USE],
  [SERVICE, 'service_description', DESCRIPTION],
  [GROUP_SERVICE, 'service_description', DESCRIPTION],
];

/** Keys of texts that each has for itself. */
const TEXTS: readonly (readonly [kind: number, key: string])[] = [
  [HOST, 'alias'],
  [HOST, 'address'],
  [HOST, 'display_name'],
  [GROUP, 'alias'],
];

/** Words that mean something. */
class KnownWords {
  readonly define: number;
  readonly null: number;
  readonly hostgroupName: number;
  readonly duplicateForeach: number;
  readonly serviceDependencies: number;
  /** By the type behind `define`. */
  readonly kinds: ReadonlyMap<number, number>;
  /** By kind, and by key. */
  private readonly roles: readonly Role[][];

  constructor(words: Words) {
    this.define = words.ofText('define');
    this.null = words.ofText('null');
    this.hostgroupName = words.ofText('hostgroup_name');
    this.duplicateForeach = words.ofText('duplicate_foreach');
    this.serviceDependencies = words.ofText('service_dependencies');
    this.kinds = new Map(TYPES.map(([type, kind]) => [words.ofText(type), kind]));
    const roles = Array.from({ length: GROUP_SERVICE + 1 }, (): Role[] => []);
    const set = (kind: number, key: string, role: Partial<Role>): void => {
      const all = roles[kind];
      if (all) all[words.ofText(key)] = { ...ORDINARY, ...role };
    };
    for (const kind of [HOST, SERVICE, GROUP_SERVICE, HOST_NEED, SERVICE_NEED]) {
      for (const key of UNFIT) set(kind, key, { isUnfit: true });
      for (const key of QUANTITIES) set(kind, key, { own: DIGITS });
    }
    for (const [kind, key, place, aside] of ASIDES) set(kind, key, { place, aside });
    for (const [kind, key, place] of SHOWN) set(kind, key, { place });
    for (const [kind, key] of TEXTS) set(kind, key, { own: TEXT_LIKE });
    this.roles = roles;
  }

  roleOf(kind: number, key: number): Role {
    return this.roles[kind]?.[key] ?? ORDINARY;
  }
}

/** The names in a text that may be a list. */
export function namesIn(text: string): readonly string[] {
  return text.match(/[\w.-]+/g) ?? [];
}

function isNameLike(code: number | undefined): boolean {
  return code !== undefined && code < traitsOf.length && ((traitsOf[code] ?? 0) & NAME_LIKE) !== 0;
}
