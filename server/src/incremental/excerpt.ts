/** A few objects of a configuration, judged as if they were all of it. */
import { buildingModel } from '../model';
import type { Model } from '../model/types';
import { addTo } from '../project/lists';
import type { FilePath, Project, ProjectSyntaxFact, RawObject, SourceFile } from '../project/types';
import { daemonRules, nameOf, runningRules } from '../rules';
import type { Levels } from '../rules/levels';
import type { ObjectName, Problem } from '../rules/rule';
import type { Steps } from '../steps';

/** A configuration whose problems are all known. */
export interface Judged {
  readonly project: Project;
  readonly model: Model;
  readonly problems: readonly Problem[];
  readonly levels: Levels;
}

export interface Verdict {
  readonly model: Model;
  readonly problems: readonly Problem[];
}

/**
 * The verdict on some objects, with these facts about the text; `file` is the state of one of the files. Rules of which no edit of a host or a
 * service changes what they say are left out.
 */
export function* judgingExcerpt(
  { project, model: whole, levels }: Judged,
  file: SourceFile,
  excerpt: readonly RawObject[],
  facts: readonly ProjectSyntaxFact[],
): Steps<Verdict> {
  const byFile = new Map<FilePath, RawObject[]>([[file.path, []]]);
  for (const object of excerpt) addTo(byFile, object.file, object);
  const files = new Map<FilePath, SourceFile>();
  const objects: RawObject[] = [];
  for (const [path, source] of project.files) {
    const own = byFile.get(path);
    if (!own) continue;
    files.set(path, path === file.path ? file : source);
    objects.push(...own.sort((a, b) => a.node.span.start - b.node.span.start));
  }
  const model = yield* buildingModel({ ...project, files, objects, facts }, whole.options, whole);
  return { model, problems: yield* runningRules(model, levels, daemonRules) };
}

/** What problems call the objects that come of these definitions, and the services of hosts among them. */
export function ownersIn(model: Model, sources: readonly RawObject[]): ReadonlySet<string> {
  const owners = new Set<string>();
  const hosts = new Set<string>();
  for (const host of model.items('host')) {
    if (!host.source || !sources.includes(host.source)) continue;
    owners.add(ownerKey(nameOf(host)));
    hosts.add(host.name);
  }
  for (const service of model.items('service')) {
    const isOwn = service.source !== undefined && sources.includes(service.source);
    if (isOwn || hosts.has(service.text('host_name') ?? '')) owners.add(ownerKey(nameOf(service)));
  }
  return owners;
}

/** One text for each object. */
export function ownerKey({ type, name }: ObjectName): string {
  return `${type} ${name}`;
}
