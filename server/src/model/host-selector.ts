import { strip } from '../syntax/blanks';
import type { Build } from './build';
import { membersOf } from './groups';
import { addTo } from '../project/lists';

/** Names of hosts by template and by group, looked up once, when first asked for: the set of hosts does not change while services are expanded. */
export class HostSelector {
  private all: readonly string[] | undefined;
  private byTag: ReadonlyMap<string, readonly string[]> | undefined;
  private readonly byGroup = new Map<string, readonly string[]>();

  constructor(private readonly build: Build) {}

  /** Every host that has a name. */
  get allHosts(): readonly string[] {
    return (this.all ??= this.build.of('host').all.flatMap((host) => host.text('host_name') || []));
  }
  /** Hosts that use a template of that name, directly or through others, whether it exists or not. */
  hostsUsing(tag: string): readonly string[] {
    return (this.byTag ??= hostsByTag(this.build)).get(tag) ?? [];
  }
  /** As `hostsUsing`, within an expression: `*` is every host. */
  usersOf(name: string): readonly string[] {
    return name === '*' ? this.allHosts : this.hostsUsing(name);
  }
  /** Members of a host group as written, blanks taken off: `*` and `!name` still among them. */
  writtenMembersOf(group: string): readonly string[] {
    let members = this.byGroup.get(group);
    if (!members) {
      members = membersOf(this.build.of('hostgroup').find(group))
        .map(strip)
        .filter((name) => name !== '');
      this.byGroup.set(group, members);
    }
    return members;
  }
  /** As `writtenMembersOf`, within an expression: `*` is every host, as a name and as a member. */
  membersOf(name: string): readonly string[] {
    if (name === '*') return this.allHosts;
    const members = this.writtenMembersOf(name);
    return members.includes('*') ? [...members.filter((member) => member !== '*'), ...this.allHosts] : members;
  }
}

function hostsByTag(build: Build): ReadonlyMap<string, readonly string[]> {
  const byTag = new Map<string, string[]>();
  for (const host of build.of('host').all) {
    const name = host.text('host_name');
    if (name !== undefined) for (const tag of host.tags) addTo(byTag, tag, name);
  }
  return byTag;
}
