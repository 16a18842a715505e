import type { Team } from '@/api/types';

export interface Branch {
  team: Team;
  depth: number;
}

/** The teams from the top down, each followed by those below it. */
export function treeOf(teams: Team[]): Branch[] {
  const below = (parent: string | null, depth: number): Branch[] =>
    teams
      .filter(({ parentId }) => parentId === parent)
      .flatMap((team) => [{ team, depth }, ...below(team.id, depth + 1)]);
  return below(null, 0);
}

/** The team and all below it. */
export function withBelow(teams: Team[], id: string): Set<string> {
  const found = new Set([id]);
  const add = (parent: string) =>
    teams
      .filter(({ parentId }) => parentId === parent)
      .forEach((team) => {
        found.add(team.id);
        add(team.id);
      });
  add(id);
  return found;
}
