import { formatNumber } from '@/patterns/numbers';

/** Weights travel in hundredths. */
export function formatWeight(hundredths: number): string {
  return formatNumber(hundredths / 100);
}
