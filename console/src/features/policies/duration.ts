export type Unit = 'minutes' | 'hours' | 'days';

export interface Amount {
  count: number;
  unit: Unit;
}

const minutesIn: Record<Unit, number> = { minutes: 1, hours: 60, days: 24 * 60 };
const form = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/;

/** An ISO 8601 duration in the largest unit that says it in whole numbers. */
export function amountOf(duration: string): Amount {
  const [, days = 0, hours = 0, minutes = 0] = (form.exec(duration) ?? []).map((part) => Number(part ?? 0));
  const total = days * minutesIn.days + hours * minutesIn.hours + minutes;
  const unit = (['days', 'hours'] as const).find((each) => total > 0 && total % minutesIn[each] === 0);
  return unit ? { count: total / minutesIn[unit], unit } : { count: total, unit: 'minutes' };
}

export function durationOf({ count, unit }: Amount): string {
  return unit === 'days' ? `P${count}D` : `PT${count}${unit === 'hours' ? 'H' : 'M'}`;
}
