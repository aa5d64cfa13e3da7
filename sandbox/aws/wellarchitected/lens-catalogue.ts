/** The lenses that the account can use, by alias or ARN, with their versions. */
import { hexId } from '../ids';
import type { Lens, Question } from '../lens/lens';
import type { PublishedLens, Records } from './records';

/** ARN of an official lens in any partition, and the older form that AWS's documentation still shows. */
const OFFICIAL_ARN = /^arn:aws[a-z-]*:wellarchitected:[^:]*:(?:aws)?:lens\/([\w-]+)$/u;

/**
 * Makes a lens available; the same contents again change nothing.
 *
 * @param identity what tells two custom lenses of one name apart
 */
export function publishLens(
  records: Records,
  lens: Lens,
  publication: {
    readonly account: string;
    readonly region: string;
    readonly identity: string;
    readonly now: number;
  },
): PublishedLens {
  const arn =
    lens.officialAlias === undefined
      ? `arn:aws:wellarchitected:${publication.region}:${publication.account}:lens/${hexId(`lens/${publication.identity}`)}`
      : `arn:aws:wellarchitected::aws:lens/${lens.officialAlias}`;
  return addVersion(records, lens, {
    arn,
    alias: lens.officialAlias ?? arn,
    owner: publication.account,
    createdAt: publication.now,
  });
}

/** Publishes the next version of a known lens. */
export function publishVersion(
  records: Records,
  from: PublishedLens,
  lens: Lens,
  now: number,
): PublishedLens {
  const { arn, alias, owner } = from;
  return addVersion(records, lens, { arn, alias, owner, createdAt: now });
}

/** Whether a request's LensAlias means this lens: its alias, its ARN, or either form of an official ARN. */
export function isCalled(lens: PublishedLens, alias: string): boolean {
  const plain = alias.replace(/^arn:aws[a-z-]+:/u, 'arn:aws:');
  if (alias === lens.alias || plain === lens.arn || plain === versionedArn(lens)) return true;
  return lens.officialAlias !== undefined && OFFICIAL_ARN.exec(alias)?.[1] === lens.officialAlias;
}

export function versionedArn(lens: PublishedLens): string {
  return `${lens.arn}:${lens.version}`;
}

/** The newest version of the lens that an alias or ARN names. */
export function findLens(records: Records, alias: string): PublishedLens | undefined {
  return newestLenses(records).find((lens) => isCalled(lens, alias));
}

export function newestLenses(records: Records): readonly PublishedLens[] {
  return [...records.newest.values()].map((key) => lensOf(records, key));
}

/** @throws Error where the store is damaged. */
export function lensOf(records: Records, key: string): PublishedLens {
  const lens = records.lenses.get(key);
  if (lens === undefined) throw new Error(`the store has no lens ${key}`);
  return lens;
}

export function isNewest(records: Records, lens: PublishedLens): boolean {
  const newest = records.newest.get(lens.alias);
  return newest === undefined || lensOf(records, newest).version === lens.version;
}

export function questionsOf(lens: Lens): readonly Question[] {
  return lens.pillars.flatMap((pillar) => pillar.questions);
}

function addVersion(
  records: Records,
  lens: Lens,
  about: Pick<PublishedLens, 'arn' | 'alias' | 'owner' | 'createdAt'>,
): PublishedLens {
  const key = `${about.arn}#${hexId(JSON.stringify(contentsOf(lens)))}`;
  const known = records.lenses.get(key);
  if (known !== undefined) return known;
  const published: PublishedLens = { ...contentsOf(lens), ...about, key };
  records.lenses.set(key, published);
  records.newest.set(about.alias, key);
  return published;
}

function contentsOf({ form, name, description, version, officialAlias, pillars }: Lens): Lens {
  return {
    form,
    name,
    ...(description === undefined ? {} : { description }),
    version,
    ...(officialAlias === undefined ? {} : { officialAlias }),
    pillars,
  };
}
