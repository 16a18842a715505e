import { equal } from './bytes';
import { readKey, signedBy, witnessEd25519, ed25519, type Checkpoint, type VerifierKey } from './note';

/** Whose cosignatures a checkpoint must have: so many of these, each of which is a witness or again so many of others. */
interface Quorum {
  needed: number;
  members: string[];
}

/** C2SP tlog-policy. */
export interface Policy {
  witnesses: Map<string, VerifierKey>;
  groups: Map<string, Quorum>;
  quorum: string;
}

/** Whom somebody trusts. */
export interface Trust {
  keys: VerifierKey[];
  policy: Policy | null;
}

const nobody = 'none';
const words = new Set(['log', 'witness', 'group', 'quorum']);

/** Reads keys of a log, one a line, or a policy, which names them itself. */
export async function readTrust(text: string): Promise<Trust> {
  const lines = text.split('\n').map((line) => line.trim().split(/\s+/));
  const said = lines.filter(([word]) => word && !word.startsWith('#'));
  if (!said.some(([word = '']) => words.has(word))) {
    return { keys: await Promise.all(said.map((line) => readKey(line.join(' ')))), policy: null };
  }
  const reader = new PolicyReader();
  for (const line of said) {
    await reader.take(line);
  }
  return reader.finish();
}

class PolicyReader {
  private readonly keys: VerifierKey[] = [];
  private readonly witnesses = new Map<string, VerifierKey>();
  private readonly groups = new Map<string, Quorum>();
  private readonly members = new Set<string>();
  private quorum: string | null = null;

  async take([word, ...rest]: string[]): Promise<void> {
    const [first = '', second = ''] = rest;
    switch (word) {
      case 'log':
        sized(rest, 1, 2);
        this.keys.push(this.fresh(await readKey(first), this.keys, witnessEd25519));
        break;
      case 'witness':
        sized(rest, 2, 3);
        this.mustBeFree(first);
        this.witnesses.set(first, this.fresh(await readKey(second), [...this.witnesses.values()], ed25519));
        break;
      case 'group':
        sized(rest, 3, Infinity);
        this.group(first, second, rest.slice(2));
        break;
      case 'quorum':
        sized(rest, 1, 1);
        this.setQuorum(first);
        break;
      default:
        throw new Error(`"${word}" means nothing in a policy`);
    }
  }

  finish(): Trust {
    if (this.quorum === null) {
      throw new Error('the policy has no quorum line');
    }
    const { keys, witnesses, groups, quorum } = this;
    return { keys, policy: { witnesses, groups, quorum } };
  }

  private group(name: string, count: string, members: string[]): void {
    this.mustBeFree(name);
    for (const member of members) {
      this.mustBeDefined(member);
      if (this.members.has(member)) {
        throw new Error(`${member} is a member already`);
      }
      this.members.add(member);
    }
    const needed = count === 'all' ? members.length : count === 'any' ? 1 : Number(count);
    if (!/^(all|any|[1-9]\d{0,5})$/.test(count) || needed > members.length) {
      throw new Error('a group must need 1 to all of its members');
    }
    this.groups.set(name, { needed, members });
  }

  private setQuorum(name: string): void {
    if (this.quorum !== null) {
      throw new Error('the policy has two quorum lines');
    }
    if (name !== nobody) {
      this.mustBeDefined(name);
    }
    this.quorum = name;
  }

  /** The same key under two names would count twice. */
  private fresh(key: VerifierKey, others: VerifierKey[], wrongType: number): VerifierKey {
    if (key.type === wrongType || others.some((other) => equal(other.key, key.key))) {
      throw new Error(`the key of ${key.name} stands twice, or is of the wrong kind`);
    }
    return key;
  }

  private mustBeFree(name: string): void {
    if (name === nobody || this.witnesses.has(name) || this.groups.has(name)) {
      throw new Error(`the name ${name} is taken`);
    }
  }

  private mustBeDefined(name: string): void {
    if (!this.witnesses.has(name) && !this.groups.has(name)) {
      throw new Error(`${name} is not defined before`);
    }
  }
}

/**
 * Checks that the witnesses which the policy demands cosigned the checkpoint.
 *
 * @throws that names those who did not
 */
export async function mustBeWitnessed(
  checkpoint: Checkpoint,
  policy: Policy | null | undefined,
): Promise<void> {
  if (!policy) {
    return;
  }
  const signed = new Set<string>();
  for (const [name, key] of policy.witnesses) {
    if ((await signedBy(checkpoint, key)) !== undefined) {
      signed.add(name);
    }
  }
  if (policy.quorum !== nobody && !isReached(policy, policy.quorum, signed)) {
    const missing = [...policy.witnesses.keys()].filter((name) => !signed.has(name));
    throw new Error(
      `the checkpoint lacks witnesses that the policy demands: not signed have ${missing.join(', ')}`,
    );
  }
}

function isReached(policy: Policy, name: string, signed: Set<string>): boolean {
  const group = policy.groups.get(name);
  if (!group) {
    return signed.has(name);
  }
  return group.members.filter((member) => isReached(policy, member, signed)).length >= group.needed;
}

function sized(words: string[], least: number, most: number): void {
  if (words.length < least || words.length > most) {
    throw new Error('a line of the policy has too few or too many words');
  }
}
