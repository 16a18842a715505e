import type { Session } from '../src/api/types';

export const session: Session;
export const employeeSession: Session;
export const technicianSession: Session;
export function id(kind: string, number: number): string;
