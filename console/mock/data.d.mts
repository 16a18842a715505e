import type { Session } from '../src/api/contract';

export const session: Session;
export const employeeSession: Session;
