import dnsPacket from 'dns-packet';
import { createSocket } from 'node:dgram';

/** A DNS server on loopback that knows the TXT records that it is told. */
export async function startDns() {
  const records = new Map<string, string>();
  const socket = createSocket('udp4');
  socket.on('message', (message, { port, address }) => {
    const { id, questions = [] } = dnsPacket.decode(message);
    const answers = questions.flatMap(({ name, type }) => {
      const data = records.get(name.toLowerCase());
      return type === 'TXT' && data ? [{ type, name, data, ttl: 0 } as const] : [];
    });
    socket.send(Uint8Array.from(dnsPacket.encode({ type: 'response', id, questions, answers })), port, address);
  });
  await new Promise<void>((bound) => socket.bind(0, '127.0.0.1', bound));
  return {
    settings: { GATEHOUSE_DNS_RESOLVER: `127.0.0.1:${socket.address().port}` },
    tell: (name: string, text: string) => records.set(name.toLowerCase(), text),
    stop: () => new Promise<void>((closed) => socket.close(closed)),
  };
}
