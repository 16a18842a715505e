import { act, render, screen } from '@testing-library/react';
import { FakeEventSource } from '@/test/fake-event-source';
import { LiveDot, LiveProvider, useArrivals, useLive } from './live';

const reconnections: number[] = [];

function Probe() {
  const { count } = useArrivals('ledger', (message) => message.count);
  useLive('reconnected', () => reconnections.push(count));
  return <output>{count}</output>;
}

function open(onRefused?: () => void): FakeEventSource {
  FakeEventSource.opened = [];
  reconnections.length = 0;
  vi.stubGlobal('EventSource', FakeEventSource);
  render(
    <LiveProvider organization="org-1" onRefused={onRefused}>
      <LiveDot />
      <Probe />
    </LiveProvider>,
  );
  const [source] = FakeEventSource.opened;
  expect(source?.address).toBe('/api/organizations/org-1/live');
  return source as FakeEventSource;
}

describe('the live stream', () => {
  afterEach(() => vi.useRealTimers());

  it('counts what arrives, by topic', () => {
    const source = open();
    act(() => source.onopen?.());
    act(() => source.tell('ledger', { count: 3 }));
    act(() => source.tell('rule', { count: 5 }));
    act(() => source.tell('ledger', { count: 1 }));
    expect(screen.getByText('4')).toBeVisible();
    expect(screen.getByLabelText('Live: changes arrive by themselves')).toBeVisible();
  });

  it('says since when the data is stale, and that it came back', () => {
    const source = open();
    act(() => source.onopen?.());
    act(() => source.onerror?.());
    expect(screen.getByLabelText(/Not live since/)).toBeVisible();
    expect(reconnections).toEqual([]);
    act(() => source.onopen?.());
    expect(reconnections).toEqual([0]);
  });

  it('tries again after a refusal, which the browser itself would not', () => {
    vi.useFakeTimers();
    const refused = vi.fn();
    const source = open(refused);
    act(() => source.onerror?.());
    expect(refused).not.toHaveBeenCalled();
    source.readyState = FakeEventSource.CLOSED;
    act(() => source.onerror?.());
    expect(refused).toHaveBeenCalledOnce();
    expect(FakeEventSource.opened).toHaveLength(1);
    act(() => vi.advanceTimersByTime(15_000));
    expect(FakeEventSource.opened).toHaveLength(2);
  });
});
