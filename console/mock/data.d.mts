import type { Session } from '../src/api/types';

export const session: Session;
export const employeeSession: Session;
