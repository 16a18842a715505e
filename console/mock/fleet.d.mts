import type { DeviceRow } from '../src/api/types';

export const devices: DeviceRow[];
